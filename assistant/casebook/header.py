"""The one row that is not sealed as a whole: how a passphrase becomes a key, and the places.

A plain digest over it tells damage from a wrong passphrase. It protects from nobody: the places and the head are
sealed with what it says.
"""

from __future__ import annotations

import sqlite3
import struct
from dataclasses import dataclass, replace
from hashlib import blake2b

from .faults import Unsound
from .kdf import Cost
from .layout import PLACE, PLACES, SALT
from .rows import one_row, write_row

_SHAPE = struct.Struct(f">HIHH{SALT}s")
_DIGEST = 32
_SIZE = _SHAPE.size + PLACES * PLACE + _DIGEST


@dataclass(frozen=True)
class Header:
    """``made`` is the format the book was made in; it stays when the book is migrated, since places are bound to it."""

    made: int
    cost: Cost
    salt: bytes
    places: tuple[bytes, ...]

    @property
    def bound(self) -> bytes:
        """What each place is bound to: format, costs, salt."""
        return _SHAPE.pack(self.made, self.cost.memory, self.cost.passes, self.cost.lanes, self.salt)

    @property
    def digest(self) -> bytes:
        """Over all of it; the head is bound to this, so that an older header is noticed too."""
        return blake2b(self.bound + b"".join(self.places), digest_size=_DIGEST).digest()

    def with_places(self, places: list[bytes]) -> Header:
        """The same header with other places."""
        return replace(self, places=tuple(places))


def read_header(connection: sqlite3.Connection) -> Header:
    """The header as it is in the file. Raises ``Unsound`` when its digest is wrong or it asks for too much."""
    body = one_row(connection, "header")
    if len(body) != _SIZE:
        raise Unsound
    made, memory, passes, lanes, salt = _SHAPE.unpack_from(body)
    places = [body[start : start + PLACE] for start in range(_SHAPE.size, _SIZE - _DIGEST, PLACE)]
    header = Header(made, Cost(memory, passes, lanes), salt, tuple(places))
    if header.digest != body[-_DIGEST:] or not header.cost.sane():
        raise Unsound
    return header


def write_header(connection: sqlite3.Connection, header: Header) -> None:
    """Put the header into its row."""
    write_row(connection, "header", header.bound + b"".join(header.places) + header.digest)
