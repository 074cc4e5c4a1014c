"""A new passphrase: twice, with its strength in words, six words offered, and a key file for whoever wants one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.timer import Timer
from textual.widget import Widget

from assistant.guide.casestrength import WEAK, strength_words
from assistant.i18n import Translator
from assistant.tui.widgets import Act
from assistant.tui.widgets.field import Field
from assistant.tui.widgets.secret import SecretField

from .work import WorkPage, typed_path

if TYPE_CHECKING:
    from assistant.casebook import Secret
    from assistant.casebook.strength import Strength
    from assistant.tui.state import State

_PAUSE = 0.4


def secret_of(passphrase: str, key_file: str) -> Secret:
    """What a person typed. ``key_file`` is a path, or empty."""
    from assistant.casebook import Secret

    return Secret(passphrase, typed_path(key_file) if key_file else None)


class NewSecretPage(WorkPage):
    """The base of pages that ask for a new passphrase. Subclasses give ``do``."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._strength: Strength | None = None
        self._warned = ""
        self._words = ""
        self._timer: Timer | None = None

    async def do(self, secret: Secret) -> None:
        """The passphrase is chosen."""
        raise NotImplementedError

    def secret_fields(self) -> Iterator[Widget]:
        """Passphrase, once more, words, key file."""
        yield self.say(lambda tr: tr("Passphrase"), classes="")
        yield SecretField(id="first")
        yield self.say(self._told, classes="muted", id="strength")
        yield self.say(lambda tr: tr("The same passphrase once more"))
        yield SecretField(id="again")
        yield Act(lambda tr: tr("Offer six words chosen by chance"), self.tr, "words", id="words")
        yield Vertical(id="offered")
        yield self.say(
            lambda tr: tr("Key file (optional): the path of any file. Without that file nobody can open the book."),
            classes="muted gap",
        )
        yield Field(id="key-file")

    def _told(self, tr: Translator) -> str:
        found = self._strength
        if found is None:
            return tr("Long is better than odd: six words chosen by chance are enough.")
        return " ".join(strength_words(found, tr))

    def judge_soon(self) -> None:
        """Judge what is typed after a pause, in a thread."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._judge)

    def _judge(self) -> None:
        typed = self.query_one("#first", SecretField).passphrase

        def job() -> None:
            from assistant.casebook.strength import judge

            found = judge(typed) if typed else None
            self.app.call_from_thread(self._know, typed, found)

        self.run_worker(job, thread=True, exclusive=True, exit_on_error=False, group="judge")

    def _know(self, typed: str, found: Strength | None) -> None:
        if self.is_mounted and self.query("#first") and self.query_one("#first", SecretField).passphrase == typed:
            self._strength = found
            self.query_one("#strength").speak(self.tr)  # type: ignore[attr-defined]

    def offer(self) -> None:
        """Six words, and the way to take them."""

        def job() -> str:
            from assistant.casebook.strength import suggest

            return suggest().passphrase

        self.work(job, self._offer)

    async def _offer(self, words: str) -> None:
        self._words = words
        box = self.query_one("#offered")
        await box.remove_children()
        use = Act(lambda tr: tr("Take these words"), self.tr, "take", id="take")
        await box.mount(
            self.say(lambda _: words, classes="offer"),
            self.say(
                lambda tr: tr("Write them on paper and keep it elsewhere. There is no way back without them."),
                classes="muted",
            ),
            use,
            Act(lambda tr: tr("Copy them; the clipboard is cleared after 10 seconds"), self.tr, "copy", id="copy"),
        )
        self.turn_to(use)

    async def entered(self, field: Field) -> None:
        """Enter leads to the next field that is empty; at the end it goes on."""
        fields = list(self.query(Field))
        after = fields[fields.index(field) + 1 :]
        empty = next((one for one in after if isinstance(one, SecretField) and not one.passphrase), None)
        if empty is not None:
            empty.focus()
        else:
            await self.ready()

    async def ready(self) -> None:
        """Check both fields; a weak passphrase is warned about once, then taken."""
        first = self.query_one("#first", SecretField).passphrase
        again = self.query_one("#again", SecretField).passphrase
        key_file = self.query_one("#key-file", Field).text
        if not first and not key_file:
            await self.problem(lambda tr: tr("Type a passphrase, for example six words chosen by chance."))
        elif first != again:
            await self.problem(lambda tr: tr("The two passphrases are not the same. Type the second one again."))
        elif first and self._warned != first:
            self._check(first, key_file)
        else:
            await self.do(secret_of(first, key_file))

    def _check(self, first: str, key_file: str) -> None:
        def job() -> Strength:
            from assistant.casebook.strength import judge

            return judge(first)

        async def then(found: Strength) -> None:
            self._strength = found
            if found.score < WEAK:
                self._warned = first
                await self.problem(
                    lambda tr: tr(
                        "{strength} Choose another, or continue once more to take it.", strength=self._told(tr)
                    ),
                    warns=True,
                )
            else:
                await self.do(secret_of(first, key_file))

        self.work(job, then)

    async def pressed(self, value: object) -> bool:
        """What the lines here do; whether it was one of them."""
        match value:
            case "words":
                self.offer()
            case "take":
                for name in ("first", "again"):
                    self.query_one(f"#{name}", SecretField).put(self._words)
                self._judge()
            case "copy":
                self.app.copy_to_clipboard(self._words)
            case _:
                return False
        return True
