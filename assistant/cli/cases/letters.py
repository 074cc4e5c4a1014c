"""``recourse case write``: a letter in a case, begun with what the case knows, kept as it was made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from assistant.cli.options import fill_option, follows_option, letter_options, window_option
from assistant.cli.output import STANDARD, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.cli.writing import Begun, Made, Order, write_blank, write_letter
from assistant.model import N_, InputError, Window

from .hidden import Given, options
from .room import find_case, opened, step_of

if TYPE_CHECKING:
    from assistant.guide import Session
    from assistant.guide.casefile import CaseFile
    from assistant.guide.casework import Next
    from assistant.guide.shelf import Shelf

_NO_ROUTE = N_("No route has the letter {letter}.")
_OTHER_ROUTE = N_("The route {route} does not have the letter {letter}. Its letters: {known}.")


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(case: str, letter: str, blank: bool, window: Window, follows: int | None, **given: str | None) -> int:
        with opened(setting, Given(given["passphrase_file"], given["key_file"])) as room:
            found = find_case(room.shelf, case)
            way = _way(setting, found, letter, given["route"], follows)
            session = _session(setting, found, letter, way)
            target = given["target"] or STANDARD
            if blank:
                return write_blank(setting, letter, target, session.fields)
            fill = given["fill"]
            if fill is None:
                _tell_used(setting, letter, session)
            order = Order(letter, fill, given["lang"], given["aid"], given["output_format"], target, window)
            begun = Begun(session.fields, session.filing, lambda made: _keep(setting, room.shelf, found, made, way))
            code = write_letter(setting, order, begun)
            if code and fill is None:
                talk(
                    tr(
                        "To answer the rest: recourse case write CASE LETTER --blank > answers.yaml, then --fill answers.yaml"
                    )
                )
            return code

    return Spoken(
        tr,
        "write",
        callback=run,
        help=tr(
            "Write a letter in a case and keep it there, byte for byte, with its answers. Without --fill, the answers of earlier letters are used; all are shown. To change them: --blank prints them as a file to fill in, and --fill reads it. next names the letters. Tell when it is sent: recourse case add CASE sent"
        ),
        params=[
            click.Argument(["case"]),
            click.Argument(["letter"]),
            click.Option(
                ["--blank"], is_flag=True, help=tr("Print the file of answers, with those that are known already")
            ),
            fill_option(tr),
            click.Option(["--route"], metavar="R", help=tr("The route it is written for, if the letter has several")),
            follows_option(tr),
            *letter_options(tr),
            window_option(tr),
            *options(tr),
        ],
    )


def _way(
    setting: Setting, case: CaseFile, letter: str, route: str | None, follows: int | None
) -> tuple[Next | None, str, int | None]:
    """Which thing to do the letter belongs to, its route, and the step it follows."""
    from assistant.guide.caseways import ways_of
    from assistant.guide.casework import FOLLOWING, nexts
    from assistant.guide.following import route_in

    known = setting.knowledge
    known.letters[letter]
    number = None if follows is None else step_of(case, follows)
    if (
        route is not None
        and letter not in known.routes[route].letters
        and letter not in route_in(known, case, route).letters
    ):
        raise InputError(_OTHER_ROUTE, route=route, letter=letter, known=", ".join(known.routes[route].letters))
    for one in nexts(setting.adviser, case, setting.tr):
        item = one.item
        fits = letter in {each.id for each in one.letters} and route in (None, item.route)
        if fits and item.route is not None and number in (None, item.step):
            return one, item.route, number or (item.step if item.kind in FOLLOWING else None)
    for one in nexts(setting.adviser, case, setting.tr):
        for other in one.item.others:
            if (
                route in (None, other)
                and letter in route_in(known, case, other).letters
                and number in (None, one.item.step)
            ):
                return one, other, number or one.item.step
    if route is not None:
        return None, route, number
    ways = ways_of(known, case) + [one.id for one in known.routes]
    first = next((one for one in ways if letter in route_in(known, case, one).letters), None)
    if first is None:
        raise InputError(_NO_ROUTE, letter=letter)
    return None, first, number


def _session(setting: Setting, case: CaseFile, letter: str, way: tuple[Next | None, str, int | None]) -> Session:
    from assistant.guide.caselink import prefilled, session_for, session_of

    known = setting.knowledge
    one, route, follows = way
    session = session_of(known, case) if one is None else session_for(known, case, one.item, route)
    begun = replace(session, follows=follows)
    return prefilled(known, case, begun, known.letters[letter], route, setting.on)


def _tell_used(setting: Setting, letter: str, session: Session) -> None:
    """Everything that earlier letters and the case fill in, line by line."""
    from assistant.plain.answers import read_as_text

    form = setting.desk.form(letter, session.fields, setting.tr)
    for field in form.fields:
        said = read_as_text(field, session.fields.get(field.id), setting.desk.bodies(), setting.tr, mask=True)
        if said:
            talk(setting.tr("From the case: {question}: {answer}", question=field.label, answer=said))


def _keep(setting: Setting, shelf: Shelf, case: CaseFile, made: Made, way: tuple[Next | None, str, int | None]) -> None:
    from assistant.guide.casekeeping import keep_letter
    from assistant.guide.shelf import Loose

    files = [Loose(name, media, data) for name, media, data in made.files]
    _, route, follows = way
    kept = keep_letter(shelf, case, made.form, made.answers, files, route=route, locale=made.filing, follows=follows)
    talk(setting.tr("Kept in the case as step {n}. When you have sent it, tell the day.", n=kept.steps[-1].number))
