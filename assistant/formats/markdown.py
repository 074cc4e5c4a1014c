"""Markdown (CommonMark with tables). Text from people stays text: what Markdown reads is escaped."""

from __future__ import annotations

import re

from assistant.model import Document
from assistant.text import is_right_to_left

from .base import Written
from .direction import RTL_MARK, marked
from .flow import LISTS, Piece, Row, Sheet, Side, join_row, sheet
from .words import is_chinese

_INLINE = re.compile(r"[\\`*\[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,40};)")
_START = re.compile(r"(?=[>#=]|[-+](?:\s|$)|--|__)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_BREAK = "  \n"


def render(document: Document) -> Written:
    """The document as Markdown."""
    ready = sheet(document)
    notice = f"> {escape(marked(ready.notice, right_to_left=is_right_to_left(ready.locale)))}"
    parts = [notice] if ready.is_aid else []
    for piece in ready.pieces:
        parts.append(_part(piece.role, piece.text, _level(ready, piece)))
        if piece.beside:
            parts.append(_quoted(_part(piece.role, piece.beside, 0)))
    if ready.is_aid:
        parts.append(notice)
    return Written(("\n\n".join(part for part in parts if part) + "\n").encode())


def escape(text: str) -> str:
    """One line of text so that Markdown prints it as it is."""
    text = _INLINE.sub(r"\\\g<0>", text)
    text = _NUMBER.sub(r"\1\\\2", text, count=1) if _NUMBER.match(text) else text
    text = f"{text[:-1]}\\#" if text.endswith("#") else text
    return f"\\{text}" if _START.match(text) else text


def _level(ready: Sheet, piece: Piece) -> int:
    """Depth of a heading; 0 for everything else."""
    titled = any(other.role == "title" for other in ready.pieces)
    return {"title": 1, "subject": 2 if titled else 1, "heading": 2}.get(piece.role, 0)


def _part(role: str, side: Side, level: int) -> str:
    if not side.rows:
        return ""
    side = _facing(role, side)
    if role == "table":
        return _table(side.rows)
    if role in LISTS:
        items = _items(side)
        return f"{escape(side.label)}\n\n{items}" if side.label else items
    lines = [escape(join_row(row, side.locale)) for row in side.rows]
    if level:
        return f"{'#' * level} " + " ".join(lines)
    return ("\n\n" if role == "paragraph" else _BREAK).join(lines)


def _facing(role: str, side: Side) -> Side:
    """The same rows; what runs against its line is set apart, and text from right to left says so first."""
    lead = RTL_MARK if side.right_to_left else ""
    first = 1 if role in LISTS and side.rows[0][0] and not is_chinese(side.locale) else 0
    rows = (tuple(marked(cell, right_to_left=side.right_to_left) for cell in row) for row in side.rows)
    led = (tuple(f"{lead}{cell}" if at == first else cell for at, cell in enumerate(row)) for row in rows)
    return Side(side.locale, tuple(led), side.label)


def _items(side: Side) -> str:
    if is_chinese(side.locale) or not side.rows[0][0]:
        return _BREAK.join(escape(join_row(row, side.locale)) for row in side.rows)
    return "\n".join(f"{marker.replace('–', '-')} {escape(text)}" for marker, text in side.rows)


def _table(rows: tuple[Row, ...]) -> str:
    lines = ["| " + " | ".join(escape(cell) for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def _quoted(part: str) -> str:
    return "\n".join(f"> {line}" if line.strip() else ">" for line in part.split("\n"))
