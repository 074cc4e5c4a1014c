"""Where a step stands: to be sent, waited for, over with silence, or answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Literal

from assistant.deadlines import Count, Result
from assistant.guide.casefile import Answered, CaseFile, Taken
from assistant.knowledge import Knowledge
from assistant.model import Limit, Outcome, Route

from .days import counted, days_of_step, final, known_route, route_in

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
    shift: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Limits in whose place another one ends their time: the longer one, or the one that was counted from the day on
    which they took the case in. What comes after the one comes after the other."""


def stand(knowledge: Knowledge, case: CaseFile, taken: Taken, on: date) -> Standing | None:
    """Where a step stands on the day ``on``; ``None`` for a step without a route."""
    if taken.route is None or not known_route(knowledge, taken):
        return None
    route = route_in(knowledge, case, taken.route)
    days = days_of_step(knowledge, case, taken)
    limits = [knowledge.limits[one] for one in route.limits]
    longer = frozenset(one.extension.limit for one in limits if one.extension is not None)
    place = case.place_of(taken.route)
    results = counted(knowledge, limits, days, place, on)
    extended = _took_more_time(knowledge, taken, results)
    shift = _shift(route, limits, results, extended=extended)
    if shift:
        results = counted(knowledge, shifted(knowledge, limits, shift), days, place, on)
    now = Standing("to_send", route, days, results, extended=extended, longer=longer, shift=MappingProxyType(shift))
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


def _shift(route: Route, limits: list[Limit], results: tuple[Result, ...], *, extended: bool) -> dict[str, str]:
    """Which limit takes the place of which."""
    found = {one.id: one.extension.limit for one in limits if one.extension is not None} if extended else {}
    awaited = {one.limit.id for one in results if isinstance(one, Count) and one.limit.id in route.awaits}
    later = [
        one
        for one in results
        if isinstance(one, Count)
        and one.limit.who == "body"
        and one.limit.kind == "act"
        and one.limit.applies is None
        and one.limit.id in awaited
        and (not _from(one, route) or one.limit.id in found)
    ]
    if later:
        end = max(later, key=lambda one: one.late_from).limit.id
        waits = [one.id for one in limits if one.kind == "wait" and one.who == "body" and one.applies is None]
        found |= {one: found.get(end, end) for one in (*waits, *_followed(limits)) if one not in found and one != end}
    return found


def _followed(limits: list[Limit]) -> list[str]:
    """What the person's own limits come after, apart from the limits that the route itself lists."""
    listed = {one.id for one in limits}
    return [
        one.after for one in limits if one.who == "you" and one.after and one.after not in listed and not one.applies
    ]


def shifted(knowledge: Knowledge, limits: list[Limit], shift: Mapping[str, str]) -> list[Limit]:
    """The limits with others in the place of those that ended otherwise."""
    longer = {new for old, new in shift.items() if old in {one.id for one in limits}}
    ends = set(shift.values())  # these are counted from the first period, and stay as they are
    kept = [one for one in limits if one.id not in shift or one.extension is None]
    kept += [knowledge.limits[one] for one in sorted(longer) if one not in {limit.id for limit in kept}]
    return [
        one.model_copy(update={"after": shift[one.after]})
        if one.after and one.after in shift and one.id not in ends
        else one
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
