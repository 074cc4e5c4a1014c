"""A line of text for the page templates: with places to break it, and with parts that run the other way."""

from __future__ import annotations

import re

from assistant.formats.direction import (
    END_ISOLATE,
    FIRST_STRONG_ISOLATE,
    LTR_ISOLATE,
    RTL_ISOLATE,
    Span,
    is_turned,
    spans,
)
from assistant.text import width

WIDE = 60
NARROW = 34
_CHUNK = 6
_LONE_JOINERS = re.compile(r"(?<!\w)[\u200c\u200d]+")
"""Joiners behind no letter: nobody sees them, and the engine takes them for a letter without a sign."""
_LINE = 100
"""Cells in a line of a table as wide as the page."""
_BOX = 30
"""Cells that are kept on one line where they run against it: a number, a name, an address."""

Cell = str | list[str] | dict[str, object]
"""Text; a long run in pieces with a place to break between them; ``parts``: cells one after the other; ``box``: a part
that runs the other way, on one line."""


def column(columns: int, wide: int) -> int:
    """Cells in a line of a table with so many columns."""
    return max(_CHUNK, min(NARROW, _LINE * wide // WIDE // columns - 2))


def cell(text: str, wide: int, *, right_to_left: bool) -> Cell:
    """One line of text in a paragraph of that direction, in a place that holds ``wide`` cells."""
    found = spans(_LONE_JOINERS.sub("", text), right_to_left=right_to_left)
    if not any(span.way for span in found):
        return breakable("".join(span.text for span in found), wide)
    return {"parts": [_part(span, wide) for span in found]}


def _part(span: Span, wide: int) -> Cell:
    if not span.way:
        return breakable(span.text, wide)
    rtl = span.way == "rtl"
    inner = cell(span.text, wide, right_to_left=True) if rtl else breakable(span.text, wide)
    if width(span.text) <= min(_BOX, wide - 2):
        return {"box": inner, "rtl": rtl}
    opening = (RTL_ISOLATE if is_turned(span.text) else FIRST_STRONG_ISOLATE) if rtl else LTR_ISOLATE
    return {"parts": [opening, inner, END_ISOLATE]}


def breakable(text: str, wide: int) -> str | list[str]:
    """``text``, in pieces where a run without a break would leave the page.

    The template joins pieces with nothing but a place to break: no character is added, so that a
    copied address or number stays whole.
    """
    if len(text) < wide:
        return text
    found: list[str] = []
    end = 0
    for run in re.finditer(rf"[^\s\u2e80-\U0003ffff-]{{{wide},}}", text):
        if text[end : run.start()]:
            found.append(text[end : run.start()])
        found += [run[0][at : at + _CHUNK] for at in range(0, len(run[0]), _CHUNK)]
        end = run.end()
    return [*found, text[end:]] if found else text
