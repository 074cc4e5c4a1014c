"""From a situation to a plan: routes in order, limits counted, letters, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from assistant.deadlines import Count, Law, Open, Result, due, words
from assistant.i18n import Translator
from assistant.knowledge import Knowledge, localise
from assistant.model import Body, Cite, Event, Letter, Limit, Place, Route, RouteUse, Situation

Events = Mapping[str, date]


@dataclass(frozen=True)
class Dated:
    """A limit with its dates, or with the reason why there are none. Texts are in the reader's language."""

    limit: Limit
    result: Result
    why: str
    """How it was counted, in words; empty where nothing was counted."""

    @property
    def count(self) -> Count | None:
        """The dates, if there are any."""
        return self.result if isinstance(self.result, Count) else None

    @property
    def says(self) -> str | None:
        """What the law says instead of a number, or what to know about this count."""
        version = self.limit.versions[self._version] if self._version is not None else None
        return None if version is None else (version.words if version.length is None else version.note)

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Where the limit stands."""
        version = self.result.version
        return version.sources if version is not None else self.limit.versions[-1].sources

    @property
    def _version(self) -> int | None:
        wanted = self.result.version
        if wanted is None:
            return None
        return next(
            (i for i, one in enumerate(self.limit.versions) if one.since == wanted.since and one.until == wanted.until),
            None,
        )


@dataclass(frozen=True)
class PlannedRoute:
    """One route of a plan."""

    route: Route
    """As it is in the person's place, where that place has rules of its own."""
    name: str
    """The id under which it was asked for: the same wherever the person is."""
    places: tuple[Place, ...]
    """Places that have rules of their own for it."""
    asks: str | None
    """How the place is asked for, where it counts for this route only."""
    use: RouteUse | None
    dates: tuple[Dated, ...]
    letters: tuple[Letter, ...]
    bodies: tuple[Body, ...]


@dataclass(frozen=True)
class Plan:
    """What to do, in which order. Routes of one stage run side by side."""

    situation: Situation
    stages: tuple[tuple[PlannedRoute, ...], ...]
    asked: tuple[Event, ...]
    """Days that start limits of this plan, in the order in which they matter."""

    def routes(self) -> tuple[PlannedRoute, ...]:
        """All routes, in order."""
        return tuple(one for stage in self.stages for one in stage)


@dataclass(frozen=True)
class Days:
    """What a person knows of their own case: days of events, and the place whose calendar counts."""

    events: Events
    place: str | None = None


def count_route(knowledge: Knowledge, route: Route, days: Days, tr: Translator, on: date) -> tuple[Dated, ...]:
    """The limits of a route counted: those with dates first."""
    law = Law(knowledge.calendars, tuple(knowledge.services), knowledge.limits)
    results = due([knowledge.limits[one] for one in route.limits], days.events, law, days.place, on)
    return tuple(dated(knowledge, one, tr) for one in results)


def dated(knowledge: Knowledge, result: Result, tr: Translator) -> Dated:
    """A counted limit with its words in the reader's language."""
    return Dated(localise(knowledge.limits[result.limit.id], tr), result, _why(result, tr))


def _why(result: Result, tr: Translator) -> str:
    return words(result.steps, tr) if isinstance(result, Count) else ""


def variant_of(route: Route, place: str | None) -> str | None:
    """The route that takes the place of ``route`` in ``place``, if that place has rules of its own."""
    return next((one.route for one in route.variants if one.place == place), None)


def plan_route(knowledge: Knowledge, route_id: str, days: Days, tr: Translator, on: date) -> PlannedRoute:
    """One route with everything it needs, in the reader's language."""
    asked_for = knowledge.routes[route_id]
    route = knowledge.routes[variant_of(asked_for, days.place) or route_id]
    return PlannedRoute(
        localise(route, tr),
        route_id,
        tuple(one.place for one in asked_for.variants),
        localise(asked_for, tr).place_question,
        None,
        count_route(knowledge, route, days, tr, on),
        tuple(localise(knowledge.letters[one], tr) for one in route.letters if knowledge.letters[one].span.covers(on)),
        tuple(localise(knowledge.bodies[one], tr) for one in route.bodies),
    )


def plan(knowledge: Knowledge, situation_id: str, days: Days, tr: Translator, on: date) -> Plan:
    """The plan for a situation. Routes that do not exist on the day ``on`` are left out."""
    situation = localise(knowledge.situations[situation_id], tr)
    stages: dict[int, list[PlannedRoute]] = {}
    for use in situation.routes:
        if knowledge.routes[use.route].span.covers(on):
            planned = replace(plan_route(knowledge, use.route, days, tr, on), use=use)
            stages.setdefault(use.stage, []).append(planned)
    ordered = tuple(tuple(stages[number]) for number in sorted(stages))
    return Plan(situation, ordered, asked(knowledge, ordered, tr))


def asked(knowledge: Knowledge, stages: tuple[tuple[PlannedRoute, ...], ...], tr: Translator) -> tuple[Event, ...]:
    """The days that start limits of these routes, in order."""
    names = dict.fromkeys(
        dated.limit.starts
        for stage in stages
        for planned in stage
        for dated in planned.dates
        if not (isinstance(dated.result, Open) and dated.result.why == "no-number")
    )
    return tuple(localise(knowledge.events[name], tr) for name in names)
