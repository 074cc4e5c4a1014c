"""Removing a case, or a person with all cases: what goes, what cannot be promised, and the name to type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.guide.caseabout import about_removal
from assistant.guide.casepersons import folded
from assistant.i18n import Translator
from assistant.model import N_
from assistant.tui.case_places import Remove
from assistant.tui.messages import CasesWanted, Finished
from assistant.tui.widgets import Act, Tell
from assistant.tui.widgets.field import Field

from .work import WorkPage

if TYPE_CHECKING:
    from assistant.tui.state import State

_GOES = {
    "case": N_("The case goes, with its letters, papers and notes."),
    "person": N_("The person goes, with every case of theirs: letters, papers and notes."),
}


class RemovePage(WorkPage):
    """The name is typed, so that no wrong one goes by a slip."""

    def __init__(self, state: State, to: Remove) -> None:
        super().__init__(state)
        self._to = to
        opened, person = state.opened, state.cases.persons.get(to.name)
        if to.kind == "person":
            self._what = person.name if person is not None else ""
        elif opened is not None:
            marked = state.cases.marked(opened, state.tr)
            self._what = opened.label or marked.mark or marked.title
        else:
            self._what = ""

    def content(self) -> Iterator[Widget]:
        """What goes, what stays, the name."""
        person = self._to.kind == "person"
        yield from self.head(
            lambda tr: tr("Remove this person and all their cases") if person else tr("Remove the case"),
            lambda _: self._what,
        )
        yield self.item(lambda tr: tr(_GOES[self._to.kind]))
        for at in range(len(about_removal(self.tr, kept=self.cases.room.kept))):
            yield self.item(_stays(at))
        yield self.say(self._ask, classes="gap")
        yield Field(id="name")
        yield Act(lambda tr: tr("Keep it"), self.tr, "keep", number=1, id="keep")
        yield Act(
            lambda tr: tr("Remove the person and all cases") if person else tr("Remove this case"),
            self.tr,
            "go",
            number=2,
            id="go",
        )

    def _ask(self, tr: Translator) -> str:
        return tr("To remove it, type the name: {name}", name=self._what)

    def begin(self) -> None:
        """On the way that loses nothing."""
        self.query_one("#keep").focus()

    @on(Field.Submitted)
    async def _entered(self) -> None:
        await self._remove()

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        if event.value == "keep":
            self.post_message(Finished())
        else:
            await self._remove()

    async def _remove(self) -> None:
        if folded(self.query_one("#name", Field).text) != folded(self._what):
            await self.problem(lambda tr: tr("Type the name as it stands here, to remove it: {name}", name=self._what))
            return
        shelf, to = self.shelf, self._to
        if to.kind == "person":
            self.work(lambda: shelf.remove_person(to.name), self._gone)
        else:
            self.work(lambda: shelf.remove(to.name), lambda _: self._gone(1))

    def _gone(self, many: int) -> None:
        words = self.tr.plural("Removed: {n} case.", "Removed: {n} cases.", many)
        self.app.notify(words, markup=False)
        self.post_message(CasesWanted())


def _stays(at: int) -> Tell:
    return lambda tr: about_removal(tr)[at]
