"""Terms of art are translated as agreed: one word for one thing, the one that courts and authorities use."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.model import N_
from assistant.translating.glossary import Term, terms

from .finding import Finding, Rooms, found
from .spoken import Entry, Language, languages

_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = frozenset({"zh_Hans", "zh_Hant", "ja", "th"})
_NEEDED = 4
"""Texts that use a term, before its translation is judged at all."""
_SHARE = 4
"""A finding, where more than one in so many of them says it otherwise."""
_SHORTEST = 4
"""Letters of a word that always stay when it is inflected."""
_LONG = 10
_ENDING, _LONG_ENDING = 3, 4
"""Letters that an inflected word may change at its end."""
_FORMULAE = "letter"
"""The domain of what letters begin and end with: no terms of art."""
_EXAMPLES = frozenset({"fields.example", "fields.columns.example"})


@dataclass(frozen=True)
class _Agreed:
    """One term in one language."""

    english: str
    words: str
    variants: tuple[tuple[str, ...], ...]
    """Each variant as the beginnings of its words; in a language without spaces, as it is."""


def term_use(rooms: Rooms) -> Iterator[Finding]:
    """Terms of several words that the glossary has from a good source stand in most texts, in one form or another.

    Single English words are left out: *service*, *receipt* or *objection* are too often not the term of art.
    """
    every = [term for term in terms(rooms.locales) if " " in _english(term) and term.domain != _FORMULAE]
    if every:
        pattern = _pattern(tuple(dict.fromkeys(_english(term).casefold() for term in every)))
        for language in languages(rooms):
            yield from _in_language(language, every, pattern)


def _english(term: Term) -> str:
    return next(iter(term.words.get("en", ())), "")


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the terms, in the singular or the plural."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest))})(?:s|es)?\b", re.IGNORECASE)


def _in_language(language: Language, every: list[Term], pattern: re.Pattern[str]) -> Iterator[Finding]:
    agreed = _agreed(language, every)
    used: dict[str, int] = defaultdict(int)
    otherwise: dict[str, list[Entry]] = defaultdict(list)
    for entry in _judged(language):
        named = {one.casefold() for one in _named(pattern, entry.english)} & agreed.keys()
        said = _plain("\n".join(entry.strings), language.locale) if named else ""
        for name in named:
            used[name] += 1
            if not any(_stands(variant, said, language.locale) for variant in agreed[name].variants):
                otherwise[name].append(entry)
    for name, entries in sorted(otherwise.items()):
        if used[name] >= _NEEDED and len(entries) * _SHARE > used[name]:
            yield found(
                "term",
                "warning",
                N_(
                    "{file} line {line}: the glossary has '{agreed}' for '{term}'; {count} of {every} texts say it otherwise, first this one"
                ),
                file=language.file,
                line=min(entry.line for entry in entries),
                agreed=agreed[name].words,
                term=agreed[name].english,
                count=len(entries),
                every=used[name],
            )


def _judged(language: Language) -> Iterator[Entry]:
    """Each translated text once: what people type and what they search by is theirs."""
    for same in language.alike:
        if not same[0].searched and same[0].field not in _EXAMPLES:
            yield same[0]


def _agreed(language: Language, every: list[Term]) -> Mapping[str, _Agreed]:
    """The terms that the glossary has for a language from an official or a good second source."""
    little = language.words.meaning("stop")
    found: dict[str, _Agreed] = {}
    for term in every:
        variants = term.common.get(language.locale, ())
        if variants and term.standing.get(language.locale) in ("official", "attested"):
            forms = tuple(_beginnings(one, language.locale, little) for one in variants)
            found.setdefault(_english(term).casefold(), _Agreed(_english(term), " / ".join(variants), forms))
    return found


def _beginnings(variant: str, locale: str, little: frozenset[str]) -> tuple[str, ...]:
    if locale in _UNSPACED:
        return (variant,)
    every = [word for word in _WORD.findall(variant) if len(word) > _ENDING - 1]
    telling = [word for word in every if word.casefold() not in little]
    words = telling if len(telling) > 1 else every
    return tuple(_beginning(_plain(word, locale)) for word in words) or (_plain(variant, locale),)


def _beginning(word: str) -> str:
    return word[: max(_SHORTEST, len(word) - (_ENDING if len(word) < _LONG else _LONG_ENDING))]


def _plain(text: str, locale: str) -> str:
    """Small letters without accents; Han signs stay."""
    if locale in _UNSPACED:
        return text
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@lru_cache(maxsize=50_000)
def _named(pattern: re.Pattern[str], english: str) -> tuple[str, ...]:
    return tuple(pattern.findall(english))


def _stands(variant: tuple[str, ...], said: str, locale: str) -> bool:
    """Whether a variant stands there, whole or shortened: at least half of its words, or of its signs in a row."""
    if locale not in _UNSPACED:
        return 2 * sum(word in said for word in variant) >= len(variant)
    whole = variant[0]
    half = max(2, (len(whole) + 1) // 2)
    parts = (whole[at : at + half] for at in range(len(whole) - half + 1))
    return whole in said or (
        any(part in said for part in parts) and 10 * sum(s in said for s in whole) >= 6 * len(whole)
    )
