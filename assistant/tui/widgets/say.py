"""A text that can be said again in another language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from textual.content import Content
from textual.widgets import Static

from assistant.i18n import Translator

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
        super().__init__(plain(tell(tr)), classes=classes, id=id, markup=False)

    def speak(self, tr: Translator) -> None:
        """Say it in another language."""
        self.update(plain(self._tell(tr)))

    def tell(self, tell: Tell, tr: Translator) -> None:
        """Say something else from now on."""
        self._tell = tell
        self.speak(tr)
