"""What pages of statements share: each statement with its degree, under a heading, its sources one key away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.widget import Widget

from assistant.model import Statement
from assistant.tui.telling import Notes, statement
from assistant.tui.widgets import Tell

from .base import Page


class StatingPage(Page):
    """A page that makes statements of law. Subclasses set ``notes``."""

    notes: Notes

    def _part(self, heading: str, statements: Iterable[Statement]) -> Iterator[Widget]:
        for at, one in enumerate(statements):
            if at == 0:
                yield self._heading(heading)
            yield self.item(self._teller(one))

    def _teller(self, one: Statement) -> Tell:
        return lambda tr: statement(one, self.notes, tr)

    def _heading(self, words: str) -> Widget:
        return self.say(lambda tr: tr(words), classes="heading")
