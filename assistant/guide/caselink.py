"""Between a case and a way through the program: what the case knows is known on every page, and what is told there is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from assistant.knowledge import Knowledge
from assistant.letters import Raw
from assistant.model import Arrived, Happened, Letter, LetterField, Outcome, Sits

from .casefile import CaseFile, Taken
from .following import Item, days_of_step, days_towards, route_in, stand
from .following.days import final
from .session import Session

Told = tuple[type[Any], dict[str, Any]]
"""A kind of change and its parts."""


def session_of(knowledge: Knowledge, case: CaseFile) -> Session:
    """What the case knows, for the pages of situation, plan and routes."""
    events = {name: day for name, day in case.days.items() if not name.startswith("#")}
    for route in dict.fromkeys(one.route for one in case.steps if one.route is not None):
        latest = case.on_route(route)[-1]
        events |= {f"{route}/{name}": day for name, day in days_of_step(knowledge, case, latest).items()}
    return Session(
        situation=case.situation,
        events=MappingProxyType(events),
        place=case.place,
        own_places=case.own_places,
    )


def session_for(knowledge: Knowledge, case: CaseFile, item: Item, route: str | None = None) -> Session:
    """The same, on the way of one thing to do: days that are handed on count there."""
    session = session_of(knowledge, case)
    name = route or item.route
    if name is None:
        return session
    follows = item.step if item.kind not in ("begin", "send", "end") else None
    days = item.days if name == item.route else days_towards(knowledge, case, case.step(follows), name)
    handed = {f"{name}/{event}": day for event, day in days.items()}
    return replace(session, events=MappingProxyType({**session.events, **handed}), follows=follows)


def prefilled(
    knowledge: Knowledge,
    case: CaseFile,
    session: Session,
    letter: Letter,
    route: str | None,
    on: date | None = None,
) -> Session:
    """The session with a letter begun that follows an earlier one: what that one says is filled in, to be checked.

    ``on`` is today: without it nothing is filled in that depends on whether their time is over.
    """
    before = case.step(session.follows)
    if before is None:
        return _as_known(case, letter, session.write(letter, None, route))
    days = session.days(route)
    known: dict[str, Raw] = {}
    for field in letter.fields:
        found = (
            _same(field, before) or _earlier(knowledge, field, before) or _chosen(knowledge, case, field, before, on)
        )
        if found is not None:
            known[field.id] = found
        elif field.event is not None and field.event in days:
            known[field.id] = days[field.event].isoformat()
    fresh = replace(session, fields=MappingProxyType({}), filing=before.locale or session.filing)
    begun = fresh.write(letter, None, route)
    return replace(begun, fields=MappingProxyType({**begun.fields, **known}))


def _as_known(case: CaseFile, letter: Letter, session: Session) -> Session:
    """Who the person is was told in an earlier letter of the case; nothing else of it is taken over."""
    last = next((one for one in reversed(case.steps) if one.answers), None)
    if last is None:
        return session
    known = {one.id: last.answers[one.id] for one in letter.fields if one.group == "you" and one.id in last.answers}
    return replace(session, fields=MappingProxyType({**known, **session.fields}))


def _same(field: LetterField, before: Taken) -> Raw | None:
    """What was answered under the same name; never whom the earlier letter went to, nor its choices."""
    if field.group == "recipient" or field.kind in ("choice", "yes_no") or field.earlier is not None:
        return None
    if field.event is not None or field.kind == "date":
        return None  # days come from the case
    return before.answers.get(field.id)


def _earlier(knowledge: Knowledge, field: LetterField, before: Taken) -> Raw | None:
    match field.earlier:
        case "recipient":
            return _recipient(knowledge, field, before)
        case "dated":
            return before.made.isoformat()
        case "sent":
            return _iso(before.sent)
        case "received":
            return _iso(before.arrived)
        case "answered":
            answer = final(knowledge, before)
            return _iso(answer[0].day if answer is not None else None)
        case _:
            return None


def _recipient(knowledge: Knowledge, field: LetterField, before: Taken) -> Raw | None:
    """Whom the earlier letter went to: as it was chosen where an addressee is asked for, else the name alone."""
    if field.kind != "body":
        return before.recipient or None
    if before.letter is None or before.letter not in knowledge.letters:
        return None
    fields = knowledge.letters[before.letter].fields
    to = next((one.id for one in fields if one.kind == "body" and one.group == "recipient"), None)
    return before.answers.get(to) if to is not None else None


def _chosen(knowledge: Knowledge, case: CaseFile, field: LetterField, before: Taken, on: date | None) -> str | None:
    outcome = outcome_of(knowledge, case, before, on)
    names = {before.route}
    if before.route is not None and before.route in knowledge.routes:
        names.add(route_in(knowledge, case, before.route).id)
    for option in field.options:
        here = not option.routes or bool(set(option.routes) & names)
        so = not option.outcomes or outcome in option.outcomes
        if (option.routes or option.outcomes) and here and so:
            return option.id
    return None


def outcome_of(knowledge: Knowledge, case: CaseFile, taken: Taken, on: date | None) -> Outcome | None:
    """What became of a step; ``None`` while its answer is waited for, or where that is not known."""
    answer = final(knowledge, taken)
    if answer is not None:
        return answer[1]
    now = stand(knowledge, case, taken, on) if on is not None else None
    return now.outcome if now is not None else None


def told_between(knowledge: Knowledge, case: CaseFile, old: Session, new: Session) -> Iterator[Told]:
    """The changes that make the case know what was told on a page."""
    for name in dict.fromkeys((*old.events, *new.events)):
        if old.events.get(name) != new.events.get(name):
            yield _day(knowledge, case, name, new.events.get(name))
    if old.place != new.place:
        yield Sits, {"place": new.place}
    for route in dict.fromkeys((*old.own_places, *new.own_places)):
        if old.own_places.get(route) != new.own_places.get(route):
            yield Sits, {"place": new.own_places.get(route), "route": route}


def _day(knowledge: Knowledge, case: CaseFile, name: str, day: date | None) -> Told:
    route, slash, event = name.partition("/")
    if not slash:
        return Happened, {"event": name, "day": day}
    steps = case.on_route(route)
    if not steps:
        return Happened, {"event": event, "day": day, "route": route}
    latest = steps[-1]
    if event == route_in(knowledge, case, route).arrival:
        return Arrived, {"step": latest.number, "day": day}
    return Happened, {"event": event, "day": day, "step": latest.number}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
