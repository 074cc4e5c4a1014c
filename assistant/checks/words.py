"""The words that a language reads, with the lines of ``lexicon.txt`` on which they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

MEANINGS = (
    "yes",
    "no",
    "unknown",
    "date",
    "stop",
    "place-cn",
    "place-de",
    "place-eu",
    "home",
    "article",
    "part",
    "join",
)
_LONGEST = 200_000


@dataclass(frozen=True)
class Words:
    """The words of one file ``lexicon.txt``, with their lines. They are in lower case."""

    lines: tuple[tuple[int, str, tuple[str, ...]], ...] = ()
    """Line, meaning, words."""
    strange: tuple[int, ...] = ()
    """Lines that say nothing."""

    @property
    def numbers(self) -> Mapping[str, int]:
        """Numbers in words."""
        return MappingProxyType(
            {word: int(meaning) for _, meaning, words in self.lines if meaning.isdecimal() for word in words}
        )

    def meaning(self, name: str) -> frozenset[str]:
        """All words of a meaning."""
        return frozenset(word for _, meaning, words in self.lines if meaning == name for word in words)


def words_of(path: Path) -> Words:
    """The words of a file; none where it is not there or cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")[:_LONGEST]
    except (OSError, UnicodeDecodeError):
        return Words()
    lines, strange = [], []
    for number, line in enumerate(text.splitlines(), 1):
        name, colon, rest = line.partition(":")
        if not line.strip() or line.startswith("#"):
            continue
        if colon and (name.strip() in MEANINGS or name.strip().isdecimal()):
            lines.append((number, name.strip(), tuple(rest.casefold().split())))
        else:
            strange.append(number)
    return Words(tuple(lines), tuple(strange))
