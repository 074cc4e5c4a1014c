"""The passphrase of the case book. Nothing of a case stands on this page, nor on any below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.i18n import Translator
from assistant.model import N_, RecourseError
from assistant.text import show
from assistant.tui.case_places import Cases, Unlock
from assistant.tui.messages import CasesWanted
from assistant.tui.widgets import Act
from assistant.tui.widgets.field import Field
from assistant.tui.widgets.secret import SecretField

from .secrets import secret_of
from .work import WorkPage, with_uid

if TYPE_CHECKING:
    from assistant.casebook import Secret
    from assistant.guide.casefile import CaseFile
    from assistant.model import PersonKept
    from assistant.tui.state import State

_OPENS = N_("The book locks itself after five minutes without a key. Half-typed answers are then lost.")


class UnlockPage(WorkPage):
    """Passphrase, key file, and what is wrong in words."""

    def __init__(self, state: State, to: Unlock) -> None:
        super().__init__(state)
        self._locked = to.locked
        self._secret: Secret | None = None

    def whereabouts(self, tr: Translator) -> str:
        """Says nothing of cases where the screen is left alone."""
        return tr("Locked") if self._locked else super().whereabouts(tr)

    def content(self) -> Iterator[Widget]:
        """What to type, and the way on without it."""
        if self._locked:
            yield from self.head(
                lambda tr: tr("Locked"),
                lambda tr: tr(
                    "Type the passphrase to go on. What was told is in the book; half-typed answers are gone."
                ),
            )
        else:
            yield from self.head(lambda tr: tr("Open the case book"), lambda tr: tr(_OPENS))
        yield self.say(lambda tr: tr("Book: {path}", path=show(str(self.state.book_path))), classes="muted")
        yield self.say(lambda tr: tr("Passphrase"), classes="gap")
        yield SecretField(id="passphrase")
        yield self.say(lambda tr: tr("Key file, if the book has one: its path"), classes="muted")
        yield Field(id="key-file")
        yield Act(lambda tr: tr("Open the book"), self.tr, "go", primary=True, id="go")
        yield Act(lambda tr: tr("Go on without the book"), self.tr, "without", id="without")

    def begin(self) -> None:
        """Type at once."""
        self.query_one("#passphrase", Field).focus()

    @on(Field.Submitted)
    async def _entered(self) -> None:
        await self._open()

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        match event.value:
            case "without":
                self.go(Cases(), instead=True)
            case "migrate":
                self._migrate()
            case "older":
                self._take_older()
            case _:
                await self._open()

    async def _open(self) -> None:
        passphrase = self.query_one("#passphrase", SecretField).passphrase
        key_file = self.query_one("#key-file", Field).text
        if not passphrase and not key_file:
            await self.problem(lambda tr: tr("Type the passphrase of the book."))
            return
        self._secret = secret_of(passphrase, key_file)
        room, secret, uid = self.cases.room, self._secret, self.state.opened.uid if self.state.opened else None

        def job() -> tuple[CaseFile, Mapping[str, PersonKept]] | None:
            room.open(secret)
            return with_uid(room.shelf, uid)

        self.work(job, self._opened)

    async def failed(self, error: RecourseError) -> None:
        """Words; and for a book of an older program the way to bring it up to date."""
        from assistant.casebook import OlderFormat, Replaced

        await super().failed(error)
        if isinstance(error, OlderFormat):
            act = Act(
                lambda tr: tr("Bring the book up to date; a backup is made first"), self.tr, "migrate", id="migrate"
            )
            await self.query_one("#problem").mount(act)
        elif isinstance(error, Replaced):
            act = Act(lambda tr: tr("Open it as it is now"), self.tr, "older", id="older")
            await self.query_one("#problem").mount(act)

    def _migrate(self) -> None:
        path, secret, room = self.state.book_path, self._secret, self.cases.room
        if secret is None:
            return
        known = secret

        def job() -> None:
            from assistant.casebook import migrate

            migrate(path, known)
            room.open(known)

        self.work(job, lambda _: self._opened(None))

    def _take_older(self) -> None:
        path, secret = self.state.book_path, self._secret
        if secret is None:
            return
        known = secret

        def job() -> None:
            from assistant.casebook import open_book

            open_book(path, known, older_copy=True).close()
            self.cases.room.open(known)

        self.work(job, lambda _: self._opened(None))

    def _opened(self, looked: tuple[CaseFile, Mapping[str, PersonKept]] | None) -> None:
        self._secret = None
        self.state.changes += 1
        if looked is not None:
            self.open_case(looked)
        else:
            self.post_message(CasesWanted())
