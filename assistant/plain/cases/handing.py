"""Handing cases over and taking them over: a new encrypted file in between, and copies under new names."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from assistant.casebook import Root, Secret, TakenOver, copy_roots, hand_over, take_over
from assistant.guide.casefile import CaseFile, fold
from assistant.guide.shelf import Shelf, files_of, is_person, packed, renamed
from assistant.model import N_, CaseLog, InputError, PersonKept

_BROKEN = N_("This file holds something that is no case. Nothing was taken over. Ask for a new one.")
_ALTERED = N_("A file in this hand-over is not as it was put in: {name}. Nothing was taken over. Ask for a new one.")


def give(shelf: Shelf, cases: Iterable[str], target: Path, secret: Secret) -> Path:
    """Write a new file that holds these cases and their persons. Raises ``InputError``; then there is none."""
    names = list(dict.fromkeys(cases))
    persons = [person for name in names if (person := shelf.case(name).person) is not None]
    there = shelf.persons()
    roots = [*names, *dict.fromkeys(one for one in persons if one in there)]
    return hand_over(shelf.store, roots, target, secret, files_of, renamed)


@dataclass
class Parcel:
    """What was handed over, checked and not yet taken."""

    source: TakenOver
    cases: Mapping[str, CaseFile]
    persons: Mapping[str, PersonKept]

    @property
    def steps(self) -> int:
        """How many letters and other steps."""
        return sum(len(one.steps) for one in self.cases.values())

    @property
    def papers(self) -> int:
        """How many papers."""
        return sum(len(one.papers) for one in self.cases.values())

    def take(self, shelf: Shelf) -> list[str]:
        """Copy everything under new names; the names of the cases are returned. Nothing is merged."""
        known = {one.uid for one in shelf.cases()}
        people = {one.uid for one in shelf.persons().values()}

        def moved(root: bytes, names: Mapping[str, str]) -> bytes:
            return _fresh(renamed(root, names), known | people)

        with shelf.store.changing() as change:
            new = copy_roots(self.source, self.source.roots, change, files_of, moved)
        return [new[name] for name in self.cases]

    def close(self) -> None:
        """Forget its key."""
        self.source.close()


def unpack(path: Path, secret: Secret) -> Parcel:
    """Open what was handed over, and check all of it as one checks a stranger's file. Raises ``InputError``."""
    source = take_over(path, secret)
    try:
        cases: dict[str, CaseFile] = {}
        persons: dict[str, PersonKept] = {}
        for root in source.roots:
            data = source.read(root.name)
            if root.kind == "person":
                persons[root.name] = _person(data)
            else:
                cases[root.name] = _case(source, root, data)
    except BaseException:
        source.close()
        raise
    return Parcel(source, cases, persons)


def _case(source: TakenOver, root: Root, data: bytes) -> CaseFile:
    try:
        case = fold(CaseLog.model_validate_json(data), root.name)
    except (ValidationError, RecursionError) as error:
        raise InputError(_BROKEN) from error
    for file in case.files():
        held = source.read(file.at)
        if len(held) != file.size or sha256(held).hexdigest() != file.sha256:
            raise InputError(_ALTERED, name=file.name)
    return case


def _person(data: bytes) -> PersonKept:
    try:
        return PersonKept.model_validate_json(data)
    except (ValidationError, RecursionError) as error:
        raise InputError(_BROKEN) from error


def _fresh(root: bytes, taken: set[str]) -> bytes:
    """With a name of its own for calendars where the book has that one already: the same case taken over twice."""
    if is_person(root):
        person = PersonKept.model_validate_json(root)
        if person.uid not in taken:
            return root
        return person.model_copy(update={"uid": secrets.token_hex(16)}).model_dump_json().encode()
    log = CaseLog.model_validate_json(root)
    return packed(log.model_copy(update={"uid": secrets.token_hex(16)})) if log.uid in taken else root
