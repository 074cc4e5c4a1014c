"""Old and new formats (R13): refusing, backing up, migrating, being killed meanwhile."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.casebook import (
    Busy,
    Damaged,
    NewerFormat,
    OlderFormat,
    Secret,
    WrongSecret,
    copying,
    database,
    layout,
    migrate,
    migrating,
    open_book,
    peek,
)
from assistant.casebook.keys import Keys
from tests.casebook.helpers import SECRET, contents, outcome, sample

MORE = "CREATE TABLE more(id INTEGER PRIMARY KEY)"


def add_table(connection: sqlite3.Connection, _keys: Keys) -> None:
    connection.execute(MORE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    sample(tmp_path / "a.book")
    return tmp_path / "a.book"


@pytest.fixture
def program_2(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From its call on, this is the program of the next version."""

    def begin() -> None:
        monkeypatch.setattr(layout, "FORMAT", 2)
        monkeypatch.setitem(layout.TABLES, "more", MORE)

    return begin


def test_a_newer_book_is_refused_and_untouched(path: Path) -> None:
    assert migrate(path, SECRET, {1: add_table}) is not None
    before = path.read_bytes()
    assert peek(path) == "newer"
    for attempt in (
        lambda: open_book(path, SECRET),
        lambda: copying.backup(path, path.with_name("b.book")),
        lambda: migrate(path, SECRET, {1: add_table}),
    ):
        with pytest.raises(NewerFormat, match="made by a newer version of this program"):
            attempt()
    assert path.read_bytes() == before
    assert not path.with_name("b.book").exists()


def test_migration_with_a_backup(path: Path, program_2: Callable[[], None]) -> None:
    held = contents(open_book(path, SECRET))
    kept = migrate(path, SECRET, {1: add_table})
    assert kept == path.with_name("a.book.format-1-backup")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert contents(open_book(kept, SECRET)) == held
    program_2()
    book = open_book(path, Secret("second"))
    assert contents(book) == held
    book.verify()
    with book.changing() as change:
        change.add("case", b"in the new format")
    assert peek(kept) == "older"
    with pytest.raises(OlderFormat):
        open_book(kept, SECRET)
    assert migrate(path, SECRET, {1: add_table}) is None


def test_there_are_no_steps_yet(path: Path) -> None:
    before = path.read_bytes()
    assert migrating.STEPS == {}
    assert migrate(path, SECRET) is None
    assert path.read_bytes() == before


def test_a_wrong_passphrase_or_damage_migrates_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(WrongSecret):
        migrate(path, Secret("wrong"), {1: add_table})
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM cell WHERE id = (SELECT min(id) FROM cell)")
    connection.close()
    hurt = path.read_bytes()
    with pytest.raises(Damaged):
        migrate(path, SECRET, {1: add_table})
    assert path.read_bytes() == hurt != before
    assert not list(path.parent.glob("*backup*"))


def test_a_step_that_fails(path: Path, program_2: Callable[[], None]) -> None:
    held = contents(open_book(path, SECRET))

    def fail(connection: sqlite3.Connection, keys: Keys) -> None:
        add_table(connection, keys)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate(path, SECRET, {1: fail})
    assert contents(open_book(path, SECRET)) == held
    assert migrate(path, SECRET, {1: add_table}) == path.with_name("a.book.format-1-backup")  # the one that was there
    assert len(list(path.parent.glob("*backup*"))) == 1
    program_2()
    assert contents(open_book(path, SECRET)) == held


def test_another_backup_of_that_name_is_kept(path: Path) -> None:
    taken = path.with_name("a.book.format-1-backup")
    taken.write_text("something of mine")
    assert migrate(path, SECRET, {1: add_table}) == path.with_name("a.book.format-1-backup-2")
    assert taken.read_text() == "something of mine"


def test_a_change_between_backup_and_steps_stops_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = migrating._backup

    def interrupted(book: Path, version: int) -> Path:
        kept = real(book, version)
        with open_book(book, SECRET).changing() as change:
            change.add("case", b"meanwhile")
        return kept

    monkeypatch.setattr(migrating, "_backup", interrupted)
    with pytest.raises(Busy):
        migrate(path, SECRET, {1: add_table})
    assert ("case", b"meanwhile") in contents(open_book(path, SECRET)).values()
    monkeypatch.setattr(migrating, "_backup", real)
    assert migrate(path, SECRET, {1: add_table}) == path.with_name("a.book.format-1-backup-2")


STAGES = (
    "backup begins",
    "backup is copied",
    "before the step",
    "in the step",
    "before the commit",
    "after the commit",
)


@pytest.mark.parametrize("stage", STAGES)
def test_killed_at_each_stage(path: Path, program_2: Callable[[], None], stage: str) -> None:
    held = contents(open_book(path, SECRET))
    child = os.fork()
    if child == 0:
        _migrate_and_die(path, stage)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    if stage == "after the commit":
        program_2()
        assert outcome(path, held, []) == "same"
        return
    assert outcome(path, held, []) == "same"
    kept = migrate(path, SECRET, {1: add_table})
    assert kept is not None
    assert outcome(kept, held, []) == "same"
    program_2()
    assert outcome(path, held, []) == "same"


def _migrate_and_die(path: Path, stage: str) -> None:
    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def step(connection: sqlite3.Connection, keys: Keys) -> None:
        if stage == "before the step":
            die()
        add_table(connection, keys)
        if stage == "in the step":
            die()

    def commit(connection: sqlite3.Connection) -> None:
        if stage == "before the commit":
            die()
        database.commit(connection)
        if stage == "after the commit":
            die()

    migrating.commit = commit  # type: ignore[attr-defined]
    if stage == "backup begins":
        migrating._backup = die  # type: ignore[assignment]
    if stage == "backup is copied":
        copying.rows_digest = die  # type: ignore[assignment]
    try:
        migrate(path, SECRET, {1: step})
    finally:
        os._exit(1)
