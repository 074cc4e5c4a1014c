"""Brackets, quotation marks and small signs that belong to a part of a line which is set apart."""

from __future__ import annotations

import re

_PAIRS = dict(
    zip("([{«‹“‘„《〈「『【〔［｛（", ")]}»›”’“》〉」』】〕］｝）", strict=True),
)
_BACK = {closing: opening for opening, closing in _PAIRS.items() if opening not in "“„"}
_BEFORE = re.compile(r"(?:§?[§№][ \u00a0]?|[+#@€$£¥₽-])$")
_AFTER = re.compile(r"[%‰°+/#™®]|[ \u00a0\u202f][€$£¥₽%]")
_HAN_MARKS = re.compile(r"(?<=[\u3400-\u9fff》〉」』】〕）”’])[，。、；：！？…]+")
_SHORTENED = re.compile(r"(?:\b\w(?:\.\w)+|\b(?:Co|Inc|Ltd|Corp|Str|str|Nr|No|Art|Abs|Sp|Dr|Prof))$")
"""Words that end with a full stop of their own, as far as one can tell."""


def widened(text: str, start: int, stop: int, *, both: bool = True) -> tuple[int, int]:
    """The part of ``text`` with what belongs to it.

    That are signs beside a number, the partner of a bracket inside, and (``both``) a pair around the whole part: a bracket
    beside letters of its own direction is copied rightly out of a file.
    """
    if both and (sign := _BEFORE.search(text, max(0, start - 3), start)):
        start = sign.start()
    if both and (sign := _AFTER.match(text, stop)):
        stop = sign.end()
    if both and text[stop : stop + 1] == "." and _SHORTENED.search(text, start, stop):
        stop += 1
    start, stop = _balanced(text, start, stop)
    if both and (sign := _HAN_MARKS.match(text, stop)):
        stop = sign.end()
    while both and start and _PAIRS.get(text[start - 1]) == text[stop : stop + 1] != "":
        start, stop = start - 1, stop + 1
    return start, stop


def _balanced(text: str, start: int, stop: int) -> tuple[int, int]:
    """With the partners of brackets whose other half is inside, where they stand beside the part."""
    open_, missing = [], []
    for sign in text[start:stop]:
        if sign in _PAIRS:
            open_.append(sign)
        elif sign in _BACK:
            if open_ and _PAIRS[open_[-1]] == sign:
                open_.pop()
            else:
                missing.append(_BACK[sign])
    while open_ and text[stop : stop + 1] == _PAIRS[open_[-1]]:
        open_.pop()
        stop += 1
    while missing and start and text[start - 1] == missing[0]:
        missing.pop(0)
        start -= 1
    return start, stop
