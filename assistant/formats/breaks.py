"""Where a page must not end: before a letter's closing, and after a line that announces what follows.

A signature alone on a page is refused by clerks and can be put under another text.
"""

from __future__ import annotations

from itertools import pairwise

from assistant.model import Role

from .flow import LISTS, Piece

TAIL: frozenset[Role] = frozenset({"closing", "addressee", "signature", "date"})
"""Roles at a letter's end that must not be torn apart by a page break."""
_CAPTIONS: frozenset[Role] = frozenset({"paragraph", "heading"})
_SHORT = 300
_BOX = 6
"""Labelled lines that are kept together."""


def groups(pieces: tuple[Piece, ...]) -> list[list[Piece]]:
    """Pieces in the groups that a page break must not part: a letter's end, from its closing on."""
    found: list[list[Piece]] = [[piece] for piece in pieces[:1]]
    for before, piece in pairwise(pieces):
        if before.role in TAIL and piece.role in TAIL and before.role != "date":
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def before_end(piece: Piece, after: Piece | None) -> bool:
    """Whether the last lines of ``piece`` have to stand on the page of the closing."""
    return after is not None and piece.role not in TAIL and after.role in TAIL - {"date"}


def before_list(piece: Piece, after: Piece | None) -> bool:
    """Whether ``piece`` ends with a line that announces ``after``, or is the caption of a table or a box."""
    if after is None or piece.role in TAIL or not piece.text.rows:
        return False
    return ((after.role == "table" or is_box(after)) and piece.role in _CAPTIONS) or announces(
        piece, len(piece.text.rows) - 1
    )


def is_box(piece: Piece) -> bool:
    """Whether the rows stay on one page: a few labelled lines, as an office fills in to confirm who signed."""
    return piece.role == "parties" and len(piece.text.rows) <= _BOX


def announces(piece: Piece, at: int) -> bool:
    """Whether a row ends with a colon: what follows it belongs to it."""
    return piece.role in _CAPTIONS | LISTS and piece.text.rows[at][-1].endswith(("：", ":"))


def is_short(text: str) -> bool:
    """Whether a row is kept on one page as a whole; of a longer one only the last lines are kept."""
    return len(text) <= _SHORT
