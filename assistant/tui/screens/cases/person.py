"""One person: name, mark, note; names that are nearly the same are pointed out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.guide.casepersons import near as nearly
from assistant.tui.case_places import Cases, HandOver, PersonOf, Remove
from assistant.tui.messages import Finished
from assistant.tui.places import To
from assistant.tui.widgets import Act
from assistant.tui.widgets.field import Field

from .work import WorkPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.model import PersonKept
    from assistant.tui.state import State


class PersonPage(WorkPage):
    """A new person, or one to be changed."""

    def __init__(self, state: State, to: PersonOf) -> None:
        super().__init__(state)
        self._at, self._choose = to.at, to.choose
        self._warned = ""

    def content(self) -> Iterator[Widget]:
        """Three fields; for a person who is there, what can be done with them."""
        person = self.cases.persons.get(self._at or "")
        yield from self.head(
            lambda tr: tr("Add a person") if self._at is None else tr("A person"),
            lambda tr: tr("Lists show the reference or the initials. The name shows when you ask for it."),
        )
        yield self.say(lambda tr: tr("Name"))
        yield Field(person.name if person else "", id="name")
        yield self.say(lambda tr: tr("A short reference of your own (optional)"), classes="muted")
        yield Field(person.reference if person else "", id="reference")
        yield self.say(lambda tr: tr("A note (optional). It goes into no letter."), classes="muted")
        yield Field(person.note if person else "", lines=True, id="note")
        yield Act(lambda tr: tr("Keep this"), self.tr, "go", primary=True, id="go")
        if self._at is not None:
            at = self._at
            yield Act(lambda tr: tr("Show the cases of this person"), self.tr, Cases(at), id="theirs")
            yield Act(lambda tr: tr("Hand over this person with all cases"), self.tr, HandOver("person", at), id="hand")
            yield Act(
                lambda tr: tr("Remove this person and all their cases"), self.tr, Remove("person", at), id="remove"
            )

    def begin(self) -> None:
        """Type at once."""
        self.query_one("#name", Field).focus()

    @on(Field.Submitted)
    async def _entered(self) -> None:
        await self._keep()

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        if event.value == "go":
            await self._keep()
        else:
            to: To = event.value  # type: ignore[assignment]
            self.go(to)

    async def _keep(self) -> None:
        name, reference, note = (self.query_one(f"#{one}", Field).text for one in ("name", "reference", "note"))
        if not name:
            await self.problem(lambda tr: tr("Enter the name, for example: {example}", example="Li Wei"))
            return
        others = {at: one for at, one in self.cases.persons.items() if at != self._at}
        near = [others[at].name for at in nearly(name, others)]
        if near and self._warned != name:
            self._warned = name
            await self.problem(
                lambda tr: tr(
                    "Two people have nearly this name: {names}. If it is another person, keep it once more.",
                    names=tr.list(near[:3]),
                ),
                warns=True,
            )
            return
        shelf, at = self.shelf, self._at

        def job() -> tuple[str, Mapping[str, PersonKept]]:
            if at is None:
                made = shelf.add_person(name, reference, note)
                return made, dict(shelf.persons())
            shelf.change_person(at, name=name, reference=reference, note=note)
            return at, dict(shelf.persons())

        self.work(job, self._kept)

    def _kept(self, done: tuple[str, Mapping[str, PersonKept]]) -> None:
        at, self.cases.persons = done
        if self._choose:
            self.cases.chosen = at
        self.state.changes += 1
        self.post_message(Finished())
