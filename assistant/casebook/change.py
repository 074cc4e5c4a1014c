"""A change that is being put together: kept in memory until its block ends. The same for both stores."""

from __future__ import annotations

from collections.abc import Callable

from assistant.model import N_

from .errors import RecordGone, TooLarge
from .store import MAX_RECORD, RecordKind

_GONE = N_(
    "This record is no longer in the case book. Another window may have removed it. Go back to the list and look again."
)
_LONG = N_("This would take {size} MB in the case book; at most {limit} MB is kept in one piece. Nothing was saved.")
_MEGABYTE = 1_000_000


class PendingChange:
    """Implements ``store.Change`` over what is there now.

    ``read`` gives a record as it is now or raises ``RecordGone``, ``has`` tells whether there is one, and
    ``fresh`` makes a name that nobody has.
    """

    def __init__(self, read: Callable[[str], bytes], has: Callable[[str], bool], fresh: Callable[[], str]) -> None:
        self._read = read
        self._has = has
        self._fresh = fresh
        self._open = True
        self.added: dict[str, RecordKind] = {}
        """The kinds of the new records, in order."""
        self.data: dict[str, bytes] = {}
        """What the new and the rewritten records hold."""
        self.removed: dict[str, None] = {}
        """Names of records that are to go, in order."""

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.data or self.removed)

    def end(self) -> None:
        """The block has ended: whoever kept the object can do nothing with it any more."""
        self._open = False

    def read(self, name: str) -> bytes:
        """See ``store.Change``."""
        self._check()
        if name in self.data:
            return self.data[name]
        if name in self.removed:
            raise gone()
        return self._read(name)

    def add(self, kind: RecordKind, data: bytes) -> str:
        """See ``store.Change``."""
        self._check()
        if kind not in {"case", "person", "file"}:
            raise ValueError(kind)
        fit(data)
        name = self._fresh()
        while name in self.data or name in self.removed:
            name = self._fresh()
        self.added[name] = kind
        self.data[name] = bytes(data)
        return name

    def put(self, name: str, data: bytes) -> None:
        """See ``store.Change``."""
        self._check()
        fit(data)
        self._must_have(name)
        self.data[name] = bytes(data)

    def remove(self, name: str) -> None:
        """See ``store.Change``."""
        self._check()
        self._must_have(name)
        self.data.pop(name, None)
        if self.added.pop(name, None) is None:
            self.removed[name] = None

    def _must_have(self, name: str) -> None:
        if name in self.data:
            return
        if name in self.removed or not self._has(name):
            raise gone()

    def _check(self) -> None:
        if not self._open:
            raise RuntimeError("this change has ended")


def gone() -> RecordGone:
    """The error for a name that no record has."""
    return RecordGone(_GONE)


def fit(data: bytes) -> None:
    """Raises ``TooLarge`` when ``data`` is more than one record may hold."""
    if len(data) > MAX_RECORD:
        raise TooLarge(_LONG, size=-(-len(data) // _MEGABYTE), limit=MAX_RECORD // _MEGABYTE)
