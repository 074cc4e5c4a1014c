"""One piece of a record: a fixed number of bytes, sealed under the number of its row."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from hashlib import blake2b

from .faults import Unsound
from .keys import Keys
from .layout import CELL, MAX_ID, NONCE, PLAIN

_FRONT = struct.Struct(">QH")
DATA = PLAIN - _FRONT.size
"""How many bytes of a record one cell holds."""


@dataclass(frozen=True)
class Piece:
    """What a cell holds: its share of the record, and the id of the cell with the next share (0: none)."""

    data: bytes
    following: int


def seal(keys: Keys, number: int, piece: Piece) -> bytes:
    """The body of the row ``number``, with a fresh nonce."""
    nonce = os.urandom(NONCE)
    plain = (_FRONT.pack(piece.following, len(piece.data)) + piece.data).ljust(PLAIN, b"\0")
    return nonce + keys.cells.encrypt(nonce, plain, _bound(number))


def unseal(keys: Keys, number: int, body: object) -> Piece:
    """What the row holds. Raises ``InvalidTag`` or ``Unsound``."""
    if not isinstance(body, bytes) or len(body) != CELL:
        raise Unsound
    plain = keys.cells.decrypt(body[:NONCE], body[NONCE:], _bound(number))
    following, used = _FRONT.unpack_from(plain)
    # A book from outside is sealed by somebody else's hand: its insides are checked as any input is.
    if following > MAX_ID or used > DATA or (following and used != DATA) or any(plain[_FRONT.size + used :]):
        raise Unsound
    return Piece(plain[_FRONT.size : _FRONT.size + used], following)


def mark(keys: Keys, number: int, nonce: bytes) -> int:
    """What this cell adds to the head. A cell that is removed, added, swapped or older changes the sum."""
    return int.from_bytes(
        blake2b(number.to_bytes(8, "big") + nonce, key=keys.marks, digest_size=32).digest(),
        "big",
    )


def _bound(number: int) -> bytes:
    return b"recourse case book cell" + number.to_bytes(8, "big")
