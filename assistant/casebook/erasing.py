"""Removing a book so that a passphrase opens nothing of it any more."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from assistant.model import N_
from assistant.text import show

from . import layout
from .database import begin_writing, commit, connect
from .errors import NotSaved
from .faults import at, missing, not_a_book
from .header import read_header, write_header
from .peeking import peek
from .placing import journal_of, sync, where
from .slots import random_places

_PIECE = 2**20
_STAYS = N_(
    "The case book can no longer be opened, but {path} could not be removed: {cause}. Remove the file yourself."
)


def erase(path: Path) -> None:
    """First the salt and the places are written over and synced, then the file and its journal are removed.

    A damaged book, and one of another format, is written over as a whole. Backups and other copies are not touched and
    still open. A file system may keep older versions of what was written over: flash memory does, and so do snapshots
    and the journal's freed blocks after a change of passphrase. No passphrase is needed: the caller asks first.

    Raises ``BookMissing``, ``NotABook``, ``Busy``, and ``NotSaved`` when the file could not be written over or removed.
    """
    path = where(path)
    state = peek(path)
    if state == "missing":
        raise missing(path)
    if state == "other":
        raise not_a_book(path)
    with at(path, writing=True):
        path = path.resolve()  # what a link leads to, not the link
        if state == "book":
            _forget_key(path)
        else:
            _write_over(path)
    try:
        journal_of(path).unlink(missing_ok=True)
        path.unlink()
        sync(path.parent)
    except OSError as error:
        raise NotSaved(_STAYS, path=show(str(path)), cause=show(error.strerror or type(error).__name__)) from error


def _forget_key(path: Path) -> None:
    # No journal on the disk: it would be a copy of the very bytes that must go.
    with closing(connect(path, journal="MEMORY")) as connection:
        begin_writing(connection)
        header = replace(read_header(connection), salt=os.urandom(layout.SALT), places=tuple(random_places()))
        write_header(connection, header)
        commit(connection)


def _write_over(path: Path) -> None:
    left = path.stat().st_size
    with path.open("r+b", buffering=0) as file:
        while left > 0:
            left -= file.write(os.urandom(min(left, _PIECE)))
        os.fsync(file.fileno())
