"""PDF by Typst: tagged, PDF/A-2a and PDF/UA-1, fonts inside, the same bytes everywhere."""

from __future__ import annotations

from assistant.formats.base import Remark, Written
from assistant.formats.din import TOO_LONG, WINDOW_LINES, envelope
from assistant.formats.flow import sheet
from assistant.model import Document

from .data import data


def render(document: Document) -> Written:
    """The document as a PDF.

    A character that our fonts lack is looked for in the fonts of this computer; a remark says so.
    Raises ``InputError`` when the engine cannot set the document at all.
    """
    from .engine import set_pages

    ready = sheet(document)
    window = envelope(ready)
    written = set_pages(data(ready, window), document.dated)
    if window and window.too_long:
        return Written(written.data, (Remark(TOO_LONG, {"lines": WINDOW_LINES}), *written.remarks))
    return written
