"""The language of the screen. The language of a letter is another matter, and stands with the letter."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.widget import Widget

from assistant.i18n import locales
from assistant.model import N_
from assistant.tui.messages import Finished, LanguageChosen
from assistant.tui.widgets import Act, fixed

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
        for number, locale in enumerate(locales(), 1):
            yield Act(
                fixed(own_name(locale)),
                self.tr,
                locale,
                number=number,
                id=f"l-{locale.replace('_', '-')}",
            )

    def begin(self) -> None:
        """On the language spoken now."""
        self.query_one(f"#l-{self.tr.locale.replace('_', '-')}").focus()

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        self.post_message(LanguageChosen(str(event.value)))
        self.post_message(Finished())
