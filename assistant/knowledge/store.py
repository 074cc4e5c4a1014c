"""Look-ups by id: each record is read once, when it is first asked for."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from assistant.model import (
    N_,
    Body,
    Calendar,
    ContentError,
    Coverage,
    Event,
    Letter,
    Limit,
    NotFoundError,
    Question,
    Record,
    Region,
    Reply,
    Route,
    ServiceRule,
    Situation,
    Source,
)

from .rooms import ROOMS, SINGULAR
from .sheet import Sheet
from .validate import validate

R = TypeVar("R", bound=Record)
_NAMES: dict[type[Record], str] = {kind: name for name, kind in ROOMS.items()}


class Shelf(Protocol):
    """Where the records of one room come from."""

    def ids(self) -> list[str]:
        """All ids, sorted."""
        ...

    def load(self, kind: type[R], record_id: str) -> R:
        """Read one record strictly."""
        ...


@dataclass(frozen=True)
class Folder:
    """A room of YAML files, as editors see it; read afresh by every process."""

    files: dict[str, Path]
    top: Path

    def ids(self) -> list[str]:
        """All ids, sorted."""
        return sorted(self.files)

    def load(self, kind: type[R], record_id: str) -> R:
        """Read one record; its file's name must be its id."""
        sheet = self.sheet(record_id)
        record = validate(kind, sheet)
        if getattr(record, "id") != record_id:  # noqa: B009 - not every record type has an id
            raise ContentError(
                N_("{file} line {line}: the id must be the file's name: write 'id: {name}'"),
                file=sheet.file,
                line=sheet.line(("id",)),
                name=record_id,
            )
        return record

    def sheet(self, record_id: str) -> Sheet:
        """The parsed file, with lines."""
        return sheet_of(self.files[record_id], self.top)


def sheet_of(path: Path, top: Path) -> Sheet:
    """Read and parse ``path``; it is named relative to ``top`` in errors."""
    name = str(path.relative_to(top)) if path.is_relative_to(top) else str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(
            N_("{file} line {line}: the file is not UTF-8; save it as UTF-8"),
            file=name,
            line=1,
        ) from error
    from .strict_yaml import read

    return read(text, name)


@dataclass(frozen=True)
class Bundle:
    """A room out of the one JSON file of a wheel, made from the same YAML."""

    entries: dict[str, object]

    def ids(self) -> list[str]:
        """All ids, sorted."""
        return sorted(self.entries)

    def load(self, kind: type[R], record_id: str) -> R:
        """Validate one record; the bundle was strict when it was made."""
        return kind.model_validate_json(json.dumps(self.entries[record_id]))


@dataclass(frozen=True)
class Room(Generic[R]):
    """The records of one kind."""

    name: str
    kind: type[R]
    shelf: Shelf
    _read: dict[str, R] = field(default_factory=dict)

    def ids(self) -> list[str]:
        """All ids, sorted."""
        return self.shelf.ids()

    def __contains__(self, record_id: object) -> bool:
        """Whether there is a record with that id."""
        return record_id in self._read or record_id in self.ids()

    def __iter__(self) -> Iterator[R]:
        """All records, by id."""
        return (self[record_id] for record_id in self.ids())

    def __getitem__(self, record_id: str) -> R:
        """The record; ``NotFoundError`` names the nearest id there is."""
        if record_id not in self._read:
            if record_id not in self:
                raise self._missing(record_id)
            self._read[record_id] = self.shelf.load(self.kind, record_id)
        return self._read[record_id]

    def _missing(self, record_id: str) -> NotFoundError:
        near = difflib.get_close_matches(record_id, self.ids(), n=1)
        what = SINGULAR[self.name]
        if near:
            return NotFoundError(
                N_("There is no {kind} named '{id}'. The nearest name is '{near}'."),
                kind=what,
                id=record_id,
                near=near[0],
            )
        return NotFoundError(N_("There is no {kind} named '{id}'."), kind=what, id=record_id)


@dataclass(frozen=True)
class Knowledge:
    """All records. Immutable to look at; nothing is read before it is asked for."""

    rooms: dict[str, Room[Record]]

    def room(self, kind: type[R]) -> Room[R]:
        """The room of a record type."""
        return self.rooms[_NAMES[kind]]  # type: ignore[return-value]

    @property
    def situations(self) -> Room[Situation]:
        """What happened to people."""
        return self.room(Situation)

    @property
    def routes(self) -> Room[Route]:
        """Ways out."""
        return self.room(Route)

    @property
    def limits(self) -> Room[Limit]:
        """Time limits."""
        return self.room(Limit)

    @property
    def sources(self) -> Room[Source]:
        """Instruments and reports."""
        return self.room(Source)

    @property
    def events(self) -> Room[Event]:
        """Kinds of days that start limits."""
        return self.room(Event)

    @property
    def services(self) -> Room[ServiceRule]:
        """Fictions of service."""
        return self.room(ServiceRule)

    @property
    def bodies(self) -> Room[Body]:
        """Whom to write to."""
        return self.room(Body)

    @property
    def questions(self) -> Room[Question]:
        """The interview."""
        return self.room(Question)

    @property
    def replies(self) -> Room[Reply]:
        """Kinds of answers that people get."""
        return self.room(Reply)

    @property
    def calendars(self) -> Room[Calendar]:
        """Working days by place."""
        return self.room(Calendar)

    @property
    def regions(self) -> Room[Region]:
        """Parts of countries with rules of their own."""
        return self.room(Region)

    @property
    def coverage(self) -> Room[Coverage]:
        """What the fact sheets hold, and where it stands here."""
        return self.room(Coverage)

    @property
    def letters(self) -> Room[Letter]:
        """Letters."""
        return self.room(Letter)

    def named(self, record_id: str) -> tuple[str, Record]:
        """The room and record of an id of any kind, situations first."""
        for name, found in self.rooms.items():
            if record_id in found:
                return name, found[record_id]
        every = [one for found in self.rooms.values() for one in found.ids()]
        near = difflib.get_close_matches(record_id, every, n=1)
        if near:
            raise NotFoundError(
                N_("There is nothing named '{id}'. The nearest name is '{near}'."), id=record_id, near=near[0]
            )
        raise NotFoundError(N_("There is nothing named '{id}'."), id=record_id)
