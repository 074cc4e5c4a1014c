"""What is not certain, made from the records: for those who maintain the law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.knowledge import Knowledge
from assistant.model import Calendar, Limit, Record, Source, Statement

from .inside import inside


@dataclass(frozen=True)
class Doubt:
    """One thing that somebody should look up."""

    kind: str
    """``doubt`` of a source, ``unread`` places of a source, ``unknown`` or ``reported`` statements, ``uncounted``
    and ``second-hand`` limits, ``provisional`` calendars."""
    room: str
    record: str
    text: str
    ask: str = ""
    """Who would know, or where it stands."""


def doubts(knowledge: Knowledge) -> Iterator[Doubt]:
    """Every open doubt, room by room."""
    for name, room in knowledge.rooms.items():
        for record_id in room.ids():
            yield from _of(name, record_id, room[record_id])


def _of(room: str, name: str, record: Record) -> Iterator[Doubt]:
    if isinstance(record, Source):
        yield from (Doubt("doubt", room, name, text) for text in record.doubts)
        yield from (
            Doubt("unread", room, name, f"{reading.articles}: {reading.how}")
            for reading in record.readings
            if reading.mark == "unverified"
        )
    if isinstance(record, Limit):
        yield from _limit(room, name, record)
    if isinstance(record, Calendar):
        yield from (
            Doubt("provisional", room, name, f"{year.year}: {year.reason or ''}")
            for year in record.years
            if year.status == "provisional"
        )
    for _where, statement in inside(record, Statement):
        if statement.certainty == "unknown":
            yield Doubt("unknown", room, name, statement.text, statement.ask or "")
        elif statement.certainty == "reported":
            cites = ", ".join(f"{one.source} {one.article}".strip() for one in statement.sources)
            yield Doubt("reported", room, name, statement.text, cites)


def _limit(room: str, name: str, limit: Limit) -> Iterator[Doubt]:
    last = limit.versions[-1]
    weak = [f"{one.source} {one.article}".strip() for one in last.sources if one.mark != "text"]
    if weak and last.length is not None:
        yield Doubt("second-hand", room, name, last.note or limit.title, ", ".join(weak))
    elif weak:
        yield Doubt("uncounted", room, name, last.words or limit.title, ", ".join(weak))
