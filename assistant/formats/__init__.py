"""Formats: a finished document goes in, bytes come out.

``FORMATS`` is the register. A new format is a module with one ``Format`` and one line here.
"""

from __future__ import annotations

from assistant.model import N_, InputError

from .base import Format, Remark, Written
from .docx import DOCX
from .eml import EML
from .html import HTML
from .ics import Reminder, write_calendar
from .markdown import MARKDOWN
from .pdf import PDF
from .plain_text import TEXT

FORMATS: tuple[Format, ...] = (TEXT, MARKDOWN, HTML, DOCX, PDF, EML)


def format_named(name: str) -> Format:
    """The format called ``name``: ``pdf``, ``text``. Raises ``InputError`` with the known names."""
    for known in FORMATS:
        if name.lower() == known.name:
            return known
    raise InputError(
        N_("There is no format '{name}'. There are: {known}."), name=name, known=", ".join(known.name for known in FORMATS),
    )


def format_for(file_name: str) -> Format:
    """The format that a file name asks for by its ending. Raises ``InputError`` with the known ones."""
    for known in FORMATS:
        if file_name.lower().endswith(known.suffix):
            return known
    raise InputError(
        N_("The file name '{name}' does not say which format to write. End it with one of: {known}."),
        name=file_name, known=", ".join(known.suffix for known in FORMATS),
    )


__all__ = [
    "FORMATS",
    "Format",
    "Remark",
    "Reminder",
    "Written",
    "format_for",
    "format_named",
    "write_calendar",
]
