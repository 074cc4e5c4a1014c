"""Word files, written by ourselves: small, quick, the same bytes each time, nothing about the writer."""

from __future__ import annotations

from html import escape

from assistant.formats.base import Remark, Written
from assistant.formats.din import FOLDS, LOWER, TOO_LONG, WINDOW_LINES, envelope
from assistant.formats.flow import Sheet, sheet
from assistant.formats.words import is_chinese
from assistant.model import Document
from assistant.text import width

from . import body
from .extent import fills_more_than_a_page
from .package import pack
from .styles import styles
from .xml import HEAD, Voice, W, paragraph, twips

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAPER = (twips(210), twips(297))
_MARGINS = {
    # top, right, bottom, left in millimetres
    "cn-application": (27, 26, 22, 28),
    "din-5008": (25, 20, 20, 25),
    "plain": (25, 25, 22, 25),
    "aid": (28, 18, 18, 18),
}
_LARGE, _SMALL = 14.0, 12.0
_LINES, _CELLS = 27, 62
"""Lines on a page and cells in a line of a Chinese form at the larger size."""


def render(document: Document) -> Written:
    """The document as a Word file."""
    ready = sheet(document)
    window = envelope(ready)
    layout = "aid" if ready.is_aid else ready.layout
    voice = Voice(ready.locale)
    size = _size(ready, layout)
    top, right, bottom, left = (twips(margin) for margin in _MARGINS[layout])
    breadth = _PAPER[0] - left - right
    text = (
        body.aid(ready, size=size, breadth=breadth)
        if ready.is_aid
        else body.letter(ready, window, size=size, breadth=breadth)
    )
    several = fills_more_than_a_page(ready, size, (breadth, _PAPER[1] - top - bottom - twips(LOWER[ready.window])))
    edges = f'w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{twips(9)}" w:footer="{twips(9)}" w:gutter="0"'
    data = pack(
        {
            "word/document.xml": f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{_R}"><w:body>{text}{_section(ready, edges, several=several)}</w:body></w:document>',
            "word/styles.xml": styles(layout, voice, size),
            "word/header1.xml": _part("hdr", _notice(ready)),
            "word/header2.xml": _part("hdr", _marks(FOLDS[ready.window]) if window else "<w:p/>"),
            "word/footer1.xml": _part("ftr", body.page_number(ready.locale)),
            "word/footer2.xml": _part("ftr", "<w:p/>"),
        },
        escape(ready.title, quote=False),
        voice.tag,
    )
    remarks = (Remark(TOO_LONG, {"lines": WINDOW_LINES}),) if window and window.too_long else ()
    return Written(data, remarks)


def _size(ready: Sheet, layout: str) -> float:
    """Size 4 for a Chinese form that fits on a page, small 4 otherwise."""
    if layout == "aid":
        return 10.0
    if not is_chinese(ready.locale):
        return 11.0
    lines = sum(1 + width(line) // _CELLS for piece in ready.pieces for line in piece.text.lines())
    return _LARGE if layout == "cn-application" and lines <= _LINES else _SMALL


def _section(ready: Sheet, edges: str, *, several: bool) -> str:
    """Paper, margins, headers. A reading aid has its notice on each page and a broken frame.

    The first page of a letter has a number where there are ``several``.
    """
    numbers = [("header", "default", 3), ("footer", "default", 5)]
    if not ready.is_aid:
        numbers += [("header", "first", 4), ("footer", "first", 5 if several else 6)]
    named = "".join(f'<w:{part}Reference w:type="{pages}" r:id="rId{number}"/>' for part, pages, number in numbers)
    frame = "".join(
        f'<w:{edge} w:val="dashed" w:sz="8" w:space="20" w:color="A00020"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    borders = f'<w:pgBorders w:offsetFrom="page">{frame}</w:pgBorders>' if ready.is_aid else ""
    titled = "" if ready.is_aid else "<w:titlePg/>"
    turned = "<w:bidi/>" if Voice(ready.locale).right_to_left else ""
    return (
        f'<w:sectPr>{named}<w:pgSz w:w="{_PAPER[0]}" w:h="{_PAPER[1]}"/><w:pgMar {edges}/>'
        f"{borders}{titled}{turned}</w:sectPr>"
    )


def _part(kind: str, text: str) -> str:
    return f'{HEAD}<w:{kind} xmlns:w="{W}">{text}</w:{kind}>'


def _notice(ready: Sheet) -> str:
    return paragraph(ready.notice, "Notice", Voice(ready.locale)) if ready.is_aid else "<w:p/>"


def _marks(folds: tuple[float, float]) -> str:
    """Marks to fold and to punch, as empty framed lines at the paper's edge."""
    marks = "".join(
        f'<w:p><w:pPr><w:framePr w:w="{twips(length)}" w:h="20" w:hRule="exact" w:wrap="around" w:vAnchor="page" '
        f'w:hAnchor="page" w:x="{twips(5)}" w:y="{twips(height)}"/><w:pBdr><w:top w:val="single" w:sz="2" w:space="0" '
        'w:color="666666"/></w:pBdr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
        for height, length in ((folds[0], 4), (148.5, 6), (folds[1], 4))
    )
    return f"{marks}<w:p/>"
