"""The lines of the overview: read once for each state of the store, then sorted and filtered in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from assistant.guide.casepersons import near_pairs
from assistant.guide.caserows import Row, Sort, Wanted, arranged, rows
from assistant.guide.casework import HEADINGS
from assistant.guide.following import route_in
from assistant.knowledge import title_in
from assistant.model import N_

if TYPE_CHECKING:
    from assistant.guide import Adviser
    from assistant.guide.shelf import Shelf
    from assistant.i18n import Translator
    from assistant.model import PersonKept

SORTS: dict[Sort, str] = {
    "due": N_("what is due first"),
    "name": N_("mark or name"),
    "status": N_("status"),
    "changed": N_("last change"),
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
_SIGNS = {"passed": "!", "today": "●", "week": "◐", None: " "}


@dataclass(frozen=True)
class Listing:
    """All cases in one language, as they were at one count of the store."""

    shelf: Shelf
    counter: int
    on: date
    locale: str
    lines: tuple[Row, ...]
    whats: Mapping[str, str]
    """What is next, by the name of the case."""
    persons: dict[str, PersonKept]
    near: tuple[tuple[str, str], ...]
    """Names that are nearly the same."""

    def holds(self, shelf: Shelf, adviser: Adviser, tr: Translator) -> bool:
        """Whether nothing has changed since. For threads."""
        here = (self.shelf is shelf, self.on == adviser.on, self.locale == tr.locale)
        return all(here) and self.counter == shelf.store.counter

    def found(self, text: str, sort: Sort, only: Filter, person: str | None, on: date) -> list[Row]:
        """The lines that fit, in order."""
        match only:
            case "all":
                wanted = Wanted(text, person=person, sort=sort)
            case "week":
                wanted = Wanted(text, due="week", person=person, sort=sort)
            case _:
                wanted = Wanted(text, status=only, person=person, sort=sort)
        return arranged(self.lines, wanted, on)


def sign(row: Row, on: date) -> str:
    """Passed, today, this week."""
    return _SIGNS[row.near(on)]


def read_listing(shelf: Shelf, adviser: Adviser, tr: Translator) -> Listing:
    """Read every case. For threads: half a second for five hundred."""
    counter, persons = shelf.store.counter, dict(shelf.persons())
    lines = rows(adviser, shelf, tr)
    titles: dict[str, str] = {}
    whats = {one.case.name: _what(one, adviser, tr, titles) for one in lines}
    near = tuple((persons[one].name, persons[other].name) for one, other in near_pairs(persons))
    return Listing(shelf, counter, adviser.on, tr.locale, lines, whats, persons, near)


def _what(row: Row, adviser: Adviser, tr: Translator, titles: dict[str, str]) -> str:
    item = row.summary.next
    if item is None or item.route is None or item.kind not in HEADINGS:
        return ""
    name = route_in(adviser.knowledge, row.case, item.route).id
    if name not in titles:
        titles[name] = title_in(adviser.knowledge.routes[name], tr)
    return tr(HEADINGS[item.kind], title=titles[name])
