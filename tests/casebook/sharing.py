"""Several processes change one book at once (R8)."""

# ruff: noqa: T201 - prints its figures

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from assistant.casebook import Busy, open_book
from tests.casebook.helpers import SECRET, new_book


def share(folder: Path, writers: int, changes: int, readers: int = 1) -> int:
    """Each writer adds a number to a log that all write, ``changes`` times; gives how many faults were seen.

    A lost change is a number that is missing from the log.
    """
    path = folder / "shared.book"
    book = new_book(path)
    with book.changing() as change:
        log = change.add("case", b"")
        change.add("person", b"0")
    begun = time.monotonic()
    children = [_child(lambda one=one: _write(path, log, one, changes)) for one in range(writers)]  # type: ignore[misc]
    watchers = [_child(lambda: _watch(path, log, writers * changes)) for _ in range(readers)]
    faults = sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0 for child in [*children, *watchers])
    seconds = time.monotonic() - begun
    lines = book.read(log).decode().split()
    book.verify()
    for one in range(writers):
        mine = [line for line in lines if line.startswith(f"{one}-")]
        faults += mine != [f"{one}-{number}" for number in range(changes)]
    faults += book.counter != 2 + writers * changes
    book.close()
    print(f"share: {writers} writers, {len(lines)} changes kept in {seconds:.1f} s, {faults} faults")
    return int(faults)


def _child(work: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        except BaseException as error:  # noqa: BLE001 - a child of a test ends here
            print(repr(error), file=sys.stderr, flush=True)
        finally:
            os._exit(status)
    return child


def _write(path: Path, log: str, one: int, changes: int) -> None:
    book = open_book(path, SECRET)
    for number in range(changes):
        while True:
            begun = time.monotonic()
            try:
                with book.changing() as change:
                    change.put(log, change.read(log) + f"{one}-{number} ".encode())
                break
            except Busy:
                assert time.monotonic() - begun < 3.5
    book.close()


def _watch(path: Path, log: str, wanted: int) -> None:
    """A reader sees whole changes only, and never fewer than before."""
    book = open_book(path, SECRET)
    seen, last = 0, -1
    while seen < wanted:
        try:
            text = book.read(log).decode()
        except Busy:
            continue
        assert not text or text.endswith(" ")
        seen = len(text.split())
        assert seen >= last
        last = seen
    book.close()
