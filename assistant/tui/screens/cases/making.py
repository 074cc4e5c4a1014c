"""Making a case book: what it is and is not, then the passphrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

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

_ABOUT = (
    N_("A case book is one encrypted file. It keeps your cases, your letters and your papers."),
    N_("Others can see that the file exists and how large it is, not what is in it."),
    N_("Without the passphrase nobody can open it, also not you. There is no way back."),
    N_("Somebody who makes you tell the passphrase reads everything in it."),
    N_("While the book is open, this computer can write parts of its memory to the disk, for example when it sleeps."),
    N_("A key file makes guessing harder, if you keep it elsewhere. Without it the book stays shut."),
    N_("Make backups on another drive. Keep only what you need."),
    N_("It locks itself after five minutes without a key. Half-typed answers are then lost."),
)


class MakeBookPage(NewSecretPage):
    """Eight short lines; then the passphrase."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._asks = False

    def content(self) -> Iterator[Widget]:
        """What it is; then where it goes, and how it is opened."""
        if not self._asks:
            yield from self.head(lambda tr: tr("A case book"))
            for line in _ABOUT:
                yield self.item(_said(line))
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


def _said(words: str) -> Tell:
    return lambda tr: tr(words)
