"""``recourse case add``: days, places, notes, papers, steps without a letter, and what the case is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.options import follows_option, label_option, person_option
from assistant.cli.setting import Setting, day, place
from assistant.model import N_, InputError

from .adding_tools import UNKNOWN, day_option, teller
from .room import find_person, step_of
from .typing_in import typed_text

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.guide.shelf import Shelf

_NO_EVENT = N_("There is no event '{name}'. The plan of the situation names them: recourse plan SITUATION --json")


def event(setting: Setting) -> click.Command:
    """A day on which something happened."""
    tr = setting.tr

    def tells(
        shelf: Shelf, case: CaseFile, event: str, when: str | None, step: int | None, route: str | None
    ) -> CaseFile:
        from assistant.deadlines import check_event_day
        from assistant.model import Happened

        if event not in setting.knowledge.events:
            raise InputError(_NO_EVENT, name=event)
        if route is not None:
            setting.knowledge.routes[route]
        told = None if when == UNKNOWN else setting.on if when is None else day(when, "--day")
        if told is not None:
            check_event_day(event, told)
        number = None if step is None else step_of(case, step)
        return shelf.tell(case.name, Happened, event=event, day=told, route=route, step=number)

    return teller(
        setting,
        "event",
        tells,
        tr(
            "Something happened on a day, for example decision_served. With --day unknown, an earlier day is taken back."
        ),
        click.Argument(["event"]),
        day_option(setting),
        click.Option(["route", "--route"], metavar="R", help=tr("The day counts for this route only")),
        click.Option(["step", "--step"], type=int, metavar="N", help=tr("The day counts for this step only")),
    )


def seat(setting: Setting) -> click.Command:
    """Where the other side sits."""
    tr = setting.tr

    def tells(shelf: Shelf, case: CaseFile, where: str, route: str | None) -> CaseFile:
        from assistant.model import Sits

        if route is not None:
            setting.knowledge.routes[route]
        told = None if where == UNKNOWN else place(where, "PLACE")
        return shelf.tell(case.name, Sits, place=told, route=route)

    return teller(
        setting,
        "place",
        tells,
        tr("Where the other side sits, for example de or de-he; unknown takes it back."),
        click.Argument(["where"], metavar="PLACE"),
        click.Option(["route", "--route"], metavar="R", help=tr("The place counts for this route only")),
    )


def note(setting: Setting) -> click.Command:
    """A note, from the keyboard or a pipe."""
    tr = setting.tr

    def tells(shelf: Shelf, case: CaseFile) -> CaseFile:
        from assistant.model import Noted

        words = typed_text(tr("Write the note. End with an empty line."))
        return shelf.tell(case.name, Noted, text=words)

    return teller(setting, "note", tells, tr("A note, read from the keyboard or a pipe."))


def paper(setting: Setting) -> click.Command:
    """A copy of a file."""
    tr = setting.tr

    def tells(shelf: Shelf, case: CaseFile, path: str, about: str | None, step: int | None) -> CaseFile:
        from assistant.guide.casepapers import loose
        from assistant.model import Attached
        from assistant.text import clean_line

        number = None if step is None else step_of(case, step)
        file = loose(Path(path).expanduser())
        return shelf.tell(case.name, Attached, [file], about=clean_line(about or "")[:300], step=number)

    return teller(
        setting,
        "paper",
        tells,
        tr("A paper: a copy of the file is put into the book, encrypted. The file itself stays where it is."),
        click.Argument(["path"]),
        click.Option(
            ["about", "--about"], metavar="TEXT", help=tr("What it is, in a few words that say nothing of you")
        ),
        click.Option(["step", "--step"], type=int, metavar="N", help=tr("The step it belongs to")),
    )


def done(setting: Setting) -> click.Command:
    """A step without a letter of the program."""
    tr = setting.tr

    def tells(shelf: Shelf, case: CaseFile, route: str, when: str | None, follows: int | None) -> CaseFile:
        from assistant.guide.casesound import check_day
        from assistant.model import Sent, Written

        setting.knowledge.routes[route]
        told = None if when == UNKNOWN else setting.on if when is None else day(when, "--day")
        if told is not None:
            check_day(told, setting.on)
        before = None if follows is None else step_of(case, follows)
        case = shelf.tell(case.name, Written, route=route, follows=before)
        return case if told is None else shelf.tell(case.name, Sent, step=case.steps[-1].number, day=told)

    return teller(
        setting,
        "done",
        tells,
        tr("You went a way without a letter of this program, for example at a counter or with a letter of your own."),
        click.Argument(["route"]),
        day_option(setting),
        follows_option(tr),
    )


def called(setting: Setting) -> click.Command:
    """What the case is called, what it is about, whose it is."""
    tr = setting.tr

    def tells(shelf: Shelf, case: CaseFile, label: str | None, situation: str | None, person: str | None) -> CaseFile:
        from assistant.model import Changed
        from assistant.text import clean_line

        if situation is not None:
            setting.knowledge.situations[situation]
        return shelf.tell(
            case.name,
            Changed,
            label=None if label is None else clean_line(label)[:300],
            situation=situation,
            person=find_person(shelf, person) if person else None,
        )

    return teller(
        setting,
        "about",
        tells,
        tr("What the case is called, what it is about, or whose it is."),
        label_option(tr),
        click.Option(["situation", "--situation"], metavar="S", help=tr("The situation it is about")),
        person_option(tr),
    )
