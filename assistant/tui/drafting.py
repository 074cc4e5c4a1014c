"""Making the letter and its aid from the answers: called in worker threads, never in a handler."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from assistant.model import Document, RecourseError

if TYPE_CHECKING:
    from assistant.letters import Answers

    from .state import State


@dataclass(frozen=True)
class Drafted:
    """A letter, and its reading aid where the reader's language is another one."""

    letter: Document
    aid: Document | None


class LetterDrafted(Message):
    """The letter was made, or could not be made."""

    def __init__(self, drafted: Drafted | None, error: RecourseError | None = None) -> None:
        self.drafted = drafted
        self.error = error
        super().__init__()


def draft(state: State, letter: str, answers: Answers, *, preview: bool) -> Drafted:
    """The documents. Raises ``RecourseError`` where the letter cannot be made."""
    from assistant.guide import aid_language
    from assistant.i18n import voice

    desk, tr = state.desk, state.tr
    made = desk.draft(letter, answers, tr, preview=preview)
    filing = filing_of(state, letter)
    reads = aid_language(filing, tr.locale, desk.languages(letter))
    aid = None if reads is None else desk.aid(made, voice(filing), state.speak(reads))
    return Drafted(desk.letter(made, filing), aid)


def filing_of(state: State, letter: str) -> str:
    """The language in which the letter is filed."""
    from assistant.guide import filing_language

    session = state.session
    record = state.adviser.knowledge.letters[letter]
    return filing_language(record, session.filing, session.fields, state.desk.bodies(), state.tr.locale)


def drafted(state: State, letter: str, answers: Answers, *, preview: bool) -> LetterDrafted:
    """The same as a message."""
    try:
        return LetterDrafted(draft(state, letter, answers, preview=preview))
    except RecourseError as error:
        return LetterDrafted(None, error)
