"""A field for a passphrase: never shown, never copied, never tidied."""

from __future__ import annotations

from textual.widgets import Input

from .field import Field


class _Hidden(Input):
    """Dots for letters; what is typed cannot be copied out."""

    def action_copy(self) -> None:
        """Nothing is copied."""

    def action_cut(self) -> None:
        """Nothing is cut."""


class SecretField(Field):
    """One line. Spaces and signs stay as they were typed: every front must give the same key."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._editor = _Hidden(password=True, max_length=1000, select_on_focus=False)

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self._editor.value if isinstance(self._editor, Input) else ""

    def put(self, passphrase: str) -> None:
        """Put something else there; nothing empties it."""
        if isinstance(self._editor, Input):
            self._editor.value = passphrase
