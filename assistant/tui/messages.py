"""What screens and widgets tell the app: facts, in the past tense."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.message import Message

from .places import To

if TYPE_CHECKING:
    from assistant.guide import Session
    from assistant.guide.casefile import CaseFile
    from assistant.model import PersonKept


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


class CaseChosen(Message):
    """The person opened a case."""

    def __init__(self, case: CaseFile, persons: Mapping[str, PersonKept]) -> None:
        self.case = case
        self.persons = persons
        super().__init__()


class CaseWanted(Message):
    """The pages above the open case have done their work; the case comes back."""


class CasesWanted(Message):
    """The list of cases is wanted, and nothing that was open before it."""


class DaysTold(Message):
    """Days or places were told on a page; the open case is to know them."""

    def __init__(self, old: Session, new: Session) -> None:
        self.old = old
        self.new = new
        super().__init__()


class LockWanted(Message):
    """The person locks the book."""
