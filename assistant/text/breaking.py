"""Where a line may end: at spaces, and between Han letters, with the marks kept where they belong.

No line begins with a mark that closes (``，。）``) or ends with one that opens (``（《``). A number stays
whole, and so does the Han letter that counts with it (``2026年``).
"""

from __future__ import annotations

import re

from .width import width

_HAN = (
    "\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003fffd"
)
_OPENS = r"（《〈「『【〔［｛“‘〝﹁﹃(\["
_CLOSES = r"，。、；：！？）》〉」』】〕］｝”’〞﹂﹄％‰…—·‧・．,.;:!?)\]%"
_OTHER = rf"[^ \t{_HAN}\u3000-\u3004\u3008-\u303f\uff00-\uffef]"
"""Letters and signs of scripts that part words by spaces; quotes and brackets inside words stay there."""
_PIECE = re.compile(rf"(?:[{_OPENS}]*(?:[0-9]+[{_HAN}]|[{_HAN}]|{_OTHER}+)[{_CLOSES}]*|[{_OPENS}]+|[^ \t]|^)[ \t]*")


def breaks(text: str, cells: int) -> list[int]:
    """The places in one line of ``text`` at which a new line begins, for a width of ``cells``.

    Spaces stay at the end of the line before. What is longer than a whole line is cut where it is full.
    """
    if width(text) <= cells:
        return []
    places: list[int] = []
    used = 0
    for piece in _PIECE.finditer(text):
        told = piece.group()
        bare = width(told.rstrip(" \t"))
        if used and used + bare > cells:
            places.append(piece.start())
            used = 0
        if bare > cells:
            cuts, used = _cuts(told, piece.start(), cells)
            places += cuts
        else:
            used += width(told)
    return places


def _cuts(piece: str, start: int, cells: int) -> tuple[list[int], int]:
    """Where to cut a piece that is longer than a line, and how much of the last line it takes."""
    places: list[int] = []
    used = 0
    for at, letter in enumerate(piece, start):
        size = width(letter)
        if used and used + size > cells and letter not in " \t":
            places.append(at)
            used = 0
        used += size
    return places, used
