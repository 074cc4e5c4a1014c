"""A sign or label, and a text beside it that keeps its own left edge when it wraps."""

from __future__ import annotations

from textual.content import Content

from assistant.i18n import Translator
from assistant.text import width

from .hanging import Hanging
from .say import Say, Tell, plain

BULLET = "•"


class Row(Say):
    """``head`` stays as it is in every language; the text is said again."""

    def __init__(
        self, head: str | Content, tell: Tell, tr: Translator, *, column: int | None = None, classes: str = ""
    ) -> None:
        self._head = head if isinstance(head, Content) else Content.styled(head, "$muted")
        self._column = column or width(self._head.plain) + 1
        super().__init__(tell, tr, classes=f"row {classes}")

    def drawn(self, tr: Translator) -> Hanging:
        """Head and text."""
        return Hanging(plain(self._tell(tr)), head=self._head, column=self._column)
