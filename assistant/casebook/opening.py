"""Making a book and opening one."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from . import layout
from .book import Book
from .cells import Piece, mark, seal
from .database import check_schema, connect, drop, identity, snapshot
from .faults import at
from .head import Head, write_head
from .header import Header, read_header, write_header
from .kdf import COST, Cost
from .keys import Keys
from .places import first_places, unlock
from .placing import placed, scramble_count, where
from .process import harden
from .secret import Secret
from .session import Session, refuse_other_formats


def create(path: Path, secret: Secret, *, _cost: Cost = COST) -> Book:
    """A new, empty book at ``path``, mode 0600; a missing folder is made, mode 0700.

    Raises ``BookThere`` when anything of that name is there, ``EmptySecret``, ``KeyFileUnread``, ``NotSaved``.
    """
    harden()
    path = where(path, writing=True)
    with placed(path) as part:
        keys = fill_new(part, secret, _cost)
    return open_with(path, keys)


def open_book(path: Path, secret: Secret, *, older_copy: bool = False) -> Book:
    """The book at ``path``.

    ``older_copy``: the person wants what stands there, though this process saw a newer state of it. Raises
    ``BookMissing``, ``NotABook``, ``NewerFormat``, ``OlderFormat``, ``Damaged``, ``WrongSecret``, ``KeyFileUnread``,
    ``Replaced``, ``TooLarge``, ``Unreadable``, ``Busy``, ``NoMemory``.
    """
    harden()
    path = where(path)
    return open_with(path, Keys(unlock(header_of(path), secret)), older_copy=older_copy)


def open_with(path: Path, keys: Keys, *, older_copy: bool = False) -> Book:
    """The book at ``path``, whose data key is known. The whole file is looked through once."""
    session = Session(path, keys)
    if older_copy:
        session.take_older()
    with session.reading():
        return Book(session)


def header_of(path: Path) -> Header:
    """The header of a book of our format. Raises what ``open_book`` does."""
    with at(path):
        identity(path)
        connection = connect(path)
        try:
            with snapshot(connection):
                refuse_other_formats(connection, path)
                check_schema(connection)
                return read_header(connection)
        finally:
            drop(connection)


def fill_new(part: Path, secret: Secret, cost: Cost) -> Keys:
    """Make the empty file at ``part`` a book without records."""
    secret.refuse_empty()
    keys = Keys(os.urandom(layout.KEY))
    header = Header(layout.FORMAT, cost, os.urandom(layout.SALT), ())
    header, taken = first_places(header, secret, keys.data_key)
    directory = int.from_bytes(os.urandom(8), "big") % layout.MAX_ID + 1
    body = seal(keys, directory, Piece(b"", 0))
    head = Head(1, 1, mark(keys, directory, body[: layout.NONCE]), directory, taken)
    with at(part, writing=True):
        # Nobody knows this file yet: what a crash leaves of it is nobody's book, and it needs no journal.
        with closing(connect(part, journal="MEMORY", new=True)) as connection:
            connection.execute(f"PRAGMA page_size={layout.PAGE}")
            connection.execute(f"PRAGMA application_id={layout.APPLICATION}")
            connection.execute(f"PRAGMA user_version={layout.FORMAT}")
            connection.execute("BEGIN")
            for table in layout.TABLES.values():
                connection.execute(table)
            write_header(connection, header)
            connection.execute("INSERT INTO cell(id, body) VALUES(?, ?)", (directory, body))
            write_head(connection, keys, header, head)
            connection.execute("COMMIT")
        scramble_count(part)
    return keys
