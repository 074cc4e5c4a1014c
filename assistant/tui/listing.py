"""The lines of the overview: read once for each state of the store, then sorted and filtered in memory."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from assistant.guide.casework import HEADINGS, status_words, summary
from assistant.guide.following import Item, route_in
from assistant.knowledge import title_in
from assistant.model import N_

from .marking import Marked, mark_of, near_names, situation_title

if TYPE_CHECKING:
    from assistant.guide import Adviser
    from assistant.guide.casefile import CaseFile
    from assistant.guide.following import Summary
    from assistant.guide.shelf import Shelf
    from assistant.i18n import Translator
    from assistant.model import PersonKept

Sort = Literal["due", "name", "status", "touched"]
SORTS: dict[Sort, str] = {
    "due": N_("what is due first"),
    "name": N_("mark or name"),
    "status": N_("status"),
    "touched": N_("last change"),
}
Filter = Literal["all", "week", "not_started", "in_progress", "waiting", "done"]
FILTERS: dict[Filter, str] = {
    "all": N_("all"),
    "week": N_("due within seven days"),
    "not_started": N_("not started"),
    "in_progress": N_("in progress"),
    "waiting": N_("waiting for answer"),
    "done": N_("done"),
}
_ORDER = ("in_progress", "not_started", "waiting", "done")
_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Listed:
    """One case as it stands in lists."""

    case: CaseFile
    marked: Marked
    summary: Summary
    status: str
    what: str
    text: str
    """What the search looks through."""

    def sign(self, on: date) -> str:
        """Passed, today, this week."""
        due = self.summary.due
        if due is None:
            return " "
        if self.summary.passed or due < on:
            return "!"
        return "●" if due == on else "◐" if due <= on + _WEEK else " "


@dataclass(frozen=True)
class Listing:
    """All cases in one language, as they were at one count of the store."""

    shelf: Shelf
    counter: int
    on: date
    locale: str
    lines: tuple[Listed, ...]
    persons: dict[str, PersonKept]
    near: tuple[tuple[str, str], ...]
    """Names that are nearly the same."""

    def holds(self, shelf: Shelf, adviser: Adviser, tr: Translator) -> bool:
        """Whether nothing has changed since. For threads."""
        here = (self.shelf is shelf, self.on == adviser.on, self.locale == tr.locale)
        return all(here) and self.counter == shelf.store.counter

    def found(self, text: str, sort: Sort, only: Filter, person: str | None, on: date) -> list[Listed]:
        """The lines that fit, in order."""
        words = plain_text(text).split()
        lines: Iterable[Listed] = self.lines
        if person is not None:
            lines = (one for one in lines if one.case.person == person)
        if only == "week":
            lines = (one for one in lines if one.summary.due is not None and one.summary.due <= on + _WEEK)
        elif only != "all":
            lines = (one for one in lines if one.summary.status == only)
        return sorted(
            (one for one in lines if all(word in one.text for word in words)), key=lambda one: _key(one, sort)
        )


def _key(one: Listed, sort: Sort) -> tuple[object, ...]:
    due = one.summary.due or date.max
    match sort:
        case "name":
            return (one.marked.name or one.marked.title, due)
        case "status":
            return (_ORDER.index(one.summary.status), due)
        case "touched":
            return (-(one.case.touched or date.min).toordinal(), due)
        case _:
            return (due, one.marked.title)


def read_listing(shelf: Shelf, adviser: Adviser, tr: Translator) -> Listing:
    """Read every case. For threads: half a second for five hundred."""
    counter, persons = shelf.store.counter, dict(shelf.persons())
    titles: dict[str, str] = {}
    lines = []
    for case in shelf.cases():
        if case.situation is not None and case.situation not in titles:
            titles[case.situation] = situation_title(case, adviser.knowledge, tr)
        title = titles.get(case.situation or "", "")
        marked = mark_of(case, persons, title, tr)
        found = summary(adviser.knowledge, case, adviser.on)
        parts = (marked.mark, marked.name, marked.title, title, *(step.recipient for step in case.steps))
        what = _what(case, found.next, adviser, tr, titles)
        lines.append(Listed(case, marked, found, status_words(found, tr), what, plain_text(" ".join(parts))))
    near = near_names([one.name for one in persons.values()])
    return Listing(shelf, counter, adviser.on, tr.locale, tuple(lines), persons, tuple(near))


def _what(case: CaseFile, item: Item | None, adviser: Adviser, tr: Translator, titles: dict[str, str]) -> str:
    if item is None or item.route is None or item.kind not in HEADINGS:
        return ""
    name = route_in(adviser.knowledge, case, item.route).id
    if name not in titles:
        titles[name] = title_in(adviser.knowledge.routes[name], tr)
    return tr(HEADINGS[item.kind], title=titles[name])


def plain_text(text: str) -> str:
    """As the search compares it."""
    return unicodedata.normalize("NFKC", text).casefold()
