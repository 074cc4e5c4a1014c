"""Passphrases, key files, places."""

from __future__ import annotations

import os
import struct
from hashlib import blake2b
from pathlib import Path

import pytest

from assistant.casebook import (
    Damaged,
    EmptySecret,
    KeyFileUnread,
    NoMemory,
    PlacesTaken,
    Secret,
    WrongSecret,
    kdf,
    open_book,
    opening,
)
from assistant.casebook.header import Header
from assistant.casebook.kdf import COST, Cost, derive
from tests.casebook.corrupting import Victim
from tests.casebook.helpers import SECRET, new_book


def opens(path: Path, secret: Secret) -> bool:
    try:
        open_book(path, secret).close()
    except WrongSecret:
        return False
    return True


def test_the_cost_of_new_books() -> None:
    assert Cost(64 * 1024, 3, 4) == COST


def test_showing_a_secret_shows_nothing() -> None:
    shown = repr(Secret("hunter2", Path("/key/file"))) + str(Secret("hunter2"))
    assert "hunter2" not in shown
    assert "key" not in shown


@pytest.mark.parametrize(
    ("made", "typed"),
    [("caf\xe9", "cafe\u0301"), ("line", "line\n"), ("line", "line\r\n"), ("ﬁ １", "fi 1"), ("王\udc80", "王\udc80")],
)
def test_the_same_passphrase(tmp_path: Path, made: str, typed: str) -> None:
    new_book(tmp_path / "a.book", Secret(made)).close()
    assert opens(tmp_path / "a.book", Secret(typed))


@pytest.mark.parametrize("typed", ["", " line", "line ", "Line", "lin", "line\n."])
def test_another_passphrase(tmp_path: Path, typed: str) -> None:
    new_book(tmp_path / "a.book", Secret("line")).close()
    with pytest.raises(WrongSecret, match="passphrase is wrong, or its key file is missing"):
        open_book(tmp_path / "a.book", Secret(typed))


def test_lengths_stand_in_front() -> None:
    assert Secret("abc").material() == struct.pack(">Q", 3) + b"abc" + struct.pack(">Q", 0)


def test_key_file(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(os.urandom(100))
    with_key, path = Secret("word", key), tmp_path / "a.book"
    digest = blake2b(key.read_bytes()).digest()
    assert with_key.material() == struct.pack(">Q", 4) + b"word" + struct.pack(">Q", 64) + digest
    new_book(path, with_key).close()
    assert opens(path, with_key)
    assert not opens(path, Secret("word"))
    assert not opens(path, Secret("other", key))
    key.write_bytes(key.read_bytes() + b"x")
    assert not opens(path, with_key)
    new_book(tmp_path / "only.book", Secret("", key)).close()
    assert opens(tmp_path / "only.book", Secret("", key))


def test_key_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.book"
    new_book(path).close()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(bytes(2000))
    monkeypatch.setattr("assistant.casebook.secret._MAX_KEY_FILE", 1000)
    for name in ("missing", "", "pipe", "large", "nul\0", "x" * 300):
        with pytest.raises(KeyFileUnread):
            open_book(path, Secret("word", tmp_path / name))


def test_an_empty_passphrase_makes_no_book(tmp_path: Path) -> None:
    for empty in ("", "\n"):
        with pytest.raises(EmptySecret):
            new_book(tmp_path / "a.book", Secret(empty))
    assert not list(tmp_path.iterdir())
    book = new_book(tmp_path / "a.book")
    with pytest.raises(EmptySecret):
        book.change_secret(SECRET, Secret(""))
    with pytest.raises(EmptySecret):
        book.add_secret(Secret("\n"))


def test_places(tmp_path: Path) -> None:
    path = tmp_path / "a.book"
    book = new_book(path, Secret("0"))
    sizes = {path.stat().st_size}
    for number in range(1, 8):
        book.add_secret(Secret(str(number)))
        assert book.places == number + 1
        sizes.add(path.stat().st_size)
    with pytest.raises(PlacesTaken, match="8 places"):
        book.add_secret(Secret("8"))
    assert sizes == {path.stat().st_size}
    assert all(opens(path, Secret(str(number))) for number in range(8))
    with pytest.raises(WrongSecret):
        book.change_secret(Secret("8"), Secret("9"))
    book.change_secret(Secret("3"), Secret("three"))
    assert [opens(path, Secret(one)) for one in ("3", "three", "4")] == [False, True, True]
    with pytest.raises(WrongSecret):
        book.keep_only(Secret("3"))
    book.keep_only(Secret("three"))
    assert [opens(path, Secret(one)) for one in ("three", *"01234567")] == [True] + [False] * 8
    assert book.places == 1
    book.add_secret(Secret("again"))
    assert opens(path, Secret("again"))
    book.verify()


def test_a_passphrase_that_was_added_twice_goes_wholly(tmp_path: Path) -> None:
    book = new_book(tmp_path / "a.book", Secret("one"))
    book.add_secret(Secret("one"))
    book.change_secret(Secret("one"), Secret("two"))
    assert not opens(tmp_path / "a.book", Secret("one"))
    assert book.places == 1


def test_another_window_learns_of_new_places(tmp_path: Path) -> None:
    one, other = new_book(tmp_path / "a.book"), open_book(tmp_path / "a.book", SECRET)
    one.add_secret(Secret("two"))
    other.add_secret(Secret("three"))
    other.change_secret(SECRET, Secret("new"))
    with one.changing() as change:
        change.add("case", b"x")
    assert [opens(tmp_path / "a.book", Secret(word)) for word in ("new", "two", "three")] == [True] * 3
    assert one.places == 3


@pytest.mark.parametrize(
    "cost", [Cost(2**20 + 1, 3, 4), Cost(65536, 21, 4), Cost(65536, 3, 17), Cost(8, 1, 4), Cost(64, 0, 1)]
)
def test_costs_out_of_bounds_are_refused_before_deriving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cost: Cost
) -> None:
    path = tmp_path / "a.book"
    new_book(path).close()
    header = opening.header_of(path)
    wrong = Header(header.made, cost, header.salt, header.places)
    Victim.put_header(path, wrong.bound + b"".join(wrong.places) + wrong.digest)
    monkeypatch.setattr(kdf, "Argon2id", None)
    with pytest.raises(Damaged):
        open_book(path, SECRET)


def test_cheaper_costs_put_into_the_header_open_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.book"
    opening.create(path, SECRET, _cost=Cost(128, 2, 1)).close()
    header = opening.header_of(path)
    for cost in (Cost(64, 2, 1), Cost(128, 1, 1)):
        wrong = Header(header.made, cost, header.salt, header.places)
        victim = path.with_name("b.book")
        victim.write_bytes(path.read_bytes())
        Victim.put_header(victim, wrong.bound + b"".join(wrong.places) + wrong.digest)
        with pytest.raises(WrongSecret):
            open_book(victim, SECRET)


def test_header_flips_are_damage_and_never_a_wrong_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "a.book"
    new_book(path).close()
    data = path.read_bytes()
    places = b"".join(opening.header_of(path).places)
    start = data.index(places) - 26
    for place in [*range(start, start + 26), *range(start + 26, start + 26 + len(places) + 32, 4)]:
        hurt = bytearray(data)
        hurt[place] ^= 0x21
        path.write_bytes(hurt)
        with pytest.raises(Damaged):
            open_book(path, SECRET)


def test_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, **_: object) -> None:
            raise MemoryError

    monkeypatch.setattr(kdf, "Argon2id", Full)
    with pytest.raises(NoMemory):
        derive(SECRET, bytes(16), COST)
