"""Backups: the whole book, sealed as it is, with the passphrases it has."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

from assistant.model import N_

from .database import connect, identity, snapshot
from .faults import at, not_saved
from .header import read_header
from .placing import placed, where
from .session import refuse_other_formats

_UNLIKE = N_("Not saved: the copy differs from the case book. The book is as it was. Try another disk.")
_ROWS = (
    "SELECT id, body FROM header ORDER BY id",
    "SELECT id, body FROM head ORDER BY id",
    "SELECT id, body FROM cell ORDER BY id",
)


def backup(book_path: Path, target: Path) -> Path:
    """A copy of one moment of the book, mode 0600, checked before it is named; gives its path.

    Other windows can read meanwhile; one that wants to save may have to wait. Raises ``BookThere``, ``NotSaved``, and
    for the book what ``open_book`` raises.
    """
    return copy_of(book_path, target, older=False)


def copy_of(book_path: Path, target: Path, *, older: bool) -> Path:
    """As ``backup``; ``older``: also of a book in an older format."""
    book_path, target = where(book_path), where(target, writing=True)
    with at(book_path):
        identity(book_path)
    with at(book_path), closing(connect(book_path)) as source, snapshot(source):
        if not older:
            refuse_other_formats(source, book_path)
            read_header(source)
        wanted = rows_digest(source)
        with (
            placed(target) as part,
            at(target, writing=True),
            closing(connect(part, journal="MEMORY", new=True)) as copy,
        ):
            source.backup(copy)
            sound = copy.execute("PRAGMA quick_check").fetchall() == [(b"ok",)]
            if not sound or rows_digest(copy) != wanted:
                raise not_saved(_UNLIKE, target)
    return target


def rows_digest(connection: sqlite3.Connection) -> bytes:
    """Over every row of every table: two books with the same digest are the same."""
    digest = blake2b()
    for table in _ROWS:
        for number, body in connection.execute(table):
            value = body if isinstance(body, bytes) else repr(body).encode()
            digest.update(b"%d %d " % (number, len(value)) + value)
        digest.update(b"end ")
    return digest.digest()


def digest_of(path: Path) -> bytes:
    """``rows_digest`` of the book at ``path``. Raises what reading it raises."""
    with at(path), closing(connect(path)) as connection, snapshot(connection):
        return rows_digest(connection)
