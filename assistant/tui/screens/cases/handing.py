"""Handing a case over: where the file goes, and the passphrase it gets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.model import N_
from assistant.text import show
from assistant.tui.case_places import HandOver
from assistant.tui.messages import Finished
from assistant.tui.widgets import Act
from assistant.tui.widgets.field import Field

from .secrets import NewSecretPage
from .work import typed_path

if TYPE_CHECKING:
    from assistant.casebook import Secret
    from assistant.i18n import Translator
    from assistant.tui.state import State

_NO_PATH = N_("Enter a path for the file, for example on a USB stick: {example}")


class HandOverPage(NewSecretPage):
    """A new encrypted file with a passphrase of its own."""

    def __init__(self, state: State, to: HandOver) -> None:
        super().__init__(state)
        self._to = to

    def _what(self, tr: Translator) -> str:
        if self._to.kind == "person":
            person = self.cases.persons.get(self._to.name)
            return tr("This person with all cases: {name}", name=person.name if person is not None else "–")
        case = self.state.opened
        return self.cases.marked(case, tr).line() if case is not None else "–"

    def content(self) -> Iterator[Widget]:
        """What goes into it, where, and the passphrase."""
        yield from self.head(
            lambda tr: tr("Hand over to somebody else"),
            self._what,
            lambda tr: tr(
                "The file is encrypted. Tell the passphrase on another way than the file. Your own case stays as it is."
            ),
        )
        yield self.say(lambda tr: tr("Where? Give a path; others can see the name."), classes="muted")
        yield Field("parcel", id="path")
        yield self.say(
            lambda tr: tr(
                "It is put into the folder {folder}, unless you write another.", folder=show(str(Path.cwd()))
            ),
            classes="muted",
        )
        yield self.say(lambda tr: tr("A passphrase for this file alone"), classes="heading")
        yield from self.secret_fields()
        yield Act(lambda tr: tr("Write the file"), self.tr, "go", primary=True, id="go")

    def begin(self) -> None:
        """On the passphrase: the name is chosen."""
        self.query_one("#path", Field).focus(scroll_visible=False)

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        if event.field.id == "first":
            self.judge_soon()

    @on(Field.Submitted)
    async def _entered(self, event: Field.Submitted) -> None:
        await self.entered(event.field)

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        if not await self.pressed(event.value):
            await self.ready()

    async def do(self, secret: Secret) -> None:
        """Write it, in a thread."""
        from assistant.guide.casehanding import give

        told, to, shelf = self.query_one("#path", Field).text, self._to, self.shelf
        if not told:
            await self.problem(lambda tr: tr(_NO_PATH, example="/media/stick/parcel"))
            return
        target = typed_path(told)

        def job() -> Path:
            if to.kind == "case":
                return give(shelf, [to.name], target, secret)
            return give(shelf, [one.name for one in shelf.of_person(to.name)], target, secret, to.name)

        self.work(job, self._given)

    def _given(self, path: Path) -> None:
        self.state.saved.append(show(str(path)))
        self.app.notify(self.tr("Saved: {path}", path=show(str(path))), markup=False)
        self.post_message(Finished())
