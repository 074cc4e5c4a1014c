"""Where a story happened, as far as its words tell: places, money, firms. A hint for the order, never a filter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from assistant.lexicon import lexicon

COUNTRIES = ("cn", "de", "eu")
_FITS = {"cn": ("cn",), "de": ("de", "eu"), "eu": ("eu",)}
"""Whose situations a cue speaks for: the law of the Union holds in Germany too."""
_ELSEWHERE, _UNLIKELY, _NEIGHBOUR = 0.8, 0.93, 0.93
"""What the score of a situation is worth when the story names another country; when it names none, and the language
is spoken elsewhere; and when it names another member of the Union."""
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


def worth(text: str, locale: str, locales: Iterable[str]) -> dict[str | None, float]:
    """What a situation's score is worth, by its country; ``None`` (the same everywhere) is always worth all."""
    named = cues(text, tuple(locales))
    if named:
        fitting = {country for cue in named for country in _FITS[cue]}
        far: dict[str | None, float] = {one: 1.0 if one in fitting else _ELSEWHERE for one in COUNTRIES}
        if named == {"eu"}:
            far["de"] = _NEIGHBOUR
        return far | {None: 1.0}
    home = lexicon(locale).meaning("home")
    likely: dict[str | None, float] = {one: 1.0 if not home or one in home else _UNLIKELY for one in COUNTRIES}
    return likely | {None: 1.0}


def cues(text: str, locales: tuple[str, ...]) -> set[str]:
    """The countries that words of the story point to."""
    plain = _plain(text)
    words = set(_WORD.findall(plain))
    found = set()
    for country in COUNTRIES:
        for locale in locales:
            single, inside = _listed(locale, country)
            if words & single or any(one in plain for one in inside):
                found.add(country)
                break
    return found


@lru_cache(maxsize=64)
def _listed(locale: str, country: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words to be met whole, and Chinese ones, which are met inside the text."""
    listed = [_plain(one) for one in lexicon(locale).meaning(f"place-{country}")]
    return frozenset(one for one in listed if not _HAN.search(one)), tuple(one for one in listed if _HAN.search(one))


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in spread if not unicodedata.combining(sign))
