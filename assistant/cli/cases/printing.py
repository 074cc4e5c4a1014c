"""``recourse case print``: the plan of a case, or the week's list, on paper."""

from __future__ import annotations

import click

from assistant.cli.options import format_option, names_option, target_option
from assistant.cli.output import STANDARD
from assistant.cli.setting import Setting, day
from assistant.cli.spoken import Spoken
from assistant.cli.writing import format_of, put, render
from assistant.model import N_

from .hidden import Given, options
from .room import find_case, opened

_ON_TERMINAL = N_(
    "A {format} file cannot be shown on a terminal. Give --output with a file name, for example plan{suffix}."
)


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(case: str | None, names: bool, days: int, **given: str | None) -> int:
        from assistant.guide.casesheets import plan_sheet, week_sheet

        target = given["target"] or STANDARD
        chosen = format_of(given["output_format"], target, _ON_TERMINAL)
        first = setting.on if given["first"] is None else day(given["first"], "--from")
        with opened(setting, Given(given["passphrase_file"], given["key_file"])) as room:
            document = (
                week_sheet(setting.adviser, room.shelf, tr, first=first, days=days, names=names)
                if case is None
                else plan_sheet(setting.adviser, room.shelf, find_case(room.shelf, case), tr, names=names)
            )
        put(setting, target, render(setting, chosen, document))
        return 0

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
            names_option(tr),
            format_option(tr("text, markdown, html, docx or pdf; from the name of the output if not given")),
            target_option(tr("Where the paper goes; - is standard output")),
            *options(tr),
        ],
    )
