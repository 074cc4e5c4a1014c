"""The printable plan, the week's list and the calendar, made from the cases of a shelf."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assistant.i18n import Translator
from assistant.model import Document

from .advisor import Adviser
from .casefile import CaseFile
from .shelf import Shelf


def plan_sheet(adviser: Adviser, shelf: Shelf, case: CaseFile, tr: Translator, *, names: bool) -> Document:
    """The plan of one case."""
    from .caseprint import case_document

    return case_document(adviser, case, tr, names=names, person=shelf.persons().get(case.person or ""))


def week_sheet(adviser: Adviser, shelf: Shelf, tr: Translator, *, first: date, days: int, names: bool) -> Document:
    """The week's list of all cases."""
    from .caseprint import week_document

    return week_document(adviser, shelf.cases(), tr, first=first, days=days, names=names, persons=shelf.persons())


def days_of(adviser: Adviser, shelf: Shelf, cases: Iterable[CaseFile], tr: Translator, *, telling: bool) -> bytes:
    """The days of cases as a calendar file; what was told and taken back is cancelled in it."""
    from .casecalendar import calendar

    every = list(cases)
    return calendar(adviser, every, tr, telling=telling, logs=[shelf.log(one.name) for one in every])
