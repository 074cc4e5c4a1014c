"""Where nothing can be written, or nothing can be read (R4, R5)."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.casebook import (
    BookError,
    BookMissing,
    BookThere,
    NoMemory,
    NotABook,
    NotSaved,
    Secret,
    TooLarge,
    Unreadable,
    backup,
    create,
    erase,
    layout,
    open_book,
    peek,
)
from tests.casebook.helpers import SECRET, contents, new_book, sample


def in_child(work: Callable[[], None]) -> None:
    """In a process of its own: it may lose rights and room for good."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        except BaseException as error:  # noqa: BLE001 - told below
            os.write(writer, repr(error).encode()[:4000])
        finally:
            os._exit(status)
    os.close(writer)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as said:
        assert status == 0, said.read().decode(errors="replace")


@pytest.fixture
def mounted() -> Iterator[Path]:
    """A file system of one megabyte."""
    folder = Path(tempfile.mkdtemp())
    if shutil.which("mount") is None:
        pytest.skip("no mount")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m,mode=0755", "none", folder], check=False, capture_output=True
    )
    if made.returncode:
        folder.rmdir()
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)
    folder.rmdir()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another account can come to."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_disk_full_for_real(mounted: Path) -> None:
    book = new_book(mounted / "a.book")
    (mounted / "filler").write_bytes(bytes(300_000))
    kept: dict[str, bytes] = {}
    with pytest.raises(NotSaved, match="disk is full") as caught:  # noqa: PT012 - which one fails is not known
        for number in range(1000):
            data = b"%d" % number * 20_000
            with book.changing() as change:
                name = change.add("case", data)
            kept[name] = data
    assert 3 < len(kept) < 60
    assert "What was saved before is kept" in str(caught.value)
    assert {name: data for name, (_, data) in contents(book).items()} == kept
    with pytest.raises(NotSaved, match="disk is full"):
        backup(mounted / "a.book", mounted / "b.book")
    assert {one.name for one in mounted.iterdir()} <= {"a.book", "a.book-journal", "filler"}
    again = open_book(mounted / "a.book", SECRET)
    again.verify()
    (mounted / "filler").unlink()
    with again.changing() as change:
        change.add("case", b"fits now" * 1000)
        change.remove(next(iter(kept)))
    again.verify()


def test_no_room_for_a_new_book(mounted: Path) -> None:
    (mounted / "filler").write_bytes(bytes(1_040_000))
    with pytest.raises(NotSaved, match="disk is full"):
        new_book(mounted / "a.book")
    assert [one.name for one in mounted.iterdir()] == ["filler"]


def test_read_only_disk(mounted: Path) -> None:
    path = mounted / "a.book"
    held, files = sample(path)
    subprocess.run(["mount", "-o", "remount,ro", mounted], check=True)
    book = open_book(path, SECRET)
    assert contents(book, files) == held
    for attempt in (
        lambda: book.add_secret(Secret("x")),
        lambda: backup(path, mounted / "b.book"),
        lambda: new_book(mounted / "c.book"),
        lambda: erase(path),
    ):
        with pytest.raises(NotSaved, match="can only be read"):
            attempt()
    with pytest.raises(NotSaved, match="can only be read"), book.changing() as change:
        change.add("case", b"x")
    assert contents(book, files) == held


def test_limit_on_the_size_of_files(tmp_path: Path) -> None:
    book = new_book(tmp_path / "a.book")
    with book.changing() as change:
        name = change.add("case", b"kept")

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        mine = open_book(tmp_path / "a.book", SECRET)
        with pytest.raises(NotSaved), mine.changing() as change:
            change.put(name, bytes(1_000_000))
        assert mine.read(name) == b"kept"
        with mine.changing() as change:
            change.put(name, b"small")

    in_child(work)
    assert book.read(name) == b"small"


@pytest.mark.skipif(os.geteuid() != 0, reason="another account is needed")
def test_another_account(open_folder: Path) -> None:
    path = open_folder / "a.book"
    held, files = sample(path)

    def stranger() -> None:
        os.setuid(65534)
        for attempt in (
            lambda: open_book(path, SECRET),
            lambda: peek(path),
            lambda: backup(path, open_folder / "never.book"),
        ):
            with pytest.raises(Unreadable, match="belongs to somebody else"):
                attempt()
        for attempt in (lambda: new_book(open_folder / "b.book"), lambda: new_book(open_folder / "sub" / "b.book")):
            with pytest.raises(NotSaved, match="may not write in the folder"):
                attempt()

    in_child(stranger)
    path.chmod(0o644)

    def reader() -> None:
        os.setuid(65534)
        book = open_book(path, SECRET)
        assert contents(book, files) == held
        with pytest.raises(NotSaved, match="may not write"), book.changing() as change:
            change.add("case", b"x")
        with pytest.raises(NotSaved, match="may not write"):
            erase(path)

    in_child(reader)
    assert contents(open_book(path, SECRET), files) == held


def test_places_that_are_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("Dear Sir or Madam,\n" * 400)
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "text", "empty", "pipe"):
        with pytest.raises(NotABook):
            open_book(tmp_path / name, SECRET)
        assert peek(tmp_path / name) == "other"
        with pytest.raises(NotABook):
            erase(tmp_path / name)
        with pytest.raises(BookThere):
            new_book(tmp_path / name)
    for name in ("missing", "no/such/folder", "text/below", "nul\0"):
        with pytest.raises(BookMissing):
            open_book(tmp_path / name, SECRET)
        assert peek(tmp_path / name) == "missing"
        with pytest.raises(BookMissing):
            erase(tmp_path / name)
    for name in ("x" * 300, "loop"):
        with pytest.raises(Unreadable):
            open_book(tmp_path / name, SECRET)
    for name in (
        "text/below/a.book",
        "x" * 300,
        "x" * 250,
        "nul\0",
        "folder/" + "y/" * 3000,
        "folder/" + "y" * 240 + "/" + "z" * 240,
    ):
        with pytest.raises(BookError):
            new_book(tmp_path / name).close()
    with pytest.raises(BookThere):
        new_book(tmp_path / "loop").close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["empty", "folder", "loop", "pipe", "text"]


@pytest.mark.parametrize(
    "name", ["with space?#%41.book", "案件.book", "new\nline.book", "q'\".book", "\udcff.book", "x" * 240]
)
def test_odd_names(tmp_path: Path, name: str) -> None:
    book = new_book(tmp_path / name)
    with book.changing() as change:
        kept = change.add("case", b"x")
    book.close()
    assert open_book(tmp_path / name, SECRET).read(kept) == b"x"
    assert peek(tmp_path / name) == "book"


def test_a_link_to_a_book(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    book = new_book(tmp_path / "real" / "a.book")
    (tmp_path / "link.book").symlink_to(tmp_path / "real" / "a.book")
    linked = open_book(tmp_path / "link.book", SECRET)
    with linked.changing() as change:
        name = change.add("case", b"x")
    assert book.read(name) == b"x"
    linked.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link.book", "real"]


def test_the_current_folder_is_gone(tmp_path: Path) -> None:
    def work() -> None:
        gone = tmp_path / "gone"
        gone.mkdir()
        os.chdir(gone)
        gone.rmdir()
        with pytest.raises(BookError):
            open_book(Path("a.book"), SECRET)
        with pytest.raises(BookError):
            new_book(Path("a.book"))

    in_child(work)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.book"
    book = new_book(path)
    with book.changing() as change:
        name = change.add("case", b"kept")
    monkeypatch.setattr(layout, "MAX_BOOK", 100_000)
    with pytest.raises(TooLarge), book.changing() as change:
        change.put(name, bytes(200_000))
    assert book.read(name) == b"kept"
    assert path.stat().st_size < 100_000
    os.truncate(path, 100_001)
    with pytest.raises(TooLarge):
        open_book(path, SECRET)


def test_a_foreign_database_is_left_as_it_is(tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE t(a)")
        connection.commit()
    before = path.read_bytes()
    assert peek(path) == "other"
    for attempt in (lambda: open_book(path, SECRET), lambda: erase(path), lambda: backup(path, tmp_path / "b")):
        with pytest.raises(NotABook):
            attempt()
    assert path.read_bytes() == before


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.ENOMEM])
def test_causes_have_words_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def fail(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("assistant.casebook.placing.sync", fail)
    with pytest.raises(NotSaved) as caught:
        new_book(tmp_path / "a.book")
    words = {
        errno.EIO: "disk reported",
        errno.ENOSPC: "disk is full",
        errno.EDQUOT: "share of the disk",
        errno.EROFS: "only be read",
    }
    assert words.get(code, "Not saved") in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_no_links_on_this_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    book = new_book(tmp_path / "a.book")
    book.close()
    with pytest.raises(BookThere):
        new_book(tmp_path / "a.book")
    assert [one.name for one in tmp_path.iterdir()] == ["a.book"]
    assert (tmp_path / "a.book").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs to know its own size")
def test_too_little_memory(tmp_path: Path) -> None:
    create(tmp_path / "a.book", SECRET).close()  # at the real cost: 64 MiB

    def work() -> None:
        used = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (used + 30_000_000, resource.RLIM_INFINITY))
        with pytest.raises(NoMemory, match="not enough free memory"):
            open_book(tmp_path / "a.book", SECRET)
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        open_book(tmp_path / "a.book", SECRET).close()

    in_child(work)
