"""Bringing a book of an older format up to date: a backup first, then all steps in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

from .copying import copy_of, digest_of, rows_digest
from .database import begin_writing, commit, connect, identity, number, snapshot, state_of
from .errors import BookError, BookThere
from .faults import Unsound, at, busy
from .head import read_head, write_head
from .header import Header, read_header
from .heap import scan
from .keys import Keys
from .places import unlock
from .placing import ready_journal, where
from .secret import Secret
from .session import refuse_other_formats

Step = Callable[[sqlite3.Connection, Keys], None]
"""Changes tables and cells from one format to the next, inside the transaction. Header and head are left to us."""
STEPS: dict[int, Step] = {}
"""The step from each format to the one after it. Format 1 is the first."""


def migrate(path: Path, secret: Secret, steps: Mapping[int, Step] | None = None) -> Path | None:
    """Bring the book as far as ``steps`` lead (the default: ``STEPS``); gives the backup, or None: nothing to do.

    The backup stands beside the book as ``NAME.format-N-backup`` and opens with the same passphrases. Other windows
    must wait. Raises what ``open_book`` raises, and ``NotSaved``: then the book is as it was.
    """
    path, steps = where(path), STEPS if steps is None else steps
    with at(path):
        identity(path)
        with closing(connect(path)) as connection, snapshot(connection):
            if state_of(connection) in {"newer", "other"}:
                refuse_other_formats(connection, path)
            version, header = number(connection, "user_version"), read_header(connection)
    if version not in steps:
        return None
    keys = Keys(unlock(header, secret))
    with at(path), closing(connect(path)) as connection, snapshot(connection):
        _check(connection, keys, version)
    kept = _backup(path, version)
    with at(path, writing=True), closing(connect(path)) as connection:
        ready_journal(path)
        begin_writing(connection)
        if rows_digest(connection) != digest_of(kept):
            raise busy()  # another window saved meanwhile; the backup must be of what is migrated
        _run(connection, keys, version, steps)
        commit(connection)
    return kept


def _check(connection: sqlite3.Connection, keys: Keys, version: int) -> Header:
    """Raises ``Unsound`` or ``InvalidTag`` unless this is the book it was, whole, in the format ``version``."""
    if number(connection, "user_version") != version:
        raise Unsound
    header = read_header(connection)
    head = read_head(connection, keys, header, version)
    if scan(connection, keys) != (head.cells, head.marks):
        raise Unsound
    return header


def _run(connection: sqlite3.Connection, keys: Keys, version: int, steps: Mapping[int, Step]) -> None:
    header = _check(connection, keys, version)
    head = read_head(connection, keys, header, version)
    while version in steps:
        steps[version](connection, keys)
        version += 1
    cells, marks = scan(connection, keys)
    connection.execute(f"PRAGMA user_version={version:d}")
    head = replace(head, counter=head.counter + 1, cells=cells, marks=marks)
    write_head(connection, keys, header, head, version)


def _backup(path: Path, version: int) -> Path:
    """A migration that was broken off has left its backup: it is used again when it holds the same."""
    for attempt in count(1):
        target = path.with_name(f"{path.name}.format-{version}-backup{'' if attempt == 1 else f'-{attempt}'}")
        try:
            return copy_of(path, target, older=True)
        except BookThere:
            if _is_backup(path, target):
                return target
    raise AssertionError


def _is_backup(path: Path, target: Path) -> bool:
    try:
        return digest_of(path) == digest_of(target)
    except BookError:  # something else has that name
        return False
