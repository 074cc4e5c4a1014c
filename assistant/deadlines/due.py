"""All limits of a route, counted for the days a person knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from assistant.model import N_, Calendar, ContentError, Limit, LimitVersion, ServiceRule

from .calendars import Lookup, WorkingDays, place_for, working_days
from .count import Begin, count, version_on
from .errors import NotInForceError, check_event_day
from .result import Count, Open, Result
from .service import derive
from .steps import Step


@dataclass(frozen=True)
class Law:
    """The records that counting needs: rooms of the knowledge, or dictionaries."""

    calendars: Lookup[Calendar]
    services: tuple[ServiceRule, ...] = ()
    limits: Lookup[Limit] = field(default_factory=dict)
    """Where ``Limit.after`` is looked up when the route does not list that limit itself."""


def due(
    limits: Iterable[Limit],
    events: Mapping[str, date],
    law: Law,
    place: str | None = None,
    today: date | None = None,
) -> tuple[Result, ...]:
    """Count every limit that can be counted; the counted ones come first, else the order stays.

    ``events`` holds the days that are known. A day that only follows from another (a letter posted,
    a notice published, the end of an earlier limit) is derived, and the steps say so. ``place`` is the
    place the person named; its calendar serves the limits of its country and of the European Union.
    Days to come may be tried out. With ``today``, limits without a known day still show the wording
    in force today. Raises ``InputError`` for days that cannot be right.
    """
    for name, day in events.items():
        check_event_day(name, day)
    results = _Desk(tuple(limits), events, law, place, today).all()
    return tuple(sorted(results, key=lambda result: not isinstance(result, Count)))


def count_one(limit: Limit, event_day: date, law: Law, place: str | None = None) -> Result:
    """Count one limit from the day of the event that starts it, whatever else is known."""
    return due((limit,), {limit.starts: event_day}, law, place)[0]


class _Desk:
    """One call of ``due``: what was asked, and what was already counted."""

    def __init__(
        self,
        limits: tuple[Limit, ...],
        events: Mapping[str, date],
        law: Law,
        place: str | None,
        today: date | None,
    ) -> None:
        self.limits = limits
        self.listed = {limit.id: limit for limit in limits}
        self.events = events
        self.law = law
        self.place = place
        self.today = today
        self.done: dict[str, Result | None] = {}
        self.offices: dict[str, WorkingDays] = {}

    def all(self) -> list[Result]:
        return [self.result(limit) for limit in self.limits]

    def result(self, limit: Limit) -> Result:
        """The result for ``limit``, counted once."""
        if limit.id in self.done:
            found = self.done[limit.id]
            if found is None:
                raise ContentError(N_("{limit}: the limits under 'after' lead back to this one"), limit=limit.id)
            return found
        self.done[limit.id] = None
        found = self.done[limit.id] = self.counted(limit)
        return found

    def counted(self, limit: Limit) -> Result:
        days = self.working_days(limit)
        start = self.start(limit, days)
        if start is None:
            return Open(limit, self.wording(limit), "no-event")
        day, begin = start
        try:
            return count(limit, day, days, base=self.before(limit), begin=begin)
        except NotInForceError:
            return Open(limit, None, "not-in-force", day, begin.steps if begin else ())

    def start(self, limit: Limit, days: WorkingDays) -> tuple[date, Begin | None] | None:
        """Day zero and the steps to it: the event, a rule of service, or the end of another limit."""
        if limit.once is not None and limit.once in self.events:
            day = self.events[limit.once]
            return day, Begin((Step("event", day, name=limit.once),))
        if limit.starts in self.events:
            return self.events[limit.starts], None
        served = derive(limit.starts, self.events, self.law.services, days)
        if served is not None:
            return served.day, Begin(served.steps, served.provisional)
        before = self.before(limit)
        # An extension is counted from the first event, never from the end of the first period alone.
        if before is None or _extends(limit):
            return None
        earlier = self.result(before)
        if not isinstance(earlier, Count):
            return None
        # A person's own time is counted from the earliest end of the other side's: before any shift.
        strict = limit.who == "you" and before.who == "body"
        ends = earlier.nominal if strict else earlier.ends
        counted = tuple(step for step in earlier.steps if not (strict and step.kind in ("rest", "next")))
        return ends, Begin((*counted, Step("after", ends, name=before.id)), earlier.provisional)

    def before(self, limit: Limit) -> Limit | None:
        if limit.after is None:
            return None
        if limit.after in self.listed:
            return self.listed[limit.after]
        if limit.after in self.law.limits:
            return self.law.limits[limit.after]
        return None

    def wording(self, limit: Limit) -> LimitVersion | None:
        """The wording of today, to be told where nothing can be counted."""
        try:
            return None if self.today is None else version_on(limit, self.today)
        except NotInForceError:
            return None

    def working_days(self, limit: Limit) -> WorkingDays:
        place = place_for(limit, self.place)
        if place not in self.offices:
            self.offices[place] = working_days(place, self.law.calendars)
        return self.offices[place]


def _extends(limit: Limit) -> bool:
    return any(version.counting == "eu-1182-extension" for version in limit.versions)
