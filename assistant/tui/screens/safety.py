"""The safety page: what is kept, what leaving cannot undo, what one can do."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widget import Widget

from assistant.guide import safety
from assistant.model import N_
from assistant.tui.widgets import fixed

from .base import Page


class SafetyPage(Page):
    """The same words in every front."""

    section = N_("Safety")

    def content(self) -> Iterator[Widget]:
        """How to leave, then the sections."""
        yield self.say(lambda tr: tr("Leaving at once"), classes="title")
        yield self.say(
            lambda tr: tr("Ctrl+Q leaves at once, from every screen. So does Esc, pressed three times."), classes="para"
        )
        for section in safety(self.tr):
            yield self.say(fixed(section.heading), classes="heading")
            for line in section.lines:
                yield self.item(fixed(line))
