"""Whose cases there are: marks, and names when one asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widget import Widget

from assistant.guide.casepersons import folded, mark_of
from assistant.i18n import Translator
from assistant.tui.case_places import PersonOf, Persons
from assistant.tui.messages import Finished
from assistant.tui.places import To
from assistant.tui.widgets import Act, Say, fixed
from assistant.tui.widgets.field import Field

from .work import WorkPage

if TYPE_CHECKING:
    from assistant.model import PersonKept
    from assistant.tui.state import State

_SHOWN = 40


class PersonsPage(WorkPage):
    """Choose one for a case, or open one to change it."""

    def __init__(self, state: State, to: Persons) -> None:
        super().__init__(state)
        self._choose = to.choose
        self._many = 0

    def content(self) -> Iterator[Widget]:
        """Search, then the people."""
        yield from self.head(lambda tr: tr("Whose case is it?") if self._choose else tr("People"))
        yield Act(lambda tr: tr("Add a person"), self.tr, PersonOf(None, self._choose), number=1, id="add")
        yield Act(self._named, self.tr, "names", number=2, id="names")
        yield Field(id="search")
        yield self.say(self._told, classes="muted", id="told")
        yield Vertical(id="hits")

    def _named(self, tr: Translator) -> str:
        return tr("Hide names") if self.cases.names else tr("Show names")

    def _told(self, tr: Translator) -> str:
        if not self.cases.persons:
            return tr("Nobody is kept here yet.")
        return tr("{shown} of {all}", shown=self._many, all=len(self.cases.persons))

    def begin(self) -> None:
        """Read who is there."""
        self.query_one("#add", Act).focus()
        self._read()

    def _read(self) -> None:
        shelf = self.shelf
        self.work(lambda: dict(shelf.persons()), self._know)

    async def _know(self, persons: Mapping[str, PersonKept]) -> None:
        self.cases.persons = persons
        await self._fill()

    async def _fill(self) -> None:
        words, names = folded(self.query_one("#search", Field).text).split(), self.cases.names
        fitting = [
            (at, one)
            for at, one in self.cases.persons.items()
            if all(word in folded(f"{one.name} {one.reference}") for word in words)
        ]
        self._many = len(fitting)
        fitting.sort(key=lambda pair: folded(pair[1].name))
        box = self.query_one("#hits")
        await box.remove_children()
        await box.mount(*(self._line(at, one, names=names) for at, one in fitting[:_SHOWN]))
        self.query_one("#told", Say).speak(self.tr)

    def _line(self, at: str, one: PersonKept, *, names: bool) -> Act:
        told = " · ".join(part for part in (one.name, one.reference) if part) if names else mark_of(one)
        return Act(fixed(told), self.tr, ("person", at), id=f"p-{at}")

    @on(Field.Changed)
    async def _typed(self) -> None:
        await self._fill()

    async def renew(self) -> None:
        """Somebody was added, or changed. A new person for a case is chosen already."""
        if self._choose and self.cases.chosen in self.cases.persons:
            self.post_message(Finished())
        else:
            self._read()

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        match event.value:
            case "names":
                self.cases.names = not self.cases.names
                event.act.speak(self.tr)
                await self._fill()
            case ("person", str(at)) if self._choose:
                self.cases.chosen = at
                self.state.changes += 1
                self.post_message(Finished())
            case ("person", str(at)):
                self.go(PersonOf(at))
            case _:
                to: To = event.value  # type: ignore[assignment]
                self.go(to)
