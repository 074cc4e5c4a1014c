"""DIN 5008, forms A and B: which parts of a letter have fixed places, and whether the window holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.model import N_
from assistant.text import width

from .flow import Piece, Sheet, Side

WINDOW_LINES = 9
"""Lines of the address field at normal size."""
TOO_LONG = N_(
    "The recipient's address is too long for the window of an envelope: about {lines} lines fit. "
    "It stands above the subject instead. Write the envelope by hand."
)
LOWER = {"a": 0.0, "b": 18.0}
"""Millimetres by which the upper part stands lower than in form A."""
FOLDS = {"a": (87.0, 192.0), "b": (105.0, 210.0)}
"""Where the sheet is folded, in millimetres from the top."""
_SHRUNK_LINES = 12
_LINE_CELLS = 46
_BACK_CELLS = 100
_BACK_PARTS = 4
_NOT_POSTAL = re.compile(r"@|^\D{0,12}[+0][\d\s()/.-]{6,}$")


@dataclass(frozen=True)
class Envelope:
    """The parts of a letter for a window envelope."""

    back: str
    """The sender on one small line above the recipient, so that the post can return the letter."""
    recipient: Side | None
    """In the window. ``None`` where there is none or it is too long: then it stands in ``rest``."""
    info: tuple[Piece, ...]
    """The block at the right: sender, references, date."""
    rest: tuple[Piece, ...]
    too_long: bool


def envelope(ready: Sheet) -> Envelope | None:
    """The parts with fixed places, or ``None`` for other layouts and for reading aids."""
    if ready.layout != "din-5008" or ready.is_aid:
        return None
    first = {
        role: next((p for p in ready.pieces if p.role == role), None)
        for role in ("sender", "recipient", "reference", "date")
    }
    recipient = first["recipient"]
    too_long = recipient is not None and _lines(recipient.text) > _SHRUNK_LINES
    info = tuple(piece for role in ("sender", "reference", "date") if (piece := first[role]) is not None)
    placed = info if recipient is None or too_long else (*info, recipient)
    return Envelope(
        "" if too_long else _back(first["sender"]),
        recipient.text if recipient and not too_long else None,
        info,
        tuple(piece for piece in ready.pieces if not any(piece is other for other in placed)),
        too_long,
    )


def _lines(side: Side) -> int:
    """Lines at the smallest size that is still easy to read, long ones folded."""
    return sum(1 + (width(row[0]) - 1) // _LINE_CELLS for row in side.rows)


def _back(sender: Piece | None) -> str:
    """Name and postal address of the sender: no telephone, no e-mail, not longer than the window."""
    if sender is None:
        return ""
    parts: list[str] = []
    for line, *_ in sender.text.rows:
        if not _NOT_POSTAL.search(line) and width(" · ".join([*parts, line])) <= _BACK_CELLS:
            parts.append(line)
    return " · ".join(parts[:_BACK_PARTS])
