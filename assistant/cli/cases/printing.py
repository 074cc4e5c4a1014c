"""``recourse case print``: the plan of a case, or the week's list, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.output import output, talk
from assistant.cli.setting import Setting, day
from assistant.cli.spoken import Spoken
from assistant.model import N_, InputError

from .hidden import STANDARD, Given, options
from .room import find_case, opened

if TYPE_CHECKING:
    from assistant.formats import Format
    from assistant.model import Document

_BINARY = N_("A {format} file cannot be shown on a terminal. Give --output with a file name, for example plan{suffix}.")


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(case: str | None, names: bool, days: int, **given: str | None) -> int:
        from assistant.guide.casesheets import plan_sheet, week_sheet

        target = given["target"] or STANDARD
        chosen = _format(given["output_format"], target)
        first = setting.on if given["first"] is None else day(given["first"], "--from")
        with opened(setting, Given(given["passphrase_file"], given["key_file"])) as room:
            document = (
                week_sheet(setting.adviser, room.shelf, tr, first=first, days=days, names=names)
                if case is None
                else plan_sheet(setting.adviser, room.shelf, find_case(room.shelf, case), tr, names=names)
            )
        return _deliver(setting, chosen, document, target)

    return Spoken(
        tr,
        "print",
        callback=run,
        help=tr(
            "Print the plan of a case, or, without a case, the week's list of all cases: what was due before it comes first. Names stand on it only with --names."
        ),
        params=[
            click.Argument(["case"], required=False),
            click.Option(["first", "--from"], metavar="DATE", help=tr("First day of the list; today if not given")),
            click.Option(
                ["--days"],
                type=click.IntRange(1, 366),
                default=7,
                help=tr("How many days the list has; 7 if not given"),
            ),
            click.Option(["--names"], is_flag=True, help=tr("Show full names, not only references or initials")),
            click.Option(
                ["output_format", "--format"],
                metavar="F",
                help=tr("text, markdown, html, docx or pdf; from the name of the output if not given"),
            ),
            click.Option(
                ["target", "--output"],
                metavar="PATH",
                default=STANDARD,
                help=tr("Where the paper goes; - is standard output"),
            ),
            *options(tr),
        ],
    )


def _format(wanted: str | None, target: str) -> Format:
    import sys

    from assistant.formats import format_for, format_named

    if target != STANDARD:
        return format_named(wanted) if wanted is not None else format_for(target)
    chosen = format_named(wanted or "text")
    if chosen.name in ("docx", "pdf") and sys.stdout is not None and sys.stdout.isatty():
        raise InputError(_BINARY, format=chosen.name, suffix=chosen.suffix)
    return chosen


def _deliver(setting: Setting, chosen: Format, document: Document, target: str) -> int:
    from pathlib import Path

    from assistant.guide import save

    written = chosen.render(document)
    for remark in written.remarks:
        talk(setting.tr(remark.message, **remark.values))
    if target == STANDARD:
        out = output()
        out.flush()
        out.buffer.write(written.data)
        out.buffer.flush()
    else:
        save(Path(target).expanduser(), written.data)
        talk(setting.tr("Saved: {path}", path=target))
    return 0
