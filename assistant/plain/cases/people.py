"""Persons in lists that others may see: a mark instead of a name, and a word when two names are nearly the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from assistant.guide.caseprint import initials
from assistant.model import PersonKept

ALIKE = 90
"""From this likeness on, of 100, two names are pointed out."""


def mark_of(person: PersonKept | None) -> str:
    """The reference, or the initials: what stands in a list."""
    return "" if person is None else person.reference or initials(person.name)


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
    from rapidfuzz import fuzz

    names = [(at, folded(one.name)) for at, one in persons.items()]
    return tuple(
        (first, second)
        for index, (first, name) in enumerate(names)
        for second, other in names[index + 1 :]
        if abs(len(name) - len(other)) < len(name) + 1 and fuzz.ratio(name, other, score_cutoff=ALIKE)
    )
