"""Persons in lists that others may see: a mark instead of a name, and a word when two names are nearly the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from assistant.model import PersonKept
from assistant.text import has_han

ALIKE = 90
"""From this likeness on, of 100, two names are pointed out."""
_MOST_INITIALS = 3


def initials(name: str) -> str:
    """``A. B.`` for Anna Berg; of a name in Han characters the first one, with dots for the others."""
    words = [one for one in name.split() if one[:1].isalnum()]
    if not words:
        return ""
    if has_han(name):
        return f"{words[0][0]}…"
    return " ".join(f"{one[0].upper()}." for one in words[:_MOST_INITIALS])


def mark_of(person: PersonKept | None) -> str:
    """The reference, or the initials: what stands in a list. Empty for nobody."""
    return "" if person is None else person.reference or initials(person.name) or "–"


def full_of(person: PersonKept | None) -> str:
    """The name with its reference: for the page of the case itself."""
    if person is None:
        return ""
    return f"{person.name} ({person.reference})" if person.reference else person.name


def folded(text: str) -> str:
    """For comparison: one form of each letter, small letters, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def near(name: str, persons: Mapping[str, PersonKept]) -> tuple[str, ...]:
    """The persons, by their place in the book, with the same name or nearly the same one."""
    from rapidfuzz import fuzz

    wanted = folded(name)
    return tuple(at for at, one in persons.items() if fuzz.ratio(wanted, folded(one.name)) >= ALIKE)


def near_pairs(persons: Mapping[str, PersonKept]) -> tuple[tuple[str, str], ...]:
    """Every two persons of a book with the same name or nearly the same one."""
    from rapidfuzz import fuzz, process

    places, names = list(persons), [folded(one.name) for one in persons.values()]
    found: list[tuple[str, str]] = []
    for index, name in enumerate(names):
        hits = process.extract(name, names[index + 1 :], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        found += [(places[index], places[index + 1 + after]) for after in sorted(hit[2] for hit in hits)]
    return tuple(found)
