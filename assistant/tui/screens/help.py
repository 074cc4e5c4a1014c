"""Keys, and how things work."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from assistant.model import N_
from assistant.text import width
from assistant.tui.actions import ACTIONS, PAGE_KEYS
from assistant.tui.widgets import Row, fixed

from .base import Page


class HelpPage(Page):
    """Made from the same register as the keys themselves."""

    section = N_("Help")

    def content(self) -> Iterator[Widget]:
        """A table of keys and a few words."""
        yield self.say(lambda tr: tr("Keys"), classes="title")
        rows = [(one.shown, one.told) for one in ACTIONS] + list(PAGE_KEYS)
        column = max(width(key) for key, _ in rows) + 2
        for key, told in rows:
            yield Row(Content.styled(key, "bold $accent"), fixed(self.tr(told)), self.tr, column=column)
        yield self.say(lambda tr: tr("How it works"), classes="heading")
        for text in (
            N_(
                "You say what happened. You read what is known, and what is not. You see the ways to act, with dates. You write the letter."
            ),
            N_("Each statement says how sure it is: the law says, reported, or we do not know."),
            N_("You can leave any answer open. The letter then has a blank that you fill in by hand."),
            N_(
                "A screen reader works better with line mode: recourse --plain. It does everything that this screen does."
            ),
        ):
            yield self.say(fixed(self.tr(text)), classes="para")
