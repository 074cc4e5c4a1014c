"""Records as chains of cells, inside one transaction; keeps count of what the head must say afterwards."""

from __future__ import annotations

import secrets
import sqlite3

from .cells import DATA, Piece, mark, seal, unseal
from .change import fit, gone
from .faults import Unsound
from .keys import Keys
from .layout import CELL, MAX_ID, NONCE
from .store import MAX_RECORD

_LONGEST = MAX_RECORD // DATA + 1
_ONE = "SELECT body FROM cell WHERE id = ?"


class Heap:
    """``cells`` and ``marks`` are those of the head; they are right again after each method."""

    def __init__(self, connection: sqlite3.Connection, keys: Keys, cells: int, marks: int) -> None:
        self._connection = connection
        self._keys = keys
        self.cells = cells
        self.marks = marks

    def has(self, number: int) -> bool:
        """Whether there is a cell of that id."""
        return self._connection.execute("SELECT 1 FROM cell WHERE id = ?", (number,)).fetchone() is not None

    def fresh(self) -> int:
        """An id that no cell has."""
        number = 0
        while not number or self.has(number):
            number = secrets.randbelow(MAX_ID) + 1
        return number

    def read(self, first: int) -> bytes:
        """The record that begins there. Raises ``RecordGone``, ``TooLarge``, ``Unsound`` and ``InvalidTag``."""
        data = b"".join(piece.data for _, piece, _ in self._chain(first))
        fit(data)
        return data

    def write(self, first: int, data: bytes) -> None:
        """Put ``data`` into the record that begins at ``first``, new or not.

        Cells whose contents stay are left alone: a log that grows rewrites its last cell or two.
        """
        old = self._chain(first) if self.has(first) else []
        shares = [data[start : start + DATA] for start in range(0, len(data), DATA)] or [b""]
        numbers = [number for number, _, _ in old[: len(shares)]] or [first]
        while len(numbers) < len(shares):
            number = self.fresh()
            if number not in numbers:
                numbers.append(number)
        following = [*numbers[1:], 0]
        for place, piece in enumerate(map(Piece, shares, following)):
            if place >= len(old):
                self._insert(numbers[place], piece)
            elif old[place][1] != piece:
                self._update(numbers[place], piece, old[place][2])
        for number, _, nonce in old[len(shares) :]:
            self._delete(number, nonce)

    def remove(self, first: int) -> None:
        """Take the whole record away. Its bytes in the file are written over with zeros."""
        for number, _, nonce in self._chain(first):
            self._delete(number, nonce)

    def _chain(self, first: int) -> list[tuple[int, Piece, bytes]]:
        """Id, contents and nonce of each cell of the record."""
        chain: list[tuple[int, Piece, bytes]] = []
        number = first
        while number:
            row = self._connection.execute(_ONE, (number,)).fetchone()
            if row is None and number == first:
                raise gone()
            # A chain that comes back to itself is longer than any record.
            if row is None or len(chain) > _LONGEST:
                raise Unsound
            piece = unseal(self._keys, number, row[0])
            chain.append((number, piece, row[0][:NONCE]))
            number = piece.following
        return chain

    def _insert(self, number: int, piece: Piece) -> None:
        body = seal(self._keys, number, piece)
        self._connection.execute("INSERT INTO cell(id, body) VALUES(?, ?)", (number, body))
        self.cells += 1
        self.marks ^= mark(self._keys, number, body[:NONCE])

    def _update(self, number: int, piece: Piece, old_nonce: bytes) -> None:
        body = seal(self._keys, number, piece)
        self._connection.execute("UPDATE cell SET body = ? WHERE id = ?", (body, number))
        self.marks ^= mark(self._keys, number, old_nonce) ^ mark(self._keys, number, body[:NONCE])

    def _delete(self, number: int, nonce: bytes) -> None:
        self._connection.execute("DELETE FROM cell WHERE id = ?", (number,))
        self.cells -= 1
        self.marks ^= mark(self._keys, number, nonce)


def scan(connection: sqlite3.Connection, keys: Keys) -> tuple[int, int]:
    """The number of cells and their marks, as they are in the file.

    Raises ``Unsound`` for a row of another shape, and for pages that do not fit together: a row that is there could not
    be found by its id, and a page that counts as free could be written over.
    """
    if connection.execute("PRAGMA quick_check(1)").fetchall() != [(b"ok",)]:
        raise Unsound
    cells, marks = 0, 0
    for number, nonce, size, kind in connection.execute(
        "SELECT id, substr(body, 1, 12), length(body), typeof(body) FROM cell"
    ):
        if kind != b"blob" or size != CELL or not 0 < number <= MAX_ID:
            raise Unsound
        cells += 1
        marks ^= mark(keys, number, nonce)
    return cells, marks


def check_chains(connection: sqlite3.Connection, keys: Keys) -> set[int]:
    """Open every cell and follow every chain; gives the ids of all first cells. Raises ``Unsound`` or ``InvalidTag``."""
    following = {
        number: unseal(keys, number, body).following for number, body in connection.execute("SELECT id, body FROM cell")
    }
    later = [number for number in following.values() if number]
    firsts = set(following) - set(later)
    if len(later) != len(set(later)) or not set(later) <= set(following):
        raise Unsound
    # No cell is led to twice, so what no first cell leads to can only be a ring.
    reached = 0
    for first in firsts:
        number = first
        while number:
            reached += 1
            number = following[number]
    if reached != len(following):
        raise Unsound
    return firsts
