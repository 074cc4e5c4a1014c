"""What a store of cases can do, whether it stands on disk (``Book``) or in memory only (``Memory``)."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Literal, Protocol

Kind = Literal["case", "person"]
"""The kinds of root records: those the store lists by itself."""
RecordKind = Literal["case", "person", "file"]
"""A "file" is listed by nobody but the case that owns it."""

MAX_RECORD = 50_000_000
"""The longest record, in bytes."""
WAIT = 2.0
"""For how many seconds another window's writing is waited for."""


class Change(Protocol):
    """What can be done inside ``Store.changing``. Nothing is written before the block has ended."""

    def read(self, name: str) -> bytes:
        """The record as this change leaves it; what the change did not touch is as it is on disk now.

        Raises ``RecordGone`` when there is none of that name.
        """
        ...

    def add(self, kind: RecordKind, data: bytes) -> str:
        """Keep a new record; the answer is its name, 16 hex digits. Raises ``TooLarge``."""
        ...

    def put(self, name: str, data: bytes) -> None:
        """Write a record again. Raises ``RecordGone`` and ``TooLarge``."""
        ...

    def remove(self, name: str) -> None:
        """Remove one record. Its files are not looked for: name each. Raises ``RecordGone``."""
        ...


class Store(Protocol):
    """Records by name. Every method raises ``Closed`` after ``close``, apart from ``close`` itself."""

    @property
    def counter(self) -> int:
        """How many changes the store has had, as last seen. Grows by one with each change that was kept."""
        ...

    def roots(self, kind: Kind) -> tuple[str, ...]:
        """The names of all cases or of all persons, in the order in which they were added."""
        ...

    def read(self, name: str) -> bytes:
        """The record of that name. Raises ``RecordGone``."""
        ...

    def changing(self) -> AbstractContextManager[Change]:
        """One change: kept as a whole when the block ends, and not at all when an exception leaves it.

        While it is open, ``read`` and ``roots`` of the store still tell what was there before.
        Raises ``Busy`` when somebody else is writing for longer than two seconds. A second one inside the first, by
        the same thread, is a mistake of the caller: ``RuntimeError``.
        """
        ...

    def close(self) -> None:
        """Forget keys and contents. A second time does nothing."""
        ...
