"""About how long a letter is on paper: its first page has a number only where there is a second one.

A field of Word could tell, but LibreOffice leaves such a field empty. So we count lines, a little on the
long side: a number on a letter of one page harms nobody, a first page without one can be exchanged.
"""

from __future__ import annotations

from assistant.formats.din import envelope
from assistant.formats.flow import LISTS, Piece, Row, Sheet
from assistant.formats.words import is_chinese
from assistant.text import width

from .xml import twips

_LINE = {True: 1.6, False: 1.35}
"""Height of a line in em, in Chinese and in other letters."""
_CELL = {True: 0.5, False: 0.48}
"""Breadth of a cell in em; a Chinese character has two."""
_ROOM = {
    "title": 1.6,
    "subject": 1.2,
    "heading": 0.6,
    "table": 1.0,
    "closing": 0.5,
    "signature": 2.6,
    "date": 1.0,
    "enclosures": 1.0,
}
"""Lines of empty space around a piece."""
_INDENT = 4
_FULL = 0.93
_WINDOW = twips(62)


def fills_more_than_a_page(ready: Sheet, size: float, area: tuple[int, int]) -> bool:
    """Whether the letter needs a second page. ``size`` in points, ``area`` of the text in twips."""
    window = envelope(ready)
    em = size * 20
    chinese = is_chinese(ready.locale)
    cells = area[0] / (em * _CELL[chinese])
    pieces = window.rest if window else ready.pieces
    height = sum(_lines(piece, cells) for piece in pieces) * em * _LINE[chinese]
    return height + (_WINDOW if window else 0) > _FULL * area[1]


def _lines(piece: Piece, cells: float) -> float:
    """Lines of a piece and the space around it."""
    chinese = is_chinese(piece.text.locale)
    apart = 0.2 if piece.role == "table" else 0.5 if piece.role == "paragraph" and not chinese else 0
    around = _ROOM.get(piece.role, 0.1 if chinese else 1.0)
    return around + sum(_row(piece, row, cells) + apart for row in piece.text.rows)


def _row(piece: Piece, row: Row, cells: float) -> int:
    """Lines of one row, beside its label or number."""
    if piece.role == "table":
        return max(_folded(cell, cells / len(row) - 2) for cell in row)
    if piece.role in LISTS:
        return _folded(row[-1], cells - _INDENT - width(row[0]) - width(piece.text.label))
    if len(row) > 1:
        return _folded(row[-1], cells - 2 - max(width(other[0]) for other in piece.text.rows if len(other) > 1))
    return _folded(row[-1], cells, _INDENT if piece.role == "paragraph" else 0)


def _folded(text: str, cells: float, first: int = 0) -> int:
    return 1 + int((width(text) + first - 1) // max(cells, _INDENT))
