"""Every id that a record names exists, and everything that exists is reachable."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from assistant.knowledge import Knowledge
from assistant.model import N_, Cite, Counted, LawCited, Letter, Record, Situation

from .finding import Finding, Rooms, found
from .inside import Where, inside
from .readings import overlap

_NAMES = {
    "routes": "routes",
    "route": "routes",
    "letters": "letters",
    "limits": "limits",
    "limit": "limits",
    "after": "limits",
    "bodies": "bodies",
    "supervisor": "bodies",
    "stands_for": "bodies",
    "situation": "situations",
    "parent": "situations",
    "also": "situations",
    "starts": "events",
    "once": "events",
    "event": "events",
    "answer": "events",
    "arrival": "events",
    "awaits": "limits",
    "without": "routes",
    "keeps": "events",
    "given": "events",
    "gives": "events",
    "replaced_by": "sources",
}
"""Fields that hold ids, and the room they point to."""


_CARRY = ("limits", "routes", "letters")
"""Rooms whose records stand on what they name: who uses them uses it too."""


def references(rooms: Rooms) -> Iterator[Finding]:
    """Names that lead nowhere."""
    for room, record_id, record in rooms.records():
        for where, target, name in named(record, ()):
            known = rooms.knowledge.rooms[target].ids()
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
                yield found(
                    "reference-exists",
                    "error",
                    N_("{file} line {line}: there is no '{name}' in {room}; the nearest is '{near}'"),
                    **rooms.place(room, record_id, *where),
                    name=name,
                    room=target,
                    near=near[0] if near else "-",
                )


def named(record: Record, where: Where) -> Iterator[tuple[Where, str, str]]:
    """Every id in a record: its place, the room it points to, the id."""
    if isinstance(record, Cite | LawCited):
        yield (*where, "source"), "sources", record.source
    for field in type(record).model_fields:
        value = getattr(record, field)
        here = (*where, field)
        if field in _NAMES and not (field == "starts" and isinstance(record, Counted)):
            yield from _ids(value, here, _NAMES[field])
        if isinstance(value, Record):
            yield from named(value, here)
        elif isinstance(value, tuple):
            for i, item in enumerate(value):
                if isinstance(item, Record):
                    yield from named(item, (*here, i))


def _ids(value: object, here: Where, room: str) -> Iterator[tuple[Where, str, str]]:
    if isinstance(value, str):
        yield here, room, value
    elif isinstance(value, tuple):
        yield from (((*here, i), room, item) for i, item in enumerate(value) if isinstance(item, str))


def reachable(rooms: Rooms) -> Iterator[Finding]:
    """Routes, limits and letters that nothing leads to."""
    pointed: dict[str, set[str]] = {}
    for room, record_id, record in rooms.records():
        for _where, target, name in named(record, ()):
            if (target, name) != (room, record_id):
                pointed.setdefault(target, set()).add(name)
    for room, record_id, record in rooms.records("routes", "limits", "letters", "events"):
        if record_id not in pointed.get(room, set()):
            yield found(
                "record-is-used",
                "warning" if room == "events" else "error",
                N_("{file} line {line}: nothing leads to '{name}'; name it where it belongs, or remove the file"),
                **rooms.place(room, record_id),
                name=getattr(record, "id", record_id),
            )


def routes_lead_on(rooms: Rooms) -> Iterator[Finding]:
    """A situation without a route leaves a person standing."""
    for room, record_id, record in rooms.records("situations"):
        if isinstance(record, Situation) and not record.routes and not record.help:
            yield found(
                "situation-leads-on",
                "error",
                N_(
                    "{file} line {line}: the situation has neither routes nor help; name at least one real place to turn to"
                ),
                **rooms.place(room, record_id),
            )


def counted_dates(rooms: Rooms) -> Iterator[Finding]:
    """A date that a letter counts starts at a date field of that letter."""
    for room, record_id, record in rooms.records("letters"):
        if not isinstance(record, Letter):
            continue
        dates = [field.id for field in record.fields if field.kind == "date"]
        for i, counted in enumerate(record.counted):
            if counted.starts not in dates:
                yield found(
                    "counted-date",
                    "error",
                    N_("{file} line {line}: '{name}' is no date field of this letter; date fields: {known}"),
                    **rooms.place(room, record_id, "counted", i, "starts"),
                    name=counted.starts,
                    known=", ".join(dates) or "-",
                )


def users(knowledge: Knowledge, record_id: str, article: str = "") -> list[tuple[str, str]]:
    """Every record that names ``record_id``, directly or through another: (room, id), sorted.

    With ``article``, only what stands on that article of a source (``12``, ``10(1)``, ``point 17``).
    """
    direct: dict[str, set[tuple[str, str]]] = {}
    first: set[tuple[str, str]] = set()
    for room, records in knowledge.rooms.items():
        for record in records:
            own = str(getattr(record, "id", ""))
            for where, _target, name in named(record, ()):
                if not _only_mentions(where):
                    direct.setdefault(name, set()).add((room, own))
            if article and any(overlap(one, article) for one in _places(record, record_id)):
                first.add((room, own))
    seen = set(first)
    waiting = [name for room, name in first if room in _CARRY] if article else [record_id]
    while waiting:
        for user in direct.get(waiting.pop(), set()) - seen:
            seen.add(user)
            if user[0] in _CARRY:
                waiting.append(user[1])
    return sorted(user for user in seen if user[1] != record_id)


def _only_mentions(where: Where) -> bool:
    """Whether a record is named for choosing only: an option that is filled in after it, an answer not offered for it."""
    return "options" in where or "without" in where


def _places(record: Record, source: str) -> Iterator[str]:
    """The articles of ``source`` that a record cites."""
    yield from (cite.article for _, cite in inside(record, Cite) if cite.source == source)
    yield from (article for _, law in inside(record, LawCited) if law.source == source for article in law.articles)
