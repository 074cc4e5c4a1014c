"""``recourse case next``: what is to be done, in one case or in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.options import json_option
from assistant.cli.output import answer, answer_json, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken

from .hidden import Given, options
from .room import find_case, opened

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.guide.shelf import Shelf


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(case: str | None, as_json: bool, passphrase_file: str | None, key_file: str | None) -> int:
        from assistant.guide.casework import nexts

        from .telling import next_json

        with opened(setting, Given(passphrase_file, key_file)) as room:
            cases = _cases(setting, room.shelf, case)
            todo = [(one, nexts(setting.adviser, one, tr)) for one in cases]
            if as_json:
                answer_json([next_json(thing, one, setting.on) for one, things in todo for thing in things])
            elif any(things for _, things in todo):
                answer("\n\n".join(_page(setting, room.shelf, one, case is None) for one, things in todo if things))
            else:
                talk(tr("Nothing is open. A case that has ended can be resumed: recourse case add CASE resume"))
        return 0 if any(things for _, things in todo) else 1

    return Spoken(
        tr,
        "next",
        callback=run,
        help=tr(
            "Show what is to be done next, what is due first at the front, with dates, reasons, letters and papers. With --json, rows of: case, kind, step, route, outcome, reply, heading, because, aim, last_day, passed, letters, limits (as due prints them), others, bring."
        ),
        params=[
            click.Argument(["case"], required=False),
            json_option(tr),
            *options(tr),
        ],
    )


def _cases(setting: Setting, shelf: Shelf, wanted: str | None) -> list[CaseFile]:
    """The case that is wanted, or all, what is due first at the front."""
    from assistant.guide.caserows import Wanted, arranged, rows

    if wanted is not None:
        return [find_case(shelf, wanted)]
    return [one.case for one in arranged(rows(setting.adviser, shelf, setting.tr), Wanted(), setting.on)]


def _page(setting: Setting, shelf: Shelf, case: CaseFile, brief: bool) -> str:
    """One case: everything, or, among many, the headings alone."""
    from assistant.guide.casework import nexts

    from .telling import headline, next_lines, row_of

    one = row_of(setting, shelf, case)
    things = nexts(setting.adviser, case, setting.tr)
    lines = [headline(one, setting), one.words]
    if brief:
        return "\n".join([*lines, *(f"  {thing.heading}" for thing in things)])
    for thing in things:
        lines += ["", *next_lines(setting, thing)]
    return "\n".join(lines)
