"""Fixed words about cases: the same in every front."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from assistant.i18n import Translator
from assistant.model import N_, PersonKept

from .casepersons import full_of, near_pairs
from .caserows import Row, Sort

if TYPE_CHECKING:
    from .casehanding import Parcel

_NEAR = {
    "passed": N_("Day passed"),
    "today": N_("Today"),
    "week": N_("This week"),
}
ENDS = {
    "settled": N_("It is settled"),
    "given_up": N_("I give it up"),
    "other": N_("Another reason"),
}
"""Why a case ends."""
ORDERS: dict[Sort, str] = {
    "due": N_("By the day that matters next"),
    "name": N_("By name"),
    "status": N_("By status"),
    "changed": N_("By the last change"),
}
"""How a list of cases is sorted."""
_MOST = 5


def near_word(row: Row, on: date, tr: Translator) -> str:
    """A word for a day that is over, is today, or comes this week; empty for all others.

    Their time to answer that is over has its own word in the status: it is no day of the person's.
    """
    near = row.near(on)
    if near is None or (near == "passed" and not row.summary.passed):
        return ""
    return tr(_NEAR[near])


def alike_lines(persons: Mapping[str, PersonKept], tr: Translator) -> Iterator[str]:
    """Persons whose names are nearly the same, so that they are not mixed up."""
    pairs = near_pairs(persons)
    for first, second in pairs[:_MOST]:
        yield tr(
            "Two people have nearly this name: {first}, {second}. Look twice whose case it is.",
            first=full_of(persons[first]),
            second=full_of(persons[second]),
        )
    if len(pairs) > _MOST:
        yield tr("There are more names that are nearly the same: {n}.", n=len(pairs) - _MOST)


def parcel_words(parcel: Parcel, tr: Translator) -> list[str]:
    """What is in a file that was handed over: how much, and whose."""
    lines = [
        tr.plural("The file holds {n} case.", "The file holds {n} cases.", len(parcel.cases)),
        tr.plural("{n} letter or other step", "{n} letters and other steps", parcel.steps),
        tr.plural("{n} paper", "{n} papers", parcel.papers),
    ]
    lines += [tr("Whose: {name}", name=full_of(one)) for one in parcel.persons.values()]
    return [
        *lines,
        tr("Somebody else wrote what is in it. The letters and dates in it were not checked by this program."),
    ]
