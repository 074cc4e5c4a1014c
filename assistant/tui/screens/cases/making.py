"""Making a case book: what it is and is not, then the passphrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.guide.caseabout import about_book
from assistant.model import N_
from assistant.text import show
from assistant.tui.messages import CasesWanted, Finished
from assistant.tui.screens.base import Body
from assistant.tui.widgets import Act, Tell
from assistant.tui.widgets.field import Field

from .secrets import NewSecretPage
from .work import with_uid

if TYPE_CHECKING:
    from assistant.casebook import Secret
    from assistant.guide.casefile import CaseFile
    from assistant.model import PersonKept
    from assistant.tui.state import State

_LOCKS = N_("It locks itself after five minutes without a key. Half-typed answers are then lost.")


class MakeBookPage(NewSecretPage):
    """Eight short lines; then the passphrase."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._asks = False

    def content(self) -> Iterator[Widget]:
        """What it is; then where it goes, and how it is opened."""
        if not self._asks:
            yield from self.head(lambda tr: tr("A case book"))
            for at in range(len(about_book(self.tr))):
                yield self.item(_about(at))
            yield self.item(lambda tr: tr(_LOCKS))
            yield Act(lambda tr: tr("Choose a passphrase for it"), self.tr, "on", number=1, primary=True, id="on")
            yield Act(lambda tr: tr("Do not make one"), self.tr, "not", number=2, id="not")
            return
        yield from self.head(lambda tr: tr("A passphrase for the case book"))
        yield self.say(lambda tr: tr("It is put here: {path}", path=show(str(self.state.book_path))), classes="muted")
        yield from self.secret_fields()
        yield Act(lambda tr: tr("Make the book"), self.tr, "go", primary=True, id="go")

    def begin(self) -> None:
        """On the way on; then on the passphrase."""
        if self._asks:
            self.query_one("#first", Field).focus()
        else:
            super().begin()

    def back(self) -> bool:
        """From the passphrase to what a book is."""
        if self.busy or not self._asks:
            return self.busy
        self.run_worker(self._ask(asks=False), exclusive=True, group="ask")
        return True

    async def _ask(self, *, asks: bool) -> None:
        self._asks = asks
        self.set_focus(None)
        await self.query_one(Body).recompose()
        self.query_one(Body).scroll_home(animate=False)
        self.begin()

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        if event.field.id == "first":
            self.judge_soon()

    @on(Field.Submitted)
    async def _entered(self, event: Field.Submitted) -> None:
        await self.entered(event.field)

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        if event.value == "on":
            await self._ask(asks=True)
        elif event.value == "not":
            self.post_message(Finished())
        elif not await self.pressed(event.value):
            await self.ready()

    async def do(self, secret: Secret) -> None:
        """Make it, in a thread, and go on where the person was."""
        room, uid = self.cases.room, self.state.opened.uid if self.state.opened is not None else None

        def job() -> tuple[CaseFile, Mapping[str, PersonKept]] | None:
            room.make(secret)
            return with_uid(room.shelf, uid)

        self.work(job, self._made)

    def _made(self, looked: tuple[CaseFile, Mapping[str, PersonKept]] | None) -> None:
        self.state.changes += 1
        if looked is not None:
            self.open_case(looked)
        else:
            self.post_message(CasesWanted())


def _about(at: int) -> Tell:
    return lambda tr: about_book(tr)[at]
