"""The things done with a book, a page each: passphrases, backup, check, removal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import on
from textual.widget import Widget

from assistant.guide.caseabout import about_erasing, erase_word
from assistant.guide.casepersons import folded
from assistant.model import N_, InputError
from assistant.text import show
from assistant.tui.case_places import BookDo
from assistant.tui.messages import CasesWanted, Finished
from assistant.tui.screens.base import Page
from assistant.tui.widgets import Act, Tell
from assistant.tui.widgets.field import Field
from assistant.tui.widgets.secret import SecretField

from .book import ACTS
from .secrets import NewSecretPage, secret_of
from .work import WorkPage, typed_path

if TYPE_CHECKING:
    from assistant.casebook import Book, Secret
    from assistant.tui.state import State

_CLOSED = N_("The case book is locked. Open it first.")
_NO_NAME = N_("Enter a path for the backup, for example on a USB stick: {example}")


def doing_page(state: State, to: BookDo) -> Page:
    """The page of one thing."""
    return {
        "change": ChangePage,
        "add": AddPage,
        "keep": KeepPage,
        "backup": BackupPage,
        "verify": VerifyPage,
        "erase": ErasePage,
    }[to.what](state, to)


class _Doing(WorkPage):
    """What these pages share."""

    def __init__(self, state: State, to: BookDo) -> None:
        super().__init__(state)
        self._what = to.what

    def opening(self) -> Iterator[Widget]:
        """The title and one line."""
        words, about = ACTS[self._what]
        yield from self.head(_said(words), _said(about))

    def book(self) -> Book:
        """The open book. Raises ``InputError`` where it is locked."""
        book = self.cases.room.book
        if book is None:
            raise InputError(_CLOSED)
        return book

    def done(self, words: str, **values: str) -> Any:  # noqa: ANN401 - a callback
        """Say it, and go back."""

        def then(_: object) -> None:
            self.app.notify(self.tr(words, **values), markup=False)
            self.post_message(Finished())

        return then

    @on(Field.Submitted)
    async def submitted(self, event: Field.Submitted) -> None:
        """Enter is as good as the last line."""
        await self.begun(event.field)

    async def begun(self, field: Field) -> None:  # noqa: ARG002 - pages with many fields look at it
        """A field is filled."""
        await self.start()

    @on(Act.Pressed)
    async def chosen(self, event: Act.Pressed) -> None:
        """The last line."""
        if event.value == "keep":
            self.post_message(Finished())
        else:
            await self.start()

    async def start(self) -> None:
        """Do it."""
        raise NotImplementedError


class _NewSecret(_Doing, NewSecretPage):
    """With a new passphrase."""

    def __init__(self, state: State, to: BookDo) -> None:
        NewSecretPage.__init__(self, state)
        self._what = to.what

    @on(Field.Changed)
    def typed(self, event: Field.Changed) -> None:
        """Judge the new one."""
        if event.field.id == "first":
            self.judge_soon()

    @on(Act.Pressed)
    async def chosen(self, event: Act.Pressed) -> None:
        """The words that are offered, or the last line."""
        event.prevent_default()
        if not await self.pressed(event.value):
            await self.start()

    async def begun(self, field: Field) -> None:
        """To the next field, or on."""
        await self.entered(field)

    async def start(self) -> None:
        """Check the fields first."""
        await self.ready()


class ChangePage(_NewSecret):
    """Another passphrase in the place of one's own."""

    def content(self) -> Iterator[Widget]:
        """The old one, then the new one."""
        yield from self.opening()
        yield self.say(lambda tr: tr("Your passphrase now"))
        yield SecretField(id="old")
        yield self.say(lambda tr: tr("Key file now, if there is one: its path"), classes="muted")
        yield Field(id="old-file")
        yield self.say(lambda tr: tr("The new passphrase"), classes="heading")
        yield from self.secret_fields()
        yield Act(lambda tr: tr("Change the passphrase"), self.tr, "go", primary=True, id="go")

    def begin(self) -> None:
        """With the old one."""
        self.query_one("#old", Field).focus()

    async def do(self, secret: Secret) -> None:
        """Change it."""
        old = secret_of(self.query_one("#old", SecretField).passphrase, self.query_one("#old-file", Field).text)
        self.work(
            lambda: self.book().change_secret(old, secret),
            self.done(N_("The passphrase is changed. Older copies of the file still open with the old one.")),
        )


class AddPage(_NewSecret):
    """A passphrase for somebody else."""

    def content(self) -> Iterator[Widget]:
        """Let them type it themselves."""
        yield from self.opening()
        yield self.say(lambda tr: tr("Let the other person type it. They see everything in the book."), classes="warn")
        yield from self.secret_fields()
        yield Act(lambda tr: tr("Add this passphrase"), self.tr, "go", primary=True, id="go")

    def begin(self) -> None:
        """Type at once."""
        self.query_one("#first", Field).focus()

    async def do(self, secret: Secret) -> None:
        """Add it."""
        self.work(
            lambda: self.book().add_secret(secret),
            self.done(N_("The passphrase is added. It opens the book as yours does.")),
        )


class KeepPage(_Doing):
    """Only one's own."""

    def content(self) -> Iterator[Widget]:
        """One's own, once more."""
        yield from self.opening()
        yield self.say(lambda tr: tr("Your passphrase"))
        yield SecretField(id="mine")
        yield self.say(lambda tr: tr("Key file, if the book has one: its path"), classes="muted")
        yield Field(id="key-file")
        yield Act(lambda tr: tr("Keep only mine"), self.tr, "go", primary=True, id="go")

    def begin(self) -> None:
        """Type at once."""
        self.query_one("#mine", Field).focus()

    async def start(self) -> None:
        """Remove the others."""
        mine = secret_of(self.query_one("#mine", SecretField).passphrase, self.query_one("#key-file", Field).text)
        self.work(lambda: self.book().keep_only(mine), self.done(N_("Only your passphrase opens the book now.")))


class BackupPage(_Doing):
    """Where the copy goes."""

    def content(self) -> Iterator[Widget]:
        """The path."""
        yield from self.opening()
        yield self.say(lambda tr: tr("Where? Give a path; others can see the name."), classes="muted")
        yield Field(f"{self.state.book_path.name}-{self.state.on.isoformat()}", id="path")
        yield self.say(
            lambda tr: tr(
                "It is put into the folder {folder}, unless you write another.", folder=show(str(Path.cwd()))
            ),
            classes="muted",
        )
        yield Act(lambda tr: tr("Make the backup"), self.tr, "go", primary=True, id="go")

    async def start(self) -> None:
        """Copy it, in a thread."""
        told = self.query_one("#path", Field).text
        if not told:
            await self.problem(lambda tr: tr(_NO_NAME, example="/media/stick/copy"))
            return
        source, target = self.book().path, typed_path(told)

        def job() -> Path:
            from assistant.casebook import backup

            return backup(source, target)

        self.work(job, self.done(N_("The backup is made and was checked: {path}"), path=show(str(target))))


class VerifyPage(_Doing):
    """One line."""

    def content(self) -> Iterator[Widget]:
        """The line that begins."""
        yield from self.opening()
        yield Act(lambda tr: tr("Check the book"), self.tr, "go", primary=True, id="go")

    async def start(self) -> None:
        """Read everything."""
        self.work(lambda: self.book().verify(), self.done(N_("The whole book was read. Everything in it is whole.")))


class ErasePage(_Doing):
    """What goes, what cannot be promised, and a word to type."""

    def content(self) -> Iterator[Widget]:
        """Four lines, then the word."""
        yield from self.opening()
        for at in range(len(about_erasing(self.tr))):
            yield self.item(_erasing(at))
        yield self.say(
            lambda tr: tr("To remove the book, type this word: {word}", word=erase_word(tr)),
            classes="gap",
            id="ask",
        )
        yield Field(id="word")
        yield Act(lambda tr: tr("Keep the book"), self.tr, "keep", number=1, id="keep")
        yield Act(lambda tr: tr("Remove the book"), self.tr, "go", number=2, id="go")

    def begin(self) -> None:
        """On the way that loses nothing."""
        self.query_one("#keep").focus()

    async def start(self) -> None:
        """Remove it when the word stands there."""
        typed = folded(self.query_one("#word", Field).text)
        if typed != folded(erase_word(self.tr)):
            await self.problem(lambda tr: tr("Type the word {word} to remove the book.", word=erase_word(tr)))
            return
        path = self.state.book_path
        self.cases.lock()

        def job() -> None:
            from assistant.casebook import erase

            erase(path)

        self.work(job, self._gone)

    def _gone(self, _: object) -> None:
        self.app.notify(
            self.tr("Removed. On most disks, parts can stay for a time; the key to them is gone."), markup=False
        )
        self.post_message(CasesWanted())


def _said(words: str) -> Tell:
    return lambda tr: tr(words)


def _erasing(at: int) -> Tell:
    return lambda tr: about_erasing(tr)[at]
