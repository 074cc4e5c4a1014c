"""What every step of the dialogue works with, and how steps lead on to each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from assistant.guide import Adviser, Desk, Pages, Session
from assistant.i18n import Translator

from .cases.at_hand import Cases
from .talk import Talk

Way: TypeAlias = Literal["back", "leave", "start", "language", "cases", "lock"]


class Turn(Exception):  # noqa: N818 - it is no error: the person goes another way
    """The person typed a word that leads elsewhere."""

    def __init__(self, way: Way) -> None:
        super().__init__(way)
        self.way: Way = way


@dataclass(frozen=True)
class Front:
    """The adviser, the desk, the language and the conversation."""

    adviser: Adviser
    make_desk: Callable[[], Desk]
    tr: Translator
    talk: Talk
    cases: Cases
    """The cases at hand: the same ones in every language."""

    @property
    def desk(self) -> Desk:
        """The writing desk; made when the first letter is written."""
        return self.make_desk()

    @property
    def pages(self) -> Pages:
        """Pages of plain lines in the reader's language."""
        return Pages(self.adviser.knowledge, self.tr, self.adviser.on)


class Step(Protocol):
    """One question or page. Equal steps are the same place: going there again cuts the way short."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Ask or tell, and say where to go."""
        ...


@dataclass(frozen=True)
class Move:
    """What the person has told by now, and the next step."""

    session: Session
    step: Step
    known: bool = False
    """Whether the session was made from the open case: then nothing in it is news to the case."""
