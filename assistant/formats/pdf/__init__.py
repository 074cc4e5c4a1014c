"""PDF by Typst: tagged, PDF/A-2a and PDF/UA-1, fonts inside, the same bytes everywhere."""

from __future__ import annotations

from assistant.formats.base import Remark, Written
from assistant.formats.din import TOO_LONG, WINDOW_LINES, envelope
from assistant.formats.flow import sheet
from assistant.model import Document

from .data import data
from .missing import missing, refuse_private


def render(document: Document) -> Written:
    """The document as a PDF.

    Raises ``InputError`` for a character that our fonts lack, with the place where it stands, and when the engine
    cannot set the document at all.
    """
    from .engine import MissingGlyphError, set_pages

    refuse_private(document)
    ready = sheet(document)
    window = envelope(ready)
    try:
        made = set_pages(data(ready, window), document.dated)
    except MissingGlyphError as error:
        raise missing(ready, error.texts) from error
    return Written(made, (Remark(TOO_LONG, {"lines": WINDOW_LINES}),) if window and window.too_long else ())
