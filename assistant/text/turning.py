"""Lines from right to left, for terminals that do not turn them round themselves.

A terminal that knows nothing of direction shows Arabic letters apart and backwards. Here a line is put into the order in
which it is seen (Unicode's bidirectional algorithm), with its letters joined (presentation forms). No letters are made
one, so that the line keeps its width. What is turned is for the eye only: it is never saved, copied or compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from .width import width

Turning = Literal["program", "terminal"]
"""Who puts a line into the order in which it is seen."""

TURNINGS: tuple[Turning, ...] = ("program", "terminal")
_STRONG = ("R", "AL")
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_TOKEN = re.compile(
    rf"(?<![\w{_RIGHT}])(?:--?[A-Za-z]|[+（(]?\w)[^\s{_RIGHT}]*[-/.:@_（）()〔〕+][^\s{_RIGHT}]*[^\s{_RIGHT}.,:;!?()（）،؛؟]"
)
"""Days as 2026-11-07, numbers of cases and telephones, addresses, options: by Unicode's rules 07-11-2026 would be seen."""
_TELEPHONE = re.compile(r"\+[0-9][0-9 ()/-]{4,}[0-9]")
_BRACKETS = re.compile(
    rf"[(（\[〔「『《«“‘⟦][^{_RIGHT}()（）\[\]]*[A-Za-z\u0370-\u058f\u3000-\u9fff][^{_RIGHT}()（）\[\]]*[)）\]〕」』》»”’⟧]"
)
"""A foreign term in brackets, with its brackets."""
_TURN_THEMSELVES = ("KONSOLE_VERSION", "MLTERM", "VTE_VERSION")
"""Set by terminals that turn lines round: Konsole, mlterm, and those of GNOME."""


def who_turns(environment: Mapping[str, str]) -> Turning:
    """Who should turn lines here, as far as the surroundings tell. A terminal cannot be asked; ``RECOURSE_TURN`` says it.

    Inside tmux or screen nobody knows which terminal shows the lines: then the program does it.
    """
    said = environment.get("RECOURSE_TURN", "")
    if said in TURNINGS:
        return "program" if said == "program" else "terminal"
    if environment.get("TMUX") or environment.get("STY"):
        return "program"
    if environment.get("TERM_PROGRAM") in ("Apple_Terminal", "mintty"):
        return "terminal"
    return "terminal" if any(environment.get(name) for name in _TURN_THEMSELVES) else "program"


def who_turns_pages(environment: Mapping[str, str]) -> Turning:
    """The same for the full screen: terminals of the GNOME kind can be told to leave lines as they are."""
    if environment.get("VTE_VERSION") and environment.get("RECOURSE_TURN") not in TURNINGS:
        return "program"
    return who_turns(environment)


def has_right_to_left(text: str) -> bool:
    """Whether a line holds a letter that is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(sign) in _STRONG for sign in text)


def starts_right_to_left(text: str) -> bool:
    """Whether the first letter of a text is one that is written from right to left."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in _STRONG:
            return True
        if kind == "L":
            return False
    return False


def turned(line: str, *, right_to_left: bool) -> str:
    """``line`` as it is seen, in a paragraph of that direction."""
    return "".join(seen for seen, _at in seen_order(line, right_to_left=right_to_left))


def as_seen(paragraph: str, columns: int) -> str:
    """The lines of one paragraph, broken already, as they are seen. One from right to left begins at the right edge."""
    if not has_right_to_left(paragraph):
        return paragraph
    right = starts_right_to_left(paragraph)
    lines = [turned(line, right_to_left=right) for line in paragraph.split("\n")]
    return "\n".join(" " * max(0, columns - width(line)) + line if right else line for line in lines)


@lru_cache(maxsize=4096)
def seen_order(line: str, *, right_to_left: bool) -> tuple[tuple[str, int], ...]:
    """The signs of ``line`` in the order in which they are seen, each with where it stands in ``line``.

    A sign with marks above or below it is one. Brackets are mirrored where they must be.
    """
    shaped = _joined(line)
    clusters = list(_clusters(line))
    order = _order([line[first] for first, _end in clusters], right_to_left=right_to_left)
    seen = []
    for at, mirror in order:
        first, end = clusters[at]
        seen.append(((mirror or shaped[first]) + shaped[first + 1 : end], first))
    return tuple(seen)


def _clusters(line: str) -> Iterator[tuple[int, int]]:
    """Where each sign begins and ends, with the marks that belong to it."""
    start = 0
    for at in range(1, len(line) + 1):
        if at == len(line) or unicodedata.bidirectional(line[at]) != "NSM":
            yield start, at
            start = at


def _joined(line: str) -> str:
    """The same line with the forms that letters have beside each other; the line itself where that changes its length."""
    if not any("\u0600" <= sign <= "\u06ff" for sign in line):
        return line
    shaped = str(_shaper().reshape(line))
    return shaped if len(shaped) == len(line) else line


@lru_cache(maxsize=1)
def _shaper():  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library has no types
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(
        {"support_ligatures": False, "delete_harakat": False, "delete_tatweel": False, "shift_harakat_position": False}
    )


def _kept(line: str) -> Iterator[tuple[int, int]]:
    """From where to where a line must not be turned: what a person compares with a paper, sign by sign."""
    for pattern in (_TOKEN, _TELEPHONE, _BRACKETS):
        for match in pattern.finditer(line):
            yield match.span()


def _order(signs: list[str], *, right_to_left: bool) -> Iterator[tuple[int, str | None]]:
    """By Unicode's algorithm: which sign is seen where, and its mirror image where it has one."""
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(right_to_left)
    storage["base_dir"] = "R" if right_to_left else "L"
    algorithm.get_embedding_levels("".join(signs), storage)
    for at, char in enumerate(storage["chars"]):
        char["at"] = at
    for first, end in _kept("".join(signs)):
        for char in storage["chars"][first:end]:
            char["type"] = char["orig"] = "L"
    for step in (
        algorithm.explicit_embed_and_overrides,
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
        algorithm.reorder_resolved_levels,
        algorithm.apply_mirroring,
    ):
        step(storage, False)
    for char in storage["chars"]:
        sign = signs[char["at"]]
        yield char["at"], (char["ch"] if char["ch"] != sign else None)
