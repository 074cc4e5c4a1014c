"""What a check finds, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.knowledge import Folder, Knowledge, Sheet
from assistant.letters import Templates
from assistant.model import Record, RecourseError

if TYPE_CHECKING:
    from .spoken import Language

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """Something to mend. ``message`` is a catalogue entry that names file, line and what to write."""

    rule: str
    severity: Severity
    message: str
    values: dict[str, str | int]

    @property
    def file(self) -> str:
        """The file it is about."""
        return str(self.values.get("file", ""))

    @property
    def line(self) -> int:
        """The line in it, from 1."""
        return int(self.values.get("line", 1))

    def at(self, line: int) -> Finding:
        """The same in another line of the file."""
        return self if line == self.line else replace(self, values={**self.values, "line": line})


def found(rule: str, severity: Severity, message: str, /, **values: str | int) -> Finding:
    """A finding; ``file`` and ``line`` are among ``values``."""
    return Finding(rule, severity, message, values)


def from_error(rule: str, error: RecourseError) -> Finding:
    """An error of the loader as a finding."""
    return Finding(rule, "error", error.message, {"line": 1, **error.values})


@dataclass(frozen=True)
class Rooms:
    """The rooms under check, and the day."""

    content: Path
    templates: Path
    locales: Path
    knowledge: Knowledge
    letters: Templates
    on: date
    sound: frozenset[tuple[str, str]]
    """Records that load: (room, id). Other checks look at these only."""
    sheets: dict[tuple[str, str], Sheet] = field(default_factory=dict, repr=False)
    """Files parsed already, for their lines."""
    languages: dict[str, Language] = field(default_factory=dict, repr=False)
    """Catalogues read already, by locale: see ``spoken``."""
    only: frozenset[str] | None = None
    """Where only some languages are asked about, or none: their names."""

    def records(self, *rooms: str) -> Iterator[tuple[str, str, Record]]:
        """The sound records of some rooms, or of all: room, id, record."""
        for room, record_id in sorted(self.sound):
            if not rooms or room in rooms:
                yield room, record_id, self.knowledge.rooms[room][record_id]

    def place(self, room: str, record_id: str, *where: str | int) -> dict[str, str | int]:
        """File and line of a part of a record, ready for a message."""
        sheet = self.sheet(room, record_id)
        if sheet is None:
            return {"file": f"{room}/{record_id}", "line": 1}
        return {"file": sheet.file, "line": sheet.line(where)}

    def sheet(self, room: str, record_id: str) -> Sheet | None:
        """The parsed file of a record; ``None`` inside an installed package, which has no single files."""
        shelf = self.knowledge.rooms[room].shelf
        if not isinstance(shelf, Folder):
            return None
        if (room, record_id) not in self.sheets:
            self.sheets[room, record_id] = shelf.sheet(record_id)
        return self.sheets[room, record_id]


@dataclass(frozen=True)
class Check:
    """A small, named check."""

    id: str
    why: str
    """What goes wrong for a person if this is not held. English, for the reference page."""
    run: Callable[[Rooms], Iterator[Finding]]
    of_languages: bool = False
    """Whether it looks at languages one by one, and may be asked about one alone."""
