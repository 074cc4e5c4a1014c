"""Days that are handed on from a letter to the next step: only where they start a limit there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from assistant.guide.starting import starting_events
from assistant.knowledge import Knowledge
from assistant.model import N_, RecourseError, Reply, Route, Step

from .finding import Finding, Rooms, found
from .inside import Where

OUTCOMES = ("yes", "partly", "no", "silence", "late")


def following(rooms: Rooms) -> Iterator[Finding]:
    """``arrival``, ``answer`` and ``keeps`` name days that count something."""
    knowledge = rooms.knowledge
    for room, record_id, record in rooms.records("routes", "replies"):
        if isinstance(record, Route):
            own = starts(knowledge, (record_id,))
            if record.arrival is not None and record.arrival not in own:
                yield _unused(rooms, room, record_id, ("arrival",), record.arrival, own)
            for outcome in OUTCOMES:
                step: Step = getattr(record.next, outcome)
                yield from _step(rooms, (room, record_id), ("next", outcome), step, own)
        elif isinstance(record, Reply) and record.step is not None:
            yield from _step(rooms, (room, record_id), ("step",), record.step, None)


def starts(knowledge: Knowledge, routes: tuple[str, ...]) -> set[str]:
    """Every day that starts a limit of these routes, or of what they become in some place."""
    found_days: set[str] = set()
    for name in routes:
        with suppress(RecourseError):  # a broken record is found by a check of its own
            route = knowledge.routes[name]
            for one in (route, *(knowledge.routes[variant.route] for variant in route.variants)):
                found_days |= set(starting_events(knowledge, [knowledge.limits[limit] for limit in one.limits]))
    return found_days


def _step(rooms: Rooms, record: tuple[str, str], where: Where, step: Step, own: set[str] | None) -> Iterator[Finding]:
    there = starts(rooms.knowledge, step.routes)
    here = there | (own or set())  # a refusal can also start a time on the very route
    for at, name in enumerate(step.answer):
        if name not in here:
            yield _unused(rooms, *record, (*where, "answer", at), name, here)
    for at, name in enumerate(step.keeps):
        known = there if own is None else there & own
        if name not in known:
            yield _unused(rooms, *record, (*where, "keeps", at), name, known)


def _unused(rooms: Rooms, room: str, record_id: str, where: Where, name: str, known: set[str]) -> Finding:
    return found(
        "following-day",
        "error",
        N_("{file} line {line}: no limit there starts with '{name}'; days that do: {known}"),
        **rooms.place(room, record_id, *where),
        name=name,
        known=", ".join(sorted(known)) or "-",
    )
