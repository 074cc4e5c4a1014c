"""Dated law: versions follow each other, content is not stale, calendars make sense."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from assistant.model import N_, Calendar, Limit, ServiceRule, Span

from .finding import Finding, Rooms, found

STALE = timedelta(days=365)
SATURDAY = 5


def versions(rooms: Rooms) -> Iterator[Finding]:
    """Versions stand in order and do not overlap: one day has one rule."""
    for room, record_id, record in rooms.records("limits", "services"):
        if not isinstance(record, Limit | ServiceRule):
            continue
        spans: list[Span] = list(record.versions)
        for i, (before, after) in enumerate(pairwise(spans), start=1):
            if before.until is None or before.until >= after.since:
                yield found(
                    "one-day-one-rule",
                    "error",
                    N_(
                        "{file} line {line}: this version starts {since} while the one before still holds; end that one with 'until: {until}'"
                    ),
                    **rooms.place(room, record_id, "versions", i),
                    since=str(after.since),
                    until=str(after.since - timedelta(days=1)),
                )
        yield from _turned(rooms, room, record_id, spans)


def _turned(rooms: Rooms, room: str, record_id: str, spans: list[Span]) -> Iterator[Finding]:
    for i, one in enumerate(spans):
        if one.until is not None and one.until < one.since:
            yield found(
                "span-in-order",
                "error",
                N_("{file} line {line}: 'until' lies before 'since'; exchange them or mend the year"),
                **rooms.place(room, record_id, "versions", i, "until"),
            )


def stale(rooms: Rooms) -> Iterator[Finding]:
    """Content that nobody has looked at for a year, or that claims to be checked in the future."""
    for room, record_id, record in rooms.records():
        checked = getattr(record, "checked", None)
        if not isinstance(checked, date):
            continue
        if checked > rooms.on:
            yield found(
                "checked-in-the-past",
                "error",
                N_("{file} line {line}: 'checked' lies in the future: {day}; write the day somebody looked"),
                **rooms.place(room, record_id, "checked"),
                day=str(checked),
            )
        elif rooms.on - checked > STALE:
            yield found(
                "checked-within-a-year",
                "warning",
                N_("{file} line {line}: last checked {day}, over a year ago; read the source again"),
                **rooms.place(room, record_id, "checked"),
                day=str(checked),
            )


def calendars(rooms: Rooms) -> Iterator[Finding]:
    """Days stand in their year; only weekend days can be declared working days; provisional years say why."""
    for room, record_id, record in rooms.records("calendars"):
        if not isinstance(record, Calendar):
            continue
        for i, year in enumerate(record.years):
            place = rooms.place(room, record_id, "years", i)
            if any(day.year != year.year for day in (*year.off, *year.work)):
                yield found(
                    "calendar-year",
                    "error",
                    N_("{file} line {line}: a day of another year stands under {year}"),
                    **place,
                    year=year.year,
                )
            if any(day.weekday() < SATURDAY for day in year.work):
                yield found(
                    "calendar-work",
                    "error",
                    N_("{file} line {line}: under 'work' stands a day that is no Saturday or Sunday"),
                    **place,
                )
            if year.status == "provisional" and year.reason is None:
                yield found(
                    "calendar-reason",
                    "error",
                    N_("{file} line {line}: a provisional year needs 'reason': why it can change"),
                    **place,
                )
