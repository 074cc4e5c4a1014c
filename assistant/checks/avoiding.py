"""Words that do not belong into a language: of another country, of another tone, or hurtful. ``avoid`` in ``locale.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.model import N_
from assistant.model.locale import Avoid

from .finding import Finding, Rooms, found
from .passages import Passage, each

_KEPT = frozenset({"recognise", "myths.claim", "fields.example", "fields.columns.example"})
"""What people say themselves, and what they type."""
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")


def avoiding(rooms: Rooms) -> Iterator[Finding]:
    """None of the words that the language's record says to avoid."""
    yield from each(rooms, _avoided)


def _avoided(passage: Passage) -> Iterator[Finding]:
    record = passage.record
    if record is None or not record.avoid or passage.field in _KEPT or not _any(record.avoid).search(passage.text):
        return
    for avoid in record.avoid:
        if hit := _pattern(avoid).search(passage.text):
            yield found(
                "avoid",
                avoid.severity,
                N_("{file} line {line}: '{text}' says '{word}' here; write: {instead}"),
                **passage.place,
                word=hit[0],
                instead=avoid.instead,
            )


@lru_cache(maxsize=64)
def _any(every: tuple[Avoid, ...]) -> re.Pattern[str]:
    """All of a language at once: most texts have none."""
    return re.compile("|".join(_pattern(one).pattern for one in every), re.IGNORECASE)


@lru_cache(maxsize=1000)
def _pattern(avoid: Avoid) -> re.Pattern[str]:
    """Whole words, or beginnings where a ``*`` stands; Han signs anywhere."""
    words = [one.strip() for one in avoid.words.split("|") if one.strip()]
    return re.compile("|".join(map(_word, words)), re.IGNORECASE)


def _word(word: str) -> str:
    if _HAN.search(word):
        return re.escape(word.rstrip("*"))
    end = r"\w*" if word.endswith("*") else r"(?!\w)"
    return rf"(?<!\w){re.escape(word.rstrip('*'))}{end}"
