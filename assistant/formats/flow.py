"""A document made ready for any format: clean text, numbered items, labels with their colon.

Every format writes exactly these rows in this order. That is why their texts agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.model import Block, Document, Role, Window
from assistant.text import clean, clean_line, is_right_to_left

from .direction import is_turned
from .words import counter, is_chinese, words

Row = tuple[str, ...]
"""By role. Lists: marker and text. ``parties`` and ``reference``: label and value, or a line alone.
``table``: cells, all rows equally long. Every other role: one text."""

LISTS: frozenset[Role] = frozenset({"numbered", "bullets", "enclosures"})
LABELLED: frozenset[Role] = frozenset({"parties", "reference"})
_PAIRED: frozenset[Role] = frozenset({"paragraph", "numbered", "bullets", "parties", "reference"})


@dataclass(frozen=True, slots=True)
class Side:
    """The rows of one block in one language."""

    locale: str
    rows: tuple[Row, ...]
    label: str = ""
    """A line before the rows: the word for enclosures."""

    @property
    def right_to_left(self) -> bool:
        """Whether its language is written from right to left."""
        return is_right_to_left(self.locale)

    def faces_left(self, role: str, row: Row) -> bool:
        """Whether a row begins at the right edge: also a whole paragraph of such a language in another letter."""
        return self.right_to_left or (role == "paragraph" and is_turned(row[0]))

    def lines(self) -> list[str]:
        """Every row as one line of text, the label first."""
        joined = [join_row(row, self.locale) for row in self.rows]
        return [self.label, *joined] if self.label else joined


@dataclass(frozen=True, slots=True)
class Piece:
    """A block ready to lay out. ``beside`` is filled in reading aids only."""

    role: Role
    text: Side
    beside: Side | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document ready to lay out."""

    title: str
    locale: str
    beside_locale: str
    layout: str
    is_aid: bool
    notice: str
    dated: date
    pieces: tuple[Piece, ...]
    window: Window = "a"
    """Form of DIN 5008, where the layout has one."""


def sheet(document: Document) -> Sheet:
    """Make a document ready. Blocks without text are left out; all text is cleaned again here."""
    aid = document.sheet == "aid"
    beside = document.beside_locale or document.locale
    own = _sides(document, document.locale, [block.lines for block in document.blocks])
    other = _sides(document, beside, [block.beside for block in document.blocks]) if aid else [None] * len(own)
    own = [_numbered_alike(block.role, *pair) for block, *pair in zip(document.blocks, own, other, strict=True)]
    pieces = tuple(
        Piece(block.role, text or Side(document.locale, ()), original)
        for block, text, original in zip(document.blocks, own, other, strict=True)
        if text or original
    )
    if aid:
        pieces = tuple(part for piece in pieces for part in _paired(piece))
    notice = (clean_line(document.notice) or f"{words(document.locale).aid} {words(beside).aid}") if aid else ""
    return Sheet(
        clean_line(document.title),
        document.locale,
        beside if aid else "",
        document.layout,
        aid,
        notice,
        document.dated,
        pieces,
        document.window,
    )


def join_row(row: Row, locale: str) -> str:
    """A row on one line: no space after a Chinese marker or label, one elsewhere."""
    return ("" if is_chinese(locale) else " ").join(cell for cell in row if cell)


def _sides(document: Document, locale: str, texts: list[tuple[str, ...]]) -> list[Side | None]:
    """The blocks in one language. Lists that follow each other directly are counted on."""
    found: list[Side | None] = []
    count = 0
    before: Role | None = None
    for block, lines in zip(document.blocks, texts, strict=True):
        rows = tuple(_rows(document, block, locale, lines, count if before == "numbered" else 0))
        found.append(Side(locale, rows, _label(block.role, before, locale)) if rows else None)
        if rows:
            count = (count if before == "numbered" else 0) + len(rows) if block.role == "numbered" else 0
            before = block.role
    return found


def _numbered_alike(role: Role, text: Side | None, original: Side | None) -> Side | None:
    """Enclosures of a reading aid with the numbers that they have in the letter."""
    if role != "enclosures" or text is None or original is None or len(text.rows) != len(original.rows):
        return text
    rows = tuple((marker, line) for (marker, _), (_, line) in zip(original.rows, text.rows, strict=True))
    return Side(text.locale, rows, text.label)


def _paired(piece: Piece) -> list[Piece]:
    """In a reading aid: one piece for each paragraph, item or line, where both languages have as many."""
    text, beside = piece.text, piece.beside
    if piece.role not in _PAIRED or beside is None or len(text.rows) != len(beside.rows):
        return [piece]
    return [
        Piece(piece.role, Side(text.locale, (own,)), Side(beside.locale, (other,)))
        for own, other in zip(text.rows, beside.rows, strict=True)
    ]


def _label(role: Role, before: Role | None, locale: str) -> str:
    """The word for enclosures, unless the letter brings a heading of its own."""
    return words(locale).enclosures if role == "enclosures" and before != "heading" else ""


def _rows(document: Document, block: Block, locale: str, lines: tuple[str, ...], count: int) -> Iterable[Row]:
    if block.role == "table":
        return _table(lines)
    if block.role in LABELLED:
        return [row for line in lines if (row := _labelled(line, locale))]
    kept = [text for line in lines for part in clean(line).split("\n") if (text := clean_line(part))]
    if block.role in LISTS:
        return _items(block.role, locale, [text for line in lines if (text := clean_line(line))], count)
    if block.role == "heading" and document.layout == "cn-application" and is_chinese(locale):
        return [(text if text.endswith(("：", ":")) else f"{text}：",) for text in kept]
    return [(text,) for text in kept]


def _items(role: Role, locale: str, texts: list[str], count: int) -> list[Row]:
    if role == "numbered":
        return [(counter(locale, number), text) for number, text in enumerate(texts, count + 1)]
    if role == "bullets":
        return [("–", text) for text in texts]
    if is_chinese(locale) and len(texts) > 1:
        return [(f"{number}.", text) for number, text in enumerate(texts, 1)]
    return [("", text) for text in texts]


def _labelled(line: str, locale: str) -> Row | None:
    label, parted, value = clean(line).partition("\t")
    label, value = clean_line(label), clean_line(value)
    if not parted or not label:
        text = label or value
        return (text,) if text else None
    return (label.rstrip("：: ") + words(locale).colon.rstrip(" "), value) if value else None


def _table(lines: tuple[str, ...]) -> list[Row]:
    rows = [tuple(clean_line(cell) for cell in clean(line).split("\t")) for line in lines]
    rows = [row for row in rows if any(row)]
    longest = max((len(row) for row in rows), default=0)
    return [row + ("",) * (longest - len(row)) for row in rows]
