"""The record that lists the root records: cases and persons, in the order in which they were added."""

from __future__ import annotations

import re

from .change import gone
from .faults import Unsound
from .layout import MAX_ID
from .store import Kind

_CODES: dict[Kind, int] = {"case": 1, "person": 2}
_KINDS = {code: kind for kind, code in _CODES.items()}
_ENTRY = 9
_NAME = re.compile(r"[0-9a-f]{16}", re.ASCII)


def pack_roots(roots: dict[int, Kind]) -> bytes:
    """One byte for the kind and eight for the id, one root after the other."""
    return b"".join(bytes([_CODES[kind]]) + number.to_bytes(8, "big") for number, kind in roots.items())


def unpack_roots(data: bytes) -> dict[int, Kind]:
    """The kinds by id. Raises ``Unsound``."""
    roots: dict[int, Kind] = {}
    for start in range(0, len(data), _ENTRY):
        entry = data[start : start + _ENTRY]
        number = int.from_bytes(entry[1:], "big")
        if len(entry) != _ENTRY or entry[0] not in _KINDS or not 0 < number <= MAX_ID or number in roots:
            raise Unsound
        roots[number] = _KINDS[entry[0]]
    return roots


def name_of(number: int) -> str:
    """The name of the record that begins at the cell ``number``."""
    return f"{number:016x}"


def number_of(name: str) -> int:
    """The id of the first cell. Raises ``RecordGone`` for what can be no name."""
    number = int(name, 16) if _NAME.fullmatch(name) else 0
    if not 0 < number <= MAX_ID:
        raise gone()
    return number
