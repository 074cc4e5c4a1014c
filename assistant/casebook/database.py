"""Connections to a book, and waiting for a lock.

While a book is in use a journal stands beside it, ``NAME-journal``, with the mode of the book. It holds pages as they
were: sealed rows, nothing else. After each change it is cut to no bytes; an empty one may stay for good. It must not
be removed while any window has the book open. What a file system keeps of bytes that were cut off is not ours to say.
"""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, ParamSpec, TypeVar

from assistant.model import N_
from assistant.text import show

from . import layout
from .errors import TooLarge
from .faults import Unsound, busy, code_of, is_busy, missing, not_a_book
from .store import WAIT

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")
_LARGE = N_("The case book {path} is larger than {limit} GiB and is not opened. Nothing was changed.")
_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "mmap_size=0",
    "secure_delete=ON",
    "synchronous=EXTRA",
    "locking_mode=NORMAL",
)
_SQLITE_WAIT = 0.02
"""Seconds SQLite itself waits; between its tries we do."""
_LONGEST_VALUE = 1_000_000
"""No value in a book is longer; a damaged length must not fetch memory."""


def identity(path: Path) -> os.stat_result:
    """What the path leads to now. Raises ``BookMissing``, ``NotABook``, ``TooLarge`` and ``OSError``."""
    try:
        found = os.stat(path)  # noqa: PTH116 - as below, one call for all
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise missing(path) from error
    if not stat.S_ISREG(found.st_mode):
        raise not_a_book(path)
    if found.st_size > layout.MAX_BOOK:
        raise TooLarge(_LARGE, path=show(str(path)), limit=layout.MAX_BOOK // 2**30)
    return found


def connect(
    path: Path, *, journal: Literal["TRUNCATE", "MEMORY"] = "TRUNCATE", new: bool = False
) -> sqlite3.Connection:
    """A connection to a book, or to an empty file that will be one (``new``).

    Raises ``NotABook`` before anything is set: the database of another program must stay as it is.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=_SQLITE_WAIT,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.text_factory = bytes
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        for pragma in _PRAGMAS:
            patiently(connection.execute, f"PRAGMA {pragma}").fetchall()  # some of them read the file
        if not new and patiently(number, connection, "application_id") != layout.APPLICATION:
            raise not_a_book(path)  # noqa: TRY301 - as all that fails here
        mode = patiently(connection.execute, f"PRAGMA journal_mode={journal}").fetchall()
        if mode != [(journal.lower().encode(),)]:
            raise Unsound  # noqa: TRY301 - as all that fails here
    except BaseException:
        drop(connection)
        raise
    return connection


def drop(connection: sqlite3.Connection) -> None:
    """Close; an open transaction is undone. What goes wrong in undoing is undone by whoever opens next."""
    with suppress(sqlite3.Error):
        connection.close()


def patiently(do: Callable[_Given, _Result], *arguments: _Given.args, **named: _Given.kwargs) -> _Result:
    """What ``do`` gives. While somebody else holds the lock it is tried again, for two seconds, then ``Busy``."""
    end = time.monotonic() + WAIT
    while True:
        try:
            return do(*arguments, **named)
        except sqlite3.Error as error:
            if not is_busy(error):
                raise
            if time.monotonic() >= end:
                raise busy() from error
        # Not in step with the others who wait.
        time.sleep(random.uniform(0.001, 0.015))  # noqa: S311 - no secret


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Inside, all that is read is of one moment."""
    patiently(_begin_reading, connection)
    try:
        yield
    finally:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")


def _begin_reading(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def begin_writing(connection: sqlite3.Connection) -> None:
    """From here nobody else can write; others can read until ``commit``."""
    patiently(connection.execute, "BEGIN IMMEDIATE")


def commit(connection: sqlite3.Connection) -> None:
    """Returns when all is on the disk. A commit that waits for readers is tried again; one that failed never is."""
    patiently(connection.execute, "COMMIT")


State = Literal["book", "newer", "older", "other"]


def state_of(connection: sqlite3.Connection) -> State:
    """What kind of file this is, by what its first page says. Raises ``sqlite3.Error`` when that cannot be read."""
    application, version = number(connection, "application_id"), number(connection, "user_version")
    if application != layout.APPLICATION:
        return "other"
    if version > layout.FORMAT:
        return "newer"
    return "book" if version == layout.FORMAT else "older"


def number(connection: sqlite3.Connection, pragma: Literal["application_id", "user_version", "page_count"]) -> int:
    """A number from the first page."""
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def check_schema(connection: sqlite3.Connection) -> None:
    """Raises ``Unsound`` when there is anything but our tables: no view, trigger or index of somebody else's runs."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    ours = sorted((b"table", name.encode(), name.encode(), sql.encode()) for name, sql in layout.TABLES.items())
    if any(None in row for row in rows) or sorted(rows) != ours:
        raise Unsound


def not_a_database(error: sqlite3.Error) -> bool:
    """Whether SQLite could make nothing of the first page."""
    return code_of(error) == sqlite3.SQLITE_NOTADB
