"""Handing cases over, and taking them over: an encrypted file in between, and copies under new names.

Called in worker threads. What comes from outside is checked as any input is: read as a whole before anything is kept.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from assistant.guide.casefile import CaseFile, fold
from assistant.guide.shelf import files_of, is_person, packed, renamed
from assistant.model import N_, CaseLog, InputError, PersonKept

if TYPE_CHECKING:
    from assistant.casebook import Secret, TakenOver
    from assistant.guide.shelf import Shelf

_BROKEN = N_("This file holds something that is no case. Nothing was taken over. Ask for a new one.")
_ALTERED = N_("A file in this hand-over is not as it was put in: {name}. Nothing was taken over. Ask for a new one.")


def give(shelf: Shelf, kind: Literal["case", "person"], name: str, target: Path, secret: Secret) -> Path:
    """Write a new file with a case and its person, or with a person and all cases. Raises ``InputError``."""
    from assistant.casebook import hand_over

    cases = [shelf.case(name)] if kind == "case" else list(shelf.of_person(name))
    persons = [name] if kind == "person" else [one.person for one in cases if one.person in shelf.persons()]
    roots = [*(one.name for one in cases), *(one for one in persons if one is not None)]
    return hand_over(shelf.store, roots, target, secret, files_of, renamed)


@dataclass
class Parcel:
    """What was handed over: checked, and not taken yet."""

    source: TakenOver
    cases: Mapping[str, CaseFile]
    persons: Mapping[str, PersonKept]

    def take(self, shelf: Shelf) -> int:
        """Copy everything under new names; the number of cases. Nothing is merged, nothing is written over."""
        from assistant.casebook import copy_roots

        known = {one.uid for one in shelf.cases()} | {one.uid for one in shelf.persons().values()}

        def moved(root: bytes, names: Mapping[str, str]) -> bytes:
            return _own(renamed(root, names), known)

        with shelf.store.changing() as change:
            copy_roots(self.source, self.source.roots, change, files_of, moved)
        return len(self.cases)

    def close(self) -> None:
        """Forget its keys."""
        self.source.close()


def unpack(path: Path, secret: Secret) -> Parcel:
    """Open a file that was handed over, and check everything in it. Raises ``InputError``."""
    from assistant.casebook import take_over

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
