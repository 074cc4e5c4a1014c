"""Turns what the system, SQLite and the ciphers raise into our own errors, at the border of the package."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.exceptions import InvalidTag

from assistant.model import N_
from assistant.text import show

from .beside import backups_beside, front, is_cut, says_book
from .errors import BookError, BookMissing, BookThere, Busy, Damaged, NoMemory, NotABook, NotSaved, Replaced, Unreadable

_BUSY = N_("Another window is writing to the case book. Nothing was changed. Try again.")
_DAMAGED = N_(
    "The case book {path} is damaged. Nothing was changed. Keep the file, and open a backup of it if you have one."
)
_DAMAGED_BACKUPS = N_(
    "The case book {path} is damaged. Nothing was changed. Keep the file, and open a backup. These stand beside it: {names}."
)
_CUT = N_(
    "The case book {path} ends too early: a part of the file is missing. Nothing was changed. Keep it, and open a backup of it if you have one."
)
_CUT_BACKUPS = N_(
    "The case book {path} ends too early: a part of the file is missing. Nothing was changed. Keep it, and open a backup. These stand beside it: {names}."
)
_MISSING = N_("There is no case book at {path}. Nothing was changed. Look whether it was moved or has another name.")
_THERE = N_("There is already a file at {path}. Nothing was written over it. Choose another name.")
_FOLDER = N_("{path} is a folder, not a case book. Nothing was changed. Give the name of the file.")
_OTHER = N_("{path} is not a case book. Nothing was changed. Choose another file.")
_MEMORY = N_("There is not enough free memory for this. Nothing was changed. Close other programs, then try again.")

_FULL = N_("Not saved: the disk is full. What was saved before is kept. Make room, then try again.")
_QUOTA = N_("Not saved: your share of the disk is used up. What was saved before is kept. Make room, then try again.")
_READ_ONLY = N_(
    "Not saved: the place of the case book can only be read. What was saved before is kept. Copy the book to another place."
)
_NO_RIGHT = N_(
    "Not saved: you may not write in the folder of {path}. What was saved before is kept. Choose another folder."
)
_DISK = N_(
    "Not saved: the disk reported an error, or your share of it is used up. What was saved before is kept. Look at the disk first."
)
_LONG = N_("Not saved: the name is too long. What was saved before is kept. Choose a shorter name, or another folder.")
_CAUSE = N_("Not saved: {cause}. What was saved before is kept. Look at the last change before you go on.")
_UNREADABLE = N_("The case book {path} could not be read: {cause}. Nothing was changed.")
_UNREADABLE_RIGHT = N_("The case book {path} belongs to somebody else, or you may not read it. Nothing was changed.")
_UNREADABLE_DISK = N_(
    "The case book {path} could not be read: the disk reported an error. Nothing was changed. Copy it to another disk."
)
_UNFINISHED = N_(
    "The case book {path} has an unfinished change, and its place can only be read. Copy it with its file {journal}, then open the copy."
)
_MOVED = N_(
    "The file of the case book was moved or replaced while it was being saved. Open the book again, and look whether the last change is there."
)

_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EFBIG: _FULL,
    getattr(errno, "EDQUOT", -1): _QUOTA,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EIO: _DISK,
    errno.ENAMETOOLONG: _LONG,
}
_PRIMARY = 0xFF
"""SQLite's extended codes carry the primary one in their last byte."""
_BUSY_CODES = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_FOREIGN_CODES = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""What a file gives that never was a book, and a book whose first page is damaged."""
_BROKEN_CODES = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_SCHEMA,
    sqlite3.SQLITE_TOOBIG,
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_FORMAT,
}


class Unsound(Exception):  # noqa: N818 - never seen outside the package
    """A row, a chain or the schema is not as we write it."""


def code_of(error: sqlite3.Error) -> int:
    """SQLite's primary error code; 0 for the errors of Python's own layer."""
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY


def is_busy(error: sqlite3.Error) -> bool:
    """Whether somebody else holds the lock."""
    return code_of(error) in _BUSY_CODES


@contextmanager
def at(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Whatever goes wrong inside leaves as one of our errors about the book at ``path``.

    Stands outside of what lets connections go: telling damage reads the file, and closing it would take away the
    locks of a connection that is still in use.
    """
    try:
        yield
    except (InvalidTag, Unsound, UnicodeError, OverflowError) as error:
        raise damaged(path) from error
    except sqlite3.Error as error:
        raise _of_sqlite(error, path, writing=writing) from error
    except OSError as error:
        raise _of_system(error, path, writing=writing) from error
    except MemoryError as error:
        raise NoMemory(_MEMORY) from error


def busy() -> Busy:
    """The error for a lock that was not given in time."""
    return Busy(_BUSY)


def missing(path: Path) -> BookMissing:
    """The error for a path with nothing there."""
    return BookMissing(_MISSING, path=show(str(path)))


def there(path: Path) -> BookThere:
    """The error for a path where something is."""
    return BookThere(_THERE, path=show(str(path)))


def not_a_book(path: Path) -> NotABook:
    """The error for something else than a book."""
    return NotABook(_FOLDER if os.path.isdir(path) else _OTHER, path=show(str(path)))  # noqa: PTH112 - never raises


def damaged(path: Path) -> Damaged:
    """The error for a book with wrong or missing bytes; names the backups beside it."""
    cut, found = is_cut(path), backups_beside(path)
    if not found:
        return Damaged(_CUT if cut else _DAMAGED, path=show(str(path)))
    names = ", ".join(show(one.name) for one in found)
    return Damaged(_CUT_BACKUPS if cut else _DAMAGED_BACKUPS, found, path=show(str(path)), names=names)


def _of_sqlite(error: sqlite3.Error, path: Path, *, writing: bool) -> Exception:  # noqa: PLR0911 - a table of causes
    code = code_of(error)
    if code in _BUSY_CODES:
        return busy()
    if code in _FOREIGN_CODES and not says_book(front(path)):
        return not_a_book(path)
    if code in _BROKEN_CODES:
        return damaged(path)
    if code == sqlite3.SQLITE_NOMEM:
        return NoMemory(_MEMORY)
    if writing:
        return _not_saved(error, path)
    if code == sqlite3.SQLITE_READONLY:
        return Unreadable(_UNFINISHED, path=show(str(path)), journal=show(f"{path.name}-journal"))
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}:
        return Unreadable(_UNREADABLE_RIGHT, path=show(str(path))) if os.path.lexists(path) else missing(path)
    if code == sqlite3.SQLITE_IOERR:
        return Unreadable(_UNREADABLE_DISK, path=show(str(path)))
    return Unreadable(_UNREADABLE, path=show(str(path)), cause=show(str(error)))


def _of_system(error: OSError, path: Path, *, writing: bool) -> Exception:  # noqa: PLR0911 - a table of causes
    if isinstance(error, FileExistsError):
        return there(path)
    if writing:
        known = _SYSTEM.get(error.errno or 0)
        if known:
            return not_saved(known, path)
        return NotSaved(_CAUSE, cause=show(error.strerror or type(error).__name__))
    if isinstance(error, FileNotFoundError):
        return missing(path)
    if isinstance(error, PermissionError):
        return Unreadable(_UNREADABLE_RIGHT, path=show(str(path)))
    if error.errno == errno.EIO:
        return Unreadable(_UNREADABLE_DISK, path=show(str(path)))
    return Unreadable(_UNREADABLE, path=show(str(path)), cause=show(error.strerror or type(error).__name__))


def moved() -> Replaced:
    """The error for a file that lost its name while it was written to."""
    return Replaced(_MOVED)


def _not_saved(error: sqlite3.Error, path: Path) -> BookError:
    code = code_of(error)
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved()
    if code == sqlite3.SQLITE_FULL:
        return not_saved(_FULL, path)
    if code == sqlite3.SQLITE_IOERR:
        return not_saved(_DISK, path)
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}:
        return not_saved(_READ_ONLY if _on_read_only_disk(path) else _NO_RIGHT, path)
    return NotSaved(_CAUSE, cause=show(str(error)))


def not_saved(message: str, path: Path) -> NotSaved:
    """The error for a write that failed, for one of our sentences."""
    return NotSaved(message, path=show(str(path)))


def _on_read_only_disk(path: Path) -> bool:
    """SQLite only says that a file could not be opened; the file system tells whether any could."""
    try:
        return bool(os.statvfs(path.parent).f_flag & os.ST_RDONLY)
    except (OSError, AttributeError):  # Windows has no statvfs
        return False
