"""R8: several windows, a killed one, copies and older copies."""

from __future__ import annotations

import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from assistant.casebook import BookMissing, Busy, Damaged, NotABook, Replaced, database, open_book
from tests.casebook.helpers import SECRET, contents, new_book
from tests.casebook.sharing import share


@pytest.mark.parametrize(("writers", "changes"), [(2, 40), (8, 12)])
def test_writers_lose_nothing(tmp_path: Path, writers: int, changes: int) -> None:
    assert share(tmp_path, writers, changes) == 0


def test_each_sees_what_the_other_wrote(tmp_path: Path) -> None:
    one, other = new_book(tmp_path / "a.book"), open_book(tmp_path / "a.book", SECRET)
    with one.changing() as change:
        name = change.add("case", b"from one")
    assert other.roots("case") == (name,)
    with other.changing() as change:
        assert change.read(name) == b"from one"
        change.put(name, b"from the other")
    assert one.read(name) == b"from the other"
    assert one.counter == other.counter == 3
    one.verify()


def test_the_second_writer_is_told_in_two_seconds(tmp_path: Path) -> None:
    one, other = new_book(tmp_path / "a.book"), open_book(tmp_path / "a.book", SECRET)
    with one.changing() as change:
        name = change.add("case", b"kept")
        begun = time.monotonic()
        with pytest.raises(Busy, match="Another window is writing"), other.changing():
            pass
        assert 1.5 < time.monotonic() - begun < 2.6
        assert other.roots("case") == ()  # reading goes on
    assert other.read(name) == b"kept"
    with other.changing() as change:
        change.put(name, b"now it works")


def test_who_is_killed_with_the_lock_holds_nobody_up(tmp_path: Path) -> None:
    book = new_book(tmp_path / "a.book")
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        with open_book(tmp_path / "a.book", SECRET).changing() as change:
            change.add("case", b"never kept")
            os.write(writer, b"!")
            time.sleep(60)
    os.read(reader, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    begun = time.monotonic()
    with book.changing() as change:
        change.add("person", b"kept")
    assert time.monotonic() - begun < 1
    assert list(contents(book).values()) == [("person", b"kept")]


@pytest.mark.parametrize("way", ["in place", "renamed"])
def test_an_older_copy_is_noticed(tmp_path: Path, way: str) -> None:
    path, older = tmp_path / "a.book", tmp_path / "older.book"
    book = new_book(path)
    shutil.copy(path, older)
    with book.changing() as change:
        name = change.add("case", b"later")
    assert book.read(name) == b"later"
    if way == "in place":
        path.write_bytes(older.read_bytes())
    else:
        older.replace(path)
    before = path.read_bytes()
    with pytest.raises(Replaced, match="older copy"):
        book.read(name)
    with pytest.raises(Replaced, match="older copy"), book.changing():
        pass
    book.close()
    with pytest.raises(Replaced, match="older copy"):
        open_book(path, SECRET)
    assert path.read_bytes() == before
    wanted = open_book(path, SECRET, older_copy=True)
    assert wanted.roots("case") == ()
    with wanted.changing() as change:
        change.add("case", b"goes on from there")
    wanted.close()


def test_two_copies_that_went_apart(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.book", tmp_path / "copy.book"
    book = new_book(path)
    shutil.copy(path, copy)
    with book.changing() as change:
        change.add("case", b"here")
    with open_book(copy, SECRET).changing() as change:
        change.add("case", b"there")
    copy.replace(path)
    with pytest.raises(Replaced, match="another copy"), book.changing():
        pass


def test_a_newer_copy_is_read(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.book", tmp_path / "copy.book"
    book = new_book(path)
    shutil.copy(path, copy)
    with open_book(copy, SECRET).changing() as change:
        name = change.add("case", b"there")
    path.write_bytes(copy.read_bytes())
    assert book.read(name) == b"there"


def test_another_book_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.book"
    book = new_book(path)
    other = new_book(tmp_path / "b.book")
    other.close()
    (tmp_path / "b.book").replace(path)
    with pytest.raises(Replaced, match="another copy"):
        book.roots("case")
    path.write_bytes(b"no book at all, and long enough to be read" * 300)
    with pytest.raises((NotABook, Damaged)):
        book.roots("case")
    path.unlink()
    with pytest.raises(BookMissing), book.changing():
        pass


def test_the_file_goes_away_while_it_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.book"
    book = new_book(path)
    with pytest.raises((Replaced, BookMissing)), book.changing() as change:  # noqa: PT012 - the block is what is tested
        change.add("case", b"into nothing")
        path.rename(tmp_path / "moved.book")


def test_a_reader_waits_for_a_writer_who_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    book = new_book(tmp_path / "a.book")
    other = sqlite3.connect(tmp_path / "a.book", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(database, "WAIT", 0.2)
    with pytest.raises(Busy):
        book.roots("case")
    with pytest.raises(Busy):
        open_book(tmp_path / "a.book", SECRET)
    other.execute("ROLLBACK")
    other.close()
    assert book.roots("case") == ()


def test_hot_journal_of_a_killed_writer_is_undone_by_the_next(tmp_path: Path) -> None:
    """A change so large that SQLite writes into the book before the end: the journal must bring it back."""
    path = tmp_path / "a.book"
    book = new_book(path)
    with book.changing() as change:
        name = change.add("case", b"a" * 4_000_000)
    child = os.fork()
    if child == 0:
        from assistant.casebook import session

        session.commit = lambda connection: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[attr-defined]  # noqa: ARG005
        with open_book(path, SECRET).changing() as change:
            change.put(name, b"b" * 4_000_000)
    os.waitpid(child, 0)
    assert (tmp_path / "a.book-journal").stat().st_size > 100_000
    assert book.read(name) == b"a" * 4_000_000
    book.verify()
    journal = tmp_path / "a.book-journal"
    assert not journal.exists() or journal.stat().st_size == 0


def test_an_old_cell_put_back_while_open_is_noticed(tmp_path: Path) -> None:
    """With SQLite and without the passphrase; the head is as it was, so nothing but a look at all cells can tell."""
    import sqlite3
    from contextlib import closing

    path = tmp_path / "a.book"
    book = new_book(path)
    with book.changing() as change:
        name = change.add("case", b"old")
    with closing(sqlite3.connect(path)) as connection:
        old = connection.execute("SELECT body FROM cell WHERE id = ?", (int(name, 16),)).fetchone()[0]
    with book.changing() as change:
        change.put(name, b"new")
    assert book.read(name) == b"new"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE cell SET body = ? WHERE id = ?", (old, int(name, 16)))
        connection.commit()
    with pytest.raises(Damaged):
        book.read(name)
    with pytest.raises(Damaged), book.changing():
        pass
