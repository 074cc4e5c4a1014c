"""Without the passphrase nothing can be told but the size of the file (T1, T3, T4)."""

from __future__ import annotations

import base64
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from assistant.casebook import Secret, backup, erase, hand_over, layout, open_book, opening, process
from assistant.casebook.cells import DATA
from tests.casebook.helpers import CHEAP, SECRET, new_book
from tests.conftest import TOP

CANARY = "Canary-Ayşe-王小明-4711"


def shapes(path: Path) -> list[object]:
    """All that SQLite can tell of a book without a key."""
    with closing(sqlite3.connect(path)) as connection:
        rows = [
            connection.execute(f"SELECT typeof(body), length(body), count(*) FROM {table} GROUP BY 1, 2").fetchall()  # noqa: S608
            for table in layout.TABLES
        ]
        pragmas = [
            connection.execute(f"PRAGMA {name}").fetchall()
            for name in ("page_count", "freelist_count", "user_version", "schema_version", "application_id")
        ]
    return [rows, pragmas, path.stat().st_size]


def test_one_case_and_forty_of_the_same_size_look_alike(tmp_path: Path) -> None:
    one, forty = new_book(tmp_path / "one"), new_book(tmp_path / "forty")
    with one.changing() as change:
        change.add("case", b"a" * (40 * DATA))
    with forty.changing() as change:
        for _ in range(40):
            change.add("case", b"b" * DATA)
    for _ in range(5):
        forty.add_secret(Secret("one more person"))
        with forty.changing() as change:
            change.put(forty.roots("case")[0], os.urandom(DATA))
    left, right = shapes(tmp_path / "one"), shapes(tmp_path / "forty")
    assert left == right
    assert left[0] == [[(b"blob".decode(), 538, 1)], [("blob", 92, 1)], [("blob", layout.CELL, 41)]]
    for start in (24, 92):  # SQLite's count of changes begins anywhere
        counts = {int.from_bytes((tmp_path / name).read_bytes()[start : start + 4], "big") for name in ("one", "forty")}
        assert len(counts) == 2
        assert min(counts) > 1000  # fails once in two million runs


def test_every_row_is_random_but_for_what_the_header_must_say(tmp_path: Path) -> None:
    book = new_book(tmp_path / "a.book")
    with book.changing() as change:
        names = [change.add("case", bytes(DATA)) for _ in range(60)]
    with closing(sqlite3.connect(tmp_path / "a.book")) as connection:
        rows = connection.execute("SELECT id, body FROM cell").fetchall()
    assert len({body for _, body in rows}) == len(rows)
    assert len({body[:12] for _, body in rows}) == len(rows)
    everything = b"".join(body for _, body in rows)
    counts = [everything.count(bytes([value])) for value in range(256)]
    wanted = len(everything) / 256
    assert sum((count - wanted) ** 2 / wanted for count in counts) < 400  # chi-square, 255 degrees: 1 in 10^8
    assert not any(bytes.fromhex(name) in everything for name in names)


def test_the_same_words_are_never_sealed_alike(tmp_path: Path) -> None:
    seen = set()
    for number in range(2):
        book = new_book(tmp_path / f"{number}.book")
        with book.changing() as change:
            name = change.add("case", b"x")
        for _ in range(5):
            with book.changing() as change:
                change.put(name, b"y")
                change.put(name, b"x")
            seen.add((tmp_path / f"{number}.book").read_bytes())
    assert len(seen) == 10


def forms(words: str) -> list[bytes]:
    plain = words.encode()
    found = [
        plain,
        words.encode("utf-16-le"),
        words.encode("utf-16-be"),
        plain.hex().encode(),
        plain.hex().upper().encode(),
    ]
    # base64 of the middle, whatever stands before it
    return found + [base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3)]


def test_no_canary_anywhere_at_any_time(tmp_path: Path) -> None:
    path = tmp_path / "a.book"
    secret = Secret(f"pass {CANARY}")
    seen: list[bytes] = []

    def look() -> None:
        seen.extend(one.read_bytes() for one in tmp_path.iterdir() if one.is_file())
        seen.extend(one.name.encode() for one in tmp_path.iterdir())

    book = new_book(path, secret)
    words = CANARY.encode() * 100
    with book.changing() as change:
        name = change.add("case", words)
        change.add("file", words * 1000)
    look()
    real = open_book.__globals__["harden"]  # the book opens as it does outside of tests
    real()
    book._session.finish = _watched(book._session.finish, look)  # type: ignore[method-assign]
    with book.changing() as change:
        change.put(name, words + words)
        change.add("file", words * 2000)  # more than SQLite holds in memory: the journal is on the disk
        look()
    assert max(map(len, seen)) > 1_000_000
    backup(path, tmp_path / "copy.book")
    hand_over(book, [name], tmp_path / "given.book", secret, lambda _: (), lambda data, _: data, _cost=CHEAP)
    look()
    with book.changing() as change:
        change.remove(name)
    book.close()
    look()
    erase(path)
    look()
    for form in forms(CANARY):
        assert not any(form in one for one in seen), form


def _watched(finish: Callable[..., None], look: Callable[[], object]) -> Callable[..., None]:
    def wrapped(*arguments: object) -> None:
        look()
        finish(*arguments)

    return wrapped


def test_removed_contents_are_not_in_the_file(tmp_path: Path) -> None:
    """Somebody with the passphrase cannot bring back what was removed from the file: its pages are zeros."""
    book = new_book(tmp_path / "a.book")
    with book.changing() as change:
        name = change.add("case", b"x" * 20 * DATA)
    before = (tmp_path / "a.book").read_bytes()
    with closing(sqlite3.connect(tmp_path / "a.book")) as connection:
        bodies = [body for (body,) in connection.execute("SELECT body FROM cell")]
    with book.changing() as change:
        change.remove(name)
    after = (tmp_path / "a.book").read_bytes()
    assert len(after) == len(before)
    assert sum(body[:64] in before for body in bodies) == 21
    assert sum(body[:64] in after for body in bodies) == 0


def test_modes_under_umask_0(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        path = tmp_path / "new" / "deep" / "a.book"
        book = new_book(path)
        with book.changing() as change:
            name = change.add("case", b"x" * 100_000)
        seen: set[int] = set()
        book._session.finish = _watched(  # type: ignore[method-assign]
            book._session.finish, lambda: seen.update(stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir())
        )
        with book.changing() as change:
            change.put(name, b"y" * 100_000)
        backup(path, path.with_name("copy.book"))
        hand_over(book, [name], path.with_name("given.book"), SECRET, lambda _: (), lambda data, _: data, _cost=CHEAP)
        seen |= {stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
        assert seen == {0o600}
        assert {stat.S_IMODE(one.stat().st_mode) for one in (path.parent, path.parent.parent)} == {0o700}
    finally:
        os.umask(old)


def test_nothing_but_the_book_and_an_empty_journal_stays(tmp_path: Path) -> None:
    book = new_book(tmp_path / "a.book")
    with book.changing() as change:
        change.add("case", b"x" * 50_000)
    book.close()
    assert {one.name: one.stat().st_size for one in tmp_path.iterdir() if one.name != "a.book"} in (
        {},
        {"a.book-journal": 0},
    )


def test_closing_forgets_the_keys(tmp_path: Path) -> None:
    book = new_book(tmp_path / "a.book")
    book.close()
    assert book._session._keys is None
    assert book._session._connection is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prctl")
def test_no_core_dumps() -> None:
    code = (
        "import resource, ctypes; from assistant.casebook.process import harden; harden(); harden();"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=TOP)
    assert done.stdout.strip() == "(0, 0) 0"


def test_opening_hardens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(opening, "harden", lambda: done.append("x"))
    new_book(tmp_path / "a.book").close()
    open_book(tmp_path / "a.book", SECRET).close()
    assert done == ["x", "x"]
    assert process.harden.cache_info().maxsize is None


def test_a_session_that_keeps_nothing_loads_no_ciphers() -> None:
    code = (
        "import sys; from assistant.casebook import Memory, BookError, Secret; Memory().close();"
        "print(*sorted(n for n in sys.modules if n.split('.')[0] in {'sqlite3', 'cryptography', 'ctypes', 'zxcvbn'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=TOP)
    assert done.stdout.strip() == ""
