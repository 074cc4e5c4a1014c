"""The store that leaves nothing on disk: the program's default."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.model import N_

from .change import PendingChange, gone
from .errors import Busy, Closed
from .store import WAIT, Change, Kind

_BUSY = N_("Another part of the program is changing this case. Nothing was changed. Try again.")
_CLOSED = N_("These cases were closed. They were only kept while they were open.")


class Memory:
    """Implements ``store.Store`` with dictionaries. All is gone with ``close`` or with the process.

    May be used from several threads. Python cannot overwrite what it held in memory; the system may have swapped it.
    """

    def __init__(self) -> None:
        self._records: dict[str, bytes] = {}
        self._roots: dict[str, Kind] = {}
        self._counter = 1
        self._lock = threading.RLock()
        self._changing = False
        self._closed = False

    @property
    def counter(self) -> int:
        """See ``store.Store``."""
        return self._counter

    def roots(self, kind: Kind) -> tuple[str, ...]:
        """See ``store.Store``."""
        with self._held():
            return tuple(name for name, one in self._roots.items() if one == kind)

    def read(self, name: str) -> bytes:
        """See ``store.Store``."""
        with self._held():
            return self._read(name)

    @contextmanager
    def changing(self) -> Iterator[Change]:
        """See ``store.Store``."""
        with self._held():
            if self._changing:
                raise RuntimeError("a change is open already")
            self._changing = True
            pending = PendingChange(self._read, self._records.__contains__, lambda: secrets.token_hex(8))
            try:
                yield pending
                self._keep(pending)
            finally:
                pending.end()
                self._changing = False

    def close(self) -> None:
        """See ``store.Store``."""
        self._closed = True
        self._records.clear()
        self._roots.clear()

    def _keep(self, pending: PendingChange) -> None:
        if self._closed:
            raise Closed(_CLOSED)
        if not pending:
            return
        for name in pending.removed:
            del self._records[name]
            self._roots.pop(name, None)
        self._records.update(pending.data)
        self._roots.update({name: kind for name, kind in pending.added.items() if kind != "file"})
        self._counter += 1

    def _read(self, name: str) -> bytes:
        if name not in self._records:
            raise gone()
        return self._records[name]

    @contextmanager
    def _held(self) -> Iterator[None]:
        if not self._lock.acquire(timeout=WAIT):
            raise Busy(_BUSY)
        try:
            if self._closed:
                raise Closed(_CLOSED)
            yield
        finally:
            self._lock.release()
