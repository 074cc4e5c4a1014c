"""Every case at a glance: made once for a state of the book, then sorted and searched without reading it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from assistant.guide import Adviser
from assistant.guide.casefile import CaseFile
from assistant.guide.casework import STATUSES, status_words, summary
from assistant.guide.following import Status, Summary
from assistant.guide.shelf import Shelf
from assistant.i18n import Translator
from assistant.knowledge import title_in
from assistant.model import PersonKept

from .people import folded, full_of, mark_of

Sort = Literal["due", "name", "status", "changed"]
SORTS: tuple[Sort, ...] = get_args(Sort)
Due = Literal["passed", "today", "week"]
DUES: tuple[Due, ...] = get_args(Due)
WEEK = timedelta(days=6)
"""After today."""
_NEVER = date.max
_SHORT = 6


@dataclass(frozen=True)
class Row:
    """One case in a list."""

    case: CaseFile
    person: PersonKept | None
    title: str
    """What the person calls it, or what it is about."""
    summary: Summary
    words: str
    """The status with its day."""
    found_by: str
    """Everything that can be searched for, in small letters."""

    @property
    def mark(self) -> str:
        """The person's reference or initials."""
        return mark_of(self.person)

    @property
    def full(self) -> str:
        """The person's name."""
        return full_of(self.person)

    def near(self, on: date) -> Due | None:
        """Whether its day is over, is today, or comes within a week."""
        due = self.summary.due
        if due is None or due > on + WEEK:
            return None
        if due < on:
            return "passed"
        return "today" if due == on else "week"


@dataclass(frozen=True)
class Wanted:
    """Which rows, in which order."""

    words: str = ""
    status: Status | None = None
    due: Due | None = None
    """``passed``: over; ``today``: today or over; ``week``: this week, today, or over."""
    person: str | None = None
    sort: Sort = "due"


def rows(adviser: Adviser, shelf: Shelf, tr: Translator) -> tuple[Row, ...]:
    """A row for each case of the book."""
    persons = shelf.persons()
    titles: dict[str, str] = {}
    return tuple(row(adviser, one, persons, tr, titles) for one in shelf.cases())


def row(
    adviser: Adviser,
    case: CaseFile,
    persons: Mapping[str, PersonKept],
    tr: Translator,
    titles: dict[str, str] | None = None,
) -> Row:
    """The row of one case. ``titles`` keeps what was put into the language already."""
    known = {} if titles is None else titles
    title = title_of(adviser, case, tr, known)
    found = summary(adviser.knowledge, case, adviser.on)
    person = persons.get(case.person or "")
    about = known.get(case.situation or "", "")
    parts = [title, about, short(case), *(one.recipient for one in case.steps)]
    if person is not None:
        parts += [person.name, person.reference]
    return Row(case, person, title, found, status_words(found, tr), folded(" ".join(parts)))


def title_of(adviser: Adviser, case: CaseFile, tr: Translator, known: dict[str, str] | None = None) -> str:
    """What a case is called: its label, or the title of its situation."""
    titles = {} if known is None else known
    situation = case.situation
    if situation is not None and situation not in titles and situation in adviser.knowledge.situations:
        titles[situation] = title_in(adviser.knowledge.situations[situation], tr)
    return case.label or titles.get(situation or "", "") or tr("A case without a name")


def arranged(every: Iterable[Row], wanted: Wanted, on: date) -> list[Row]:
    """The rows that are wanted, in order."""
    words = folded(wanted.words).split()
    reach = DUES[: DUES.index(wanted.due) + 1] if wanted.due is not None else None
    kept = [
        one
        for one in every
        if all(word in one.found_by for word in words)
        and (wanted.status is None or one.summary.status == wanted.status)
        and (wanted.person is None or one.case.person == wanted.person)
        and (reach is None or one.near(on) in reach)
    ]
    order = list(STATUSES)
    match wanted.sort:
        case "name":
            kept.sort(key=lambda one: (folded(one.full or one.title), folded(one.title)))
        case "status":
            kept.sort(key=lambda one: (order.index(one.summary.status), one.summary.due or _NEVER))
        case "changed":
            kept.sort(key=lambda one: one.case.touched or date.min, reverse=True)
        case _:
            kept.sort(key=lambda one: (one.summary.due or _NEVER, order.index(one.summary.status)))
    return kept


def short(case: CaseFile) -> str:
    """The short handle of a case: the first digits of what names it in calendars and hand-overs."""
    return case.uid[:_SHORT]
