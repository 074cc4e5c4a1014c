"""A table for a spreadsheet program: text and nothing but text (CSV, RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from assistant.text import clean_line

SUFFIX = ".csv"
MEDIA_TYPE = "text/csv; charset=utf-8"
_BEGINS_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
"""What makes a spreadsheet program count instead of showing; the last four are full-width (T8)."""
_MARK = "\ufeff"
"""Tells spreadsheet programs that the file is UTF-8."""


def write_table(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as a file: every cell quoted, none of them a formula, one line for each row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        writer.writerow([cell(one) for one in row])
    return (_MARK + out.getvalue()).encode()


def cell(text: str) -> str:
    """The text of one cell; where a program could take it for a formula, an apostrophe stands before it."""
    line = clean_line(text)
    return f"'{line}" if line.lstrip().startswith(tuple(_BEGINS_A_FORMULA)) else line
