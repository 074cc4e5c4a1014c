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
_LEAST = 0.16
"""Below this score a situation is not offered."""
_STEMMERS = {"en": "english", "de": "german"}


@dataclass(frozen=True)
class Hit:
    """A situation that fits some words; ``score`` lies between 0 and 1."""

    id: str
    score: float


@dataclass(frozen=True)
class _Phrase:
    situation: str
    terms: frozenset[str]


@dataclass(frozen=True)
class Index:
    """The searchable words of all situations in one language."""

    locale: str
    phrases: tuple[_Phrase, ...]
    weights: Mapping[str, float]
    """How much a term tells: rare terms more than common ones."""
    short: tuple[str, ...]

    @cached_property
    def _total(self) -> dict[str, frozenset[str]]:
        total: dict[str, set[str]] = {}
        for phrase in self.phrases:
            total.setdefault(phrase.situation, set()).update(phrase.terms)
        return {name: frozenset(terms) for name, terms in total.items()}

    def find(self, text: str) -> list[Hit]:
        """Situations that fit ``text``, best first."""
        wanted = {term: self._known(term) for term in terms(text, self.locale)}
        full = sum(self._weight(term) for term in wanted)
        if not full:
            return []
        best: dict[str, float] = {}
        for phrase in self.phrases:
            share = self._share(wanted, phrase.terms) / full
            if share:
                focus = len({k for near in wanted.values() for k in near} & phrase.terms) / len(phrase.terms)
                best[phrase.situation] = max(best.get(phrase.situation, 0.0), share * (0.7 + 0.3 * min(1.0, focus)))
        scored = (
            Hit(name, round(0.7 * score + 0.3 * self._share(wanted, self._total[name]) / full, 3))
            for name, score in best.items()
        )
        return sorted((hit for hit in scored if hit.score >= _LEAST), key=lambda hit: (-hit.score, hit.id))

    def _weight(self, term: str) -> float:
        return self.weights.get(term, max(self.weights.values(), default=1.0) * 0.6)

    def _known(self, term: str) -> dict[str, float]:
        """Terms of ours that ``term`` may stand for, with how sure that is."""
        if term in self.weights:
            return {term: 1.0}
        if len(term) < 4 or _HAN.search(term):  # noqa: PLR2004 - too short to guess at
            return {}
        from rapidfuzz import fuzz, process

        near = process.extract(term, self.short, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3)
        return {name: (score / 100) ** 2 for name, score, _ in near}

    def _share(self, wanted: Mapping[str, Mapping[str, float]], there: frozenset[str]) -> float:
        return sum(
            self._weight(term) * max((sure for name, sure in near.items() if name in there), default=0.0)
            for term, near in wanted.items()
        )


def index(situations: Iterable[Situation], locale: str) -> Index:
    """Build the index of ``situations``, whose texts are in ``locale``."""
    phrases = [
        _Phrase(one.id, found)
        for one in situations
        for line in (one.title, *one.words.splitlines(), one.summary)
        if (found := frozenset(terms(line, locale)))
    ]
    holders: dict[str, set[str]] = {}
    for phrase in phrases:
        for term in phrase.terms:
            holders.setdefault(term, set()).add(phrase.situation)
    many = len({phrase.situation for phrase in phrases})
    weights = {term: math.log(1 + many / len(found)) for term, found in holders.items()}
    return Index(locale, tuple(phrases), weights, tuple(sorted(t for t in weights if not _HAN.search(t))))


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
