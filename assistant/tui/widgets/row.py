"""A sign or label, and a text beside it that keeps its own left edge when it wraps."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from assistant.i18n import Translator
from assistant.text import width

from .say import Say, Tell

BULLET = "•"


class Row(Horizontal):
    """``head`` stays as it is in every language; the text is said again."""

    def __init__(
        self, head: str | Content, tell: Tell, tr: Translator, *, column: int | None = None, classes: str = ""
    ) -> None:
        super().__init__(classes=f"row {classes}")
        self._head = head if isinstance(head, Content) else Content(head)
        self._text = Say(tell, tr, classes="text")
        self._column = column or width(self._head.plain) + 1

    def compose(self) -> ComposeResult:
        """Head and text."""
        head = Static(self._head, classes="label", markup=False)
        head.styles.width = self._column
        yield head
        yield self._text
