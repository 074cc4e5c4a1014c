"""One change under ``strace``, which makes one storage call fail or kills: ``python -m tests.casebook.struck BOOK DO``.

Prints "saved", or the name of our error, and after an error what the book answers then.
"""

# ruff: noqa: T201 - speaks to who started it

from __future__ import annotations

import secrets
import sqlite3
import sys
from pathlib import Path

from assistant.casebook import Book, BookError, Secret, WrongSecret, backup, erase, hand_over, migrate, open_book
from assistant.casebook.keys import Keys
from tests.casebook.helpers import CHEAP, SECRET, contents, new_book

PART = "0123456789abcdef"
TASKS = ("add", "put", "grow", "remove", "secret", "backup", "hand", "create", "migrate", "erase", "open")


def main() -> int:
    """Do one thing."""
    path, task = Path(sys.argv[1]), sys.argv[2]
    secrets.token_hex = lambda nbytes=None: PART  # noqa: ARG005 - strace must know the name of new files
    try:
        _do(path, task)
    except BookError as error:
        print(type(error).__name__, flush=True)
        _look_again(path)
        return 0
    print("saved", flush=True)
    return 0


def _do(path: Path, task: str) -> None:
    if task == "create":
        new_book(path.with_name("new"), SECRET).close()
    elif task == "backup":
        backup(path, path.with_name("new"))
    elif task == "migrate":
        migrate(path, SECRET, {1: _add_table})
    elif task == "erase":
        erase(path)
    else:
        _change(path, task)


def _add_table(connection: sqlite3.Connection, _keys: Keys) -> None:
    connection.execute("CREATE TABLE more(id)")


def _change(path: Path, task: str) -> None:
    book = open_book(path, SECRET)
    try:
        _change_open(book, path, task)
    except BookError:
        if not _as_on_disk(book, path):
            print("differs", flush=True)
        raise
    finally:
        book.close()


def _as_on_disk(book: Book, path: Path) -> bool:
    """After "not saved" the open book must tell what the disk says."""
    for secret in (SECRET, Secret("new")):
        try:
            return contents(book) == contents(open_book(path, secret))
        except WrongSecret:
            continue
    return False


def _change_open(book: Book, path: Path, task: str) -> None:
    first, second = book.roots("case")[:2]
    if task == "secret":
        book.change_secret(SECRET, Secret("new"))
    elif task == "hand":
        hand_over(book, [first], path.with_name("new"), SECRET, lambda _: (), lambda data, _: data, _cost=CHEAP)
    elif task != "open":
        with book.changing() as change:
            if task == "add":
                change.add("case", b"added " * 2000)
            elif task == "put":
                change.put(second, b"another text " * 300)
            elif task == "grow":
                change.put(first, change.read(first) + b" grown")
            else:
                change.remove(second)


def _look_again(path: Path) -> None:
    """After "not saved" the same process must tell what the disk says."""
    for secret in (SECRET, Secret("new")):
        try:
            book = open_book(path, secret)
            print(sorted(kind + ":" + data.hex()[:40] for kind, data in contents(book).values()), flush=True)
        except BookError as error:
            print(type(error).__name__, flush=True)


if __name__ == "__main__":
    sys.exit(main())
