"""Handing cases over, and taking them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from assistant.casebook import (
    BookThere,
    Damaged,
    EmptySecret,
    Memory,
    RecordGone,
    Secret,
    Store,
    WrongSecret,
    copy_roots,
    hand_over,
    open_book,
    take_over,
)
from tests.casebook.helpers import CHEAP, KINDS, new_book

GIVEN = Secret("for the clinic")


def files_of(data: bytes) -> Iterator[str]:
    return iter(data.decode().split()[1:])


def renamed(data: bytes, new: Mapping[str, str]) -> bytes:
    return " ".join(new.get(word, word) for word in data.decode().split()).encode()


@pytest.fixture(params=["memory", "book"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    made: Store = Memory() if request.param == "memory" else new_book(tmp_path / "a.book")
    with made.changing() as change:
        first, shared = change.add("file", b"letter " * 1000), change.add("file", b"evidence")
        change.add("case", f"one {first} {shared}".encode())
        change.add("case", f"two {shared}".encode())
        change.add("case", b"three")
        change.add("person", b"Ay")
        change.add("file", b"of nobody")
    return made


def told(store: Store) -> list[tuple[str, bytes, list[bytes]]]:
    """What a store holds, without names."""
    return sorted(
        (str(kind), store.read(name).split()[0], [store.read(file) for file in files_of(store.read(name))])
        for kind in KINDS
        for name in store.roots(kind)
    )


def test_only_what_was_named_is_in_it(store: Store, tmp_path: Path) -> None:
    before, one, two = told(store), *store.roots("case")[:2]
    target = hand_over(
        store, [one, two, *store.roots("person")], tmp_path / "given" / "x.book", GIVEN, files_of, renamed, _cost=CHEAP
    )
    assert told(store) == before
    book = open_book(target, GIVEN)
    assert told(book) == [
        ("case", b"one", [b"letter " * 1000, b"evidence"]),
        ("case", b"two", [b"evidence"]),
        ("person", b"Ay", []),
    ]
    book.verify()
    kept = [name for kind in KINDS for name in store.roots(kind)]
    assert not set(kept) & {name for kind in KINDS for name in book.roots(kind)}
    with pytest.raises(WrongSecret):
        open_book(target, Secret("eleven grey herons"))
    assert target.stat().st_mode & 0o777 == 0o600


def test_taking_over_copies_under_new_names(store: Store, tmp_path: Path) -> None:
    target = hand_over(store, store.roots("case")[:1], tmp_path / "x.book", GIVEN, files_of, renamed, _cost=CHEAP)
    before = told(store)
    new: dict[str, str] = {}
    taken = take_over(target, GIVEN)
    assert [root.kind for root in taken.roots] == ["case"]
    assert told(store) == before  # nothing is merged by itself
    for _ in range(2):
        with store.changing() as change:
            new = copy_roots(taken, taken.roots, change, files_of, renamed)
    taken.close()
    assert new[taken.roots[0].name] in store.roots("case")
    assert told(store) == sorted([*before, before[0], before[0]])
    assert len(store.roots("case")) == 5


def test_roots_that_name_each_other_are_renamed_too(store: Store, tmp_path: Path) -> None:
    person = store.roots("person")[0]
    with store.changing() as change:
        case = change.add("case", f"of:{person}".encode())
    target = hand_over(
        store, [case, person], tmp_path / "x.book", GIVEN, lambda _: (),
        lambda data, new: data.replace(person.encode(), new[person].encode()), _cost=CHEAP,
    )  # fmt: skip
    book = open_book(target, GIVEN)
    assert book.read(book.roots("case")[0]) == f"of:{book.roots('person')[0]}".encode()


def test_what_cannot_be_handed_over(store: Store, tmp_path: Path) -> None:
    case = store.roots("case")[0]
    file = next(files_of(store.read(case)))
    (tmp_path / "taken").write_text("mine")
    target = tmp_path / "x.book"
    with pytest.raises(RecordGone):
        hand_over(store, ["1" * 16], target, GIVEN, files_of, renamed, _cost=CHEAP)
    with pytest.raises(RecordGone):  # a file is no root
        hand_over(store, [file], target, GIVEN, files_of, renamed, _cost=CHEAP)
    with pytest.raises(RecordGone):  # a root is no file of another
        hand_over(
            store, list(store.roots("case")[:2]), target, GIVEN, lambda _: store.roots("case")[:1], renamed, _cost=CHEAP
        )
    with pytest.raises(EmptySecret):
        hand_over(store, [case], target, Secret(""), files_of, renamed, _cost=CHEAP)
    with pytest.raises(BookThere):
        hand_over(store, [case], tmp_path / "taken", GIVEN, files_of, renamed, _cost=CHEAP)
    with pytest.raises(ZeroDivisionError):
        hand_over(store, [case], target, GIVEN, files_of, lambda *_: 1 // 0, _cost=CHEAP)  # type: ignore[arg-type]
    assert not target.exists()
    assert not [one for one in tmp_path.iterdir() if one.name.endswith(".part")]


def test_what_a_stranger_wrote_may_not_reach_further(tmp_path: Path) -> None:
    """A case from outside that names records of ours as its files gives nothing of ours away."""
    mine = new_book(tmp_path / "mine.book")
    with mine.changing() as change:
        secret = change.add("case", b"mine")
    theirs = new_book(tmp_path / "theirs.book", GIVEN)
    with theirs.changing() as change:
        change.add("case", f"bad {secret}".encode())
    theirs.close()
    taken = take_over(tmp_path / "theirs.book", GIVEN)
    with pytest.raises(RecordGone), mine.changing() as change:
        copy_roots(taken, taken.roots, change, files_of, renamed)
    assert mine.roots("case") == (secret,)


def test_a_journal_that_came_with_it_is_not_played(tmp_path: Path) -> None:
    new_book(tmp_path / "x.book", GIVEN).close()
    journal = tmp_path / "x.book-journal"
    journal.write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + b"/somewhere/else" * 50)
    before = journal.read_bytes()
    with pytest.raises(Damaged, match="stands beside it"):
        take_over(tmp_path / "x.book", GIVEN)
    assert journal.read_bytes() == before
    journal.write_bytes(b"")
    take_over(tmp_path / "x.book", GIVEN).close()
