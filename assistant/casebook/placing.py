"""New files: made beside the place where they will stand, and named when they are whole. Never over another file."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from assistant.model import N_
from assistant.text import show

from .errors import BookThere
from .faults import at, missing, there

_JOURNAL = N_(
    "{journal} holds an unfinished change of a book that is no longer beside it. Nothing was changed. Move it away first."
)
_LONGEST_PATH = 480
"""SQLite takes 512 bytes, with the ending of the journal; a book under a longer one could be made but not opened."""
_COUNTERS = (24, 92)
"""Where SQLite keeps its count of all changes, twice; both must be equal."""


def where(path: Path, *, writing: bool = False) -> Path:
    """The path from the top, so that it stays the same when the current folder changes. Raises ``BookError``."""
    with at(path, writing=writing):
        if "\0" in str(path):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL)) if writing else missing(path)
        path = path.absolute()
        if writing and len(os.fsencode(path)) > _LONGEST_PATH:
            raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG))
        return path


def journal_of(path: Path) -> Path:
    """Where SQLite puts the journal of the database at ``path``."""
    return path.with_name(f"{path.name}-journal")


@contextmanager
def placed(target: Path) -> Iterator[Path]:
    """The path of an empty file, mode 0600, that stands under ``target`` when the block has ended, and on the disk.

    When an exception leaves the block, nothing stands there. Folders that are missing are made, mode 0700. Raises
    ``BookThere`` and ``NotSaved``.
    """
    with at(target, writing=True):
        _make_folders(target.parent)
        _clear_way(target)
        part = target.with_name(f".{secrets.token_hex(8)}.part")
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600))
    try:
        yield part
        with at(target, writing=True):
            sync(part)
            _name(part, target)
    finally:
        for left in (part, journal_of(part)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def ready_journal(path: Path) -> None:
    """See to it that the book at ``path`` has a journal whose name is on the disk, before it is written to.

    SQLite makes it by itself, but passes over a folder that cannot be synced: after a power cut the book would be half
    new, and nothing beside it to undo that with.
    """
    journal = journal_of(Path(os.path.realpath(path)))
    with suppress(FileExistsError):
        os.close(os.open(journal, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600))
    sync(journal.parent)  # also when it was there: whoever made it may not have come to this


def scramble_count(path: Path) -> None:
    """Let SQLite's count of changes begin anywhere: it stands open in the file and would tell how often it was saved.

    Only for a file that nobody else knows yet.
    """
    start = os.urandom(4)
    with path.open("r+b", buffering=0) as file:
        for place in _COUNTERS:
            file.seek(place)
            if file.write(start) != len(start):
                raise OSError(errno.EIO, os.strerror(errno.EIO))
        os.fsync(file.fileno())


def sync(path: Path) -> None:
    """Wait until the file or folder is on the disk."""
    if os.name == "nt" and path.is_dir():  # Windows has no way to sync a folder
        return
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        if os.name != "nt":  # nor a file that is open for reading only; SQLite has synced it
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _make_folders(folder: Path) -> None:
    missing = []
    while not os.path.lexists(folder):
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        with suppress(FileExistsError):
            one.mkdir(mode=0o700)
        sync(one.parent)


def _clear_way(target: Path) -> None:
    """A journal without its book would be played into the new one: an empty one goes, a full one stops us."""
    if os.path.lexists(target):
        raise there(target)
    journal = journal_of(target)
    try:
        size = os.lstat(journal).st_size
    except FileNotFoundError:
        return
    if size:
        raise BookThere(_JOURNAL, journal=show(str(journal)))
    journal.unlink()


def _name(part: Path, target: Path) -> None:
    try:
        os.link(part, target)  # the one call that never replaces
    except FileExistsError:
        raise
    except OSError:  # a file system without links, as on most sticks: claim the name, then replace our own claim
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            part.replace(target)
        except BaseException:
            target.unlink()
            raise
    try:
        sync(target.parent)
    except OSError:  # not certain to be there tomorrow: then not there today
        target.unlink()
        raise
