"""The blocks of a letter as paragraphs and tables."""

from __future__ import annotations

from itertools import pairwise

from assistant.formats.din import Envelope
from assistant.formats.flow import LABELLED, LISTS, TAIL, Piece, Sheet, Side
from assistant.formats.words import words
from assistant.text import width

from .xml import Voice, paragraph, run, table, twips

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
    for piece, after in pairwise((*rest, None)):
        if piece is None:
            break
        together = piece.role in TAIL and after is not None and after.role in TAIL
        parts.append(_block(piece.role, piece.text, size=size, breadth=breadth, keep=together))
        if piece.role in _SPACED and not Voice(piece.text.locale).chinese:
            parts.append(paragraph("", "Block", Voice(piece.text.locale)))
    return "".join(parts)


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
    return table([half, half], rows, lined=True, header=True, turned=turned) + paragraph(
        "", "Block", Voice(ready.locale)
    )


def _cell(role: str, side: Side | None, size: float, breadth: int) -> str:
    """Contents of a cell, which has to end with a paragraph."""
    if side is None or not side.rows:
        return "<w:p/>"
    inside = _block(role, side, size=size, breadth=breadth - 400, keep=False, flat=True)
    return f"{inside}<w:p/>" if role == "table" else inside


def _block(role: str, side: Side, *, size: float, breadth: int, keep: bool, flat: bool = False) -> str:
    voice = Voice(side.locale)
    em = round(size * 20)
    if role == "table":
        gap = paragraph("", "Gap", voice) if voice.chinese and not flat else ""
        return gap + _entries(side, voice, breadth) + gap
    if role in LISTS:
        return _list(role, side, voice, em, flat=flat)
    if role in LABELLED:
        return _labelled(side, voice, em, breadth, flat=flat)
    style = _STYLES.get(role, "Block")
    return "".join(paragraph(row[0], style, voice, keep=keep) for row in side.rows)


def _list(role: str, side: Side, voice: Voice, em: int, *, flat: bool) -> str:
    left = 2 * em if voice.chinese and not flat else 0
    if role == "enclosures" and voice.chinese:
        return _enclosures(side, voice, em, left)
    widest = max(width(marker) for marker, _ in side.rows)
    hanging = round(em * (widest / 2 + 0.3)) if widest else 0
    label = paragraph(side.label, "Label", voice, keep=True) if side.label else ""
    return label + "".join(
        paragraph(f"{marker}\t{text}" if marker else text, "Item", voice, hanging=hanging, left=left)
        for marker, text in side.rows
    )


def _enclosures(side: Side, voice: Voice, em: int, left: int) -> str:
    """The label stands before the first item, the others under that."""
    lines = [" ".join(cell for cell in row if cell) for row in side.rows]
    if not side.label:
        return "".join(paragraph(line, "Item", voice, left=left) for line in lines)
    hanging = round(em * (width(side.label) / 2 + 0.6))
    first = paragraph(f"{side.label}\t{lines[0]}", "Item", voice, hanging=hanging, left=left)
    return first + "".join(paragraph(line, "Item", voice, left=left + hanging) for line in lines[1:])


def _labelled(side: Side, voice: Voice, em: int, breadth: int, *, flat: bool) -> str:
    """Label, tab, value; the values under each other."""
    if flat:
        gap = "" if voice.chinese else " "
        return "".join(paragraph(gap.join(row), "Party", voice) for row in side.rows)
    widest = max((width(row[0]) for row in side.rows if len(row) > 1), default=0)
    hanging = min(round(em * (widest / 2 + 0.5)), breadth // 2)
    return "".join(
        paragraph("\t".join(row), "Party", voice, hanging=hanging if len(row) > 1 else 0) for row in side.rows
    )


def _entries(side: Side, voice: Voice, breadth: int) -> str:
    columns = len(side.rows[0])
    cells = [
        [paragraph(cell, "CellHead" if at == 0 else "Cell", voice) for cell in row] for at, row in enumerate(side.rows)
    ]
    return table([breadth // columns] * columns, cells, lined=True, header=True, turned=voice.right_to_left)


def _window(window: Envelope, breadth: int) -> str:
    """Address and information in fixed places, as a table that every word processor keeps."""
    voice = Voice(window.recipient.locale if window.recipient else "de")
    back = paragraph(window.back, "Return", voice) if window.back else paragraph("", "InfoFirst", voice)
    to = "".join(paragraph(row[0], "Recipient", voice) for row in window.recipient.rows) if window.recipient else ""
    left, gap = twips(85), twips(15)
    cells = [back + to, "<w:p/>", _information(window.info)]
    # The information block reaches 10 mm into the right margin, as the norm has it.
    return table(
        [left, gap, max(twips(75), breadth - left - gap)], [cells], lined=False, header=False, height=_WINDOW_HEIGHT
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
    return f'<w:p><w:pPr><w:pStyle w:val="Block"/><w:jc w:val="center"/></w:pPr>{"".join(parts)}</w:p>'
