"""``recourse check``: every finding with file, line, rule and suggestion."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.cli.output import answer, answer_json, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.model import N_, InputError


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(paths: tuple[str, ...], as_json: bool, warnings: bool) -> int:
        from assistant.checks import run as findings

        wanted = [_relative(path) for path in paths]
        found = [one for one in findings(setting.on) if not wanted or any(_within(one.file, path) for path in wanted)]
        errors = [one for one in found if one.severity == "error"]
        shown = found if warnings else errors
        if as_json:
            answer_json(
                [
                    {
                        "file": one.file,
                        "line": one.line,
                        "rule": one.rule,
                        "severity": one.severity,
                        "message": tr(one.message, **one.values),
                    }
                    for one in shown
                ]
            )
        elif shown:
            answer("\n".join(f"{one.severity} {one.rule}: {tr(one.message, **one.values)}" for one in shown))
        told = tr.plural("{n} error", "{n} errors", len(errors))
        also = tr.plural("{n} warning", "{n} warnings", len(found) - len(errors))
        talk(tr("Checked: {errors}, {warnings}.", errors=told, warnings=also))
        return 1 if errors else 0

    return Spoken(
        tr,
        "check",
        callback=run,
        help=tr("Check content, letters and catalogues. With paths, only findings in those files are shown."),
        params=[
            click.Argument(["paths"], nargs=-1),
            click.Option(["as_json", "--json"], is_flag=True, help=tr("Print the answer as JSON")),
            click.Option(["--warnings"], is_flag=True, help=tr("Show warnings too")),
        ],
    )


def _within(file: str, path: str) -> bool:
    return path in ("", ".", file) or file.startswith(f"{path.rstrip('/')}/")


def _relative(path: str) -> str:
    """A path as findings name it: from the top of the checkout."""
    from assistant import paths

    if not Path(path).exists():
        raise InputError(N_("There is no file or folder '{path}' to check."), path=path)
    full, top = Path(path).resolve(), paths.room("content").parent.resolve()
    return full.relative_to(top).as_posix() if full.is_relative_to(top) else path
