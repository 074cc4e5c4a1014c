"""Finds a record holder by name, brand, site, category or country, also with typing errors. 3,000 take milliseconds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_EXACT, _BEGINS, _HOLDS, _SIDE = 100.0, 96.0, 92.0, 86.0
_OURS = 0.5
_GUESSED = 4
_LONG = 6
"""Words shorter than the first are not taken for misspellings; from the second on two slips are forgiven, not one."""
_SLIP = 8.0


@dataclass(frozen=True)
class Listed:
    """One thing that can be found."""

    id: str
    names: tuple[str, ...]
    """Its name first, then brands and sites."""
    sites: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Categories and other words."""
    country: str | None = None
    ours: bool = False
    """Checked by us: stands before an imported one that fits as well."""


class Catalogue:
    """Many things, ready for quick look-ups."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self.listed = tuple(listed)
        self._names = [(at, plain(name)) for at, one in enumerate(self.listed) for name in one.names]
        self._words: dict[str, set[int]] = {}
        for at, name in self._names:
            for word in name.split():
                self._words.setdefault(word, set()).add(at)
        self._sides = [plain(" ".join((*one.sites, *one.words, one.id))) for one in self.listed]

    def find(self, text: str, country: str | None = None, limit: int = 12) -> tuple[str, ...]:
        """The ids that fit ``text`` best, best first; with ``country`` only those that sit there."""
        wanted = plain(text)
        if not wanted:
            return ()
        scores: dict[int, float] = {}
        for at, name in self._names:
            found = _likeness(wanted, name)
            if found > scores.get(at, 0.0):
                scores[at] = found
        words = wanted.split()
        for at, side in enumerate(self._sides):
            if all(word in side for word in words):
                scores[at] = max(scores.get(at, 0.0), _SIDE)
        if not any(score >= _HOLDS for score in scores.values()):
            self._guess(wanted, scores)
        ranked = sorted(
            (
                (score + _OURS * self.listed[at].ours, self.listed[at])
                for at, score in scores.items()
                if country is None or self.listed[at].country == country
            ),
            key=lambda pair: (-pair[0], len(pair[1].names[0]), pair[1].id),
        )
        return tuple(one.id for _, one in ranked[:limit])

    def _guess(self, wanted: str, scores: dict[int, float]) -> None:
        """Names in which every word of ``wanted`` stands, or one that looks like it."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found: dict[int, float] = {}
        words = wanted.split()
        for number, word in enumerate(words):
            here: dict[int, float] = {}
            slips = 0 if len(word) < _GUESSED else 1 if len(word) < _LONG else 2
            for near, off, _ in process.extract(
                word, self._words.keys(), scorer=OSA.distance, score_cutoff=slips, limit=40
            ):
                for at in self._words[near]:
                    here[at] = max(here.get(at, 0.0), 100 - _SLIP * off)
            found = {at: score + found.get(at, 0.0) for at, score in here.items() if not number or at in found}
        for at, total in found.items():
            scores[at] = max(scores.get(at, 0.0), total / len(words) * _SIDE / 100)


def _likeness(wanted: str, name: str) -> float:
    if wanted == name:
        return _EXACT
    if name.startswith(wanted):
        return _BEGINS
    return _HOLDS if f" {wanted}" in f" {name}" else 0.0


def plain(text: str) -> str:
    """Small letters and digits without accents, words parted by one space."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare))
