"""Copies of a book, what errors say of them, and the end of a book."""

# ruff: noqa: S311 - no secrets

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from assistant.casebook import (
    BookMissing,
    BookThere,
    Damaged,
    NotABook,
    NotSaved,
    Replaced,
    Secret,
    WrongSecret,
    backup,
    copying,
    erase,
    erasing,
    open_book,
    opening,
    peek,
)
from tests.casebook.corrupting import Victim
from tests.casebook.helpers import SECRET, contents, new_book, outcome, sample


def test_a_backup_is_the_same_book(tmp_path: Path) -> None:
    path, target = tmp_path / "a.book", tmp_path / "new folder" / "copy.book"
    held, files = sample(path)
    assert backup(path, target) == target
    assert outcome(target, held, files) == "same"
    open_book(target, Secret("second")).close()
    assert opening.header_of(path) == opening.header_of(target)
    assert {one.name for one in target.parent.iterdir()} <= {"copy.book", "copy.book-journal"}


def test_a_backup_while_another_window_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.book"
    held, files = sample(path)
    book = open_book(path, SECRET)
    with book.changing() as change:
        change.add("case", b"not yet kept")
        backup(path, tmp_path / "copy.book")
    assert outcome(tmp_path / "copy.book", held, files) == "same"
    assert len(contents(book)) == len(held) - len(files) + 1


def test_nothing_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.book"
    sample(path)
    before = path.read_bytes()
    (tmp_path / "taken").write_text("mine")
    for target in (path, tmp_path / "taken", tmp_path):
        with pytest.raises(BookThere):
            backup(path, target)
        with pytest.raises(BookThere):
            new_book(target)
    assert (path.read_bytes(), (tmp_path / "taken").read_text()) == (before, "mine")


def test_a_copy_that_came_out_otherwise_is_not_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample(tmp_path / "a.book")
    answers = iter([b"one", b"another"])
    monkeypatch.setattr(copying, "rows_digest", lambda _: next(answers))
    with pytest.raises(NotSaved, match="copy differs"):
        backup(tmp_path / "a.book", tmp_path / "copy.book")
    assert {one.name for one in tmp_path.iterdir()} <= {"a.book", "a.book-journal"}


def test_a_stray_journal_is_never_played_into_a_new_book(tmp_path: Path) -> None:
    path, journal = tmp_path / "a.book", tmp_path / "a.book-journal"
    journal.write_bytes(b"")
    new_book(path).close()
    path.unlink()
    journal.write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(1000))
    with pytest.raises(BookThere, match="unfinished change"):
        new_book(path)
    new_book(tmp_path / "b.book").close()
    with pytest.raises(BookThere, match="unfinished change"):
        backup(tmp_path / "b.book", path)
    assert not path.exists()
    assert journal.stat().st_size == 1008


def test_damage_names_the_backups_newest_first(tmp_path: Path) -> None:
    victim = Victim(tmp_path)
    victim.older.unlink()
    for number in (1, 2, 3, 4):
        backup(victim.path, tmp_path / f"copy-{number}")
        os.utime(tmp_path / f"copy-{number}", (number, number))
    (tmp_path / "copy-4").write_bytes((tmp_path / "copy-4").read_bytes()[:9000])  # cut: no help
    (tmp_path / "letter.txt").write_text("no book")
    victim.path.write_bytes(victim.bytes[:20_000])
    with pytest.raises(Damaged, match="ends too early") as caught:
        open_book(victim.path, SECRET)
    assert [one.name for one in caught.value.backups] == ["copy-3", "copy-2", "copy-1"]
    assert "copy-3, copy-2, copy-1" in str(caught.value)
    for number in (1, 2, 3, 4):
        (tmp_path / f"copy-{number}").unlink()
    with pytest.raises(Damaged, match="ends too early") as caught:
        open_book(victim.path, SECRET)
    assert caught.value.backups == ()
    assert peek(victim.path) == "damaged"


def test_erase(tmp_path: Path) -> None:
    path = tmp_path / "a.book"
    held, files = sample(path)
    backup(path, tmp_path / "copy.book")
    book = open_book(path, SECRET)
    erase(path)
    assert sorted(one.name for one in tmp_path.iterdir() if "journal" not in one.name) == ["copy.book"]
    assert not (tmp_path / "a.book-journal").exists()
    assert outcome(tmp_path / "copy.book", held, files) == "same"
    with pytest.raises(BookMissing):
        book.roots("case")
    with pytest.raises(BookMissing):
        erase(path)
    (tmp_path / "letter").write_text("mine")
    with pytest.raises(NotABook):
        erase(tmp_path / "letter")
    assert (tmp_path / "letter").read_text() == "mine"


def test_the_key_is_gone_before_the_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, kept = tmp_path / "a.book", tmp_path / "kept.book"
    sample(path)
    header = opening.header_of(path)
    os.link(path, kept)  # what a file system may keep of a file that was removed

    def killed(_path: Path) -> Path:
        assert all(place not in path.read_bytes() for place in (*header.places, header.salt))
        raise KeyboardInterrupt

    monkeypatch.setattr(erasing, "journal_of", killed)
    with pytest.raises(KeyboardInterrupt):
        erase(path)
    for secret in (SECRET, Secret("second")):
        with pytest.raises(WrongSecret):
            open_book(path, secret)
    monkeypatch.undo()
    erase(path)
    assert not path.exists()
    with pytest.raises(WrongSecret):
        open_book(kept, SECRET)


def test_erasing_a_damaged_and_a_newer_book(tmp_path: Path) -> None:
    victim = Victim(tmp_path)
    for hurt in (victim.bytes[:30_000], victim.bytes[:60] + b"\0\0\0\x09" + victim.bytes[64:]):
        victim.path.write_bytes(hurt)
        kept = tmp_path / "kept"
        os.link(victim.path, kept)
        erase(victim.path)
        assert not victim.path.exists()
        assert hurt[5000:5064] not in kept.read_bytes()
        kept.unlink()


def test_erasing_by_a_link_erases_the_book(tmp_path: Path) -> None:
    sample(tmp_path / "a.book")
    (tmp_path / "link").symlink_to("a.book")
    erase(tmp_path / "link")
    assert not (tmp_path / "a.book").exists()


def test_another_window_cannot_write_into_an_erased_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.book"
    sample(path)
    book = open_book(path, SECRET)
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
    erase(path)
    with pytest.raises(Replaced, match="another copy"), book.changing() as change:
        change.add("case", b"x")


def test_killed_in_erasing_twenty_times(tmp_path: Path) -> None:
    import random
    import time

    ends = set()
    for number in range(20):
        path = tmp_path / f"{number}.book"
        held, files = sample(path)
        child = os.fork()
        if child == 0:
            try:
                erase(path)
            finally:
                os._exit(0)
        time.sleep(random.uniform(0, 0.008))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        ends.add(outcome(path, held, files))
    assert ends <= {"same", "WrongSecret", "BookMissing"}


def test_a_file_that_cannot_be_removed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.book"
    sample(path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(NotSaved, match="could not be removed: Permission denied"):
        erase(path)
