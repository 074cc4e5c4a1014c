"""Fictions of service: from the day a paper was posted to the day the law takes it as received."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.model import N_, ContentError, ServiceRule

from .calendars import Provisional, WorkingDays, country_of
from .count import pick_version, rule_of
from .errors import NotInForceError, check_event_day
from .rules import Task
from .steps import Step


@dataclass(frozen=True, slots=True)
class Served:
    """A day that follows from another by a rule of service."""

    rule: ServiceRule
    given_day: date
    day: date
    """The day the law takes."""
    steps: tuple[Step, ...]
    provisional: Provisional | None = None
    """Why that day can still change."""


def serve(rule: ServiceRule, given_day: date, days: WorkingDays) -> Served:
    """Apply ``rule`` to the day that is known.

    Where the law leaves two readings, the earlier day is taken: it leaves a person less time, and
    nobody misses a limit by it. Raises as ``count`` does; a rule without a number is a ``ContentError``.
    """
    check_event_day(rule.given, given_day)
    version = pick_version(rule.id, rule.versions, given_day)
    if version.length is None:
        raise ContentError(N_("{rule}: a rule of service needs a length"), rule=rule.id)
    answer = rule_of(rule.id, version, version.length).count(Task(given_day, version.length, days))
    step = Step("served", given_day, answer.last, (answer.last - given_day).days, rule.given)
    provisional = None if answer.looked is None else days.provisional(*answer.looked)
    return Served(rule, given_day, answer.last, (step,), provisional)


def derive(
    event: str,
    events: Mapping[str, date],
    rules: Iterable[ServiceRule],
    days: WorkingDays,
) -> Served | None:
    """The day of ``event`` by a rule of the country that ``days`` belong to; the earliest if several.

    ``None`` when no rule fits, or when those that fit were not in force.
    """
    found: list[Served] = []
    for rule in rules:
        fits = rule.gives == event and country_of(rule.place) == country_of(days.place)
        if not fits or rule.given not in events:
            continue
        try:
            found.append(serve(rule, events[rule.given], days))
        except NotInForceError:
            continue
    return min(found, key=lambda served: (served.day, served.rule.id), default=None)
