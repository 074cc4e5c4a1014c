"""``recourse case remind``: the days of one case or of all as a calendar file."""

from __future__ import annotations

import click

from assistant.cli.options import target_option
from assistant.cli.output import talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.cli.writing import put

from .hidden import Given, options
from .room import find_case, opened


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(case: str | None, target: str, telling: bool, passphrase_file: str | None, key_file: str | None) -> int:
        from assistant.guide.casesheets import days_of

        with opened(setting, Given(passphrase_file, key_file)) as room:
            cases = room.shelf.cases() if case is None else (find_case(room.shelf, case),)
            data = days_of(setting.adviser, room.shelf, cases, tr, telling=telling)
        put(setting, target, data)
        talk(tr("Import it again after changes: entries are replaced, not doubled."))
        return 0

    return Spoken(
        tr,
        "remind",
        callback=run,
        help=tr(
            "Write the days of one case, or of all, as a calendar file. Titles say nothing of the case unless --telling is given. A file made later replaces the entries of this one."
        ),
        params=[
            click.Argument(["case"], required=False),
            target_option(tr("Where the file goes; - is standard output")),
            click.Option(
                ["--telling"],
                is_flag=True,
                help=tr("Let the titles say what is to be done. Others may see your calendar"),
            ),
            *options(tr),
        ],
    )
