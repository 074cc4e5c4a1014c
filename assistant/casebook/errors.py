"""What can go wrong with a case book, a class for each, so that fronts can tell them apart.

``sqlite3`` errors, ``OSError`` and ``InvalidTag`` never leave this package: ``faults`` puts them into these.
"""

# ruff: noqa: N818 - the names say what happened to the book; "Error" would add nothing

from __future__ import annotations

from pathlib import Path

from assistant.model import InputError


class BookError(InputError):
    """The base: something about the case book, told in words a person can act on."""


class WrongSecret(BookError):
    """The header is whole, but no place opens: another passphrase, or the key file is missing or another one."""


class EmptySecret(BookError):
    """A new passphrase is empty and there is no key file."""


class KeyFileUnread(BookError):
    """The key file is missing, is no file, or cannot be read."""


class Damaged(BookError):
    """The file is a case book, but bytes of it are wrong or missing.

    ``backups`` are the other books found beside it, newest first.
    """

    def __init__(self, message: str, backups: tuple[Path, ...] = (), **values: str | int) -> None:
        super().__init__(message, **values)
        self.backups = backups


class NewerFormat(BookError):
    """Made by a newer version of this program; it was not touched."""


class OlderFormat(BookError):
    """Made by an older version; ``migrate`` brings it up to date."""


class NotABook(BookError):
    """There is something of that name, but it is no case book."""


class BookMissing(BookError):
    """There is nothing of that name."""


class BookThere(BookError):
    """There is something of that name already, and nothing is written over."""


class Busy(BookError):
    """Another window held the book for longer than we wait."""


class Replaced(BookError):
    """The file is not the one this process worked with: an older copy, or another one."""


class NotSaved(BookError):
    """Writing failed: disk full, read-only, quota, I/O error. What was acknowledged before is kept."""


class Unreadable(BookError):
    """The file cannot be read: no permission, a failing disk."""


class TooLarge(BookError):
    """A record or a book above the limits."""


class RecordGone(BookError):
    """No record has that name; another window may have removed it."""


class PlacesTaken(BookError):
    """All places for passphrases are in use."""


class Closed(BookError):
    """The store was closed: its keys are forgotten."""


class NoMemory(BookError):
    """There is not enough free memory to derive the key."""
