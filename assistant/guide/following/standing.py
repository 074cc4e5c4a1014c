"""Where a step stands: to be sent, waited for, over with silence, or answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assistant.deadlines import Count, Result
from assistant.guide.casefile import Answered, CaseFile, Taken
from assistant.knowledge import Knowledge
from assistant.model import Limit, Outcome, Route

from .days import counted, days_of_step, final, kind_of, limits_of, route_in

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
    ends: tuple[Count, ...] = ()
    """All limits that end their time to answer."""
    longer: frozenset[str] = frozenset()
    """The limits that count an extended time of theirs."""

    def preferred(self, counts: tuple[Count, ...]) -> tuple[Count, ...]:
        """After more time was taken, what runs from the end of the longer time takes the place of all else."""
        after = tuple(one for one in counts if one.limit.after in self.longer) if self.extended else ()
        return after or counts


def stand(knowledge: Knowledge, case: CaseFile, taken: Taken, on: date) -> Standing | None:
    """Where a step stands on the day ``on``; ``None`` for a step without a route."""
    if taken.route is None or not kind_of(knowledge, taken.route):
        return None
    route = route_in(knowledge, case, taken.route)
    days = days_of_step(knowledge, case, taken)
    limits = limits_of(knowledge, route)
    longer = frozenset(one.extension.limit for one in limits if one.extension is not None)
    place = case.place_of(taken.route)
    results = counted(knowledge, limits, days, place, on)
    extended = _took_more_time(knowledge, taken, results)
    if extended:
        results = counted(knowledge, _lengthened(knowledge, limits), days, place, on)
    now = Standing("to_send", route, days, results, extended=extended, longer=longer)
    answer = final(knowledge, taken)
    if answer is not None:
        return replace(now, state="answered", outcome=answer[1], answer=answer[0])
    if taken.sent is None and taken.arrived is None:
        return now
    ends = _ends(now, taken.arrived or taken.sent)
    if not ends:
        unknown = route.arrival is not None and taken.arrived is None
        return replace(now, state="to_tell" if unknown else "waiting")
    latest = max(ends, key=lambda one: one.late_from)
    over = on >= latest.late_from
    return replace(
        now, state="silent" if over else "waiting", until=latest, outcome="silence" if over else None, ends=tuple(ends)
    )


def _took_more_time(knowledge: Knowledge, taken: Taken, results: tuple[Result, ...]) -> bool:
    """Whether they told that they need longer; where the law wants that within the first time, only if they did."""
    told = [
        one.day for one in taken.answered if one.reply in knowledge.replies and knowledge.replies[one.reply].extends
    ]
    ends = [
        one.last_day
        for one in results
        if isinstance(one, Count) and one.limit.extension is not None and one.limit.extension.told_within
    ]
    return bool(told) and (not ends or min(told) <= max(ends))


def _lengthened(knowledge: Knowledge, limits: list[Limit]) -> list[Limit]:
    """The limits after the other side took more time: the longer ones, and what follows them."""
    longer = {one.id: one.extension.limit for one in limits if one.extension is not None}
    kept = [one for one in limits if one.id not in longer]
    kept += [knowledge.limits[one] for one in longer.values() if one not in {limit.id for limit in kept}]
    ends = set(longer.values())  # these are counted from the first period, and stay as they are
    return [
        one.model_copy(update={"after": longer[one.after]}) if one.after in longer and one.id not in ends else one
        for one in kept
    ]


def _ends(now: Standing, out: date | None) -> list[Count]:
    """The limits that end their time to answer; else a time after which the next way opens, or one may ask again."""
    route, counts = now.route, [one for one in now.results if isinstance(one, Count)]
    theirs = [one for one in counts if one.limit.who == "body" and one.limit.kind == "act"]
    if not now.extended:
        theirs = [one for one in theirs if one.limit.id not in now.longer]
    named = {*route.awaits, *(now.longer if now.extended else ())}
    if route.awaits:
        return [one for one in theirs if one.limit.id in named]
    # Counted from the arrival, or from something that came after it: the case was taken in, say.
    found = [one for one in theirs if _from(one, route) or (out is not None and one.event_day >= out)]
    if found:
        return found
    waits = [one for one in counts if one.limit.kind == "wait" and _from(one, route)]
    asks = [one for one in counts if one.is_reminder and _from(one, route)]
    return waits or sorted(asks, key=lambda one: one.last_day)[:1]


def _from(one: Count, route: Route) -> bool:
    """Whether a limit was counted from the day of arrival."""
    return bool(one.steps) and one.steps[0].name == route.arrival
