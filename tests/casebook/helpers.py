"""Small books, and telling whether a book that was hurt gives the same answers or one of our errors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from assistant.casebook import Book, BookError, Kind, Secret, Store, open_book
from assistant.casebook.kdf import Cost
from assistant.casebook.opening import create

CHEAP = Cost(memory=64, passes=1, lanes=1)
SECRET = Secret("eleven grey herons")
KINDS: tuple[Kind, ...] = ("case", "person")

Contents = dict[str, tuple[str, bytes]]


def new_book(path: Path, secret: Secret = SECRET) -> Book:
    return create(path, secret, _cost=CHEAP)


def contents(store: Store, files: Iterable[str] = ()) -> Contents:
    """All root records by name, with their kinds, and the files of these names."""
    found = {name: (str(kind), store.read(name)) for kind in KINDS for name in store.roots(kind)}
    return found | {name: ("file", store.read(name)) for name in files}


def sample(path: Path) -> tuple[Contents, list[str]]:
    """A book with cases of one to four cells, a person, files, and some free pages; and what is in it."""
    book = new_book(path)
    with book.changing() as change:
        file = change.add("file", b"evidence " * 1200)
        small = change.add("case", b"a small case, owner of " + file.encode())
        change.add("case", b"long " * 2500)
        gone = change.add("case", b"to be removed " * 900)
        change.add("person", "Ayşe 王".encode())
    with book.changing() as change:
        change.remove(gone)
        change.put(small, change.read(small) + b", and a word more")
    book.add_secret(Secret("second"))
    held = contents(book, [file])
    book.verify()
    book.close()
    return held, [file]


def outcome(path: Path, held: Mapping[str, tuple[str, bytes]], files: Iterable[str]) -> str:
    """The word "same", or the name of our error. Anything else is a fault of ours and raises."""
    try:
        book = open_book(path, SECRET, older_copy=True)
        try:
            book.verify()
            found = contents(book, files)
        finally:
            book.close()
    except BookError as error:
        return type(error).__name__
    assert found == held, "another answer"
    return "same"
