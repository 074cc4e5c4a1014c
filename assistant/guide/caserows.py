"""Every case at a glance: made once for a state of the book, then sorted and searched without reading it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from assistant.i18n import Translator
from assistant.knowledge import Knowledge, title_in
from assistant.model import PersonKept

from .advisor import Adviser
from .casefile import CaseFile
from .casepersons import folded, full_of, mark_of
from .casework import status_words
from .following import Status, Summary, summary
from .shelf import Shelf

Sort = Literal["due", "name", "status", "changed"]
SORTS: tuple[Sort, ...] = get_args(Sort)
Due = Literal["passed", "today", "week"]
DUES: tuple[Due, ...] = get_args(Due)
WEEK = timedelta(days=7)
"""After today."""
_NEVER = date.max
_SHORT = 6
_TELLING = 4
"""Digits of a handle that no word has by chance."""
_ORDER: tuple[Status, ...] = ("in_progress", "not_started", "waiting", "done")


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
    by_name: str
    """By what it is sorted when names matter."""
    by_title: str

    @property
    def mark(self) -> str:
        """The person's reference or initials."""
        return mark_of(self.person)

    @property
    def full(self) -> str:
        """The person's name with the reference."""
        return full_of(self.person)

    @property
    def name(self) -> str:
        """The person's name alone."""
        return "" if self.person is None else self.person.name

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
    """``passed``: over; ``today``: today or over; ``week``: within a week, today, or over."""
    person: str | None = None
    sort: Sort = "due"


def rows(adviser: Adviser, shelf: Shelf, tr: Translator) -> tuple[Row, ...]:
    """A row for each case of the book. For threads: half a second for five hundred."""
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
    about = situation_title(adviser.knowledge, case, tr, titles)
    title = case.label or about or _unnamed(tr)
    found = summary(adviser.knowledge, case, adviser.on)
    person = persons.get(case.person or "")
    parts = [title, about, *(one.recipient for one in case.steps)]
    if person is not None:
        parts += [person.name, person.reference, mark_of(person)]
    by_title = folded(title)
    by_name = by_title if person is None else folded(person.name)
    return Row(case, person, title, found, status_words(found, tr), folded(" ".join(parts)), by_name, by_title)


def title_of(knowledge: Knowledge, case: CaseFile, tr: Translator) -> str:
    """What a case is called: its label, or the title of its situation."""
    return case.label or situation_title(knowledge, case, tr) or _unnamed(tr)


def _unnamed(tr: Translator) -> str:
    return tr("Case without a name")


def situation_title(knowledge: Knowledge, case: CaseFile, tr: Translator, titles: dict[str, str] | None = None) -> str:
    """What the case is about; empty where that is not chosen yet. ``titles`` as above."""
    known = {} if titles is None else titles
    situation = case.situation
    if situation is None or situation not in knowledge.situations:
        return ""
    if situation not in known:
        known[situation] = title_in(knowledge.situations[situation], tr)
    return known[situation]


def arranged(every: Iterable[Row], wanted: Wanted, on: date) -> list[Row]:
    """The rows that are wanted, in order."""
    words = folded(wanted.words).split()
    reach = DUES[: DUES.index(wanted.due) + 1] if wanted.due is not None else None
    kept = [
        one
        for one in every
        if all(word in one.found_by or _is_handle(word, one.case) for word in words)
        and (wanted.status is None or one.summary.status == wanted.status)
        and (wanted.person is None or one.case.person == wanted.person)
        and (reach is None or one.near(on) in reach)
    ]
    return sorted(kept, key=lambda one: _key(one, wanted.sort))


def _key(one: Row, sort: Sort) -> tuple[object, ...]:
    due = one.summary.due or _NEVER
    match sort:
        case "name":
            return (one.by_name, due, one.by_title)
        case "status":
            return (_ORDER.index(one.summary.status), due)
        case "changed":
            return (-(one.case.touched or date.min).toordinal(), due)
        case _:
            return (due, _ORDER.index(one.summary.status), one.by_title)


def _is_handle(word: str, case: CaseFile) -> bool:
    return len(word) >= _TELLING and short(case).startswith(word)


def short(case: CaseFile) -> str:
    """The short handle of a case: the first digits of what names it in calendars and hand-overs."""
    return case.uid[:_SHORT]
