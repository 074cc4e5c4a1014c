"""What can go wrong in a count, by name."""

from __future__ import annotations

from datetime import date, datetime

from assistant.model import N_, InputError, RecourseError

FIRST_YEAR = 1950
LAST_YEAR = 2099


class NotInForceError(RecourseError):
    """The law we know has no such rule on that day. Never replaced by another day's law."""


def check_event_day(event: str, day: date, today: date | None = None) -> None:
    """Raise ``InputError`` when ``day`` cannot be the day of ``event``.

    With ``today`` a later day is refused too: an event has happened. Without it, days to come may
    be tried out.
    """
    if isinstance(day, datetime):
        # A point in time has a zone and could fall on another day elsewhere; a day cannot.
        raise TypeError("a day is wanted, not a point in time")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InputError(
            N_("{event}: the year of {day} cannot be right. Give a day from {first} to {last}, like 2026-11-06."),
            event=event,
            day=day.isoformat(),
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    if today is not None and day > today:
        raise InputError(
            N_("{event}: {day} is still to come. Give the day on which it happened."),
            event=event,
            day=day.isoformat(),
        )
