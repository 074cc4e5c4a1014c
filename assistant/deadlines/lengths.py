"""Adding a length to a day: day zero is never counted, months end on the same date."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from assistant.model import Length, Unit

from .calendars import DAY, WorkingDays, span
from .steps import Step

MONTHS: dict[Unit, int] = {"months": 1, "years": 12}
DAYS: dict[Unit, int] = {"days": 1, "weeks": 7}


def add_months(day: date, months: int) -> date:
    """The same date ``months`` later, or the last day of that month where it has no such date."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add(day: date, length: Length) -> date:
    """The day on which ``length`` ends when ``day`` itself is not counted. Not for working days."""
    if length.unit in MONTHS:
        return add_months(day, length.number * MONTHS[length.unit])
    return day + timedelta(days=length.number * DAYS[length.unit])


def add_steps(day: date, length: Length) -> tuple[Step, ...]:
    """What ``add`` did."""
    end = add(day, length)
    first = Step("first", day + DAY)
    if length.unit == "days":
        return (first,) if length.number == 1 else (first, Step("day", end, number=length.number))
    if length.unit == "weeks":
        return first, Step("weeks", end, number=length.number)
    if end.day != day.day:
        return first, Step("month-end", end, number=length.number * MONTHS[length.unit])
    return first, Step("months" if length.unit == "months" else "years", end, number=length.number)


def add_working(day: date, number: int, days: WorkingDays, *, regional: bool = True) -> date:
    """The ``number``-th working day after ``day``."""
    for _ in range(number):
        day = days.following(day + DAY, regional=regional)
    return day


def working_steps(day: date, end: date, number: int, days: WorkingDays, *, regional: bool = True) -> tuple[Step, ...]:
    """What ``add_working`` did: every run of days it passed over, and every weekend day it counted."""
    steps = []
    resting: list[date] = []
    for one in span(day + DAY, end):
        if days.rests(one, regional=regional):
            resting.append(one)
            continue
        if resting:
            why = days.why(resting[0], resting[-1])
            steps.append(Step("skipped", resting[0], resting[-1], len(resting), why))
            resting = []
        if days.declared_working(one):
            steps.append(Step("worked", one))
    return (*steps, Step("working-day", end, number=number))
