"""The plan of one person: each route counted with the days that belong to it."""

from __future__ import annotations

from dataclasses import replace

from assistant.i18n import Translator
from assistant.knowledge import localise
from assistant.model import Event

from .advisor import Adviser
from .planning import Plan, PlannedRoute, asked
from .session import Session
from .starting import starting_events


def plan_of(adviser: Adviser, session: Session, situation: str, tr: Translator) -> Plan:
    """The plan for a situation, each route with its own days."""
    plan = adviser.plan(situation, session.days(), tr, session.place)
    own = {name.partition("/")[0] for name in session.events if "/" in name} | set(session.own_places)
    stages = tuple(
        tuple(
            replace(adviser.route(one.name, session.days(one.name), tr, session.place_of(one.name)), use=one.use)
            if one.name in own
            else one
            for one in stage
        )
        for stage in plan.stages
    )
    return replace(plan, stages=stages)


def route_of(adviser: Adviser, session: Session, route: str, situation: str | None, tr: Translator) -> PlannedRoute:
    """One route with its own days, and why it fits the situation, where there is one."""
    planned = adviser.route(route, session.days(route), tr, session.place_of(route))
    if situation is None:
        return planned
    uses = localise(adviser.knowledge.situations[situation], tr).routes
    return replace(planned, use=next((one for one in uses if one.route == route), None))


def days_of(adviser: Adviser, planned: PlannedRoute, tr: Translator) -> tuple[Event, ...]:
    """The days that start limits of a route, and days from which those follow, in order."""
    first = {one.id: one for one in asked(adviser.knowledge, ((planned,),), tr)}
    counted = [one.limit for one in planned.dates if one.limit.starts in first]
    more = [name for name in starting_events(adviser.knowledge, counted) if name not in first]
    return (*first.values(), *(localise(adviser.knowledge.events[name], tr) for name in more))
