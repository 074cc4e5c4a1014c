"""Situations by plain words: word forms, typing errors, Chinese without spaces."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from assistant.lexicon import lexicon
from assistant.model import Situation

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SENTENCE = re.compile(r"(?<=[.?!。？！])\s*")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_INSIDE = re.compile(r"(?<=[^\W\d_])['’ʼ](?=[^\W\d_])")
"""An apostrophe inside a word: ``dang'an`` and ``dangan`` are one word."""
_TELLING = 3
"""Numbers with fewer digits tell nothing."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""Nor do years."""
_ALIKE = 80
"""From this similarity (of 100) on, a word counts as a misspelling of another."""
_GUESSED = 4
"""Words shorter than this are not taken for misspellings."""
_DOUBTED = 0.5
"""How sure a term of one situation alone is, where it looks like a common word misspelt."""
_MANY = 6
"""Terms that so many situations share are common words."""
_LEAST = 0.12
"""Below this score a situation is not offered."""
_HALF = 12.0
"""The sum of evidence at which the score is one half."""
_SOON, _LONG = 1.2, 0.5
"""The usual constants of the ranking function BM25: how soon a repeated term stops to tell more, and how much
a long description is held against a situation."""
_PHRASE = 1.5
"""How much the likeness to one whole phrase tells, beside all terms of a situation together."""
_COMPOUNDS = frozenset({"de"})
"""Languages that write compounds as one word."""
_COMPOUND = 7
"""Words shorter than this are not taken apart."""
_PART = 0.6
"""How sure a part of a compound is."""
_SINGLE = 0.6
"""How much a single Chinese character tells, against two neighbours of the same rarity."""
_GUESSES = 60
"""More strange words than these are not looked up one by one: it would take seconds."""


class _Stemmer(Protocol):
    """What is used of a stemmer."""

    def stemWord(self, word: str, /) -> str:  # noqa: N802 - the library's name
        """The stem of a word."""
        ...


@dataclass(frozen=True)
class Hit:
    """A situation that fits some words; ``score`` lies between 0 and 1."""

    id: str
    score: float


@dataclass(frozen=True)
class Index:
    """The searchable words of all situations in one language.

    Situations are ranked by BM25 over all their phrases, and by the phrase that comes nearest to the story.
    """

    locale: str
    holders: tuple[str, ...]
    """The situation of each phrase."""
    spans: tuple[float, ...]
    """The weight of each phrase, as the length of a vector."""
    places: Mapping[str, tuple[int, ...]]
    """Term to the phrases that hold it."""
    counts: Mapping[str, Mapping[str, float]]
    """Term to the situations that hold it, with what BM25 gives for it there, before the term's weight."""
    weights: Mapping[str, float]
    """How much a term tells: rare terms more than common ones."""
    short: tuple[str, ...]
    """Terms that a misspelt word may stand for."""

    def find(self, text: str) -> list[Hit]:
        """Situations that fit ``text``, best first."""
        whole: dict[str, float] = {}
        phrases: dict[int, float] = {}
        for known in self._meant(text).values():
            for name, sure in known:
                weight = sure * self.weights[name]
                for holder, count in self.counts[name].items():
                    whole[holder] = whole.get(holder, 0.0) + weight * count
                for place in self.places[name]:
                    phrases[place] = phrases.get(place, 0.0) + weight
        nearest: dict[str, float] = {}
        for place, gain in phrases.items():
            holder = self.holders[place]
            nearest[holder] = max(nearest.get(holder, 0.0), gain / self.spans[place])
        sums = {name: gain + _PHRASE * nearest[name] for name, gain in whole.items()}
        hits = (Hit(name, round(found / (found + _HALF), 3)) for name, found in sums.items())
        return sorted((hit for hit in hits if hit.score >= _LEAST), key=lambda hit: (-hit.score, hit.id))

    def knows(self, text: str) -> float:
        """Which part of the words is known here, from 0 to 1: tells whether this is the language."""
        meant = self._meant(text)
        return sum(max((sure for _, sure in known), default=0.0) for known in meant.values()) / max(1, len(meant))

    def _meant(self, text: str) -> dict[str, list[tuple[str, float]]]:
        """What each term of ``text`` stands for. A very long text is not guessed at to its end."""
        found: dict[str, list[tuple[str, float]]] = {}
        guessed = 0
        for term in sorted(terms(text, self.locale)):
            strange = term not in self.weights
            guessed += strange
            found[term] = self._known(term) if not strange or guessed <= _GUESSES else []
        return found

    def _known(self, term: str) -> list[tuple[str, float]]:
        """The terms that ``term`` stands for, with how sure that is."""
        if term in self.weights:
            slips = self._slips(term)
            return [(term, _DOUBTED if slips else 1.0), *slips]
        if len(term) < _GUESSED or _HAN.search(term):
            return []
        if term not in self._guesses:
            from rapidfuzz import fuzz, process

            near = process.extract(term, self.short, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3)
            self._guesses[term] = [(name, (score / 100) ** 2) for name, score, _ in near] or self._parts(term)
        return self._guesses[term]

    def _slips(self, term: str) -> list[tuple[str, float]]:
        """Common terms that a term of one situation alone may be a misspelling of: ``cort`` in ``El Corte``."""
        if len(term) < _GUESSED or _HAN.search(term) or len(self.counts[term]) > 1:
            return []
        if term not in self._guesses:
            from rapidfuzz import fuzz, process

            near = process.extract(term, self._common, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=2)
            self._guesses[term] = [(name, (score / 100) ** 2) for name, score, _ in near]
        return self._guesses[term]

    def _parts(self, term: str) -> list[tuple[str, float]]:
        """Known words that a compound begins or ends with, in a language that writes compounds as one word."""
        if self.locale.partition("_")[0] not in _COMPOUNDS or len(term) < _COMPOUND:
            return []
        ends = [name for name in self.short if len(name) >= _GUESSED and (term.startswith(name) or term.endswith(name))]
        return [(name, _PART) for name in sorted(ends, key=len, reverse=True)[:3]]

    @cached_property
    def _common(self) -> tuple[str, ...]:
        """Terms that many situations share."""
        return tuple(term for term in self.short if len(self.counts[term]) >= _MANY)

    @cached_property
    def _guesses(self) -> dict[str, list[tuple[str, float]]]:
        return {}


def index(situations: Iterable[Situation], locale: str) -> Index:
    """Build the index of ``situations``, whose texts are in ``locale``."""
    phrases = [
        (one.id, found)
        for one in situations
        for line in (one.title, *one.words.splitlines(), *_SENTENCE.split(one.summary))
        if (found := terms(line, locale))
    ]
    places: dict[str, list[int]] = {}
    lengths: dict[str, int] = {}
    for place, (holder, found) in enumerate(phrases):
        lengths[holder] = lengths.get(holder, 0) + len(found)
        for term in found:
            places.setdefault(term, []).append(place)
    mean = sum(lengths.values()) / max(1, len(lengths))
    weights: dict[str, float] = {}
    counts: dict[str, dict[str, float]] = {}
    for term, where in places.items():
        often: dict[str, int] = {}
        for place in where:
            often[phrases[place][0]] = often.get(phrases[place][0], 0) + 1
        rare = math.log(1 + (len(lengths) - len(often) + 0.5) / (len(often) + 0.5))
        weights[term] = rare * (_SINGLE if len(term) == 1 and _HAN.match(term) else 1.0)
        counts[term] = {
            name: number * (_SOON + 1) / (number + _SOON * (1 - _LONG + _LONG * lengths[name] / mean))
            for name, number in often.items()
        }
    return Index(
        locale,
        tuple(name for name, _ in phrases),
        tuple(math.sqrt(sum(weights[term] for term in found)) for _, found in phrases),
        {term: tuple(where) for term, where in places.items()},
        counts,
        weights,
        tuple(sorted(term for term in weights if not _HAN.search(term))),
    )


def terms(text: str, locale: str) -> set[str]:
    """Words without endings, accents and case; Chinese as characters and as neighbours in pairs."""
    plain = _INSIDE.sub("", unicodedata.normalize("NFKC", text).casefold())
    found: set[str] = set()
    for run in _WORD.findall(plain):
        if _HAN.search(run):
            han = "".join(_HAN.findall(run))
            found |= {han[i : i + 2] for i in range(len(han) - 1)} | set(han)
        elif not run.isdigit() or (len(run) >= _TELLING and not _YEAR.fullmatch(run)):
            found.add(_stem(run, locale))
    return found - stop_words(locale)


@lru_cache
def stop_words(locale: str) -> frozenset[str]:
    """Words that tell nothing in a language, as they look after stemming."""
    return frozenset(word if _HAN.search(word) else _stem(word, locale) for word in lexicon(locale).meaning("stop"))


def has_han(text: str) -> bool:
    """Whether there is Chinese in ``text``."""
    return bool(_HAN.search(text))


@lru_cache(maxsize=20_000)
def _stem(word: str, locale: str) -> str:
    stemmer = _stemmer(locale.partition("_")[0])
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return str(stemmer.stemWord(bare)) if stemmer else bare


@lru_cache
def _stemmer(language: str) -> _Stemmer | None:
    """The stemmer of a language, by its English name; ``None`` where there is none."""
    import snowballstemmer
    from babel import Locale, UnknownLocaleError

    try:
        name = (Locale.parse(language).get_language_name("en") or "").casefold()
    except (UnknownLocaleError, ValueError):
        return None
    found: _Stemmer | None = snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None
    return found
