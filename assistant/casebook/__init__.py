"""Keeping cases: in memory only, or in a case book, one file in which every row is sealed.

Reading this package from the outside: ``store`` says what a store can do, ``errors`` what can go wrong. Parts are
loaded when they are first used, so that a session that keeps nothing loads neither SQLite nor ciphers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .errors import (
    BookError,
    BookMissing,
    BookThere,
    Busy,
    Closed,
    Damaged,
    EmptySecret,
    KeyFileUnread,
    NewerFormat,
    NoMemory,
    NotABook,
    NotSaved,
    OlderFormat,
    PlacesTaken,
    RecordGone,
    Replaced,
    TooLarge,
    Unreadable,
    WrongSecret,
)
from .memory import Memory
from .secret import Secret
from .store import MAX_RECORD, Change, Kind, RecordKind, Store

if TYPE_CHECKING:
    from .book import Book
    from .copying import backup
    from .erasing import erase
    from .handing import FilesOf, Renamed, Root, TakenOver, copy_roots, hand_over, take_over
    from .migrating import STEPS, Step, migrate
    from .opening import create, open_book
    from .peeking import Peeked, peek
    from .strength import Strength, Suggestion, judge, suggest

_PARTS = {
    "book": ("Book",),
    "copying": ("backup",),
    "erasing": ("erase",),
    "handing": ("FilesOf", "Renamed", "Root", "TakenOver", "copy_roots", "hand_over", "take_over"),
    "migrating": ("STEPS", "Step", "migrate"),
    "opening": ("create", "open_book"),
    "peeking": ("Peeked", "peek"),
    "strength": ("Strength", "Suggestion", "judge", "suggest"),
}
_WHERE = {name: part for part, names in _PARTS.items() for name in names}


def __getattr__(name: str) -> object:
    """Load the part that holds ``name``."""
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f".{_WHERE[name]}", __name__), name)


__all__ = [
    "MAX_RECORD",
    "STEPS",
    "Book",
    "BookError",
    "BookMissing",
    "BookThere",
    "Busy",
    "Change",
    "Closed",
    "Damaged",
    "EmptySecret",
    "FilesOf",
    "KeyFileUnread",
    "Kind",
    "Memory",
    "NewerFormat",
    "NoMemory",
    "NotABook",
    "NotSaved",
    "OlderFormat",
    "Peeked",
    "PlacesTaken",
    "RecordGone",
    "RecordKind",
    "Renamed",
    "Replaced",
    "Root",
    "Secret",
    "Step",
    "Store",
    "Strength",
    "Suggestion",
    "TakenOver",
    "TooLarge",
    "Unreadable",
    "WrongSecret",
    "backup",
    "copy_roots",
    "create",
    "erase",
    "hand_over",
    "judge",
    "migrate",
    "open_book",
    "peek",
    "suggest",
    "take_over",
]
