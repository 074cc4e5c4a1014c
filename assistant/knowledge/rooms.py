"""Which folder holds which kind of record."""

from __future__ import annotations

from assistant.model import (
    Body,
    Calendar,
    Coverage,
    Event,
    Letter,
    Limit,
    Question,
    Record,
    Region,
    Reply,
    Route,
    ServiceRule,
    Situation,
    Source,
)

ROOMS: dict[str, type[Record]] = {
    "situations": Situation,
    "routes": Route,
    "limits": Limit,
    "sources": Source,
    "events": Event,
    "services": ServiceRule,
    "bodies": Body,
    "questions": Question,
    "replies": Reply,
    "calendars": Calendar,
    "regions": Region,
    "coverage": Coverage,
    "letters": Letter,
}
"""Room name to record type. ``letters`` lies under ``templates/``, the others under ``content/``."""

SINGULAR = {
    "situations": "situation",
    "routes": "route",
    "limits": "limit",
    "sources": "source",
    "events": "event",
    "services": "service",
    "bodies": "body",
    "questions": "question",
    "replies": "reply",
    "calendars": "calendar",
    "regions": "region",
    "coverage": "coverage",
    "letters": "letter",
}
"""What one record of a room is called, in commands and schema names."""


def room_of(kind: type[Record]) -> str:
    """The room that holds records of ``kind``."""
    return next(name for name, record in ROOMS.items() if record is kind)
