"""The sealed state of a book: one row of one size, written with every change."""

from __future__ import annotations

import os
import sqlite3
import struct
from dataclasses import dataclass

from . import layout
from .faults import Unsound
from .header import Header
from .keys import Keys
from .rows import one_row, write_row

_SHAPE = struct.Struct(">QQ32sQB7x")
_SIZE = layout.NONCE + _SHAPE.size + layout.TAG


@dataclass(frozen=True)
class Head:
    """What must be so, or the file was changed by somebody without the key."""

    counter: int
    """Grows by one with each change."""
    cells: int
    """How many rows the table of cells has."""
    marks: int
    """The marks of all cells, XORed (``cells.mark``)."""
    directory: int
    """The id of the first cell of the record that lists the root records."""
    places: int
    """Which places are taken, a bit for each: only an open book knows."""


def read_head(connection: sqlite3.Connection, keys: Keys, header: Header, version: int | None = None) -> Head:
    """Open the head. Raises ``InvalidTag`` for another key, another header or another format; ``Unsound``."""
    body = one_row(connection, "head")
    if len(body) != _SIZE:
        raise Unsound
    plain = keys.head.decrypt(body[: layout.NONCE], body[layout.NONCE :], _bound(header, version))
    counter, cells, marks, directory, places = _SHAPE.unpack(plain)
    return Head(counter, cells, int.from_bytes(marks, "big"), directory, places)


def write_head(
    connection: sqlite3.Connection, keys: Keys, header: Header, head: Head, version: int | None = None
) -> None:
    """Seal the head afresh."""
    nonce = os.urandom(layout.NONCE)
    plain = _SHAPE.pack(head.counter, head.cells, head.marks.to_bytes(32, "big"), head.directory, head.places)
    write_row(connection, "head", nonce + keys.head.encrypt(nonce, plain, _bound(header, version)))


def _bound(header: Header, version: int | None) -> bytes:
    number = layout.FORMAT if version is None else version
    return b"recourse case book head" + number.to_bytes(4, "big") + header.digest
