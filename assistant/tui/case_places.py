"""Where one can go in the case book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Doing = Literal["change", "add", "keep", "backup", "verify", "erase"]
"""What can be done with a book."""
Sheets = Literal["week", "plan", "calendar"]
"""What is made from cases: a week's list, the plan of one case, a calendar file."""


@dataclass(frozen=True)
class Cases:
    """All cases at a glance; ``person`` shows those of one person."""

    person: str | None = None


@dataclass(frozen=True)
class MakeBook:
    """Asking for a book on the disk."""


@dataclass(frozen=True)
class Unlock:
    """The passphrase of the book; ``locked`` where the program locked it by itself or was told to."""

    locked: bool = False


@dataclass(frozen=True)
class BookOf:
    """What can be done with the book."""


@dataclass(frozen=True)
class BookDo:
    """One of these things."""

    what: Doing


@dataclass(frozen=True)
class CaseOf:
    """One case: what to do, and what happened."""

    name: str


@dataclass(frozen=True)
class StepOf:
    """One step of the open case."""

    step: int


@dataclass(frozen=True)
class StepDay:
    """The day on which a step was sent, or reached them."""

    step: int
    what: Literal["sent", "arrived"]


@dataclass(frozen=True)
class ReplyTo:
    """What they answered to a step."""

    step: int


@dataclass(frozen=True)
class NoteIn:
    """A note for the open case."""


@dataclass(frozen=True)
class PaperIn:
    """A paper to put into the open case."""

    step: int | None = None


@dataclass(frozen=True)
class FileOf:
    """A file of the open case, to save a copy; ``paper`` is the change that put it in."""

    at: str
    paper: int | None = None


@dataclass(frozen=True)
class NewCase:
    """A new case; ``keep`` makes it from what was told so far."""

    keep: bool = False


@dataclass(frozen=True)
class CaseName:
    """What the open case is called, and whose it is."""


@dataclass(frozen=True)
class ChooseSituation:
    """What the open case is about."""


@dataclass(frozen=True)
class DoneOnWay:
    """Something done on a way without a letter."""

    route: str
    follows: int | None = None


@dataclass(frozen=True)
class EndCase:
    """Why nothing is waited for any more."""


@dataclass(frozen=True)
class Persons:
    """Whose cases there are; ``choose`` picks one for a case."""

    choose: bool = False


@dataclass(frozen=True)
class PersonOf:
    """One person, or a new one; ``choose`` picks the new one for a case."""

    at: str | None = None
    choose: bool = False


@dataclass(frozen=True)
class Remove:
    """A case, or a person with all cases, to be removed for good."""

    kind: Literal["case", "person"]
    name: str


@dataclass(frozen=True)
class HandOver:
    """A case, or a person with all cases, to be put into a file for somebody else."""

    kind: Literal["case", "person"]
    name: str


@dataclass(frozen=True)
class TakeOver:
    """A file with cases from somebody else."""


@dataclass(frozen=True)
class MakeSheet:
    """A list, a plan or a calendar file; ``case`` names one case, else it is about all."""

    what: Sheets
    case: str | None = None


CaseTo: TypeAlias = (
    Cases
    | MakeBook
    | Unlock
    | BookOf
    | BookDo
    | CaseOf
    | StepOf
    | StepDay
    | ReplyTo
    | NoteIn
    | PaperIn
    | FileOf
    | NewCase
    | CaseName
    | ChooseSituation
    | DoneOnWay
    | EndCase
    | Persons
    | PersonOf
    | Remove
    | HandOver
    | TakeOver
    | MakeSheet
)
