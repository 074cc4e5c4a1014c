"""Situations by plain words: word forms, typing errors, Chinese without spaces."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.model import Situation

_WORD = re.compile(r"[^\W\d_]+|\d+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_ALIKE = 80
"""From this similarity (of 100) on, a word counts as a misspelling of another."""
_GUESSED = 4
"""Words shorter than this are not taken for misspellings."""
_LEAST = 0.16
"""Below this score a situation is not offered."""
_STEMMERS = {"en": "english", "de": "german"}


@dataclass(frozen=True)
class Hit:
    """A situation that fits some words; ``score`` lies between 0 and 1."""

    id: str
    score: float


@dataclass(frozen=True)
class Index:
    """The searchable words of all situations in one language."""

    locale: str
    holders: tuple[str, ...]
    """The situation of each phrase."""
    sizes: tuple[int, ...]
    """The number of terms in each phrase."""
    places: Mapping[str, tuple[int, ...]]
    """Term to the phrases that hold it."""
    weights: Mapping[str, float]
    """How much a term tells: rare terms more than common ones."""
    short: tuple[str, ...]
    """Terms that a misspelt word may stand for."""

    def find(self, text: str) -> list[Hit]:
        """Situations that fit ``text``, best first."""
        wanted = terms(text, self.locale)
        full = sum(self._weight(term) for term in wanted)
        phrases: dict[int, list[float]] = {}
        whole: dict[str, dict[str, float]] = {}
        for term in wanted:
            for place, sure in self._where(term).items():
                phrases.setdefault(place, []).append(sure * self._weight(term))
                gained = whole.setdefault(self.holders[place], {})
                gained[term] = max(gained.get(term, 0.0), sure * self._weight(term))
        best: dict[str, float] = {}
        for place, gains in phrases.items():
            score = sum(gains) / full * (0.7 + 0.3 * min(1.0, len(gains) / self.sizes[place]))
            best[self.holders[place]] = max(best.get(self.holders[place], 0.0), score)
        hits = (Hit(name, round(0.7 * best[name] + 0.3 * sum(whole[name].values()) / full, 3)) for name in best)
        return sorted((hit for hit in hits if hit.score >= _LEAST), key=lambda hit: (-hit.score, hit.id))

    def _weight(self, term: str) -> float:
        return self.weights.get(term, self._strange)

    @cached_property
    def _strange(self) -> float:
        """The weight of a word we do not know: it tells something, but nothing to us."""
        return max(self.weights.values(), default=1.0) * 0.6

    def _where(self, term: str) -> dict[int, float]:
        """The phrases that hold ``term``, or what it may be a misspelling of, with how sure that is."""
        found: dict[int, float] = {}
        for name, sure in self._known(term):
            for place in self.places[name]:
                found[place] = max(found.get(place, 0.0), sure)
        return found

    def _known(self, term: str) -> list[tuple[str, float]]:
        if term in self.weights:
            return [(term, 1.0)]
        if len(term) < _GUESSED or _HAN.search(term):
            return []
        from rapidfuzz import fuzz, process

        near = process.extract(term, self.short, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3)
        return [(name, (score / 100) ** 2) for name, score, _ in near]


def index(situations: Iterable[Situation], locale: str) -> Index:
    """Build the index of ``situations``, whose texts are in ``locale``."""
    phrases = [
        (one.id, found)
        for one in situations
        for line in (one.title, *one.words.splitlines(), one.summary)
        if (found := terms(line, locale))
    ]
    places: dict[str, list[int]] = {}
    for place, (_, found) in enumerate(phrases):
        for term in found:
            places.setdefault(term, []).append(place)
    many = len({name for name, _ in phrases})
    weights = {term: math.log(1 + many / len({phrases[at][0] for at in where})) for term, where in places.items()}
    return Index(
        locale,
        tuple(name for name, _ in phrases),
        tuple(len(found) for _, found in phrases),
        {term: tuple(where) for term, where in places.items()},
        weights,
        tuple(sorted(term for term in weights if not _HAN.search(term))),
    )


def terms(text: str, locale: str) -> set[str]:
    """Words without endings, accents and case; Chinese as single characters' neighbours in pairs."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    found: set[str] = set()
    for run in _WORD.findall(plain):
        if _HAN.search(run):
            han = "".join(_HAN.findall(run))
            found |= {han[i : i + 2] for i in range(len(han) - 1)} or {han}
        else:
            found.add(_stem(run, locale))
    return found - _STOP.get(locale.partition("_")[0], frozenset())


def has_han(text: str) -> bool:
    """Whether there is Chinese in ``text``."""
    return bool(_HAN.search(text))


@lru_cache(maxsize=20_000)
def _stem(word: str, locale: str) -> str:
    import snowballstemmer

    name = _STEMMERS.get(locale.partition("_")[0])
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return str(snowballstemmer.stemmer(name).stemWord(bare)) if name else bare


_STOP = {
    "en": frozenset(
        [
            "a",
            "an",
            "the",
            "i",
            "im",
            "am",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "my",
            "me",
            "mine",
            "we",
            "our",
            "it",
            "its",
            "this",
            "that",
            "these",
            "those",
            "to",
            "of",
            "in",
            "on",
            "at",
            "for",
            "from",
            "with",
            "and",
            "or",
            "but",
            "so",
            "as",
            "by",
            "do",
            "doe",
            "did",
            "have",
            "has",
            "had",
            "i'm",
            "not",
            "no",
            "can",
            "t",
            "s",
            "what",
            "who",
            "how",
            "when",
            "there",
            "they",
            "them",
            "their",
            "he",
            "she",
            "his",
            "her",
            "you",
            "your",
        ]
    ),
    "de": frozenset(
        [
            "ich",
            "bin",
            "ist",
            "sind",
            "war",
            "die",
            "der",
            "das",
            "den",
            "dem",
            "des",
            "ein",
            "ein",
            "eine",
            "mein",
            "mir",
            "mich",
            "wir",
            "uns",
            "es",
            "zu",
            "zum",
            "zur",
            "von",
            "vom",
            "im",
            "in",
            "an",
            "am",
            "auf",
            "fur",
            "mit",
            "und",
            "oder",
            "aber",
            "so",
            "als",
            "bei",
            "hab",
            "habe",
            "hat",
            "hatt",
            "nicht",
            "kein",
            "was",
            "wer",
            "wie",
            "wenn",
            "da",
            "sie",
            "er",
            "ihr",
        ]
    ),
    "zh": frozenset({"我的", "了我", "我在"}),
}
"""Words that tell nothing, as they look after stemming."""
