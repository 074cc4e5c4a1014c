"""``recourse case show``: one case as a page, or as JSON."""

from __future__ import annotations

import click

from assistant.cli.options import json_option
from assistant.cli.output import answer, answer_json
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken

from .hidden import Given, options
from .room import find_case, opened


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(case: str, as_json: bool, passphrase_file: str | None, key_file: str | None) -> int:
        from .telling import case_json, case_lines

        with opened(setting, Given(passphrase_file, key_file)) as room:
            found = find_case(room.shelf, case)
            if as_json:
                answer_json(case_json(setting, room.shelf, found))
            else:
                answer("\n".join(case_lines(setting, room.shelf, found)))
        return 0

    return Spoken(
        tr,
        "show",
        callback=run,
        help=tr(
            "Show one case: what is to be done, what happened, letters, notes and papers. With --json, what list gives and: place, places, opened, ended, days, steps (step, route, letter, title, locale, recipient, follows, written, sent, arrived, answers, files), notes, papers, history, todo (as next gives it)."
        ),
        params=[
            click.Argument(["case"]),
            json_option(tr),
            *options(tr),
        ],
    )
