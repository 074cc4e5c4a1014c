"""Looks at files as bytes: whether a book was cut short, and which backups stand beside it.

Only for books that SQLite has refused, and for the files around them. Closing a file that SQLite has open in this
process would take its locks away, so nothing here may be used on a book that works.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from .layout import APPLICATION, FORMAT, PAGE

MAGIC = b"SQLite format 3\0"
_FRONT = 100
_PAGES = slice(28, 32)
_VERSION = slice(60, 64)
_APPLICATION = slice(68, 72)
_LOOKED_AT = 500
_NAMED = 3


def front(path: Path) -> bytes:
    """The first hundred bytes, or fewer; empty when it cannot be read or is no plain file."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return b""
        with path.open("rb", buffering=0) as file:
            return file.read(_FRONT) or b""
    except (OSError, ValueError):
        return b""


def says_book(first: bytes) -> bool:
    """Whether these first bytes are those of a case book of any format."""
    return int.from_bytes(first[_APPLICATION], "big") == APPLICATION


def is_cut(path: Path) -> bool:
    """Whether the file is shorter than its own first page says."""
    first = front(path)
    if not first.startswith(MAGIC) or len(first) < _FRONT:
        return False
    try:
        return path.stat().st_size < int.from_bytes(first[_PAGES], "big") * PAGE
    except OSError:
        return False


def backups_beside(path: Path) -> tuple[Path, ...]:
    """Other books of a format we read in the same folder, newest first; at most three."""
    found: list[tuple[float, Path]] = []
    try:
        for number, entry in enumerate(os.scandir(path.parent)):
            if number == _LOOKED_AT:
                break
            # Names that begin with a dot are files that are just being made.
            if entry.name == path.name or entry.name.startswith(".") or not entry.is_file(follow_symlinks=False):
                continue
            other = Path(entry.path)
            first = front(other)
            if first.startswith(MAGIC) and says_book(first) and _version(first) <= FORMAT and not is_cut(other):
                found.append((entry.stat(follow_symlinks=False).st_mtime, other))
    except OSError:
        pass
    return tuple(other for _, other in sorted(found, reverse=True)[:_NAMED])


def _version(first: bytes) -> int:
    return int.from_bytes(first[_VERSION], "big")
