"""Formats: a finished document goes in, bytes come out.

``FORMATS`` is the register. A new format is a module with ``render`` and one line here; a module is loaded
when its first document is written.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from assistant.model import N_, Document, InputError

from .base import Format, Remark, Written
from .ics import Reminder, write_calendar


def _from(module: str) -> Callable[[Document], Written]:
    """``render`` of a module here, which is loaded when the first document is written."""

    def render(document: Document) -> Written:
        made = import_module(f".{module}", __name__).render(document)
        if not isinstance(made, Written):  # pragma: no cover - every module here gives one
            raise TypeError(module)
        return made

    return render


FORMATS: tuple[Format, ...] = (
    Format("text", ".txt", "text/plain; charset=utf-8", _from("plain_text")),
    Format("markdown", ".md", "text/markdown; charset=utf-8", _from("markdown")),
    Format("html", ".html", "text/html; charset=utf-8", _from("html")),
    Format("docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _from("docx")),
    Format("pdf", ".pdf", "application/pdf", _from("pdf")),
    Format("eml", ".eml", "message/rfc822", _from("eml")),
)


def format_named(name: str) -> Format:
    """The format called ``name``: ``pdf``, ``text``. Raises ``InputError`` with the known names."""
    for known in FORMATS:
        if name.lower() == known.name:
            return known
    raise InputError(
        N_("There is no format '{name}'. There are: {known}."),
        name=name,
        known=", ".join(known.name for known in FORMATS),
    )


def format_for(file_name: str) -> Format:
    """The format that a file name asks for by its ending. Raises ``InputError`` with the known ones."""
    for known in FORMATS:
        if file_name.lower().endswith(known.suffix):
            return known
    raise InputError(
        N_("The file name '{name}' does not say which format to write. End it with one of: {known}."),
        name=file_name,
        known=", ".join(known.suffix for known in FORMATS),
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
