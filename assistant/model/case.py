"""Cases: what happened, told as changes. Plans and next steps are counted from them and never stored."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from .base import EventName, Id, Place, Record

Handle = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{1,32}$")]
"""How the store names a record; says nothing about what is in it."""

Line = Annotated[str, StringConstraints(max_length=300)]
Story = Annotated[str, StringConstraints(max_length=20_000)]

Given: TypeAlias = str | tuple[str, ...] | tuple[dict[str, str], ...] | dict[str, str | tuple[str, ...]]
"""An answer to a letter's question, as it was given."""


class FileKept(Record):
    """A file in the book: a letter as it was sent, or a paper of the case."""

    at: Handle
    """Where the store keeps its bytes."""
    name: Line
    media: Line
    size: int = Field(ge=0)
    """In bytes."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class _Change(Record):
    """Something the person told, or did with the program."""

    n: int = Field(ge=1)
    """The order of changes; no clock is needed for it."""
    told: date
    """The day on which it was told, by the person's own clock."""


class Opened(_Change):
    """The case begins."""

    kind: Literal["opened"] = "opened"
    situation: Id | None = None
    place: Place | None = None
    label: Line = ""
    """What the person calls the case."""
    person: Handle | None = None
    """Whose case it is, where the book holds more than one person."""


class Changed(_Change):
    """What the case is about, or what it is called, was changed; ``None`` leaves it."""

    kind: Literal["changed"] = "changed"
    situation: Id | None = None
    label: Line | None = None
    person: Handle | None = None


class Happened(_Change):
    """The day of an event, or that it is not known after all."""

    kind: Literal["happened"] = "happened"
    event: EventName
    day: date | None
    route: Id | None = None
    """Where the day counts for one route only."""
    step: int | None = None
    """Where it counts for one step of the case only."""


class Sits(_Change):
    """Where the other side sits, or where a rule of one route is applied."""

    kind: Literal["sits"] = "sits"
    place: Place | None
    route: Id | None = None


class Written(_Change):
    """A step was taken on a route: a letter as it was made, or something done without one."""

    kind: Literal["written"] = "written"
    step: int = Field(ge=1)
    """Its number in the case."""
    route: Id | None
    letter: Id | None = None
    locale: Line = ""
    """The language of filing."""
    recipient: Line = ""
    """Whom it goes to, as it stands on the letter."""
    answers: dict[str, Given] = Field(default_factory=dict)
    files: tuple[FileKept, ...] = ()
    follows: int | None = None
    """The step that it follows."""


class Sent(_Change):
    """A step went out."""

    kind: Literal["sent"] = "sent"
    step: int
    day: date | None
    """``None`` takes an earlier day back."""


class Arrived(_Change):
    """A step reached the other side."""

    kind: Literal["arrived"] = "arrived"
    step: int
    day: date | None


class Replied(_Change):
    """They answered."""

    kind: Literal["replied"] = "replied"
    step: int
    reply: Id
    day: date
    """The day on which the person got the answer."""
    note: Story = ""


class Noted(_Change):
    """A note."""

    kind: Literal["noted"] = "noted"
    text: Story


class Attached(_Change):
    """A paper was put into the case."""

    kind: Literal["attached"] = "attached"
    file: FileKept
    about: Line = ""
    step: int | None = None


class Detached(_Change):
    """A paper was taken out for good; its bytes are gone from the book."""

    kind: Literal["detached"] = "detached"
    of: int
    """The change that put it in."""


class Ended(_Change):
    """Nothing is waited for any more."""

    kind: Literal["ended"] = "ended"
    why: Literal["settled", "given_up", "other"]


class Resumed(_Change):
    """The case goes on."""

    kind: Literal["resumed"] = "resumed"


class Undone(_Change):
    """A slip: an earlier change does not count."""

    kind: Literal["undone"] = "undone"
    of: int


Change: TypeAlias = Annotated[
    Opened
    | Changed
    | Happened
    | Sits
    | Written
    | Sent
    | Arrived
    | Replied
    | Noted
    | Attached
    | Detached
    | Ended
    | Resumed
    | Undone,
    Field(discriminator="kind"),
]


class CaseLog(Record):
    """One case, as it is kept."""

    form: Literal[1] = 1
    """Grows when an older program could not read the record."""
    uid: Handle
    """Names the case in calendars and hand-overs; random, and the same wherever the case goes."""
    changes: tuple[Change, ...]


class PersonKept(Record):
    """Whose cases these are."""

    form: Literal[1] = 1
    uid: Handle
    name: Line
    reference: Line = ""
    """A short mark of the person's or the office's own, for lists that others may see."""
    note: Story = ""
