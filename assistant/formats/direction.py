"""Which parts of a line run against it: a Chinese case number in an Arabic sentence, an Arabic name in a German one.

Left to themselves, brackets, full stops and the parts of a number jump to the other side of such a part (Unicode's
bidirectional algorithm sees single letters, not names). So each format sets these parts apart in its own way: text, Markdown
and PDF with isolates, HTML with ``bdi``, Word files with marks on both sides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from .pairs import widened

Way = Literal["", "ltr", "rtl"]
"""``""``: as the line runs."""

LTR_MARK, RTL_MARK = "\u200e", "\u200f"
LTR_ISOLATE, RTL_ISOLATE, FIRST_STRONG_ISOLATE, END_ISOLATE = "\u2066", "\u2067", "\u2068", "\u2069"

_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ARABIC_MARKS = "\u060c\u061b\u061f\u0640"
_FOREIGN_TO_RIGHT = re.compile("[LN](?:[^RA]*[LN])?M*")
_FOREIGN_TO_LEFT = re.compile("A*R(?:[^L]*[RA])?M*")
_PARTS = re.compile(r"\s(?=[(\[])|(?<=[)\]])\s|[:;]\s")
"""In a line from right to left: behind these, a number belongs to the line and not to the words before it."""
_COMMA = re.compile(r"[,;] | [·/|–] |[，、；：]")
_LISTED = re.compile(rf"{_COMMA.pattern}|\s(?=[(\[])|(?<=[)\]])\s")
"""In a line from left to right: what parts names from each other and from what is said about them."""
_SENTENCE, _LONG_SENTENCE = 5, 12
"""Words from which on a text is taken for a sentence and not for a name, or for names and addresses."""

_SIGN = "[€$£¥₽#]"
_SPACE = "[ \u00a0\u202f]"
_NUMBER = re.compile(
    rf"\+\d[\d ()/.\u00a0-]{{5,}}\d|\(?0\d[\d ()/.\u00a0-]{{4,}}\d"  # a telephone number
    rf"|(?:(?:{_SIGN}|[§№]){_SPACE}?|[+-])?(?:\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?|\**\d[\d*]*(?:[-/.,:][\d*]+)*)(?:{_SPACE}?(?:{_SIGN}|[%‰°]))?"
)
_ALONE = re.compile(r"[\d.,:/]+")
"""A number that runs rightly without help."""
_ARABIC_NUMBER = re.compile("\\+?[\u0660-\u0669]+(?:[- ]+[\u0660-\u0669]+)+")
_BETWEEN = re.compile("[-+ ]+")
_TELEPHONE = 7
"""Digits from which on parts of a number in Arabic digits are one number, and not a range."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a line, and how it runs where that is not as the line does."""

    text: str
    way: Way = ""


def has_right(text: str) -> bool:
    """Whether a text holds a letter that is written from right to left."""
    return not text.isascii() and _RIGHT.search(text) is not None


def is_turned(text: str) -> bool:
    """Whether a text in a letter from left to right is a sentence from right to left: more than a name, and its beginning."""
    if not has_right(text):
        return False
    kinds = _kinds(text)
    first = re.search("[RL]", kinds)
    if first is None or first[0] == "L" or kinds.count("R") <= 2 * kinds.count("L"):
        return False
    return len(re.findall("[RM]+", kinds)) >= (_LONG_SENTENCE if _COMMA.search(text) else _SENTENCE)


def spans(text: str, *, right_to_left: bool) -> tuple[Span, ...]:
    """The parts of one line of text in a paragraph of that direction. Together they are the text.

    In a number of Arabic digits marks are put behind its signs: its parts would stand in the wrong order without them.
    """
    if not (right_to_left or has_right(text)):
        return (Span(text),) if text else ()
    found = _to_right(text) if right_to_left else _to_left(text)
    return tuple(span for span in _filled(text, found) if span.text)


def marked(text: str, *, right_to_left: bool) -> str:
    """The text with isolates around the parts that run against it."""
    return "".join(_isolated(span) for span in spans(text, right_to_left=right_to_left))


def _isolated(span: Span) -> str:
    if not span.way:
        return span.text
    if span.way == "ltr":
        return f"{LTR_ISOLATE}{span.text}{END_ISOLATE}"
    opening = RTL_ISOLATE if is_turned(span.text) else FIRST_STRONG_ISOLATE
    return f"{opening}{marked(span.text, right_to_left=True)}{END_ISOLATE}"


def closed(lines: list[str]) -> list[str]:
    """Lines of one paragraph; an isolate that goes on in the next line is closed and opened again."""
    found: list[str] = []
    carried: list[str] = []
    for line in lines:
        begun = "".join(carried) + line
        for sign in line:
            if sign in (LTR_ISOLATE, RTL_ISOLATE, FIRST_STRONG_ISOLATE):
                carried.append(sign)
            elif sign == END_ISOLATE and carried:
                carried.pop()
        found.append(begun + END_ISOLATE * len(carried))
    return found


def _filled(text: str, found: Iterator[tuple[int, int, Way]]) -> Iterator[Span]:
    """The parts that were found, and those between them."""
    end = 0
    for start, stop, way in found:
        yield Span(text[end:start])
        part = text[start:stop]
        yield Span(_BETWEEN.sub(rf"\g<0>{LTR_MARK}", part) if _ARABIC_NUMBER.fullmatch(part) else part, way)
        end = stop
    yield Span(text[end:])


def _to_right(text: str) -> Iterator[tuple[int, int, Way]]:
    """In a line from right to left: words of other scripts, and numbers with signs."""
    kinds = _kinds(text)
    if not {"R", "A"} & set(kinds):
        run = _FOREIGN_TO_RIGHT.search(kinds)
        if run and ("L" in kinds or any(_needs(number[0]) for number in _NUMBER.finditer(text))):
            yield (len(text) - len(text.lstrip()), len(text.rstrip()), "ltr")
        return
    places: list[tuple[int, int]] = [
        number.span() for number in _ARABIC_NUMBER.finditer(text) if _is_telephone(number[0])
    ]
    for run in _FOREIGN_TO_RIGHT.finditer(kinds):
        places += _parted(text, kinds, *run.span())
    end = 0
    for start, stop in sorted(places):
        if start >= end:
            yield (start, stop, "ltr")
            end = stop


def _parted(text: str, kinds: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """One run of words and numbers, without numbers at its ends that belong to the line."""
    cuts = [start, *(cut.start() for cut in _PARTS.finditer(text, start, stop)), stop]
    lettered = [pair for pair in pairwise(cuts) if "L" in kinds[pair[0] : pair[1]]]
    if not lettered:
        yield from _numbers(text, start, stop)
        return
    first, last = _trimmed(kinds, lettered[0][0], lettered[-1][1])
    yield from _numbers(text, start, first)
    yield widened(text, first, last)
    yield from _numbers(text, last, stop)


def _trimmed(kinds: str, start: int, stop: int, ends: str = "OS") -> tuple[int, int]:
    """The same run without characters of the kinds ``ends`` at its ends."""
    inner = kinds[start:stop]
    return start + len(inner) - len(inner.lstrip(ends)), start + len(inner.rstrip(ends))


def _numbers(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Numbers that need help, with the signs that stand at them."""
    if start >= stop:
        return
    at = max(0, start - 2)
    for number in _NUMBER.finditer(text, at, min(len(text), stop + 2)):
        if number.end() > start and _needs(number[0]):
            yield widened(text, *number.span())


def _needs(number: str) -> bool:
    return _ALONE.fullmatch(number) is None


def _is_telephone(number: str) -> bool:
    digits = sum(sign.isdigit() for sign in number)
    return number.startswith("+") or digits >= _TELEPHONE or number.count("-") > 1


def _to_left(text: str) -> Iterator[tuple[int, int, Way]]:
    """In a line from left to right: names and sentences of the other direction."""
    kinds = _kinds(text)
    whole = (len(text) - len(text.lstrip()), len(text.rstrip()))
    if is_turned(text) or ("L" not in kinds and not _LISTED.search(text)):
        yield (*whole, "rtl")
        return
    for run in _FOREIGN_TO_LEFT.finditer(kinds):
        cuts = list(_LISTED.finditer(text, *run.span()))
        starts = [run.start(), *(cut.end() for cut in cuts)]
        stops = [*(cut.start() for cut in cuts), run.end()]
        for start, stop in zip(starts, stops, strict=True):
            if "R" in kinds[start:stop]:
                first, last = _trimmed(kinds, start, stop, "OSN")
                yield (*widened(text, first, last, both=False), "rtl")


def _kinds(text: str) -> str:
    """A sign for each character: L and R letters, N and A figures, M marks over letters, S spaces, O other."""
    return "".join(map(_kind, text))


@lru_cache(maxsize=8192)
def _kind(sign: str) -> str:
    if sign in _ARABIC_MARKS:
        return "R"
    known = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "A", "NSM": "M", "WS": "S"}
    return known.get(unicodedata.bidirectional(sign), "O")
