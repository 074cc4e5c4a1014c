"""What both stores promise."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.casebook import Busy, Closed, Memory, RecordGone, Store, TooLarge, change, memory
from tests.casebook.corrupting import Victim
from tests.casebook.helpers import contents, new_book


@pytest.fixture(params=["memory", "book"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = Memory() if request.param == "memory" else new_book(tmp_path / "a.book")
    yield made
    made.close()


def test_a_new_store_is_empty(store: Store) -> None:
    assert store.roots("case") == store.roots("person") == ()
    assert store.counter == 1


def test_add_put_remove(store: Store) -> None:
    with store.changing() as change:
        first, second = change.add("case", b"one"), change.add("case", b"two")
        person, file = change.add("person", b""), change.add("file", b"x" * 10_000)
    assert store.roots("case") == (first, second)
    assert store.roots("person") == (person,)
    assert [store.read(name) for name in (first, second, person, file)] == [b"one", b"two", b"", b"x" * 10_000]
    assert all(len(name) == 16 and int(name, 16) for name in (first, second, person, file))
    assert store.counter == 2
    with store.changing() as change:
        change.put(second, b"2" * 20_000)
        change.remove(first)
        change.remove(file)
    assert store.roots("case") == (second,)
    assert store.read(second) == b"2" * 20_000
    for name in (first, file):
        with pytest.raises(RecordGone):
            store.read(name)
    assert store.counter == 3


def test_a_change_reads_what_it_wrote_and_the_store_what_was_there(store: Store) -> None:
    with store.changing() as change:
        kept = change.add("case", b"before")
    with store.changing() as change:
        change.put(kept, b"after")
        new = change.add("case", b"new")
        assert (change.read(kept), change.read(new)) == (b"after", b"new")
        assert (store.read(kept), store.roots("case"), store.counter) == (b"before", (kept,), 2)
        change.remove(kept)
        for attempt in (lambda: change.read(kept), lambda: change.put(kept, b""), lambda: change.remove(kept)):
            with pytest.raises(RecordGone):
                attempt()
    assert store.roots("case") == (new,)


def test_an_exception_changes_nothing(store: Store) -> None:
    with store.changing() as change:
        kept = change.add("case", b"kept")
    with pytest.raises(ZeroDivisionError), store.changing() as change:  # noqa: PT012 - the block is what is tested
        change.put(kept, b"lost")
        change.add("person", b"lost")
        change.remove(kept)
        raise ZeroDivisionError
    assert contents(store) == {kept: ("case", b"kept")}
    assert store.counter == 2


def test_nothing_to_keep_is_no_change(store: Store) -> None:
    with store.changing() as change:
        change.remove(change.add("case", b"x"))
    assert (store.counter, store.roots("case")) == (1, ())


@pytest.mark.parametrize("name", ["", "x", "0" * 16, "f" * 16, "00000000000000AB", "1" * 17, "１" * 16])
def test_a_name_that_is_none(store: Store, name: str) -> None:
    with pytest.raises(RecordGone):
        store.read(name)
    with store.changing() as change:
        for attempt in (lambda: change.read(name), lambda: change.put(name, b""), lambda: change.remove(name)):
            with pytest.raises(RecordGone):
                attempt()


def test_a_record_that_is_too_long(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change, "MAX_RECORD", 2_000_000)
    with store.changing() as one:
        kept = one.add("case", bytes(2_000_000))
        with pytest.raises(TooLarge) as caught:
            one.add("case", bytes(2_000_001))
        with pytest.raises(TooLarge):
            one.put(kept, bytes(2_000_001))
    assert "3 MB" in str(caught.value)
    assert store.roots("case") == (kept,)


def test_after_closing_all_is_refused(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(Closed):
        store.read("1" * 16)
    with pytest.raises(Closed):
        store.roots("case")
    with pytest.raises(Closed), store.changing():
        pass


def test_closing_inside_a_change_keeps_nothing(store: Store) -> None:
    with pytest.raises(Closed), store.changing() as change:  # noqa: PT012 - the block is what is tested
        change.add("case", b"x")
        store.close()


def test_mistakes_of_the_caller(store: Store) -> None:
    with store.changing() as change, pytest.raises(RuntimeError), store.changing():
        pass
    with pytest.raises(RuntimeError):
        change.add("case", b"too late")
    with store.changing() as change, pytest.raises(ValueError, match="folder"):
        change.add("folder", b"")  # type: ignore[arg-type]


def test_another_thread_waits_and_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "WAIT", 0.1)
    monkeypatch.setattr("assistant.casebook.book.WAIT", 0.1)
    told: list[BaseException] = []

    def other() -> None:
        try:
            with store.changing():
                pass
        except Busy as error:
            told.append(error)

    with store.changing() as change:
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        change.add("case", b"kept")
    assert [type(one) for one in told] == [Busy]
    assert len(store.roots("case")) == 1


def test_threads_lose_nothing(store: Store) -> None:
    with store.changing() as change:
        log = change.add("case", b"")

    def write(mark: bytes) -> None:
        for _ in range(25):
            with store.changing() as change:
                change.put(log, change.read(log) + mark)

    threads = [threading.Thread(target=write, args=(mark,)) for mark in (b"a", b"b", b"c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(store.read(log)) == sorted(b"abc" * 25)


def test_a_log_that_grows_writes_its_last_cell_only(tmp_path: Path) -> None:
    book = new_book(tmp_path / "a.book")
    with book.changing() as change:
        log = change.add("case", b"x" * 30_000)
    before = Victim.cells(tmp_path / "a.book")
    with book.changing() as change:
        change.put(log, b"x" * 30_000 + b"y")
    after = Victim.cells(tmp_path / "a.book")
    assert before.keys() == after.keys()
    assert sum(before[one] != after[one] for one in before) == 1
    with book.changing() as change:
        change.put(log, b"x" * 5_000)
    shrunk = Victim.cells(tmp_path / "a.book")
    assert len(shrunk) == 3  # two of the log and the directory
    assert sum(after[one] != shrunk[one] for one in shrunk) == 1
    book.verify()
    book.close()
