"""A text that can be said again in another language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from textual.content import Content
from textual.selection import Selection
from textual.visual import Visual
from textual.widgets import Static

from assistant.i18n import Translator

from .hanging import Hanging

Tell: TypeAlias = Callable[[Translator], "str | Content"]
"""Gives a text in the language of the translator. A plain string is never read as markup."""


def fixed(text: str | Content) -> Tell:
    """Says the same in every language: for pages that are filled again when the language changes."""
    return lambda _: text


def plain(text: str | Content) -> Content:
    """The text as content; nothing in it is markup."""
    return text if isinstance(text, Content) else Content(text)


class Say(Static):
    """Shows what ``tell`` says."""

    def __init__(self, tell: Tell, tr: Translator, *, classes: str | None = None, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        self._tell = tell
        self._drawn = self.drawn(tr)
        super().__init__(classes=classes, id=id, markup=False)

    def drawn(self, tr: Translator) -> Hanging:
        """The text in a language."""
        return Hanging(plain(self._tell(tr)))

    def render(self) -> Visual:
        """Textual's name for what is shown; it keeps it until the next ``refresh``."""
        return self._drawn

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What was marked with the mouse."""
        visual = self._render()
        return (selection.extract(visual.shown), "\n") if isinstance(visual, Hanging) else None

    def speak(self, tr: Translator) -> None:
        """Say it in another language."""
        self._drawn = self.drawn(tr)
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def tell(self, tell: Tell, tr: Translator) -> None:
        """Say something else from now on."""
        self._tell = tell
        self.speak(tr)
