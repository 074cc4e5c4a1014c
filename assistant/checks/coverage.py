"""What the fact sheets and the list of situations hold, and the record that covers each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.knowledge import Knowledge
from assistant.model import N_, Coverage, Covered

from .finding import Finding, Rooms, found

_ROOM = {"situation": "situations", "route": "routes", "letter": "letters"}


@dataclass(frozen=True)
class Row:
    """One row of the table of coverage."""

    sheet: str
    kind: str
    name: str
    """As the sheet calls it; the record's own id where no sheet names it."""
    records: tuple[str, ...]
    why: str
    """Why no record covers it, or what to know."""


def coverage(rooms: Rooms) -> Iterator[Finding]:
    """Every row names records that exist."""
    for room, record_id, record in rooms.records("coverage"):
        if not isinstance(record, Coverage):
            continue
        for i, row in enumerate(record.rows):
            for j, name in enumerate(row.by):
                if name not in rooms.knowledge.rooms[_ROOM[row.kind]]:
                    yield found(
                        "covered-by",
                        "error",
                        N_(
                            "{file} line {line}: there is no {kind} '{name}'; name one that exists, or say under 'why' why none does"
                        ),
                        **rooms.place(room, record_id, "rows", i, "by", j),
                        kind=row.kind,
                        name=name,
                    )


def table(knowledge: Knowledge) -> Iterator[Row]:
    """Every row of every sheet, and at the end the records of those countries that no sheet names."""
    sheets = [knowledge.coverage[one] for one in knowledge.coverage.ids()]
    named: set[tuple[str, str]] = set()
    for sheet in sheets:
        for row in sheet.rows:
            named |= {(row.kind, one) for one in row.by}
            yield _row(sheet, row)
    countries = {sheet.country for sheet in sheets}
    for kind, room in _ROOM.items():
        for record in knowledge.rooms[room]:
            name, country = str(getattr(record, "id", "")), getattr(record, "country", None)
            if country in countries and (kind, name) not in named:
                yield Row("-", kind, name, (name,), "")


def covers(row: Row, knowledge: Knowledge) -> bool:
    """Whether a record covers the row, or a reason stands in its place."""
    room = knowledge.rooms[_ROOM[row.kind]]
    return all(name in room for name in row.records) and bool(row.records or row.why)


def _row(sheet: Coverage, row: Covered) -> Row:
    return Row(sheet.id, row.kind, row.name, row.by, row.why or "")
