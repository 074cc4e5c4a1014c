"""An open book between its calls: what was last seen of the file, and looking at it again before each use.

Nothing is believed of the file from one call to the next but the data key: each call begins with one transaction that
reads header and head, compares them with what was seen, and reads what others wrote.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.exceptions import InvalidTag

from assistant.model import N_
from assistant.text import show

from . import layout
from .database import (
    begin_writing,
    check_schema,
    commit,
    connect,
    drop,
    identity,
    number,
    snapshot,
    state_of,
)
from .directory import unpack_roots
from .errors import Closed, NewerFormat, OlderFormat, RecordGone, Replaced, TooLarge
from .faults import Unsound, at, moved, not_a_book
from .head import Head, read_head, write_head
from .header import Header, read_header, write_header
from .heap import Heap, scan
from .keys import Keys
from .placing import ready_journal
from .store import Kind

_NEWER = N_("The case book {path} was made by a newer version of this program. It was not touched. Use that version.")
_OLDER = N_("The case book {path} was made by an older version of this program. It must be brought up to date first.")
_OLDER_COPY = N_(
    "The file of the case book was replaced by an older copy. Nothing was changed. Close the book, and open it again if you want that copy."
)
_OTHER_COPY = N_(
    "The file of the case book was replaced by another copy. Nothing was changed. Close the book, and open it again if you want that copy."
)
_LARGE = N_("Not saved: the case book would become larger than {limit} GiB. What was saved before is kept.")
_CLOSED = N_("The case book is closed. Open it again with its passphrase.")

_Signature = tuple[int, int, int, int, int]
_seen: dict[tuple[str, bytes], Head] = {}
"""The last head of each book this process has seen, by path and book: an older copy is noticed after closing too."""


class Session:
    """Not for several threads at once: ``Book`` holds a lock around each call."""

    def __init__(self, path: Path, keys: Keys) -> None:
        self.path = path
        self._keys: Keys | None = keys
        self._connection: sqlite3.Connection | None = None
        self._signature: _Signature | None = None
        self._vouched: _Signature | None = None
        self._stale = True
        self._journal_ready = False
        self._seen_as = (str(path), keys.book)
        self.header: Header | None = None
        self.head: Head | None = None
        self.roots: dict[int, Kind] = {}

    @property
    def keys(self) -> Keys:
        """Raises ``Closed`` when they are forgotten."""
        if self._keys is None:
            raise Closed(_CLOSED)
        return self._keys

    def close(self) -> None:
        """Forget all."""
        self._let_go()
        self._keys = None
        self.roots = {}

    def take_older(self) -> None:
        """The person wants the copy that stands there, whatever was seen before."""
        _seen.pop(self._seen_as, None)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One moment of the file, compared with what was seen."""
        with at(self.path), self.letting_go():
            connection = self._connected()
            with snapshot(connection):
                self._look(connection)
                yield connection

    def begin(self) -> sqlite3.Connection:
        """From here to ``finish`` or ``abandon`` nobody else writes, and what was seen is what is there."""
        with at(self.path, writing=True), self.letting_go():
            connection = self._connected()
            if not self._journal_ready:
                ready_journal(self.path)
                self._journal_ready = True
            begin_writing(connection)
            self._look(connection)
            return connection

    def finish(self, connection: sqlite3.Connection, header: Header, head: Head, roots: dict[int, Kind]) -> None:
        """Write header and head, and return when all is on the disk. For use in ``letting_go``."""
        if header != self.header:
            write_header(connection, header)
        write_head(connection, self.keys, header, head)
        if number(connection, "page_count") * layout.PAGE > layout.MAX_BOOK:
            raise TooLarge(_LARGE, limit=layout.MAX_BOOK // 2**30)
        commit(connection)
        # What was written into a file that no longer has its name is lost to everybody.
        written = _signature(identity(self.path))
        if self._signature is None or written[:2] != self._signature[:2]:
            raise moved()
        self._remember(header, head, roots)
        self._vouched = written

    @contextmanager
    def letting_go(self) -> Iterator[None]:
        """What goes wrong inside: all is undone, and the file is read again at the next call."""
        try:
            yield
        except (RecordGone, TooLarge):
            raise
        except BaseException:
            self.abandon(stale=True)
            raise

    def holds(self, connection: sqlite3.Connection) -> bool:
        """Whether the change that ``connection`` began can still be kept. Raises ``Closed``."""
        return self.keys is not None and connection is self._connection

    def abandon(self, *, stale: bool) -> None:
        """Undo what is not committed. ``stale``: believe nothing of what was seen but its counter."""
        self._let_go()
        if stale:
            self._stale, self._journal_ready = True, False

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            drop(connection)

    def _connected(self) -> sqlite3.Connection:
        """A connection whose pages are those of the file that has the name now.

        SQLite knows changed pages by a number in the file; a copy put in place may have the same number.
        """
        if self._keys is None:
            raise Closed(_CLOSED)
        signature = _signature(identity(self.path))
        if self._connection is None or signature != self._signature:
            self._let_go()
            self._connection = connect(self.path)
            self._signature = signature
        return self._connection

    def _look(self, connection: sqlite3.Connection) -> None:
        refuse_other_formats(connection, self.path)
        check_schema(connection)
        header = read_header(connection)
        known = self.head or _seen.get(self._seen_as)
        try:
            head = read_head(connection, self.keys, header)
        except InvalidTag:
            if self.header is not None and header != self.header:
                raise Replaced(_OTHER_COPY) from None
            raise
        if known is not None and head.counter < known.counter:
            raise Replaced(_OLDER_COPY)
        if known is not None and head.counter == known.counter and head != known:
            raise Replaced(_OTHER_COPY)
        # Somebody touched the file and did not make a change as we do: then every cell is looked at again.
        self._stale = self._stale or (head == self.head and self._signature != self._vouched)
        if self._stale and scan(connection, self.keys) != (head.cells, head.marks):
            raise Unsound
        if self._stale or head != self.head:
            self._remember(header, head, _read_roots(connection, self.keys, head))
        self._stale, self._vouched = False, self._signature

    def _remember(self, header: Header, head: Head, roots: dict[int, Kind]) -> None:
        self.header, self.head, self.roots = header, head, roots
        _seen[self._seen_as] = head


def refuse_other_formats(connection: sqlite3.Connection, path: Path) -> None:
    """Raises ``NotABook``, ``NewerFormat`` or ``OlderFormat``."""
    state = state_of(connection)
    if state == "other":
        raise not_a_book(path)
    if state == "newer":
        raise NewerFormat(_NEWER, path=show(str(path)))
    if state == "older":
        raise OlderFormat(_OLDER, path=show(str(path)))


def _read_roots(connection: sqlite3.Connection, keys: Keys, head: Head) -> dict[int, Kind]:
    try:
        return unpack_roots(Heap(connection, keys, head.cells, head.marks).read(head.directory))
    except (RecordGone, TooLarge) as error:
        raise Unsound from error


def _signature(found: os.stat_result) -> _Signature:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
