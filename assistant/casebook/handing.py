"""Giving some cases to somebody else: a new book that holds only these, under a passphrase of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.model import N_
from assistant.text import show

from .book import Book
from .change import gone
from .errors import Damaged
from .faults import at, busy
from .kdf import COST, Cost
from .opening import fill_new, open_book, open_with
from .placing import journal_of, placed, where
from .process import harden
from .secret import Secret
from .store import Change, Kind, Store

FilesOf = Callable[[bytes], Iterable[str]]
"""The names of the files that stand in a root record."""
Renamed = Callable[[bytes, Mapping[str, str]], bytes]
"""A root record in which old names are replaced by new ones: of its files, and of the roots copied with it."""
_KINDS: tuple[Kind, ...] = ("case", "person")
_TRIES = 3
_JOURNAL = N_(
    "{path} was not opened: {journal} stands beside it, and books that are handed over have none. Move it away, then try again."
)


@dataclass(frozen=True)
class Root:
    """A case or a person, by name."""

    kind: Kind
    name: str


class Reads(Protocol):
    """Anything that gives records by name: a store, a change, what was taken over."""

    def read(self, name: str) -> bytes:
        """The record. Raises ``RecordGone``."""
        ...


class TakenOver:
    """What somebody handed over, for reading only. Others wrote what stands in it: check it as any input."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.roots = tuple(Root(kind, name) for kind in _KINDS for name in book.roots(kind))
        """All cases, then all persons."""

    def read(self, name: str) -> bytes:
        """The record of that name in the book that was handed over. Raises ``RecordGone``."""
        return self._book.read(name)

    def close(self) -> None:
        """Forget its keys."""
        self._book.close()


def hand_over(
    store: Store,
    names: Iterable[str],
    target: Path,
    secret: Secret,
    files_of: FilesOf,
    renamed: Renamed,
    *,
    _cost: Cost = COST,
) -> Path:
    """A new book at ``target`` with the root records ``names`` and their files, under new names; gives its path.

    The store is not changed. Either the whole book stands there at the end, or nothing. Raises ``RecordGone`` when one
    of the names is no root, ``BookThere``, ``NotSaved``, ``EmptySecret``, ``Busy`` when the store is changed all the time.
    """
    harden()
    target, wanted = where(target, writing=True), list(dict.fromkeys(names))
    records = _at_one_moment(store, wanted, files_of)
    with placed(target) as part:
        keys = fill_new(part, secret, _cost)
        with closing(open_with(part, keys)) as book:
            with book.changing() as change:
                copy_roots(records, records.roots, change, files_of, renamed)
            book.verify()
    return target


def take_over(path: Path, secret: Secret) -> TakenOver:
    """What was handed over at ``path``, for import with ``copy_roots``. Raises what ``open_book`` raises.

    ``Damaged`` also when there is a journal with it: we hand over none, and SQLite follows names that stand in one.
    """
    path = where(path)
    with at(path):
        journal = journal_of(Path(os.path.realpath(path)))
        if os.path.lexists(journal) and os.lstat(journal).st_size:
            raise Damaged(_JOURNAL, path=show(str(path)), journal=show(journal.name))
    book = open_book(path, secret)
    try:
        book.verify()
        return TakenOver(book)
    except BaseException:
        book.close()
        raise


def copy_roots(
    source: Reads, roots: Iterable[Root], change: Change, files_of: FilesOf, renamed: Renamed
) -> dict[str, str]:
    """Add these roots and their files to ``change``, all under new names; gives the new name of each old one.

    Nothing that is there is written over or merged with. Raises ``RecordGone`` when a root or a file is missing, and
    when a root names another root as its file.
    """
    wanted = {root.name: root.kind for root in roots}
    contents = {name: source.read(name) for name in wanted}
    files = list(dict.fromkeys(name for data in contents.values() for name in files_of(data)))
    if wanted.keys() & set(files):
        raise gone()
    new = {name: change.add("file", source.read(name)) for name in files}
    new |= {name: change.add(wanted[name], data) for name, data in contents.items()}
    for name, data in contents.items():
        change.put(new[name], renamed(data, new))
    return new


class _Copies:
    def __init__(self, roots: tuple[Root, ...], data: dict[str, bytes]) -> None:
        self.roots = roots
        self._data = data

    def read(self, name: str) -> bytes:
        if name not in self._data:
            raise gone()
        return self._data[name]


def _at_one_moment(store: Store, names: list[str], files_of: FilesOf) -> _Copies:
    """Read without holding others up; when somebody wrote meanwhile, once more."""
    for _ in range(_TRIES):
        kinds = {name: kind for kind in _KINDS for name in store.roots(kind)}
        before = store.counter
        if not kinds.keys() >= set(names):
            raise gone()
        data = {name: store.read(name) for name in names}
        data |= {file: store.read(file) for name in names for file in files_of(data[name])}
        store.roots("case")  # looks at the file again
        if store.counter == before:
            return _Copies(tuple(Root(kinds[name], name) for name in names), data)
    raise busy()
