"""On paper and into calendars: the week's list, the plan of a case, the days of one case or of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.formats import FORMATS, Format, format_named
from assistant.guide import Session
from assistant.model import Document
from assistant.plain.ask import Choice, Question, choose, yes
from assistant.plain.front import Front, Move

from .case import CaseOf


@dataclass(frozen=True)
class Office:
    """Of all cases."""

    def __call__(self, front: Front, session: Session) -> Move:
        """The week's list, or a calendar file."""
        from assistant.guide.casesheets import week_sheet

        from .overview import Overview

        tr, shelf = front.tr, front.cases.shelf
        choices = [
            Choice("week", tr("The week's list, to print")),
            Choice("calendar", tr("A calendar file with the days of all cases")),
            Choice("cases", tr("Go to all cases")),
        ]
        match choose(front, Question(tr("What do you want to make?")), choices, unsure_as="cases"):
            case "week":
                names = _with_names(front)
                on = front.adviser.on
                sheet = week_sheet(front.adviser, shelf, tr, first=on, days=7, names=names)
                _print(front, sheet, "week")
            case "calendar":
                _calendar(front, lambda telling: _all_days(front, telling=telling))
            case _:
                pass
        return Move(session, Overview())


@dataclass(frozen=True)
class Printed:
    """Of the open case."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Its plan, or its days."""
        from assistant.guide.casesheets import days_of, plan_sheet

        tr = front.tr
        case = front.cases.case()
        if case is None:
            return Move(session, CaseOf(), known=True)
        choices = [
            Choice("plan", tr("The plan of this case, to print")),
            Choice("calendar", tr("A calendar file with its days")),
            Choice("case", tr("Go to the case")),
        ]
        match choose(front, Question(tr("What do you want to make?")), choices, unsure_as="case"):
            case "plan":
                sheet = plan_sheet(front.adviser, front.cases.shelf, case, tr, names=_with_names(front))
                _print(front, sheet, "plan")
            case "calendar":
                _calendar(
                    front, lambda telling: days_of(front.adviser, front.cases.shelf, (case,), tr, telling=telling)
                )
            case _:
                pass
        return Move(session, CaseOf(), known=True)


def _all_days(front: Front, *, telling: bool) -> bytes:
    from assistant.guide.casesheets import days_of

    return days_of(front.adviser, front.cases.shelf, front.cases.shelf.cases(), front.tr, telling=telling)


def _with_names(front: Front) -> bool:
    tr = front.tr
    return yes(
        front,
        Question(
            tr("Shall full names stand on it?"),
            tr("Paper is seen by others. Without names, marks or initials stand there."),
        ),
    )


def _print(front: Front, sheet: Document, name: str) -> None:
    from assistant.plain.saving import format_names, place

    tr = front.tr
    names = format_names(tr)
    choices = [Choice(one.name, names.get(one.name, one.name)) for one in FORMATS if one.name != "eml"]
    chosen: Format = format_named(choose(front, Question(tr("In which format?")), choices, unsure_as="pdf"))

    def made() -> bytes:
        written = chosen.render(sheet)
        front.talk.items(tr(one.message, **one.values) for one in written.remarks)
        return written.data

    place(front, f"{name}{chosen.suffix}", chosen.suffix, made)


def _calendar(front: Front, make: Callable[[bool], bytes]) -> None:
    from assistant.plain.saving import place

    tr = front.tr
    telling = yes(
        front,
        Question(
            tr("Shall the titles say what is to be done?"),
            tr(
                "Calendars are seen by others, and many are copied to other computers. Without it the titles say nothing of the case."
            ),
        ),
    )
    place(front, "days.ics", ".ics", lambda: make(telling))
    front.talk.items([tr("Make it again after changes and import it again: entries are replaced, not doubled.")])
