"""About how long a letter is on paper: its first page has a number only where there is a second one.

A field of Word could tell, but LibreOffice leaves such a field empty. So we count lines, a little on the
long side: a number on a letter of one page harms nobody, a first page without one can be exchanged.
"""

from __future__ import annotations

from assistant.formats.din import envelope
from assistant.formats.flow import LISTS, Piece, Row, Sheet
from assistant.formats.words import is_chinese
from assistant.text import is_right_to_left, width

from .xml import twips

_LINE = {True: 1.6, False: 1.32}
"""Height of a line in em, in Chinese and in other letters."""
_CELL = {True: 0.5, False: 0.46}
"""Breadth of a cell in em; a Chinese character has two."""
_CHINESE_SPACE = {
    "title": 1.1,
    "heading": 0.2,
    "subject": 0.4,
    "table": 0.8,
    "closing": 0.3,
    "signature": 1.3,
    "date": 0.3,
}
_SPACE = {
    "title": 1.2,
    "subject": 0.9,
    "heading": 0.6,
    "paragraph": 0,
    "closing": 0.4,
    "addressee": 0,
    "signature": 2.5,
    "date": 1.2,
    "enclosures": 1.8,
}
"""Lines of empty space around a piece, and for the label of enclosures; an empty line after every other."""
_INDENT = 4
_FULL = 0.97
_WINDOW = twips(62)


def fills_more_than_a_page(ready: Sheet, size: float, area: tuple[int, int]) -> bool:
    """Whether the letter needs a second page. ``size`` in points, ``area`` of the text in twips."""
    window = envelope(ready)
    em = size * 20 * (1.15 if is_right_to_left(ready.locale) else 1)
    chinese = is_chinese(ready.locale)
    cells = area[0] / (em * _CELL[chinese])
    pieces = window.rest if window else ready.pieces
    height = sum(_lines(piece, cells) for piece in pieces) * em * _LINE[chinese]
    return height + (_WINDOW if window else 0) > _FULL * area[1]


def _lines(piece: Piece, cells: float) -> float:
    """Lines of a piece and the space around it."""
    chinese = is_chinese(piece.text.locale)
    apart = 0.2 if piece.role == "table" else 0.55 if piece.role == "paragraph" and not chinese else 0
    around = _CHINESE_SPACE.get(piece.role, 0) if chinese else _SPACE.get(piece.role, 1)
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
