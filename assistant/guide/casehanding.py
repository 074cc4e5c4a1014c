"""Handing cases over and taking them over: a new encrypted file in between, and copies under new names.

What comes from outside is checked as any input is: read as a whole before anything is kept.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from assistant.casebook import Secret, TakenOver, copy_roots, hand_over, take_over
from assistant.model import N_, CaseLog, InputError, PersonKept

from .casefile import CaseFile, fold
from .shelf import Shelf, files_of, is_person, packed, renamed

_BROKEN = N_("This file holds something that is no case. Nothing was taken over. Ask for a new one.")
_ALTERED = N_("A file in this hand-over is not as it was put in: {name}. Nothing was taken over. Ask for a new one.")


def give(shelf: Shelf, cases: Iterable[str], target: Path, secret: Secret, person: str | None = None) -> Path:
    """Write a new file that holds these cases and their persons, and ``person``, who may have no case yet.

    Raises ``InputError``; then there is no file.
    """
    names = list(dict.fromkeys(cases))
    there = shelf.persons()
    whose = [at for name in names if (at := shelf.case(name).person) is not None and at in there]
    roots = [*names, *([person] if person is not None else []), *whose]
    return hand_over(shelf.store, list(dict.fromkeys(roots)), target, secret, files_of, renamed)


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
        """Copy everything under new names; the names of the cases. Nothing is merged, nothing is written over."""
        known = {one.uid for one in shelf.cases()} | {one.uid for one in shelf.persons().values()}

        def moved(root: bytes, names: Mapping[str, str]) -> bytes:
            return _own(renamed(root, names), known)

        with shelf.store.changing() as change:
            new = copy_roots(self.source, self.source.roots, change, files_of, moved)
        return [new[name] for name in self.cases]

    def close(self) -> None:
        """Forget its keys."""
        self.source.close()


def unpack(path: Path, secret: Secret) -> Parcel:
    """Open a file that was handed over, and check everything in it. Raises ``InputError``."""
    source = take_over(path, secret)
    try:
        cases: dict[str, CaseFile] = {}
        persons: dict[str, PersonKept] = {}
        for root in source.roots:
            data = source.read(root.name)
            if root.kind == "person":
                persons[root.name] = PersonKept.model_validate_json(data)
            else:
                cases[root.name] = _checked(source, root.name, data)
    except (ValidationError, RecursionError) as error:
        source.close()
        raise InputError(_BROKEN) from error
    except BaseException:
        source.close()
        raise
    return Parcel(source, cases, persons)


def _checked(source: TakenOver, name: str, data: bytes) -> CaseFile:
    case = fold(CaseLog.model_validate_json(data), name)
    for file in case.files():
        held = source.read(file.at)
        if len(held) != file.size or sha256(held).hexdigest() != file.sha256:
            raise InputError(_ALTERED, name=file.name)
    return case


def _own(root: bytes, known: set[str]) -> bytes:
    """With a name of its own for calendars, where the book has that one already: the same case taken over twice."""
    fresh = {"uid": secrets.token_hex(16)}
    if is_person(root):
        person = PersonKept.model_validate_json(root)
        return root if person.uid not in known else person.model_copy(update=fresh).model_dump_json().encode()
    log = CaseLog.model_validate_json(root)
    return root if log.uid not in known else packed(log.model_copy(update=fresh))
