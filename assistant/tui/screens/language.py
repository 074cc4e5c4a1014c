"""The language of the screen. The language of a letter is another matter, and stands with the letter."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.widget import Widget

from assistant.guide.drafted import drafted, offered
from assistant.i18n import Translator
from assistant.model import N_
from assistant.tui.messages import Finished, LanguageChosen
from assistant.tui.widgets import Act, Tell, fixed

from .base import Page
from .welcome import own_name


class LanguagePage(Page):
    """Each language by its own name."""

    section = N_("Language")

    def content(self) -> Iterator[Widget]:
        """One row a language."""
        yield self.say(lambda tr: tr("Which language do you want to read?"), classes="title")
        yield self.say(
            lambda tr: tr("Your answers stay. A letter keeps the language in which it is filed."), classes="quiet"
        )
        for number, locale in enumerate(offered(self.tr.locale), 1):
            yield Act(
                fixed(own_name(locale)),
                self.tr,
                locale,
                number=number if number <= 9 else None,  # noqa: PLR2004 - keys have one digit
                id=f"l-{locale.replace('_', '-')}",
            )
        if self.tr.right_to_left:
            yield Act(self._turning, self.tr, "turning", id="turning")
            yield self.say(
                lambda tr: tr(
                    "No terminal can be asked whether it shows lines from right to left. If letters stand apart or backwards, change this. Line mode (recourse --plain) and letters as HTML or PDF do not depend on it."
                ),
                classes="quiet",
            )
        for at in range(len(drafted(self.tr.locale, self.tr))):
            yield self.say(_drafted_line(at), classes="quiet" if at else "quiet gap")

    def _turning(self, tr: Translator) -> str:
        """Who turns lines round, as an answer that can be changed."""
        if self.state.turning == "program":
            return tr("Lines from right to left are turned round by: this program")
        return tr("Lines from right to left are turned round by: the terminal")

    def begin(self) -> None:
        """On the language spoken now; a language to test with is not among them."""
        spoken = self.query(f"#l-{self.tr.locale.replace('_', '-')}")
        (spoken.first() if spoken else self.query(Act).first()).focus()

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        if event.value == "turning":
            self.state.turning = "terminal" if self.state.turning == "program" else "program"
            event.act.tell(self._turning, self.tr)
            self.app.refresh(layout=True)
            return
        self.post_message(LanguageChosen(str(event.value)))
        self.post_message(Finished())


def _drafted_line(at: int) -> Tell:
    """One sentence about the translation into the language that is spoken."""

    def tell(tr: Translator) -> str:
        told = drafted(tr.locale, tr)
        return told[at] if at < len(told) else ""

    return tell
