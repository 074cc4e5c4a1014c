"""How a case book is laid out on disk: numbers that never change within a format.

A book is an SQLite database with three tables of sealed rows. One row of ``header`` tells how a passphrase becomes a
key and holds the places; one row of ``head`` seals the state; each row of ``cell`` holds one piece of a record. The
sizes of all rows are fixed.
"""

from __future__ import annotations

FORMAT = 1
"""The format this version reads and writes; ``PRAGMA user_version`` of the file."""
APPLICATION = 0x52436173
"""``PRAGMA application_id``: "RCas"."""
PAGE = 4096
"""Bytes of a page of the database."""

TABLES = {
    "header": "CREATE TABLE header(id INTEGER PRIMARY KEY, body BLOB)",
    "head": "CREATE TABLE head(id INTEGER PRIMARY KEY, body BLOB)",
    "cell": "CREATE TABLE cell(id INTEGER PRIMARY KEY, body BLOB)",
}

KEY = 32
NONCE = 12
TAG = 16
SALT = 16
PLACES = 8
"""How many passphrases a book can have."""
PLACE = NONCE + KEY + TAG
"""Bytes of one place, taken or not."""

PLAIN = 3900
"""Bytes of a cell before it is sealed: with all around it, one row fits one page and two do not."""
CELL = NONCE + PLAIN + TAG

MAX_ID = 2**63 - 1
MAX_BOOK = 4 * 2**30
"""The largest book, in bytes."""
