"""A case book on disk: one file, every row sealed.

What can be seen without a passphrase: that it is a case book, the size of the file and how much of it is free, its
dates, the version of SQLite, and by comparing two copies, where they differ and how many changes lie between. What cannot be seen: how many cases and persons there are, their
sizes and names, how many passphrases, whether there is a key file, how often it was changed. Whoever can put an older
copy of the whole file in place can do so unseen, unless this process saw a newer one. An old copy opens with the
passphrases it had.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from assistant.model import N_

from .change import PendingChange, gone
from .directory import name_of, number_of, pack_roots
from .errors import NotSaved
from .faults import Unsound, at, busy
from .head import Head
from .header import Header
from .heap import Heap, check_chains
from .places import Rewrite, place_added, places_changed, places_only
from .secret import Secret
from .session import Session
from .store import WAIT, Change, Kind

_LOST = N_("Not saved: the case book could not be read in between. What was saved before is kept. Try again.")


class Book:
    """Implements ``store.Store``. Made by ``create`` and ``open_book``. May be used from several threads.

    Besides what each method names, all may raise ``Closed``, ``Busy``, ``Damaged``, ``Replaced``, ``BookMissing`` and
    ``Unreadable``, and those that write ``NotSaved``. After such an error the file is read again at the next call.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lock = threading.RLock()
        self._writing: sqlite3.Connection | None = None

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._session.path

    @property
    def counter(self) -> int:
        """See ``store.Store``."""
        return self._seen()[1].counter

    @property
    def places(self) -> int:
        """How many passphrases open it, of at most eight; as last seen."""
        return self._seen()[1].places.bit_count()

    def roots(self, kind: Kind) -> tuple[str, ...]:
        """See ``store.Store``."""
        with self._looking():
            return tuple(name_of(number) for number, one in self._session.roots.items() if one == kind)

    def read(self, name: str) -> bytes:
        """See ``store.Store``."""
        with self._looking() as connection:
            return self._read(connection, name)

    @contextmanager
    def changing(self) -> Iterator[Change]:
        """See ``store.Store``. Returns when the change is on the disk: from then on it survives everything."""
        with self._changing() as connection:
            heap = self._heap(connection)
            pending = PendingChange(
                lambda name: self._read(connection, name),
                lambda name: self._has(connection, name),
                lambda: self._fresh(connection),
            )
            try:
                yield pending
                self._check_held(connection)
                if pending:
                    self._keep(connection, heap, pending)
            finally:
                pending.end()

    def change_secret(self, old: Secret, new: Secret) -> None:
        """From now on ``new`` opens the book where ``old`` did; the records are not sealed again.

        Older copies still open with ``old``, and so does what the file system kept of the places. Raises
        ``WrongSecret`` for ``old``, ``EmptySecret`` for ``new``, ``KeyFileUnread``.
        """
        self._rewrite(places_changed(self._header(), old, new))

    def add_secret(self, new: Secret) -> None:
        """``new`` opens the book too. Raises ``PlacesTaken``, ``EmptySecret``, ``KeyFileUnread``."""
        self._rewrite(place_added(self._header(), new))

    def keep_only(self, secret: Secret) -> None:
        """No other passphrase opens the book any more. Raises ``WrongSecret``, ``KeyFileUnread``."""
        self._rewrite(places_only(self._header(), secret))

    def verify(self) -> None:
        """Open every cell and follow every chain. Raises ``Damaged``."""
        with self._looking() as connection:
            head = self._seen()[1]
            with at(self.path), self._session.letting_go():
                firsts = check_chains(connection, self._session.keys)
                if not firsts >= {head.directory, *self._session.roots}:
                    raise Unsound

    def close(self) -> None:
        """See ``store.Store``. An empty journal may stay beside the book (``database``)."""
        with self._lock:
            self._session.close()

    def _header(self) -> Header:
        with self._looking():
            return self._seen()[0]

    def _rewrite(self, rewrite: Rewrite) -> None:
        with self._changing() as connection:
            header, head = self._seen()
            header, places = rewrite(header, head.places, self._session.keys.data_key)
            head = replace(head, counter=head.counter + 1, places=places)
            with at(self.path, writing=True), self._session.letting_go():
                self._session.finish(connection, header, head, self._session.roots)

    def _keep(self, connection: sqlite3.Connection, heap: Heap, pending: PendingChange) -> None:
        header, head = self._seen()
        roots = dict(self._session.roots)
        with at(self.path, writing=True), self._session.letting_go():
            for name in pending.removed:
                heap.remove(number_of(name))
                roots.pop(number_of(name), None)
            for name, data in pending.data.items():
                heap.write(number_of(name), data)
            roots |= {number_of(name): kind for name, kind in pending.added.items() if kind != "file"}
            if roots != self._session.roots:
                heap.write(head.directory, pack_roots(roots))
            head = replace(head, counter=head.counter + 1, cells=heap.cells, marks=heap.marks)
            self._session.finish(connection, header, head, roots)

    def _read(self, connection: sqlite3.Connection, name: str) -> bytes:
        self._check_held(connection)
        with at(self.path), self._session.letting_go():
            number = number_of(name)
            if number == self._seen()[1].directory:
                raise gone()
            return self._heap(connection).read(number)

    def _has(self, connection: sqlite3.Connection, name: str) -> bool:
        self._check_held(connection)
        with at(self.path), self._session.letting_go():
            number = number_of(name)
            return number != self._seen()[1].directory and self._heap(connection).has(number)

    def _fresh(self, connection: sqlite3.Connection) -> str:
        self._check_held(connection)
        with at(self.path), self._session.letting_go():
            return name_of(self._heap(connection).fresh())

    def _check_held(self, connection: sqlite3.Connection) -> None:
        """Something in the block of a change may have failed, and the block gone on."""
        if not self._session.holds(connection):
            raise NotSaved(_LOST)

    def _heap(self, connection: sqlite3.Connection) -> Heap:
        head = self._seen()[1]
        return Heap(connection, self._session.keys, head.cells, head.marks)

    def _seen(self) -> tuple[Header, Head]:
        header, head = self._session.header, self._session.head
        if header is None or head is None:
            raise RuntimeError("the book has not been looked at")
        return header, head

    @contextmanager
    def _held(self) -> Iterator[None]:
        if not self._lock.acquire(timeout=WAIT):
            raise busy()
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def _looking(self) -> Iterator[sqlite3.Connection]:
        with self._held():
            if self._writing is not None:
                yield self._writing
            else:
                with self._session.reading() as connection:
                    yield connection

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with self._held():
            if self._writing is not None:
                raise RuntimeError("a change is open already")
            self._writing = self._session.begin()
            try:
                yield self._writing
            finally:
                self._writing = None
                self._session.abandon(stale=False)
