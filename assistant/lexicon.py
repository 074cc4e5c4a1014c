"""Words of a language that the program reads, not shows: numbers in words, yes and no, words that tell nothing.

They lie beside the catalogue in ``locales/<locale>/lexicon.txt``, one meaning a line, so that a translator adds a
language without a line of Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from assistant import paths

_LONGEST = 200_000
_NOTHING: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """What the words of one language mean. Words are in lower case."""

    words: Mapping[str, tuple[str, ...]]
    """By meaning: ``yes``, ``no``, ``unknown``, ``date``, ``stop``."""
    numbers: Mapping[str, int]
    """Numbers in words, with months: ``deux`` is 2."""

    def meaning(self, name: str) -> tuple[str, ...]:
        """The words of a meaning; none where the language lists none."""
        return self.words.get(name, _NOTHING)


EMPTY = Lexicon(MappingProxyType({}), MappingProxyType({}))


@lru_cache(maxsize=64)
def lexicon(locale: str) -> Lexicon:
    """The words of ``locale``; none where there is no file. A line that says nothing is passed over."""
    path = paths.room("locales") / locale / "lexicon.txt"
    try:
        text = path.read_text(encoding="utf-8")[:_LONGEST]
    except (OSError, UnicodeDecodeError):
        return EMPTY
    words: dict[str, tuple[str, ...]] = {}
    numbers: dict[str, int] = {}
    for line in text.splitlines():
        name, colon, rest = line.partition(":")
        if line.startswith("#") or not colon:
            continue
        listed = tuple(rest.casefold().split())
        if name.strip().isdecimal():
            numbers |= dict.fromkeys(listed, int(name))
        else:
            words[name.strip()] = (*words.get(name.strip(), ()), *listed)
    return Lexicon(MappingProxyType(words), MappingProxyType(numbers))


@lru_cache(maxsize=8)
def everywhere(name: str) -> frozenset[str]:
    """The words of a meaning in all languages there are."""
    folder = paths.room("locales")
    there = sorted(path.parent.name for path in folder.glob("*/lexicon.txt")) if folder.is_dir() else []
    return frozenset(word for locale in there for word in lexicon(locale).meaning(name))
