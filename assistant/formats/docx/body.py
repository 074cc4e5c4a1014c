"""The blocks of a letter as paragraphs and tables."""

from __future__ import annotations

from itertools import pairwise

from assistant.formats.breaks import TAIL, announces, before_end, before_list, is_box, is_short
from assistant.formats.din import Envelope
from assistant.formats.direction import has_right
from assistant.formats.flow import LABELLED, LISTS, Piece, Row, Sheet, Side
from assistant.formats.words import words
from assistant.text import width

from .xml import Keep, Voice, paragraph, run, table, twips

_STYLES = {
    "title": "Title",
    "subject": "Heading1",
    "heading": "Heading2",
    "paragraph": "Paragraph",
    "closing": "Closing",
    "addressee": "Addressee",
    "signature": "Signature",
    "date": "Date",
}
_SPACED = frozenset({"sender", "recipient", "reference", "salutation", "parties", "table", "numbered", "bullets"})
_WINDOW_HEIGHT = twips(62)


def letter(ready: Sheet, window: Envelope | None, *, size: float, breadth: int) -> str:
    """The whole text of a letter. ``size`` in points, ``breadth`` of the text in twips."""
    rest = window.rest if window else ready.pieces
    parts = [_window(window, breadth)] if window else []
    if window and ready.window == "b":
        parts.insert(0, paragraph("", "Lower", Voice(ready.locale)))
    bound: list[str] = []
    for piece, after in zip(rest, (*rest[1:], None), strict=False):
        rows = _rows(piece, after, size=size, breadth=breadth)
        if piece.role in TAIL and (bound or piece.role != "date"):
            bound += rows
            if after is None or after.role not in TAIL or piece.role == "date":
                parts.append(_together(bound, breadth))
                bound = []
        elif before_end(piece, after) and piece.role in LISTS | {"paragraph"} and is_short(piece.text.rows[-1][-1]):
            last = 2 if _spaced(piece) else 1
            parts += rows[:-last]
            bound = rows[-last:]
        else:
            parts += rows
    return "".join(parts)


def _together(paragraphs: list[str], breadth: int) -> str:
    """The closing and what stands before it, in a row that no page break parts.

    LibreOffice tears paragraphs apart that are to be kept with the next one, where a page is just full.
    """
    row = table([breadth], [["".join(paragraphs)]], lined=False, header=False)
    return row + paragraph("", "End", Voice("en"))


def _spaced(piece: Piece) -> bool:
    return piece.role in _SPACED and not Voice(piece.text.locale).chinese


def _rows(piece: Piece, after: Piece | None, *, size: float, breadth: int) -> list[str]:
    """The paragraphs of a piece, with an empty one after it where the style has no space."""
    keeps = _keeps(piece, after)
    made = _block(piece.role, piece.text, size=size, breadth=breadth, keeps=keeps)
    empty = paragraph("", "Block", Voice(piece.text.locale), keep="next" if keeps[-1] else "")
    return [*made, empty] if _spaced(piece) else made


def _keeps(piece: Piece, after: Piece | None) -> list[Keep]:
    """For each row what a page break must not part. A long row may break, but not before its last lines."""
    found: list[Keep] = [_keep(row) if announces(piece, at) else "" for at, row in enumerate(piece.text.rows)]
    if piece.role in TAIL:
        joined = after is not None and after.role in TAIL
        return ["both" if joined or at + 1 < len(found) else "lines" for at, _ in enumerate(found)]
    if is_box(piece):
        found[:-1] = ["both"] * (len(found) - 1)
    if before_end(piece, after) or before_list(piece, after):
        found[-1] = _keep(piece.text.rows[-1])
    elif after is None:
        found[-1] = ""
    return found


def _keep(row: Row) -> Keep:
    return "both" if is_short(row[-1]) else "next"


def aid(ready: Sheet, *, size: float, breadth: int) -> str:
    """A table: the reader's language at one side, the letter at the other."""
    half = breadth // 2
    heads = [
        paragraph(words(locale).language or locale, "CellHead", Voice(locale))
        for locale in (ready.locale, ready.beside_locale)
    ]
    rows = [
        heads,
        *([_cell(piece.role, side, size, half) for side in (piece.text, piece.beside)] for piece in ready.pieces),
    ]
    turned = Voice(ready.locale).right_to_left
    return table([half, half], rows, lined=True, header=True, turned=turned or None) + paragraph(
        "", "Block", Voice(ready.locale)
    )


def _cell(role: str, side: Side | None, size: float, breadth: int) -> str:
    """Contents of a cell, which has to end with a paragraph."""
    if side is None or not side.rows:
        return "<w:p/>"
    inside = "".join(_block(role, side, size=size, breadth=breadth - 400, keeps=[""] * len(side.rows), flat=True))
    return f"{inside}<w:p/>" if role == "table" else inside


def _block(role: str, side: Side, *, size: float, breadth: int, keeps: list[Keep], flat: bool = False) -> list[str]:
    voice = Voice(side.locale)
    em = round(size * 20)
    if role == "table":
        spaced = voice.chinese and not flat
        made = [_entries(side, voice, breadth, keeps[-1])]
        gaps = [paragraph("", "Gap", voice, keep=keep) for keep in ("next", keeps[-1])]
        return [gaps[0], *made, gaps[1]] if spaced else made
    if role in LISTS:
        return _list(role, side, voice, em, keeps, flat=flat)
    if role in LABELLED:
        return _labelled(side, voice, em, breadth, keeps, flat=flat)
    style = _STYLES.get(role, "Block")
    return [
        paragraph(row[0], style, voice.set(turned=side.faces_left(role, row)), keep=keep)
        for row, keep in zip(side.rows, keeps, strict=True)
    ]


def _list(role: str, side: Side, voice: Voice, em: int, keeps: list[Keep], *, flat: bool) -> list[str]:
    """Items with their text at one place, behind the widest number."""
    left = 2 * em if voice.chinese and not flat else 0
    widest = max(width(marker) for marker, _ in side.rows)
    number = round(em * (widest / 2 + 0.3)) if widest else 0
    beside = bool(side.label) and role == "enclosures" and voice.chinese
    # A Chinese label stands before the first item, the others under that.
    label = round(em * (width(side.label) / 2 + (0.3 if number else 0.6))) if beside else 0
    items = [paragraph(side.label, "Label", voice, keep="next")] if side.label and not beside else []
    for at, ((marker, text), keep) in enumerate(zip(side.rows, keeps, strict=True)):
        line = f"{marker}\t{text}" if marker else text
        first = beside and at == 0
        items.append(
            paragraph(
                f"{side.label}\t{line}" if first else line,
                "Item",
                voice,
                hanging=(label, number) if first else (number,),
                left=left if first else left + label,
                keep=keep,
            )
        )
    return items


def _labelled(side: Side, voice: Voice, em: int, breadth: int, keeps: list[Keep], *, flat: bool) -> list[str]:
    """Label, tab, value; the values under each other."""
    if flat:
        gap = "" if voice.chinese else " "
        return [paragraph(gap.join(row), "Party", voice) for row in side.rows]
    widest = max((width(row[0]) for row in side.rows if len(row) > 1), default=0)
    hanging = min(round(em * (widest / 2 + 0.5)), breadth // 2)
    return [
        paragraph("\t".join(row), "Party", voice, hanging=(hanging,) if len(row) > 1 else (), keep=keep)
        for row, keep in zip(side.rows, keeps, strict=True)
    ]


def _entries(side: Side, voice: Voice, breadth: int, keep: Keep) -> str:
    columns, last = len(side.rows[0]), len(side.rows) - 1
    cells = [
        [paragraph(cell, "Cell" if at else "CellHead", voice, keep=keep if at == last else "") for cell in row]
        for at, row in enumerate(side.rows)
    ]
    return table([breadth // columns] * columns, cells, lined=True, header=True, turned=voice.right_to_left or None)


def _window(window: Envelope, breadth: int) -> str:
    """Address and information in fixed places, as a table that every word processor keeps.

    An address without a letter from right to left stands at the left, also in such a letter.
    """
    voice = Voice(window.recipient.locale if window.recipient else "de")
    rows = window.recipient.rows if window.recipient else ()
    own = voice.set(turned=voice.right_to_left and has_right(window.back))
    back = paragraph(window.back, "Return", own) if window.back else paragraph("", "InfoFirst", own)
    own = voice.set(turned=voice.right_to_left and any(has_right(row[0]) for row in rows))
    to = "".join(paragraph(row[0], "Recipient", own) for row in rows)
    left, gap = twips(85), twips(15)
    cells = [back + to, "<w:p/>", _information(window.info)]
    # The information block reaches 10 mm into the right margin, as the norm has it, unless its lines begin there.
    room = breadth - left - gap
    return table(
        [left, gap, room if voice.right_to_left else max(twips(75), room)],
        [cells],
        lined=False,
        header=False,
        height=_WINDOW_HEIGHT,
        turned=False if voice.right_to_left else None,
    )


def _information(pieces: tuple[Piece, ...]) -> str:
    lines: list[tuple[str, Voice]] = []
    for before, piece in pairwise((None, *pieces)):
        if piece is None:
            continue
        voice = Voice(piece.text.locale)
        lines += [("", voice)] if before else []
        lines += [(" ".join(row) if not voice.chinese else "".join(row), voice) for row in piece.text.rows]
    made = [paragraph(text, "Info" if at else "InfoFirst", voice) for at, (text, voice) in enumerate(lines)]
    return "".join(made) or "<w:p/>"


def page_number(locale: str) -> str:
    """``Page 2 of 3`` with the fields that Word fills."""
    voice = Voice(locale)
    text = words(locale).page
    before, _, rest = text.partition("{n}")
    between, _, after = rest.partition("{total}")
    fields = [f'<w:fldSimple w:instr=" {name} ">{run("2", voice)}</w:fldSimple>' for name in ("PAGE", "NUMPAGES")]
    parts = [
        run(before, voice) if before else "",
        fields[0],
        run(between, voice),
        fields[1],
        run(after, voice) if after else "",
    ]
    way = "<w:bidi/>" if voice.right_to_left else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Block"/>{way}<w:jc w:val="center"/></w:pPr>{"".join(parts)}</w:p>'
