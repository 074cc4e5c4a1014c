"""The working days of a place, ready for quick look-ups, and what is not certain about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol, TypeVar

from assistant.model import Calendar, Limit

from .steps import Why

DAY = timedelta(days=1)
SATURDAY = 5

EU = frozenset(
    "at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk".split()  # noqa: SIM905 - a list of 27 reads worse
)
"""The Member States of the European Union, as country codes."""

Code = Literal["no-calendar", "no-region", "no-year", "provisional-year"]
"""Why a date is provisional: we have no calendar of the place; only that of the country it lies in;
no entry for the year; or an entry made before the official notice."""

T_co = TypeVar("T_co", covariant=True)


class Lookup(Protocol[T_co]):
    """Records by id: a room of the knowledge, or a plain dictionary."""

    def __contains__(self, record_id: object, /) -> bool:
        """Whether there is one."""
        ...

    def __getitem__(self, record_id: str, /) -> T_co:
        """The record."""
        ...


@dataclass(frozen=True, slots=True)
class Provisional:
    """Why a counted date can still change."""

    code: Code
    place: str
    year: int
    reason: str | None = None
    """The calendar's own words, where it has some."""


class WorkingDays:
    """Which days a place works.

    A year without an entry counts Saturdays and Sundays as rest days, nothing else, and is reported
    by ``provisional``.
    """

    __slots__ = ("_coarse", "_known", "_off", "_regional", "_settled", "_work", "place")

    def __init__(self, place: str, calendar: Calendar | None = None) -> None:
        years = calendar.years if calendar is not None else ()
        self.place = place
        self._coarse = calendar is not None and calendar.id != place and not calendar.whole
        self._known = {year.year: year for year in years} if calendar is not None else None
        self._settled = frozenset(year.year for year in years if year.status == "official")
        self._off = frozenset(day for year in years for day in year.off)
        self._work = frozenset(day for year in years for day in year.work)
        self._regional = frozenset(day for year in years for day in year.regional)

    def rests(self, day: date, *, regional: bool = True) -> bool:
        """Whether ``day`` is no working day. ``regional=False`` looks at nation-wide days only."""
        if day in self._work:
            return False
        if day.weekday() >= SATURDAY:
            return True
        return day in self._off and (regional or day not in self._regional)

    def declared_working(self, day: date) -> bool:
        """Whether ``day`` is a Saturday or Sunday that was declared a working day."""
        return day in self._work

    def why(self, first: date, last: date) -> Why:
        """Why the days from ``first`` to ``last`` rest."""
        reasons = {
            "regional" if day in self._regional else "holiday"
            for day in span(first, last)
            if day in self._off and day.weekday() < SATURDAY
        }
        if not reasons:
            return "weekend"
        return "regional" if reasons == {"regional"} else "holiday"

    def following(self, day: date, *, regional: bool = True) -> date:
        """``day`` if it is a working day, or the first working day after it."""
        while self.rests(day, regional=regional):
            day += DAY
        return day

    def preceding(self, day: date) -> date:
        """``day`` if it is a working day everywhere in the place, or the last working day before it."""
        while self.rests(day):
            day -= DAY
        return day

    def provisional(self, first: date, last: date) -> Provisional | None:
        """What is not certain about the days from ``first`` to ``last``; ``None`` when all is settled."""
        if self._known is None:
            return Provisional("no-calendar", self.place, first.year)
        for number in range(first.year, last.year + 1):
            if number in self._settled:
                continue
            year = self._known.get(number)
            if year is None:
                return Provisional("no-year", self.place, number)
            return Provisional("provisional-year", self.place, number, year.reason)
        if self._coarse:
            return Provisional("no-region", self.place, first.year)
        return None


def span(first: date, last: date) -> Iterator[date]:
    """The days from ``first`` to ``last``, both included."""
    while first <= last:
        yield first
        first += DAY


def country_of(place: str) -> str:
    """``de`` for ``de-he``."""
    return place.partition("-")[0]


def place_for(limit: Limit, named: str | None) -> str:
    """Whose calendar counts for ``limit`` when a person named a place.

    The named place for limits of its country, and for limits of European Union law if it lies in the
    Union; else the place of the limit.

    A limit of Union law is one that is counted by Regulation 1182/71: its holidays are those of the
    State where the act is done (art. 2(1)), wherever the record was written.
    """
    if named is None or named == country_of(limit.place):
        return limit.place
    country = country_of(named)
    union = limit.place == "eu" or any(version.counting.startswith("eu-1182") for version in limit.versions)
    return named if country == country_of(limit.place) or (union and country in EU) else limit.place


def working_days(place: str, calendars: Lookup[Calendar]) -> WorkingDays:
    """The working days of ``place``: its own calendar, or its country's, or weekends only."""
    for name in (place, country_of(place)):
        if name in calendars:
            return _made(place, calendars[name])
    return WorkingDays(place)


_kept: dict[tuple[str, int], tuple[Calendar, WorkingDays]] = {}
"""Made once for each place and calendar; the calendar is kept with it, so that its number means it for ever."""


def _made(place: str, calendar: Calendar) -> WorkingDays:
    known = _kept.get((place, id(calendar)))
    if known is None:
        _kept[place, id(calendar)] = known = (calendar, WorkingDays(place, calendar))
    return known[1]
