"""What a counting rule is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.deadlines.calendars import WorkingDays
from assistant.deadlines.steps import Step
from assistant.model import Length, Unit


@dataclass(frozen=True, slots=True)
class Task:
    """A count to make."""

    event: date
    """Day zero: the day of the event."""
    length: Length
    days: WorkingDays
    late: bool = False
    """Which reading to take where the law leaves two: the later (a body is not called late too
    early) or the earlier (a person is not told a day too many)."""
    base: Length | None = None
    """For an extension: the length of the period that is extended."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A count that was made."""

    nominal: date
    """The day the count ends, before any shift."""
    last: date
    """The last day in law."""
    steps: tuple[Step, ...]
    looked: tuple[date, date] | None
    """First and last day whose rest or work mattered; ``None`` where no calendar was used."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A counting rule: the units it can count in, and how."""

    units: frozenset[Unit]
    count: Callable[[Task], Answer]


CALENDAR_UNITS: frozenset[Unit] = frozenset({"days", "weeks", "months", "years"})
ALL_UNITS: frozenset[Unit] = CALENDAR_UNITS | {"working_days"}
