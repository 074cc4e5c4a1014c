"""Where a step stands: to be sent, waited for, over with silence, or answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.deadlines import Count, Law, Result, due
from assistant.guide.casefile import Answered, CaseFile, Taken
from assistant.knowledge import Knowledge
from assistant.model import Limit, Outcome, Route

from .days import Came, counted, days_of_step, days_of_way, final, handed, known_route, own_counts, route_in, ways_on

State = Literal["to_send", "to_tell", "waiting", "silent", "answered"]


@dataclass(frozen=True)
class Standing:
    """Where a step stands on a day."""

    state: State
    """``to_tell``: it went out, and the day it arrived is not known. ``silent``: their time is over."""
    route: Route
    days: Mapping[str, date]
    results: tuple[Result, ...]
    """All limits of the route, counted."""
    until: Count | None = None
    """The limit after which silence has come, or, of kind ``reminder``, after which one may ask again."""
    outcome: Outcome | None = None
    answer: Answered | None = None
    extended: bool = False
    """Whether they took more time."""


def stand(knowledge: Knowledge, case: CaseFile, taken: Taken, on: date) -> Standing | None:
    """Where a step stands on the day ``on``; ``None`` for a step without a route."""
    if taken.route is None or not known_route(knowledge, taken):
        return None
    route = route_in(knowledge, case, taken.route)
    days = days_of_step(knowledge, case, taken)
    results = counted(knowledge, route, days, case.place_of(taken.route), on)
    answer = final(knowledge, taken)
    if answer is not None:
        return Standing("answered", route, days, results, None, answer[1], answer[0])
    if taken.sent is None and taken.arrived is None:
        return Standing("to_send", route, days, results)
    extended = any(knowledge.replies[one.reply].extends for one in taken.answered if one.reply in knowledge.replies)
    ends = _ends(knowledge, case, taken, route, days, results, extended=extended)
    if not ends:
        ends = [one for one in results if isinstance(one, Count) and one.limit.kind == "wait" and _from(one, route)]
    if not ends:
        asks = [one for one in results if isinstance(one, Count) and one.is_reminder and _from(one, route)]
        ends = sorted(asks, key=lambda one: one.last_day)[:1]
    if not ends:
        unknown = route.arrival is not None and taken.arrived is None
        return Standing("to_tell" if unknown else "waiting", route, days, results, extended=extended)
    over = _over(knowledge, case, taken, ends, on)
    if over is not None:
        return Standing("silent", route, days, results, over, "silence", None, extended)
    return Standing("waiting", route, days, results, _latest(ends), extended=extended)


def _over(knowledge: Knowledge, case: CaseFile, taken: Taken, ends: list[Count], on: date) -> Count | None:
    """The limit with which silence has come: the last of them, or the first where a time of one's own runs from it."""
    latest = _latest(ends)
    if on >= latest.late_from:
        return latest
    cases = [one for one in ends if one.limit.applies is not None]  # they exclude each other; the others follow in turn
    first = min(cases, key=lambda one: one.late_from, default=latest)
    if on >= first.late_from and _own_time_runs(knowledge, case, taken, on):
        return first
    return None


def _latest(ends: list[Count]) -> Count:
    return max(ends, key=lambda one: one.late_from)


def _ends(  # noqa: PLR0913 - what a step is made of
    knowledge: Knowledge,
    case: CaseFile,
    taken: Taken,
    route: Route,
    days: Mapping[str, date],
    results: tuple[Result, ...],
    *,
    extended: bool,
) -> list[Count]:
    """The limits that end their time to answer."""
    limits = [one.limit for one in results]
    longer = {one.extension.limit for one in limits if one.extension is not None}
    found = []
    for one in results:
        limit = one.limit
        if limit.who != "body" or limit.kind != "act" or limit.id in longer:
            continue
        if route.awaits and limit.id not in route.awaits:
            continue
        if not isinstance(one, Count) or not (route.awaits or _from(one, route) or _later(one, route, days)):
            continue
        if extended and limit.extension is not None:
            found += _longer(knowledge, case, taken, limit, days)
        else:
            found.append(one)
    return found


def _from(one: Count, route: Route) -> bool:
    """Whether a limit was counted from the day of arrival."""
    return bool(one.steps) and one.steps[0].name == route.arrival


def _later(one: Count, route: Route, days: Mapping[str, date]) -> bool:
    """Whether a limit was counted from something that happened after the arrival: the case was taken in, say."""
    return route.arrival is not None and route.arrival in days and one.event_day >= days[route.arrival]


def _longer(knowledge: Knowledge, case: CaseFile, taken: Taken, limit: Limit, days: Mapping[str, date]) -> list[Count]:
    extension = limit.extension
    if extension is None:
        return []
    law = Law(knowledge.calendars, tuple(knowledge.services), knowledge.limits)
    (result,) = due([knowledge.limits[extension.limit]], days, law, case.place_of(taken.route))
    return [result] if isinstance(result, Count) else []


def _own_time_runs(knowledge: Knowledge, case: CaseFile, taken: Taken, on: date) -> bool:
    """Whether a time of the person's own is counted on a way that opens with silence: then no day may be lost."""
    for way in ways_on(knowledge, case, taken, "silence"):
        if way.name in knowledge.routes:
            extra = handed(knowledge, case, Came(way.owner, way.step, "silence", None), way.name)
            days = days_of_way(knowledge, case, way.name, extra)
            if own_counts(counted(knowledge, route_in(knowledge, case, way.name), days, case.place_of(way.name), on)):
                return True
    return False
