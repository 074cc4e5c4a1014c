"""Taking a case over: the file, its passphrase, what is in it, and only then the question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.model import N_
from assistant.tui.messages import CasesWanted, Finished
from assistant.tui.screens.base import Body
from assistant.tui.widgets import Act
from assistant.tui.widgets.field import Field
from assistant.tui.widgets.secret import SecretField

from .secrets import secret_of
from .work import MEMORY, WorkPage, typed_path

if TYPE_CHECKING:
    from assistant.guide.casehanding import Parcel
    from assistant.i18n import Translator
    from assistant.tui.state import State

_WHICH = N_("Enter the path of the file, for example: {example}")


class TakeOverPage(WorkPage):
    """Two steps; nothing is taken before the second."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._parcel: Parcel | None = None

    def content(self) -> Iterator[Widget]:
        """The file; then what is in it."""
        if self._parcel is not None:
            yield from self.head(lambda tr: tr("This is in the file"))
            yield self.item(self._many)
            yield self.item(self._more)
            yield self.item(self._who)
            yield self.say(lambda tr: tr("They become new cases of yours. Nothing you have is changed."), classes="gap")
            if not self.cases.room.kept:
                yield self.say(lambda tr: tr(MEMORY), classes="warn")
            yield Act(lambda tr: tr("Take them over"), self.tr, "take", number=1, primary=True, id="take")
            yield Act(lambda tr: tr("Leave them"), self.tr, "leave", number=2, id="leave")
            return
        yield from self.head(
            lambda tr: tr("Take over a case from a file"),
            lambda tr: tr("For a file that somebody handed over to you with this program."),
        )
        yield self.say(lambda tr: tr("Which file? Its path, for example: {example}", example="/media/stick/parcel"))
        yield Field(id="path")
        yield self.say(lambda tr: tr("Its passphrase"))
        yield SecretField(id="passphrase")
        yield self.say(lambda tr: tr("Key file, if it has one: its path"), classes="muted")
        yield Field(id="key-file")
        yield Act(lambda tr: tr("Look what is in it"), self.tr, "look", primary=True, id="look")

    def _many(self, tr: Translator) -> str:
        return tr.plural("{n} case", "{n} cases", len(self._parcel.cases) if self._parcel else 0)

    def _more(self, tr: Translator) -> str:
        parcel = self._parcel
        steps = tr.plural("{n} step", "{n} steps", parcel.steps if parcel else 0)
        papers = tr.plural("{n} paper", "{n} papers", parcel.papers if parcel else 0)
        return tr("{steps}, {papers}", steps=steps, papers=papers)

    def _who(self, tr: Translator) -> str:
        names = [one.name for one in self._parcel.persons.values()] if self._parcel else []
        return tr("People: {names}", names=tr.list(names)) if names else tr("Nobody is named in it.")

    def begin(self) -> None:
        """Type at once."""
        if self.query("#path"):
            self.query_one("#path", Field).focus()
        else:
            self.query_one("#take").focus()

    @on(Field.Submitted)
    async def _entered(self) -> None:
        await self._look()

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        match event.value:
            case "take" if self._parcel is not None:
                parcel, shelf = self._parcel, self.shelf
                self.work(lambda: parcel.take(shelf), self._taken)
            case "leave":
                self.post_message(Finished())
            case _:
                await self._look()

    async def _look(self) -> None:
        from assistant.guide.casehanding import unpack

        told = self.query_one("#path", Field).text
        if not told:
            await self.problem(lambda tr: tr(_WHICH, example="/media/stick/parcel"))
            return
        secret = secret_of(
            self.query_one("#passphrase", SecretField).passphrase, self.query_one("#key-file", Field).text
        )
        path = typed_path(told)
        self.work(lambda: unpack(path, secret), self._seen_inside)

    async def _seen_inside(self, parcel: Parcel) -> None:
        self._parcel = parcel
        self.set_focus(None)
        await self.query_one(Body).recompose()
        self.begin()

    def _taken(self, names: list[str]) -> None:
        told = self.tr.plural("Taken over: {n} case.", "Taken over: {n} cases.", len(names))
        self.app.notify(told, markup=False)
        self.post_message(CasesWanted())

    def on_unmount(self) -> None:
        """Forget its keys."""
        if self._parcel is not None:
            self._parcel.close()
