"""The open book of one command, and cases and persons by the names people give them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.cli.setting import Setting
from assistant.model import N_, InputError, NotFoundError
from assistant.text import show

from .hidden import Given, secret

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.guide.caseroom import CaseRoom
    from assistant.guide.shelf import Shelf

_DIGITS = 6
"""As many as lists show."""
_NO_BOOK = N_("There is no case book at {path}. To make one: recourse case start")
_NO_CASE = N_("There is no case '{name}'. For all cases: recourse case list")
_SEVERAL = N_("'{name}' can mean more than one case: {known}. Give more digits.")
_NO_PERSON = N_("There is no person '{name}' in the book. For all persons: recourse case person list")
_PERSONS = N_("'{name}' can mean more than one person: {known}. Give the reference, or more digits.")
_NO_STEP = N_("This case has no step {n}. It has: {known}.")
_NO_STEPS = N_("This case has no letter and no other step yet.")


@contextmanager
def opened(setting: Setting, given: Given) -> Iterator[CaseRoom]:
    """The book, open. It is locked again whatever happens."""
    from assistant.guide.caseroom import CaseRoom

    room = CaseRoom(setting.book_path, setting.on)
    if room.there() == "missing":
        raise InputError(_NO_BOOK, path=show(str(room.path)))
    room.open(secret(setting, given))
    try:
        yield room
    finally:
        room.lock()


def find_case(shelf: Shelf, wanted: str) -> CaseFile:
    """A case by the first digits of its handle, its label, or its person's reference.

    Raises ``NotFoundError``, or ``InputError`` where several fit.
    """
    from assistant.guide.casepersons import folded
    from assistant.guide.caserows import short

    name = folded(wanted)
    persons = shelf.persons()
    by_name, by_digits = [], []
    for one in shelf.cases() if name else ():
        person = persons.get(one.person or "")
        if name in (folded(one.label), folded(person.reference) if person is not None else ""):
            by_name.append(one)
        elif one.uid.startswith(name):
            by_digits.append(one)
    # A label of a few letters is meant as such, also where the digits of another case begin with them.
    found = by_name if by_name and len(name) < _DIGITS else by_name + by_digits
    if not found:
        raise NotFoundError(_NO_CASE, name=show(wanted))
    if len(found) > 1:
        raise InputError(_SEVERAL, name=show(wanted), known=", ".join(short(one) for one in found))
    return found[0]


def find_person(shelf: Shelf, wanted: str) -> str:
    """A person by reference, by name, or by the first digits; how the book names them.

    Raises ``NotFoundError``, or ``InputError`` where several fit.
    """
    from assistant.guide.casepersons import folded

    name = folded(wanted)
    persons = shelf.persons()
    found = {at: one for at, one in persons.items() if name and name in (folded(one.reference), folded(one.name))}
    found = found or {at: one for at, one in persons.items() if name and one.uid.startswith(name)}
    if not found:
        raise NotFoundError(_NO_PERSON, name=show(wanted))
    if len(found) > 1:
        raise InputError(_PERSONS, name=show(wanted), known=", ".join(one.uid[:6] for one in found.values()))
    return next(iter(found))


def step_of(case: CaseFile, number: int | None) -> int:
    """The number of a step: the one that was given, else the last one."""
    known: Sequence[int] = [one.number for one in case.steps]
    if not known:
        raise InputError(_NO_STEPS)
    if number is not None and number not in known:
        raise InputError(_NO_STEP, n=number, known=", ".join(str(one) for one in known))
    return number if number is not None else known[-1]
