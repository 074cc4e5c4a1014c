"""The cases of a book, or of memory: typed records over sealed bytes. Every change is added to what is there now."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from assistant.casebook import Change as StoreChange
from assistant.casebook import RecordGone, Store
from assistant.model import (
    N_,
    Attached,
    CaseLog,
    Change,
    Changed,
    Detached,
    FileKept,
    InputError,
    NotFoundError,
    Opened,
    PersonKept,
    Written,
)
from assistant.text import clean_line

from .casefile import CaseFile, fold

LARGEST = 20 * 1024 * 1024
"""Bytes of one paper that is put into a case."""
MOST_CHANGES = 5_000
_LINE = 300

_BROKEN = N_("A case in this book has a form that this program does not know. It was left as it is.")
_GONE = N_("This case is no longer in the book. It was removed in another window.")
_NOBODY = N_("This person is no longer in the book. They were removed in another window.")
_ALTERED = N_("The file {name} is not as it was put in. Do not rely on it.")


@dataclass(frozen=True)
class Loose:
    """A file on its way into a case."""

    name: str
    media: str
    data: bytes


class Shelf:
    """All cases and persons of one store."""

    def __init__(self, store: Store, on: date) -> None:
        self.store = store
        self.on = on
        """The day on which changes are told."""
        self._read: dict[str, tuple[bytes, CaseFile]] = {}

    def cases(self) -> tuple[CaseFile, ...]:
        """Every case, as it stands now."""
        return tuple(self._folded(name, self.store.read(name)) for name in self.store.roots("case"))

    def case(self, name: str) -> CaseFile:
        """One case. Raises ``NotFoundError`` where it is gone."""
        return self._folded(name, self._bytes(name))

    def _folded(self, name: str, data: bytes) -> CaseFile:
        known = self._read.get(name)
        if known is None or known[0] != data:
            self._read[name] = known = (data, fold(_log(data), name))
        return known[1]

    def log(self, name: str) -> CaseLog:
        """The changes of one case."""
        return _log(self._bytes(name))

    def persons(self) -> Mapping[str, PersonKept]:
        """Every person, by the name the store gives."""
        return {name: _person(self.store.read(name)) for name in self.store.roots("person")}

    def open(self, **told: Any) -> CaseFile:  # noqa: ANN401 - the parts of ``Opened``
        """A new case."""
        log = CaseLog(uid=secrets.token_hex(16), changes=(Opened(n=1, told=self.on, **told),))
        with self.store.changing() as change:
            name = change.add("case", packed(log))
        return self.case(name)

    def tell(self, name: str, kind: type[Any], files: Iterable[Loose] = (), **told: Any) -> CaseFile:  # noqa: ANN401
        """Add a change of ``kind`` to a case, after all that others may have added meanwhile.

        ``files`` are kept with it: the letter as it was made, or a paper. Raises ``InputError``; then nothing changed.
        """
        loose = list(files)
        for one in loose:
            _fits(one)
        with self.store.changing() as change:
            log = _log(_there(change, name))
            if len(log.changes) >= MOST_CHANGES:
                raise InputError(N_("This case has no room for more. Begin a new one for what comes next."))
            kept = tuple(_kept(one, change.add("file", one.data)) for one in loose)
            number = 1 + max(one.n for one in log.changes)
            if issubclass(kind, Written):
                taken = [one.step for one in log.changes if isinstance(one, Written)]
                told |= {"step": 1 + max(taken, default=0), "files": kept}
            elif issubclass(kind, Attached):
                (told["file"],) = kept
            added: Change = kind(n=number, told=self.on, **told)
            change.put(name, packed(log.model_copy(update={"changes": (*log.changes, added)})))
        return self.case(name)

    def read_file(self, file: FileKept) -> bytes:
        """The bytes of a kept file, exactly as they were put in. Raises ``InputError`` where they are not."""
        data = self.store.read(file.at)
        if len(data) != file.size or sha256(data).hexdigest() != file.sha256:
            raise InputError(_ALTERED, name=file.name)
        return data

    def take_out(self, name: str, of: int) -> CaseFile:
        """Remove a paper for good: its bytes go."""
        with self.store.changing() as change:
            log = _log(_there(change, name))
            paper = next((one for one in log.changes if isinstance(one, Attached) and one.n == of), None)
            gone = any(isinstance(one, Detached) and one.of == of for one in log.changes)
            if paper is None or gone:
                raise NotFoundError(N_("There is no such paper in this case."))
            change.remove(paper.file.at)
            number = 1 + max(one.n for one in log.changes)
            added = Detached(n=number, told=self.on, of=of)
            # What the paper was called goes as well.
            bare = paper.model_copy(
                update={"about": "", "file": paper.file.model_copy(update={"name": "", "media": ""})}
            )
            rest = tuple(bare if one is paper else one for one in log.changes)
            change.put(name, packed(log.model_copy(update={"changes": (*rest, added)})))
        return self.case(name)

    def remove(self, name: str) -> None:
        """Remove a case with all its files."""
        with self.store.changing() as change:
            for file in files_of(_there(change, name)):
                change.remove(file)
            change.remove(name)
        self._read.pop(name, None)

    def add_person(self, name: str, reference: str = "", note: str = "") -> str:
        """Keep a person; how the store names them is returned."""
        person = PersonKept(
            uid=secrets.token_hex(16), name=clean_line(name), reference=clean_line(reference), note=note
        )
        with self.store.changing() as change:
            return change.add("person", person.model_dump_json().encode())

    def change_person(self, at: str, **parts: str) -> None:
        """Change what is kept of a person."""
        with self.store.changing() as change:
            if at not in self.store.roots("person"):
                raise NotFoundError(_NOBODY)
            person = _person(change.read(at))
            kept = {name: part if name == "note" else _line(part) for name, part in parts.items()}
            change.put(at, PersonKept.model_validate(person.model_dump() | kept).model_dump_json().encode())

    def remove_person(self, at: str) -> int:
        """Remove a person and every case of theirs, at once; the number of cases is returned."""
        with self.store.changing() as change:
            if at not in self.store.roots("person"):
                raise NotFoundError(_NOBODY)
            theirs = [one for one in self.store.roots("case") if fold(_log(change.read(one))).person == at]
            for case in theirs:
                for file in files_of(change.read(case)):
                    change.remove(file)
                change.remove(case)
            change.remove(at)
        for case in theirs:
            self._read.pop(case, None)
        return len(theirs)

    def of_person(self, at: str) -> tuple[CaseFile, ...]:
        """The cases of a person."""
        return tuple(one for one in self.cases() if one.person == at)

    def _bytes(self, name: str) -> bytes:
        if name not in self.store.roots("case"):
            raise NotFoundError(_GONE)
        return self.store.read(name)


def packed(log: CaseLog) -> bytes:
    """The changes as they are kept: new ones stand at the end, so that little is written again."""
    return log.model_dump_json(exclude_defaults=False).encode()


def files_of(root: bytes) -> list[str]:
    """The files that a case owns, those of undone changes too; a person owns none."""
    if is_person(root):
        return []
    log = _log(root)
    gone = {one.of for one in log.changes if isinstance(one, Detached)}
    found: list[str] = []
    for one in log.changes:
        if isinstance(one, Written):
            found += [file.at for file in one.files]
        elif isinstance(one, Attached) and one.n not in gone:
            found.append(one.file.at)
    return found


def renamed(root: bytes, names: Mapping[str, str]) -> bytes:
    """A case with its files, and its person, under the names of another store; a person who stays behind is left out."""
    if is_person(root):
        return root
    log = _log(root)
    changes: list[Change] = []
    for one in log.changes:
        new = one
        if isinstance(one, Written):
            new = one.model_copy(update={"files": tuple(_at(file, names) for file in one.files)})
        elif isinstance(one, Attached):
            new = one.model_copy(update={"file": _at(one.file, names)})
        elif isinstance(one, Opened | Changed) and one.person is not None:
            new = one.model_copy(update={"person": names.get(one.person)})
        changes.append(new)
    return packed(log.model_copy(update={"changes": tuple(changes)}))


def is_person(root: bytes) -> bool:
    """Whether a root record is a person; else it has to be a case. Raises ``InputError`` where it is neither."""
    try:
        CaseLog.model_validate_json(root)
    except ValidationError:
        _person(root)
        return True
    return False


def _at(file: FileKept, names: Mapping[str, str]) -> FileKept:
    return file.model_copy(update={"at": names.get(file.at, file.at)})


def _there(change: StoreChange, name: str) -> bytes:
    try:
        return change.read(name)
    except RecordGone as error:
        raise NotFoundError(_GONE) from error


def _log(data: bytes) -> CaseLog:
    try:
        return CaseLog.model_validate_json(data)
    except ValidationError as error:
        raise InputError(_BROKEN) from error


def _person(data: bytes) -> PersonKept:
    try:
        return PersonKept.model_validate_json(data)
    except ValidationError as error:
        raise InputError(_BROKEN) from error


def _line(text: str) -> str:
    """One clean line of the length that is kept."""
    return clean_line(text)[:_LINE]


def _fits(one: Loose) -> None:
    if len(one.data) > LARGEST:
        raise InputError(
            N_("{name} is too large. A paper can have {n} megabytes. Make a smaller copy, or keep it elsewhere."),
            name=one.name,
            n=LARGEST // (1024 * 1024),
        )


def _kept(one: Loose, at: str) -> FileKept:
    return FileKept(
        at=at, name=_line(one.name), media=one.media, size=len(one.data), sha256=sha256(one.data).hexdigest()
    )
