"""Plain text, UTF-8: for reading, for forms on websites, for the body of an e-mail."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from assistant.model import Document
from assistant.text import is_right_to_left, pad, width, wrap

from .base import Written
from .direction import RTL_MARK, closed, marked
from .flow import LISTS, Piece, Row, Sheet, Side, join_row, sheet
from .words import is_chinese, words

COLUMNS = 72
_WIDE_SPACE = "\u3000"
_INDENTED = frozenset({"paragraph", "closing"})
_JOINED = frozenset({("heading", "*"), ("closing", "addressee"), ("signature", "date")})


def render(document: Document) -> Written:
    """The document as a text file. Lines in alphabetic languages are wrapped at 72 columns."""
    return Written(compose(document, COLUMNS).encode())


def compose(document: Document, columns: int | None) -> str:
    """The text. ``columns=None`` leaves every paragraph on one line; Chinese always stays so."""
    ready = sheet(document)
    parts = _aid(ready, columns) if ready.is_aid else _letter(ready, columns)
    return "".join(f"{line}\n" for line in parts)


def _letter(ready: Sheet, columns: int | None) -> Iterable[str]:
    before: Piece | None = None
    for piece in ready.pieces:
        if before and not _close(before, piece):
            yield ""
        yield from lay_out(piece.role, piece.text, columns)
        before = piece


def _aid(ready: Sheet, columns: int | None) -> Iterable[str]:
    """Reader's text first, the letter's own lines under it behind a bar, the notice at both ends."""
    banner = [f"*** {marked(ready.notice, right_to_left=is_right_to_left(ready.locale))} ***"]
    yield from banner
    for piece in ready.pieces:
        yield ""
        yield from lay_out(piece.role, piece.text, columns)
        for line in lay_out(piece.role, piece.beside, columns) if piece.beside else ():
            yield f"  | {line}".rstrip()
    yield ""
    yield from banner


def _close(before: Piece, piece: Piece) -> bool:
    return (before.role, piece.role) in _JOINED or (before.role, "*") in _JOINED


def lay_out(role: str, side: Side, columns: int | None) -> list[str]:
    """The lines of one piece. What runs against its line is set apart, and a line from right to left says so first."""
    rows = tuple(tuple(marked(cell, right_to_left=side.right_to_left) for cell in row) for row in side.rows)
    lines = _lay_out(role, Side(side.locale, rows, side.label), columns)
    return [f"{RTL_MARK}{line}" if line else line for line in lines] if side.right_to_left else lines


def _lay_out(role: str, side: Side, columns: int | None) -> list[str]:
    chinese = is_chinese(side.locale)
    fold = _folder(None if chinese else columns)
    if role == "table":
        return _table(side)
    if role in LISTS:
        items = [line for row in side.rows for line in _item(row, side.locale, fold)]
        return [side.label, *items] if side.label else items
    if role == "paragraph":
        lead = _WIDE_SPACE * 2 if chinese else ""
        found = [line for row in side.rows for line in (*fold(row[0], lead, ""), *([] if chinese else [""]))]
        return found if chinese else found[:-1]
    lead = _WIDE_SPACE * 2 if chinese and role in _INDENTED else ""
    return [line for row in side.rows for line in fold(join_row(row, side.locale), lead, "")]


Fold = Callable[[str, str, str], list[str]]


def _folder(columns: int | None) -> Fold:
    if columns is None:
        return lambda text, first, _: [first + text]
    return lambda text, first, then: closed(wrap(text, columns, first=first, then=then))


def _item(row: Row, locale: str, fold: Fold) -> list[str]:
    marker, text = row
    lead = "" if not marker else marker if is_chinese(locale) and marker[-1] == "、" else f"{marker} "
    return fold(text, lead, " " * width(lead))


def _table(side: Side) -> list[str]:
    """Columns side by side where they fit, else one ``header: cell`` line for each cell."""
    sizes = [max(map(width, column)) for column in zip(*side.rows, strict=True)]
    if sum(sizes) + 2 * len(sizes) <= COLUMNS:
        return ["  ".join(map(pad, row, sizes)).rstrip() for row in side.rows]
    head, *rows = side.rows
    colon = words(side.locale).colon
    cells = [(name, cell) for row in rows for name, cell in zip(head, row, strict=True) if cell]
    return [f"{name}{colon}{cell}" if name else cell for name, cell in cells] or [" ".join(head)]
