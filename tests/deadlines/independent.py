"""A second counter, written from the words of the law sheets and not from our code (R15).

It walks one day at a time and knows nothing of ``assistant``. ``off``, ``work`` and ``regional`` are the days
of a calendar file. ``late`` asks for the later of two readings. Slow on purpose.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

Days = AbstractSet[date]
Calendar = tuple[Days, Days, Days]
"""Days off, working weekends, regional days."""
Length = tuple[int, str]


def tomorrow(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def yesterday(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def is_working(day: date, calendar: Calendar, *, everywhere: bool) -> bool:
    """``everywhere``: a holiday of one part of the country does not count as one."""
    off, work, regional = calendar
    if day in work:
        return True
    if day.strftime("%a") in {"Sat", "Sun"}:
        return False
    if everywhere and day in regional:
        return True
    return day not in off


def walk_calendar(event: date, length: Length) -> date:
    """Day zero is not counted; months and years end on the same date or on the month's last day."""
    number, unit = length
    if unit in {"months", "years"}:
        months = number * 12 if unit == "years" else number
        day, begun = event, 0
        while True:
            day = tomorrow(day)
            if day.day == 1:
                begun += 1
            if begun == months and (day.day == event.day or tomorrow(day).day == 1):
                return day
    left = number * 7 if unit == "weeks" else number
    day = event
    while left:
        day = tomorrow(day)
        left -= 1
    return day


def walk_working(event: date, number: int, calendar: Calendar, *, everywhere: bool) -> date:
    """Only working days count."""
    counted: list[date] = []
    day = event
    while len(counted) < number:
        day = tomorrow(day)
        if is_working(day, calendar, everywhere=everywhere):
            counted.append(day)
    return counted[-1]


def roll(day: date, calendar: Calendar, *, everywhere: bool = False) -> date:
    """A last day on a rest day becomes the first working day after it."""
    return (
        day
        if is_working(day, calendar, everywhere=everywhere)
        else roll(tomorrow(day), calendar, everywhere=everywhere)
    )


def calendar_end(event: date, length: Length) -> date:
    """Day by day to the last day of the month or year so many on."""
    months = event.year * 12 + event.month - 1 + length[0]
    year, month = (months // 12, months % 12 + 1) if length[1] == "months" else (event.year + length[0], 12)
    day = date(year, month, 28)
    while tomorrow(day).month == month:
        day = tomorrow(day)
    return day


def european(event: date, length: Length, calendar: Calendar, *, late: bool) -> tuple[date, date]:
    """Regulation 1182/71: nominal and last day."""
    everywhere = not late
    if length[1] == "working_days":
        end = walk_working(event, length[0], calendar, everywhere=everywhere)
        return end, end
    nominal = walk_calendar(event, length)
    last = roll(nominal, calendar, everywhere=everywhere)
    if length != (1, "days"):
        while True:
            inside = [date.fromordinal(n) for n in range(event.toordinal() + 1, last.toordinal() + 1)]
            if sum(is_working(day, calendar, everywhere=everywhere) for day in inside) >= 2:
                break
            last = tomorrow(last)
    return nominal, last


def extended(event: date, base: Length, extra: Length, calendar: Calendar, *, late: bool) -> tuple[date, date]:
    """GDPR art. 12(3): both ways to add, and the one that is wanted."""
    unit = base[1]
    if unit != extra[1]:
        raise ValueError(unit)
    together = european(event, (base[0] + extra[0], unit), calendar, late=late)
    end_of_first = european(event, base, calendar, late=late)[1]
    appended = european(end_of_first, extra, calendar, late=late)
    ordered = sorted([together, appended], key=lambda pair: (pair[1], pair[0]))
    return ordered[1] if late else ordered[0]


def count(
    rule: str,
    length: Length,
    event: date,
    calendar: Calendar,
    *,
    late: bool = False,
    base: Length | None = None,
) -> tuple[date, date, date]:
    """Nominal day, last day, safe day."""
    if rule in {"cn-calendar", "de-bgb"}:
        nominal = walk_calendar(event, length)
        last = roll(nominal, calendar)
    elif rule == "cn-working" or (rule == "plain" and length[1] == "working_days"):
        nominal = last = walk_working(event, length[0], calendar, everywhere=False)
    elif rule in {"cn-retention", "de-retention", "plain"}:
        nominal = last = walk_calendar(event, length)
    elif rule == "calendar-end":
        nominal = last = calendar_end(event, length)
    elif rule == "eu-1182":
        nominal, last = european(event, length, calendar, late=late)
    elif rule == "eu-1182-extension" and base is not None:
        nominal, last = extended(event, base, length, calendar, late=late)
    else:
        raise ValueError(rule)
    safe = nominal
    while not is_working(safe, calendar, everywhere=False):
        safe = yesterday(safe)
        if safe < event:
            safe = nominal
            break
    return nominal, last, safe
