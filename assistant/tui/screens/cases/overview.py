"""All cases at a glance: searched as one types, sorted, filtered; marks instead of names until one asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from textual import on
from textual.containers import Container
from textual.widget import Widget

from assistant.guide.caserows import SORTS as ORDERS
from assistant.guide.caserows import Sort
from assistant.i18n import Translator
from assistant.model import N_
from assistant.tui.case_places import BookOf, Cases, MakeBook, MakeSheet, NewCase, Persons, TakeOver, Unlock
from assistant.tui.listing import FILTERS, SORTS, Filter, Listing, read_listing, sign
from assistant.tui.messages import LockWanted
from assistant.tui.places import To
from assistant.tui.screens.base import Body, Foot
from assistant.tui.widgets import Act, Say
from assistant.tui.widgets.field import Field
from assistant.tui.widgets.table import Entry, Table

from .work import WorkPage, looked_at

if TYPE_CHECKING:
    from assistant.tui.state import State

_MEMORY = N_("These cases are in memory only. They are gone when you leave.")
_BOOK = N_("These cases are in your book. It locks after five minutes without a key.")
_SEARCH = N_("Search: name, reference, situation, recipient")
_NONE = N_("There is no case yet.")
_SIGNS = N_("! passed · ● today · ◐ within seven days")


class CasesPage(WorkPage):
    """The volunteer's view."""

    def __init__(self, state: State, to: Cases) -> None:
        super().__init__(state)
        self._person = to.person
        self._sort: Sort = "due"
        self._only: Filter = "all"
        self._listing: Listing | None = None
        self._shown = 0

    def frame(self) -> Iterator[Widget]:
        """The search, the list, and what can be done."""
        yield Body(self)
        yield Table(id="table")
        yield Foot(self)

    def content(self) -> Iterator[Widget]:
        """Title, search field, count."""
        yield from self.head(lambda tr: tr("Your cases"))
        yield self.say(self._where, classes="muted")
        yield self.say(self._near, classes="warn", id="near")
        yield Field(id="search", placeholder=self.tr(_SEARCH))
        yield self.say(self._count, classes="muted", id="count")

    def foot(self) -> Iterator[Widget]:
        """Numbered, in a grid."""
        with Container(classes="tabs"):
            yield Act(lambda tr: tr("New case"), self.tr, NewCase(), number=1, id="new")
            yield Act(self._sorted, self.tr, "sort", number=2, id="sort")
            yield Act(self._filtered, self.tr, "filter", number=3, id="filter")
            yield Act(self._named, self.tr, "names", number=4, id="names")
            yield Act(lambda tr: tr("People"), self.tr, Persons(), number=5, id="persons")
            yield Act(lambda tr: tr("List of the week, to print"), self.tr, MakeSheet("week"), number=6, id="week")
            yield Act(
                lambda tr: tr("Calendar file of all cases"),
                self.tr,
                MakeSheet("calendar"),
                number=7,
                id="calendar",
            )
            yield Act(lambda tr: tr("Take over a case from a file"), self.tr, TakeOver(), number=8, id="take")
            yield Act(self._book, self.tr, "book", number=9, id="book")
            if self.cases.room.kept:
                yield Act(lambda tr: tr("Lock the book now"), self.tr, "lock", number=0, id="lock")

    def _where(self, tr: Translator) -> str:
        return tr(_BOOK if self.cases.room.kept else _MEMORY)

    def _book(self, tr: Translator) -> str:
        if self.cases.room.kept:
            return tr("The case book")
        if self.state.book_path.exists():
            return tr("Open the case book")
        return tr("Make a case book")

    def _sorted(self, tr: Translator) -> str:
        return tr("Sorted by: {order}", order=tr(SORTS[self._sort]))

    def _filtered(self, tr: Translator) -> str:
        return tr("Shown: {which}", which=tr(FILTERS[self._only]))

    def _named(self, tr: Translator) -> str:
        return tr("Hide names") if self.cases.names else tr("Show names")

    def _near(self, tr: Translator) -> str:
        if self._listing is None or not self._listing.near:
            return ""
        pairs = self._listing.near[:2]
        if not self.cases.names:
            return tr.plural(
                "{n} pair of people have nearly the same name. Show names to see which.",
                "{n} pairs of people have nearly the same name. Show names to see which.",
                len(self._listing.near),
            )
        told = tr.list([f"{one} / {other}" for one, other in pairs])
        return tr("Two people have nearly this name: {names}", names=told)

    def _count(self, tr: Translator) -> str:
        if self._listing is None:
            return tr("The cases are being read.")
        if not self._listing.lines:
            return tr(_NONE)
        told = tr("{shown} of {all}", shown=self._shown, all=len(self._listing.lines))
        return f"{told}   {tr(_SIGNS)}"

    def begin(self) -> None:
        """Type at once; where there is no case, the way to one has the focus."""
        self.query_one("#near").display = False
        self._read()
        if not self._listing or self._listing.lines:
            self.query_one("#search", Field).focus()

    def _read(self) -> None:
        shelf, adviser, tr, before = self.shelf, self.state.adviser, self.tr, self.cases.listing

        def job() -> Listing:
            return (
                before if before is not None and before.holds(shelf, adviser, tr) else read_listing(shelf, adviser, tr)
            )

        self.work(job, self._know)

    def _know(self, listing: Listing) -> None:
        self._listing = self.cases.listing = listing
        self.cases.persons = listing.persons
        self.query_one("#near").display = bool(listing.near)
        self.query_one("#near", Say).speak(self.tr)
        if not listing.lines and isinstance(self.focused, Widget) and not self.query_one("#search", Field).text:
            self.query_one("#new", Act).focus()
        self._fill()

    def _fill(self) -> None:
        listing = self._listing
        if listing is None:
            return
        text, on_day, names = self.query_one("#search", Field).text, self.state.on, self.cases.names
        found = listing.found(text, self._sort, self._only, self._person, on_day)
        self._shown = len(found)
        self.query_one(Table).show_entries(
            [
                Entry(
                    one.case.name,
                    sign(one, on_day),
                    (one.name if names else one.mark, one.title, one.words, listing.whats[one.case.name]),
                )
                for one in found
            ],
            names=names,
        )
        self.query_one("#count", Say).speak(self.tr)

    @on(Field.Changed)
    def _typed(self) -> None:
        self._fill()

    @on(Field.Submitted)
    def _enter(self) -> None:
        table = self.query_one(Table)
        if table.entries:
            table.action_choose()

    async def renew(self) -> None:
        """Read again what changed on another page."""
        await self.query_one(Foot).recompose()
        self._read()

    async def respeak(self) -> None:
        """In another language; what is typed stays."""
        await super().respeak()
        self.query_one("#search", Field).hint(self.tr(_SEARCH))
        self._read()

    @on(Table.Chosen)
    def _open(self, event: Table.Chosen) -> None:
        shelf, name = self.shelf, event.value
        self.work(lambda: looked_at(shelf, shelf.case(name)), self.open_case)

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        match event.value:
            case "sort":
                self._sort = ORDERS[(ORDERS.index(self._sort) + 1) % len(ORDERS)]
                event.act.speak(self.tr)
                self._fill()
            case "filter":
                filters: tuple[Filter, ...] = get_args(Filter)
                self._only = filters[(filters.index(self._only) + 1) % len(filters)]
                event.act.speak(self.tr)
                self._fill()
            case "names":
                self.cases.names = not self.cases.names
                event.act.speak(self.tr)
                self.query_one("#near", Say).speak(self.tr)
                self._fill()
            case "lock":
                self.post_message(LockWanted())
            case "book":
                there = self.state.book_path.exists()
                self.go(BookOf() if self.cases.room.kept else Unlock() if there else MakeBook())
            case _:
                to: To = event.value  # type: ignore[assignment]
                self.go(to)
