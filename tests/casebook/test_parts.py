"""Parts that another part would make up for: each must hold by itself."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from assistant.casebook import Damaged, RecordGone, Replaced, cells, layout, open_book, session
from assistant.casebook.cells import Piece, seal, unseal
from assistant.casebook.database import connect
from assistant.casebook.directory import name_of, pack_roots, unpack_roots
from assistant.casebook.faults import Unsound
from assistant.casebook.heap import Heap, check_chains
from assistant.casebook.keys import Keys
from assistant.casebook.slots import open_places, random_places, seal_place
from tests.casebook.helpers import SECRET, new_book

KEYS = Keys(bytes(32))


def test_a_cell_is_bound_to_its_number() -> None:
    body = seal(KEYS, 5, Piece(b"x", 0))
    assert unseal(KEYS, 5, body) == Piece(b"x", 0)
    with pytest.raises(InvalidTag):
        unseal(KEYS, 6, body)
    with pytest.raises(InvalidTag):
        unseal(Keys(bytes(31) + b"x"), 5, body)


@pytest.mark.parametrize(
    ("following", "used", "data"),
    [(1, 3, b"abc"), (0, cells.DATA + 1, b""), (0, 2, b"abc"), (2**63, cells.DATA, b"x" * cells.DATA)],
)
def test_a_cell_that_somebody_with_the_key_made_wrong(following: int, used: int, data: bytes) -> None:
    plain = (following.to_bytes(8, "big") + used.to_bytes(2, "big") + data).ljust(layout.PLAIN, b"\0")
    nonce = os.urandom(12)
    body = nonce + KEYS.cells.encrypt(nonce, plain, cells._bound(7))
    with pytest.raises(Unsound):
        unseal(KEYS, 7, body)


@pytest.mark.parametrize("chain", [{1: 1}, {1: 2, 2: 1}, {1: 2, 2: 3, 3: 2}, {1: 9}, {1: 3, 2: 3, 3: 0}])
def test_chains_that_are_none(chain: dict[int, int]) -> None:
    """Rings, loose ends and chains that run together, in a book from outside."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(layout.TABLES["cell"])
        for number, following in chain.items():
            body = seal(KEYS, number, Piece(b"x" * cells.DATA, following))
            connection.execute("INSERT INTO cell VALUES(?, ?)", (number, body))
        with pytest.raises(Unsound):
            check_chains(connection, KEYS)
        if 3 not in chain or chain[3] != 0:
            with pytest.raises(Unsound):
                Heap(connection, KEYS, len(chain), 0).read(1)


def test_a_place_is_bound_to_its_number_and_the_header() -> None:
    derived, data_key, places = bytes(32), os.urandom(32), random_places()
    places[3] = seal_place(3, data_key, derived, b"header")
    assert open_places(places, derived, b"header") == {3: data_key}
    assert open_places(places, derived, b"other") == {}
    places[2], places[3] = places[3], places[2]
    assert open_places(places, derived, b"header") == {}


@pytest.mark.parametrize("data", [b"\x01", b"\x03" + bytes(7) + b"\x01", b"\x01" + bytes(8), b"\x01" + b"\xff" * 8])
def test_a_directory_that_is_none(data: bytes) -> None:
    with pytest.raises(Unsound):
        unpack_roots(data)
    with pytest.raises(Unsound):
        unpack_roots(pack_roots({1: "case"}) * 2)


def test_the_directory_is_no_record(tmp_path: Path) -> None:
    book = new_book(tmp_path / "a.book")
    head = book._session.head
    assert head is not None
    name = name_of(head.directory)
    with pytest.raises(RecordGone):
        book.read(name)
    with book.changing() as change:
        for attempt in (lambda: change.read(name), lambda: change.put(name, b""), lambda: change.remove(name)):
            with pytest.raises(RecordGone):
                attempt()
    book.verify()


def test_settings_of_a_connection(tmp_path: Path) -> None:
    new_book(tmp_path / "a.book").close()
    wanted = {
        "page_size": 4096,
        "journal_mode": b"truncate",
        "synchronous": 3,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "application_id": layout.APPLICATION,
        "user_version": 1,
    }
    with closing(connect(tmp_path / "a.book")) as connection:
        assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


def test_a_row_fills_a_page_and_no_more(tmp_path: Path) -> None:
    book = new_book(tmp_path / "a.book")
    before = (tmp_path / "a.book").stat().st_size
    with book.changing() as change:
        change.add("file", bytes(100 * cells.DATA))
    pages = ((tmp_path / "a.book").stat().st_size - before) // layout.PAGE
    assert 100 <= pages <= 103


def test_a_trigger_that_comes_while_the_book_is_open(tmp_path: Path) -> None:
    book = new_book(tmp_path / "a.book")
    with closing(sqlite3.connect(tmp_path / "a.book")) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON cell BEGIN DELETE FROM cell; END")
        connection.commit()
    with pytest.raises(Damaged), book.changing() as change:
        change.add("case", b"x")


def test_a_file_that_goes_away_at_the_last_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After SQLite has looked whether it still has its name."""
    path = tmp_path / "a.book"
    book = new_book(path)
    (tmp_path / "other.book").write_bytes(path.read_bytes())
    real = session.commit  # type: ignore[attr-defined]

    def commit(connection: sqlite3.Connection) -> None:
        real(connection)
        (tmp_path / "other.book").replace(path)

    monkeypatch.setattr(session, "commit", commit)
    with pytest.raises(Replaced, match="while it was being saved"), book.changing() as change:
        change.add("case", b"x")
    monkeypatch.undo()
    assert open_book(path, SECRET).roots("case") == ()


def test_a_change_whose_reading_failed_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from assistant.casebook import NotSaved, Unreadable

    book = new_book(tmp_path / "a.book")
    with book.changing() as change:
        name = change.add("case", b"kept")

    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    with pytest.raises(NotSaved, match="could not be read in between"), book.changing() as change:  # noqa: PT012 - as above
        monkeypatch.setattr(Heap, "read", fail)
        with pytest.raises(Unreadable):
            change.read(name)
        monkeypatch.undo()
        for attempt in (lambda: change.put(name, b"lost"), lambda: change.read(name), lambda: change.add("case", b"")):
            with pytest.raises(NotSaved):
                attempt()
    assert book.read(name) == b"kept"
