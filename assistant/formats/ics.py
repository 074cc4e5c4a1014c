"""Calendar files. They go to clouds and telephones: titles are neutral, and nothing else is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from assistant.text import clean_line

if TYPE_CHECKING:
    from icalendar import Alarm, Event

SUFFIX = ".ics"
MEDIA_TYPE = "text/calendar; charset=utf-8"
_HOUR = timedelta(hours=9)
"""When the alarm sounds: nine in the morning, wherever the calendar is."""


@dataclass(frozen=True)
class Revision:
    """What makes a later file replace the entries of an earlier one (RFC 5546)."""

    number: int
    """Grows with each change of what the entry belongs to."""
    made: date
    """The day on which the file is made: it decides between files of one number."""
    cancelled: bool = False
    """The entry holds no more: the calendar takes it out."""


@dataclass(frozen=True)
class Reminder:
    """A day to remember."""

    uid_seed: str
    """Names the entry: the same seed later replaces the entry. It is hashed, so it may be telling."""
    day: date
    summary: str
    """The title. The caller keeps it neutral: calendars are seen by others."""
    alarm_days_before: tuple[int, ...] = (7, 1)
    revision: Revision | None = None


def write_calendar(entries: Sequence[Reminder]) -> bytes:
    """A calendar file with one whole-day entry for each reminder, in the given order.

    The same entries give the same bytes: no clock is asked, and the time stamp of an entry without a revision is its
    own day. Raises ``ValueError`` when two entries share a seed, because one would replace the other.
    """
    from icalendar import Calendar

    seeds = [entry.uid_seed for entry in entries]
    if len(set(seeds)) < len(seeds):
        raise ValueError("two reminders share a uid seed")
    calendar = Calendar()
    calendar.add("prodid", "-//Reminders//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: Reminder) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{sha256(entry.uid_seed.encode()).hexdigest()[:32]}@reminder.invalid")
    event.add("dtstamp", _midnight(entry.day if entry.revision is None else entry.revision.made))
    event.add("dtstart", entry.day)
    event.add("summary", clean_line(entry.summary))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if entry.revision is not None:
        event.add("last-modified", _midnight(entry.revision.made))
        event.add("sequence", entry.revision.number)
        event.add("status", "CANCELLED" if entry.revision.cancelled else "CONFIRMED")
    for days in entry.alarm_days_before:
        event.add_component(_alarm(entry, days))
    return event


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _alarm(entry: Reminder, days: int) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean_line(entry.summary))
    alarm.add("trigger", _HOUR - timedelta(days=days))
    return alarm
