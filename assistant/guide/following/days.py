"""Which days count for a step: its own, and those that an earlier step hands on. Nothing is taken over by its name alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assistant.deadlines import Count, Law, Result, due
from assistant.guide.casefile import Answered, CaseFile, Taken
from assistant.guide.planning import variant_of
from assistant.guide.starting import starting_events
from assistant.knowledge import Knowledge
from assistant.model import Limit, Outcome, Route, Step

REMINDER = "reminder"


@dataclass(frozen=True)
class Way:
    """A way on."""

    name: str
    """Its route."""
    owner: Taken
    """The step whose days are handed on."""
    step: Step
    own: bool = False
    """Whether it belongs to the kind of answer, not to the route."""


@dataclass(frozen=True)
class Came:
    """How one step led to another."""

    owner: Taken
    """The step whose days are handed on: the one that is followed, or the one that a reminder reminded of."""
    step: Step
    outcome: Outcome
    day: date | None
    """The day the answer came; ``None`` after silence."""


def route_in(knowledge: Knowledge, case: CaseFile, name: str) -> Route:
    """A route as it is where the case plays."""
    route = knowledge.routes[name]
    variant = variant_of(route, case.place_of(name))
    return knowledge.routes[variant] if variant is not None else route


def kind_of(knowledge: Knowledge, route: str | None) -> str:
    """The kind of a route; empty where we do not have it, as in a case of another version, and for a step without one."""
    return knowledge.routes[route].kind if route is not None and route in knowledge.routes else ""


def final(knowledge: Knowledge, taken: Taken) -> tuple[Answered, Outcome] | None:
    """The last answer that was one, and what it was; ``None`` while it is waited for."""
    for one in reversed(taken.answered):
        outcome = knowledge.replies[one.reply].outcome if one.reply in knowledge.replies else "waiting"
        if outcome != "waiting":
            return one, outcome
    return None


def became(knowledge: Knowledge, taken: Taken) -> tuple[Outcome, str | None, date | None]:
    """What became of a step: the outcome, the kind of answer and its day; without an answer it is silence."""
    answer = final(knowledge, taken)
    return ("silence", None, None) if answer is None else (answer[1], answer[0].reply, answer[0].day)


def ways_on(
    knowledge: Knowledge, case: CaseFile, taken: Taken, outcome: Outcome, reply: str | None = None
) -> Iterator[Way]:
    """The ways on from a step, in order. What answers a reminder answers the letter it reminds of."""
    if taken.route is None or not kind_of(knowledge, taken.route):
        return
    route = route_in(knowledge, case, taken.route)
    own: Step = getattr(route.next, outcome)
    special = knowledge.replies[reply].step if reply is not None and reply in knowledge.replies else None
    if special is not None:
        yield from (Way(name, taken, special, own=True) for name in special.routes)
    reminded = case.step(taken.follows) if route.kind == REMINDER else None
    if reminded is not None:
        first = ways_on(knowledge, case, reminded, outcome)
        yield from (one for one in first if kind_of(knowledge, one.name) != REMINDER)
    yield from (Way(name, taken, own) for name in own.routes)


def came_by(knowledge: Knowledge, case: CaseFile, taken: Taken) -> Came | None:
    """How an earlier step led to this one; ``None`` for a step that follows nothing."""
    before = case.step(taken.follows)
    if before is None or taken.route is None:
        return None
    outcome, reply, day = became(knowledge, before)
    for way in ways_on(knowledge, case, before, outcome, reply):
        if way.name == taken.route:
            return Came(way.owner, way.step, outcome, day)
    return None


def handed(knowledge: Knowledge, case: CaseFile, came: Came, to: str) -> dict[str, date]:
    """The days that a step hands on to the route ``to``, which follows it.

    The day on which the earlier letter arrived is not handed to a route that begins with an arrival of the same name:
    there it is the day of the new letter.
    """
    known = days_of_step(knowledge, case, came.owner)
    fresh = route_in(knowledge, case, to).arrival
    kept = {name: known[name] for name in came.step.keeps if name in known and name != fresh}
    return kept | ({} if came.day is None else dict.fromkeys(came.step.answer, came.day))


def days_of_step(knowledge: Knowledge, case: CaseFile, taken: Taken) -> dict[str, date]:
    """Every day that counts for a step: what was told for it before what was told for its route, and that before all else."""
    if taken.route is None or not kind_of(knowledge, taken.route):
        return {}
    route = route_in(knowledge, case, taken.route)
    found = {name: day for name, day in case.days.items() if "/" not in name}
    came = came_by(knowledge, case, taken)
    if came is not None:
        found |= handed(knowledge, case, came, taken.route)
    of_route = prefixed(case.days, f"{taken.route}/")
    if len(case.on_route(taken.route)) > 1 and route.arrival is not None:
        of_route.pop(route.arrival, None)  # each of several letters has a day of its own
    found |= of_route
    if route.arrival is not None and taken.arrived is not None:
        found[route.arrival] = taken.arrived
    for one in taken.answered:
        event = knowledge.replies[one.reply].event if one.reply in knowledge.replies else None
        if event is not None:
            found[event] = one.day
    answer = final(knowledge, taken)
    if answer is not None:  # a refusal can start a time on this very way: to object to it
        own: Step = getattr(route.next, answer[1])
        mine = starting_events(knowledge, limits_of(knowledge, route))
        found |= {name: answer[0].day for name in own.answer if name in mine}
    return found | prefixed(case.days, f"#{taken.number}/")


def days_of_way(knowledge: Knowledge, case: CaseFile, name: str, extra: Mapping[str, date]) -> dict[str, date]:
    """The days that count for a route on which no step was taken yet: told ones, and those handed on."""
    told = {one: day for one, day in case.days.items() if "/" not in one}
    mine = prefixed(case.days, f"{name}/")
    route = route_in(knowledge, case, name)
    if route.arrival is not None and route.arrival not in extra:
        mine.pop(route.arrival, None)  # nothing was handed in yet
        told.pop(route.arrival, None)
    return told | dict(extra) | mine


def days_towards(knowledge: Knowledge, case: CaseFile, taken: Taken | None, name: str) -> dict[str, date]:
    """The days that count for the route ``name`` when it is taken after a step, whatever became of that step."""
    came = None
    if taken is not None and kind_of(knowledge, taken.route):
        came = came_by(knowledge, case, replace(taken, number=0, route=name, follows=taken.number))
    extra = {} if came is None else handed(knowledge, case, came, name)
    return days_of_way(knowledge, case, name, extra)


def prefixed(days: Mapping[str, date], prefix: str) -> dict[str, date]:
    """The days whose names begin with ``prefix``, without it."""
    return {name.removeprefix(prefix): day for name, day in days.items() if name.startswith(prefix)}


def counted(
    knowledge: Knowledge, limits: Iterable[Limit], days: Mapping[str, date], place: str | None, on: date
) -> tuple[Result, ...]:
    """The limits of a route, counted; none where no day is known."""
    if not days:
        return ()
    law = Law(knowledge.calendars, tuple(knowledge.services), knowledge.limits)
    return due(limits, days, law, place, on)


def limits_of(knowledge: Knowledge, route: Route) -> list[Limit]:
    """The limits of a route."""
    return [knowledge.limits[one] for one in route.limits]


def own_counts(results: tuple[Result, ...]) -> tuple[Count, ...]:
    """The person's own limits that have dates."""
    return tuple(
        one for one in results if isinstance(one, Count) and one.limit.who == "you" and one.limit.kind == "act"
    )
