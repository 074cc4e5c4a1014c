"""What screens and widgets tell the app: facts, in the past tense."""

from __future__ import annotations

from textual.message import Message

from .places import To


class PlaceChosen(Message):
    """The person chose where to go. ``instead`` takes the place of the screen shown now."""

    def __init__(self, to: To, *, instead: bool = False) -> None:
        self.to = to
        self.instead = instead
        super().__init__()


class LanguageChosen(Message):
    """The person chose a language for the screen."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        super().__init__()


class Finished(Message):
    """The screen has done its work; the one below comes back."""


class HomeChosen(Message):
    """The person wants to go back to the first screen."""
