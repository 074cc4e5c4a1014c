"""Hurts copies of a small book in every way bytes can be hurt (R6). Each must be noticed, or change no answer."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from assistant.casebook import BookError, Secret, open_book
from tests.casebook.helpers import SECRET, Contents, contents, outcome, sample


class Victim:
    """A book, its bytes, and what it holds. ``older`` is the same book one change earlier."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "a.book"
        _, self.files = sample(self.path)
        self.older = folder / "older.book"
        shutil.copy(self.path, self.older)
        book = open_book(self.path, SECRET)
        with book.changing() as change:
            for name in book.roots("case"):
                change.put(name, change.read(name) + b" and later words")
        book.add_secret(Secret("third"))
        self.held: Contents = contents(book, self.files)
        book.close()
        self.bytes = self.path.read_bytes()
        self.results: Counter[str] = Counter()

    def hurt(self, data: bytes) -> str:
        """Put these bytes in the place of the book, and look."""
        self.path.write_bytes(data)
        self.path.with_name("a.book-journal").unlink(missing_ok=True)
        return self.look()

    def look(self) -> str:
        result = outcome(self.path, self.held, self.files)
        self.results[result] += 1
        return result

    def mend(self) -> None:
        self.path.write_bytes(self.bytes)

    def flip(self, place: int, bits: int) -> str:
        data = bytearray(self.bytes)
        data[place] ^= bits
        return self.hurt(bytes(data))

    def cut(self, length: int) -> str:
        return self.hurt(self.bytes[:length])

    def overwrite(self, chance: random.Random) -> str:
        data = bytearray(self.bytes)
        length = chance.randint(1, 64)
        start = chance.randrange(len(data) - length)
        data[start : start + length] = chance.choice([chance.randbytes(length), bytes(length), b"\xff" * length])
        return self.hurt(bytes(data))

    def with_rows(self, change: Callable[[sqlite3.Connection], object]) -> str:
        """Change rows with SQLite, as somebody with the file but without the passphrase can."""
        self.mend()
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=MEMORY").fetchall()
            change(connection)
        return self.look()

    @staticmethod
    def put_header(path: Path, body: bytes) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("UPDATE header SET body = ?", (body,))

    @staticmethod
    def cells(path: Path) -> dict[int, bytes]:
        with closing(sqlite3.connect(path)) as connection:
            return dict(connection.execute("SELECT id, body FROM cell").fetchall())


def row_attacks(victim: Victim) -> Iterator[tuple[str, Callable[[sqlite3.Connection], object]]]:
    """Rows swapped, removed, added, duplicated, and put back as they were one change earlier."""
    victim.mend()
    now, before = victim.cells(victim.path), victim.cells(victim.older)
    numbers = sorted(now)
    for one in numbers:
        yield "removed", lambda c, one=one: c.execute("DELETE FROM cell WHERE id=?", (one,))  # type: ignore[misc]
        yield (
            "duplicated",
            lambda c, one=one: c.execute("INSERT INTO cell SELECT id / 2 + 7, body FROM cell WHERE id=?", (one,)),  # type: ignore[misc]
        )
        yield "emptied", lambda c, one=one: c.execute("UPDATE cell SET body=zeroblob(3928) WHERE id=?", (one,))  # type: ignore[misc]
        yield "nulled", lambda c, one=one: c.execute("UPDATE cell SET body=NULL WHERE id=?", (one,))  # type: ignore[misc]
        yield (
            "text",
            lambda c, one=one: c.execute("UPDATE cell SET body=CAST(body AS TEXT) WHERE id=?", (one,)),  # type: ignore[misc]
        )
        yield "long", lambda c, one=one: c.execute("UPDATE cell SET body=body||x'00' WHERE id=?", (one,))  # type: ignore[misc]
        yield "renumbered", lambda c, one=one: c.execute("UPDATE cell SET id=id-1 WHERE id=?", (one,))  # type: ignore[misc]
        if before.get(one, now[one]) != now[one]:
            yield (
                "older cell",
                lambda c, one=one: c.execute("UPDATE cell SET body=? WHERE id=?", (before[one], one)),  # type: ignore[misc]
            )
        for other in numbers:
            if other > one:
                swap = ((now[one], other), (now[other], one))
                yield "swapped", lambda c, swap=swap: c.executemany("UPDATE cell SET body=? WHERE id=?", swap)  # type: ignore[misc]
    for name in ("head", "header"):
        with closing(sqlite3.connect(victim.older)) as old:
            body = old.execute(f"SELECT body FROM {name}").fetchone()[0]  # noqa: S608 - two fixed names
        yield f"older {name}", lambda c, n=name, b=body: c.execute(f"UPDATE {n} SET body=?", (b,))  # type: ignore[misc]  # noqa: S608
        yield f"no {name}", lambda c, n=name: c.execute(f"DELETE FROM {n}")  # type: ignore[misc]  # noqa: S608
        yield f"two of {name}", lambda c, n=name: c.execute(f"INSERT INTO {n} SELECT 2, body FROM {n}")  # type: ignore[misc]  # noqa: S608
    yield "trigger", lambda c: c.execute("CREATE TRIGGER t AFTER UPDATE ON cell BEGIN DELETE FROM cell; END")
    yield "view", lambda c: c.execute("CREATE VIEW v AS SELECT * FROM cell")
    yield "index", lambda c: c.execute("CREATE INDEX i ON cell(body)")
    yield "no table", lambda c: c.execute("DROP TABLE cell")
    yield "no format", lambda c: c.execute("PRAGMA user_version=0")
    yield "newer format", lambda c: c.execute("PRAGMA user_version=2")
    yield "no mark", lambda c: c.execute("PRAGMA application_id=1")


def while_open(victim: Victim, place: int, bits: int) -> str:
    """Bytes change under a book that is open: what it then reads is the same, or an error."""
    victim.mend()
    book = open_book(victim.path, SECRET, older_copy=True)
    data = bytearray(victim.bytes)
    data[place] ^= bits
    victim.path.write_bytes(bytes(data))
    try:
        assert contents(book, victim.files) == victim.held
    except BookError as error:
        return type(error).__name__
    finally:
        book.close()
    return "same"
