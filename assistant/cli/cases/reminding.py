"""``recourse case remind``: the days of one case or of all as a calendar file."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.cli.output import output, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken

from .hidden import STANDARD, Given, options
from .room import find_case, opened


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(case: str | None, target: str, telling: bool, passphrase_file: str | None, key_file: str | None) -> int:
        from assistant.guide import save
        from assistant.guide.casesheets import days_of

        with opened(setting, Given(passphrase_file, key_file)) as room:
            cases = room.shelf.cases() if case is None else (find_case(room.shelf, case),)
            data = days_of(setting.adviser, room.shelf, cases, tr, telling=telling)
        if target == STANDARD:
            out = output()
            out.flush()
            out.buffer.write(data)
            out.buffer.flush()
        else:
            save(Path(target).expanduser(), data)
            talk(tr("Saved: {path}", path=target))
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
            click.Option(
                ["target", "--output"],
                metavar="PATH",
                default=STANDARD,
                help=tr("Where the file goes; - is standard output"),
            ),
            click.Option(
                ["--telling"],
                is_flag=True,
                help=tr("Let the titles say what is to be done. Others may see your calendar"),
            ),
            *options(tr),
        ],
    )
