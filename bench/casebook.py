"""How long the case book takes: ``python bench/casebook.py``.

A book with 500 cases of 2 to 20 kB and a file of 40 kB for every fifth. Saving is timed on the disk that holds the
temporary folder (set ``TMPDIR`` for another): each save waits until it is on the disk.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from assistant.casebook import Book, Secret, backup, create, open_book
from assistant.casebook.kdf import Cost

CASES = 500
SAVES = 300
SECRET = Secret("to measure with")
CHEAP = Cost(memory=64, passes=1, lanes=1)


def main() -> int:
    chance = random.Random(1)  # noqa: S311 - the same book each time
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "a.book"
        row("make a book, real key derivation", [clock(lambda: create(path, SECRET).close())])
        book = open_book(path, SECRET)
        begun = time.perf_counter()
        with book.changing() as change:
            for number in range(CASES):
                change.add("case", chance.randbytes(chance.randint(2_000, 20_000)))
                if number % 5 == 0:
                    change.add("file", chance.randbytes(40_000))
        print(f"{CASES} cases in one change {time.perf_counter() - begun:28.2f} s, {path.stat().st_size / 1e6:.1f} MB")
        names = book.roots("case")
        row("save: 200 bytes more in a case", [clock(lambda: append(book, chance.choice(names))) for _ in range(SAVES)])
        row("save: a new case of 5 kB", [clock(lambda: add(book)) for _ in range(SAVES // 3)])
        row("read a case", [clock(lambda: book.read(chance.choice(names))) for _ in range(SAVES)])
        row("list the cases", [clock(lambda: book.roots("case")) for _ in range(SAVES)])
        row("read all cases", [clock(lambda: [book.read(name) for name in names]) for _ in range(5)])
        row("verify", [clock(book.verify) for _ in range(3)])
        row("back up", [clock(lambda: backup(path, path.with_name(f"b{time.monotonic_ns()}"))) for _ in range(5)])
        book.close()
        row("open, real key derivation", [clock(lambda: open_book(path, SECRET).close()) for _ in range(15)])
        cheap = Path(home) / "cheap.book"
        with_cheap_key(cheap, chance)
        row("open, without key derivation", [clock(lambda: open_book(cheap, SECRET).close()) for _ in range(50)])
    return 0


def with_cheap_key(path: Path, chance: random.Random) -> None:
    """The same book, to see what opening costs besides the key."""
    book = create(path, SECRET, _cost=CHEAP)
    with book.changing() as change:
        for number in range(CASES):
            change.add("case", chance.randbytes(chance.randint(2_000, 20_000)))
            if number % 5 == 0:
                change.add("file", chance.randbytes(40_000))
    book.close()


def append(book: Book, name: str) -> None:
    with book.changing() as change:
        change.put(name, change.read(name) + b"x" * 200)


def add(book: Book) -> None:
    with book.changing() as change:
        change.add("case", b"x" * 5_000)


def clock(do: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    do()
    return (time.perf_counter() - begun) * 1000


def row(name: str, found: list[float]) -> None:
    ordered = sorted(found)
    p99 = ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))]
    print(f"{name:36} p50 {statistics.median(found):8.2f} ms   p99 {p99:8.2f} ms   of {len(found)}")


if __name__ == "__main__":
    sys.exit(main())
