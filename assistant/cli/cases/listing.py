"""``recourse case list``: every case with what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.options import json_option, names_option
from assistant.cli.output import answer, answer_json, stream, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken

from .hidden import Given, options
from .room import find_person, opened

if TYPE_CHECKING:
    from assistant.guide.caseroom import CaseRoom
    from assistant.guide.caserows import Row, Wanted

_SORTS = ["due", "name", "status", "changed"]
_DUES = ["passed", "today", "week"]
_STATUSES = ["not_started", "in_progress", "waiting", "done"]


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(text: tuple[str, ...], as_json: bool, as_csv: bool, names: bool, **wanted: str | None) -> int:
        given = Given(wanted.pop("passphrase_file"), wanted.pop("key_file"))
        with opened(setting, given) as room:
            every, found = _rows(setting, room, " ".join(text), wanted)
            if as_json:
                from .telling import row_json

                answer_json([row_json(one, names=names) for one in found])
                return 0 if found else 1
            if as_csv:
                stream(_table(setting, found, names=names))
                return 0 if found else 1
            if found:
                answer("\n".join(line for one in found for line in _lines(setting, one, names=names)))
            elif not every:
                talk(tr("The book has no case yet. To begin one: recourse case new"))
            talk(tr("{n} of {all}", n=len(found), all=every))
            _alike(setting, room)
        return 0 if found else 1

    return Spoken(
        tr,
        "list",
        callback=run,
        help=tr(
            "List the cases with what is due. With words, only those that have all of them in their name, reference, situation or recipient. With --json, rows of: case, uid, title, label, situation, mark, person, reference, status, words, due, passed, next (kind, step, route), changed."
        ),
        params=[
            click.Argument(["text"], nargs=-1),
            click.Option(["--status"], type=click.Choice(_STATUSES), help=tr("Only cases with this status")),
            click.Option(
                ["--due"],
                type=click.Choice(_DUES),
                help=tr("Only cases whose day is over, is today or over, or comes within a week or is over"),
            ),
            click.Option(
                ["--person"], metavar="P", help=tr("Only cases of this person: reference, name or first digits")
            ),
            click.Option(
                ["--sort"],
                type=click.Choice(_SORTS),
                default="due",
                help=tr("Order: by day, name, status, or last change"),
            ),
            names_option(tr),
            json_option(tr),
            click.Option(["as_csv", "--csv"], is_flag=True, help=tr("Print a table for a spreadsheet program")),
            *options(tr),
        ],
    )


def _table(setting: Setting, found: list[Row], *, names: bool) -> bytes:
    """The list as CSV: text only, whatever people are called (T8)."""
    from assistant.formats.table import write_table
    from assistant.guide.caserows import short

    tr = setting.tr
    head = [tr("Case"), tr("Who"), tr("What it is called"), tr("Status"), tr("Due")]
    rows = [
        [
            short(one.case),
            one.full if names else one.mark,
            one.title,
            one.words,
            one.summary.due.isoformat() if one.summary.due else "",
        ]
        for one in found
    ]
    return write_table([head, *rows])


def _rows(setting: Setting, room: CaseRoom, words: str, wanted: dict[str, str | None]) -> tuple[int, list[Row]]:
    from assistant.guide.caserows import arranged, rows

    every = rows(setting.adviser, room.shelf, setting.tr)
    who = wanted["person"]
    return len(every), arranged(every, _wanted(words, wanted, who and find_person(room.shelf, who)), setting.on)


def _wanted(words: str, wanted: dict[str, str | None], person: str | None) -> Wanted:
    from assistant.guide.caserows import DUES, SORTS, Wanted
    from assistant.guide.casework import STATUSES

    return Wanted(
        words,
        next((one for one in STATUSES if one == wanted["status"]), None),
        next((one for one in DUES if one == wanted["due"]), None),
        person or None,
        next((one for one in SORTS if one == wanted["sort"]), "due"),
    )


def _lines(setting: Setting, one: Row, *, names: bool) -> list[str]:
    from assistant.guide.caserows import short
    from assistant.guide.casewords import near_word

    who = one.full if names else one.mark
    title = f"{who} · {one.title}" if who else one.title
    near = near_word(one, setting.on, setting.tr)
    return [f"{short(one.case)}  {title}", f"        {f'{near} · ' if near else ''}{one.words}"]


def _alike(setting: Setting, room: CaseRoom) -> None:
    from assistant.guide.casewords import alike_lines

    for line in alike_lines(room.shelf.persons(), setting.tr):
        talk(line)
