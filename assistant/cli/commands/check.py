"""``recourse check``: every finding with file, line, rule and suggestion."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.cli.options import json_option
from assistant.cli.output import answer, answer_json, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.model import N_, InputError
from assistant.text import pad, width


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(paths: tuple[str, ...], as_json: bool, warnings: bool, coverage: bool, doubts: bool) -> int:
        if coverage:
            return _coverage(setting, as_json=as_json)
        if doubts:
            return _doubts(setting, as_json=as_json)
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
            json_option(tr),
            click.Option(["--warnings"], is_flag=True, help=tr("Show warnings too")),
            click.Option(
                ["--coverage"],
                is_flag=True,
                help=tr("Show which record covers each row of the researched law, or why none does"),
            ),
            click.Option(["--doubts"], is_flag=True, help=tr("Show everything that is not certain, for maintainers")),
        ],
    )


def _coverage(setting: Setting, *, as_json: bool) -> int:
    """The table of coverage; 1 where a row has neither a record nor a reason."""
    from assistant.checks.coverage import covers, table

    tr, rows = setting.tr, list(table(setting.knowledge))
    open_rows = [row for row in rows if not covers(row, setting.knowledge)]
    if as_json:
        answer_json(
            [
                {
                    "sheet": row.sheet,
                    "kind": row.kind,
                    "name": row.name,
                    "records": list(row.records),
                    "why": row.why or None,
                    "covered": row not in open_rows,
                }
                for row in rows
            ]
        )
    else:
        heads = (tr("sheet"), tr("kind"), tr("row"), tr("covered by"))
        cells = [(row.sheet, row.kind, row.name, ", ".join(row.records) or row.why) for row in rows]
        answer(_table([heads, *cells]))
    talk(tr("Rows: {rows}. Without a record or a reason: {open}.", rows=len(rows), open=len(open_rows)))
    return 1 if open_rows else 0


def _doubts(setting: Setting, *, as_json: bool) -> int:
    """Every open doubt in the records."""
    from assistant.checks.doubts import doubts

    tr, found = setting.tr, list(doubts(setting.knowledge))
    if as_json:
        answer_json([{"kind": d.kind, "room": d.room, "id": d.record, "text": d.text, "ask": d.ask} for d in found])
    else:
        answer("\n".join(f"{d.kind} {d.room}/{d.record}: {d.text}{f' [{d.ask}]' if d.ask else ''}" for d in found))
    talk(tr.plural("{n} open doubt", "{n} open doubts", len(found)))
    return 0


def _table(rows: list[tuple[str, ...]]) -> str:
    """Columns under their heads, parted by two spaces."""
    widths = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join("  ".join(pad(cell, widths[i]) for i, cell in enumerate(row)).rstrip() for row in rows)


def _within(file: str, path: str) -> bool:
    return path in ("", ".", file) or file.startswith(f"{path.rstrip('/')}/")


def _relative(path: str) -> str:
    """A path as findings name it: from the top of the checkout."""
    from assistant import paths

    if not Path(path).exists():
        raise InputError(N_("There is no file or folder '{path}' to check."), path=path)
    full, top = Path(path).resolve(), paths.room("content").parent.resolve()
    return full.relative_to(top).as_posix() if full.is_relative_to(top) else path
