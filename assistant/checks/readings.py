"""Which reading of a source covers an article that a record cites, and how that article was checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.model import MARKS, Mark, Source

_PARTS = re.compile(r"\s*(?:,|;|\band\b|\bwith\b)\s*(?![^(]*\))")
_UNIT = re.compile(
    r"^(?P<unit>points?|pts?\.?|items?|chapters?|annex|arts?\.?|articles?|no\.)\s*(?P<rest>.+)$", re.IGNORECASE
)
_NUMBER = re.compile(r"^(?P<number>\d+)(?P<more>.*)$")
_RANGE = re.compile(r"^(?P<first>\d+)(?:\([^)]*\))*\s*[-–]\s*(?P<last>\d+)(?:\([^)]*\))*$")
_REST = "all others"
_ARTICLE = ("art", "article")


@dataclass(frozen=True)
class Part:
    """One article, or a run of articles, of a written list."""

    unit: str
    """``""`` for articles, else ``point``, ``chapter`` …"""
    first: int | None
    last: int | None
    more: str
    """What follows the number: ``(1)(a)``, ``a``; or the whole where there is no number."""

    def holds(self, other: Part) -> bool:
        """Whether this part of a reading covers ``other``, an article that is cited."""
        if self.unit != other.unit:
            return False
        if self.first is None or other.first is None or self.last is None or other.last is None:
            return self.more == other.more and self.first == other.first
        if self.first != self.last or other.first != other.last:
            return self.first <= other.first and other.last <= self.last
        same = self.first == other.first
        return same and (other.more.startswith(self.more) or self.more.startswith(other.more))


def parts(written: str) -> Iterator[Part]:
    """The parts of ``1-13, 24(3)`` or ``points 14, 15``: a unit holds until the next one."""
    unit = ""
    for one in _PARTS.split(written.strip()):
        named = _UNIT.match(one)
        text = one
        if named is not None:
            unit, text = named["unit"].lower().rstrip(".s"), named["rest"]
            unit = "" if unit in _ARTICLE else {"pt": "point"}.get(unit, unit)
        if text:
            yield _part(unit, text)


def _part(unit: str, text: str) -> Part:
    run = _RANGE.match(text)
    if run is not None:
        return Part(unit, int(run["first"]), int(run["last"]), "")
    single = _NUMBER.match(text)
    if single is not None:
        number = int(single["number"])
        return Part(unit, number, number, single["more"].strip())
    return Part(unit, None, None, text)


def overlap(one: str, other: str) -> bool:
    """Whether two written places have an article, or a part of one, in common."""
    return any(a.holds(b) or b.holds(a) for a in parts(one) for b in parts(other))


def mark_of(source: Source, article: str) -> tuple[Mark | None, str]:
    """How ``article`` was checked: the least sure mark of its parts, and the part it belongs to.

    ``None`` where no reading covers the part. An empty article is the source as a whole: its surest
    reading counts.
    """
    if not article:
        return min((one.mark for one in source.readings), key=MARKS.index), ""
    found: list[tuple[Mark | None, str]] = [(_mark(source, part), written) for written, part in _written(article)]
    missing = next(((mark, written) for mark, written in found if mark is None), None)
    return missing or max(found, key=lambda one: MARKS.index(one[0] or "unverified"))


def _written(article: str) -> Iterator[tuple[str, Part]]:
    for part in parts(article):
        number = "" if part.first is None else str(part.first)
        until = "" if part.last in (None, part.first) else f"-{part.last}"
        yield f"{part.unit} {number}{until}{part.more}".strip(), part


def _mark(source: Source, part: Part) -> Mark | None:
    exact = [one.mark for one in source.readings if one.articles not in ("*", _REST) and _covers(one.articles, part)]
    if exact:
        return max(exact, key=MARKS.index) if len(set(exact)) > 1 and not part.more else min(exact, key=MARKS.index)
    return next((one.mark for one in source.readings if one.articles in ("*", _REST)), None)


def _covers(articles: str, part: Part) -> bool:
    return any(one.holds(part) for one in parts(articles))
