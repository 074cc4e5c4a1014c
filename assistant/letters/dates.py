"""Reads days and months as people write them. What can be read in two ways is asked back, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.i18n import locales
from assistant.lexicon import everywhere

from .date_words import months as month_names
from .date_words import normal, split_weekday

FIRST_YEAR, LAST_YEAR = 1900, 2100
_LONGEST = 80

Fault = Literal["unreadable", "impossible", "no_year", "no_day", "no_month", "weekday"]


@dataclass(frozen=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)


@dataclass(frozen=True)
class Ambiguous:
    """More than one day can be meant."""

    readings: tuple[date, ...]


@dataclass(frozen=True)
class Unread:
    """No day was found, and why."""

    fault: Fault
    day: date | None = None
    """For ``weekday``: the day that was written, which falls on another day of the week."""


_YEAR_FIRST = re.compile(r"(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})\.?")
_SHORT = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{2})\.?")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CHINESE = re.compile(r"(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*月(?:份)?\s*(?:(\d{1,2})\s*[日号號]?)?")
_CHINESE_NO_YEAR = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?")
_MONTH_ONLY = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})|(\d{1,2})\s*[-/.]\s*(\d{4})")
_NO_YEAR = re.compile(r"\d{1,2}\s*[-/.]\s*\d{1,2}\.?")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_LEAD = re.compile(r"(?:(?:am|den|dem|vom|on|the)\s+)+")
_PIECES = re.compile(r"\d+|[^\W\d_]+")

_MOST_DAYS = 31
_LAST_SHORT_YEAR = 69
"""Years of two digits up to this one are in the 21st century."""


def read_day(text: str) -> date | Ambiguous | Unread:
    """The day meant by ``text``."""
    if len(text) > _LONGEST:
        return Unread("unreadable")
    plain = normal(text)
    weekday, rest = split_weekday(plain)
    lead = _LEAD.match(rest)
    found = _day(rest[lead.end() :] if lead else rest)
    if isinstance(found, date) and weekday is not None and found.isoweekday() != weekday:
        return Unread("weekday", found)
    return found


def read_month(text: str) -> Month | Ambiguous | Unread:
    """The month meant by ``text``; of a whole day, its month."""
    if len(text) > _LONGEST:
        return Unread("unreadable")
    plain = normal(text)
    month = _month(plain)
    if month is not None:
        return month if _make(str(month.year), str(month.month), "1") else Unread("impossible")
    if re.fullmatch(r"\d{4}\s*年?", plain):
        return Unread("no_month")
    found = read_day(text)
    if isinstance(found, date):
        return Month(found.year, found.month)
    if isinstance(found, Ambiguous) and len({(day.year, day.month) for day in found.readings}) == 1:
        return Month(found.readings[0].year, found.readings[0].month)
    return found


def _month(plain: str) -> Month | None:
    if found := _CHINESE.fullmatch(plain):
        return Month(int(found[1]), int(found[2])) if _is_year(found[1]) and not found[3] else None
    if found := _MONTH_ONLY.fullmatch(plain):
        return Month(int(found[1] or found[4]), int(found[2] or found[3]))
    numbers, months, strange = _pieces(plain)
    if not strange and len(months) == 1 and len(numbers) == 1 and _is_year(numbers[0]):
        return Month(int(numbers[0]), months[0])
    return None


Result = date | Ambiguous | Unread


def _day(plain: str) -> Result:
    for attempt in (_year_first, _year_last, _short, _chinese, _incomplete):
        found = attempt(plain)
        if found is not None:
            return found
    return _named(plain)


def _year_first(plain: str) -> Result | None:
    found = _YEAR_FIRST.fullmatch(plain) or _PACKED.fullmatch(plain)
    if not found:
        return None
    year, month, day = (group for group in found.groups() if group.isdecimal())
    return _one([_make(year, month, day)])


def _year_last(plain: str) -> Result | None:
    """With dots the day comes first; with strokes it depends on the country."""
    found = _YEAR_LAST.fullmatch(plain)
    if not found:
        return None
    first, mark, second, year = found.groups()
    return _one([_make(year, second, first), None if mark == "." else _make(year, first, second)])


def _short(plain: str) -> Result | None:
    """Two digits for the year: day, month and year can stand in three orders."""
    found = _SHORT.fullmatch(plain)
    if not found:
        return None
    first, _, second, third = found.groups()
    usual = [_make(_century(third), second, first), _make(_century(third), first, second)]
    return _one([*usual, _year_in_front(usual, first, second, third)])


def _year_in_front(usual: Iterable[date | None], year: str, month: str, day: str) -> date | None:
    """The third reading. On its own it counts only when the first number cannot be a day: a slip is no date."""
    return _make(_century(year), month, day) if any(usual) or int(year) > _MOST_DAYS else None


def _chinese(plain: str) -> Result | None:
    found = _CHINESE.fullmatch(plain)
    if not found:
        return None
    year, month, day = found.groups()
    return _one([_make(year if _is_year(year) else _century(year), month, day)]) if day else Unread("no_day")


def _incomplete(plain: str) -> Result | None:
    if _CHINESE_NO_YEAR.fullmatch(plain) or _NO_YEAR.fullmatch(plain):
        return Unread("no_year")
    return Unread("no_day") if _month(plain) is not None else None


def _named(plain: str) -> Result:
    numbers, months, strange = _pieces(plain)
    years = [one for one in numbers if _is_year(one)]
    days = [one for one in numbers if _is_short(one)]
    if strange or len(months) != 1 or len(years) + len(days) != len(numbers):
        return Unread("unreadable")
    month = str(months[0])
    match (years, days):
        case ([year], [day]):
            return _one([_make(year, month, day)])
        case ([], [first, second]):
            usual = [_make(_century(second), month, first)]
            return _one([*usual, _year_in_front(usual, first, month, second)])
        case ([], [_]):
            return Unread("no_year")
    return Unread("unreadable")


def _pieces(plain: str) -> tuple[list[str], list[int], bool]:
    """The numbers and months in the text, and whether there is anything else in it."""
    numbers: list[str] = []
    months: list[int] = []
    strange = False
    known, fillers = month_names(tuple(locales())), everywhere("date")
    for piece in _PIECES.findall(_ORDINAL.sub("", plain)):
        if piece.isdecimal():
            numbers.append(piece)
        elif piece in known:
            months.append(known[piece])
        elif piece not in fillers:
            strange = True
    return numbers, months, strange


def _is_year(number: str) -> bool:
    return len(number) == len("2026")


def _is_short(number: str) -> bool:
    return len(number) <= len("26")


def _century(year: str) -> str:
    """The year meant by two digits; no year at all for one digit."""
    if len(year) != len("26"):
        return "0"
    return f"20{year}" if int(year) <= _LAST_SHORT_YEAR else f"19{year}"


def _make(year: str, month: str, day: str) -> date | None:
    try:
        made = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return made if FIRST_YEAR <= made.year <= LAST_YEAR else None


def _one(readings: Iterable[date | None]) -> date | Ambiguous | Unread:
    days = tuple(dict.fromkeys(day for day in readings if day is not None))
    if not days:
        return Unread("impossible")
    return days[0] if len(days) == 1 else Ambiguous(days)
