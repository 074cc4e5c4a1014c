"""Tables that hold exactly one row."""

from __future__ import annotations

import sqlite3
from typing import Literal

from .faults import Unsound

Single = Literal["header", "head"]

_READ = {
    "header": "SELECT id, body FROM header LIMIT 2",
    "head": "SELECT id, body FROM head LIMIT 2",
}
_WRITE = {
    "header": "INSERT INTO header(id, body) VALUES(1, ?) ON CONFLICT(id) DO UPDATE SET body = excluded.body",
    "head": "INSERT INTO head(id, body) VALUES(1, ?) ON CONFLICT(id) DO UPDATE SET body = excluded.body",
}


def one_row(connection: sqlite3.Connection, table: Single) -> bytes:
    """The body of the row. Raises ``Unsound`` when there is not exactly one, or it holds anything but bytes."""
    rows = connection.execute(_READ[table]).fetchall()
    if len(rows) != 1 or rows[0][0] != 1 or not isinstance(rows[0][1], bytes):
        raise Unsound
    return rows[0][1]


def write_row(connection: sqlite3.Connection, table: Single, body: bytes) -> None:
    """Put ``body`` in the place of what was there."""
    connection.execute(_WRITE[table], (body,))
