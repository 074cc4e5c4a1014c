"""Characters that no PDF of ours can show: named, with the place where they stand. Never a box in a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.formats.flow import Sheet
from assistant.model import N_, Document, InputError
from assistant.text import private_use, show

_MISSING = N_(
    "The fonts for PDF have no sign for {characters}. It stands in: {place}. "
    "Write it in another way, or choose docx or html."
)
_PRIVATE = N_(
    "{characters} is a private character: every computer shows another sign for it, or none. It stands in: {place}. "
    "Leave a gap there, and write it by hand."
)
_AROUND = 20
"""Characters that are quoted before and after."""
_TOLD = 5


def refuse_private(document: Document) -> None:
    """Raise ``InputError`` where a document holds a private-use character, which would be lost without a word."""
    lines = [line for block in document.blocks for line in (*block.lines, *block.beside)]
    found = private_use("".join(lines))
    if found:
        raise InputError(_PRIVATE, characters=_named(found[:_TOLD]), place=_place(found[0], lines))


def missing(ready: Sheet, texts: Sequence[str]) -> InputError:
    """What to say where our fonts lack ``texts``."""
    sides = (side for piece in ready.pieces for side in (piece.text, piece.beside) if side)
    lines = [" ".join(row) for side in sides for row in side.rows]
    return InputError(_MISSING, characters=_named(texts), place=_place(texts[0], lines))


def _named(texts: Sequence[str]) -> str:
    """Each with its numbers, which can be looked up."""
    return ", ".join(f"{show(text)[:8]} ({' '.join(f'U+{ord(sign):04X}' for sign in text[:4])})" for text in texts)


def _place(text: str, lines: Iterable[str]) -> str:
    """The words around the character, as the person wrote them."""
    for line in lines:
        at = line.find(text)
        if at >= 0:
            start, stop = max(0, at - _AROUND), at + len(text) + _AROUND
            words = re.sub(r"\s+", " ", line[start:stop]).strip()
            return f"“{'…' if start else ''}{show(words)}{'…' if stop < len(line) else ''}”"
    return "–"
