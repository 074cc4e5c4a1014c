"""One limit, one day: the count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.model import N_, ContentError, Length, Limit, LimitVersion

from .calendars import DAY, Provisional, WorkingDays
from .errors import NotInForceError, check_event_day
from .result import Count, Open
from .rules import RULES, Answer, Rule, Task
from .rules.ends import staying, working
from .steps import Step


@dataclass(frozen=True, slots=True)
class Begin:
    """The way to day zero, where that day is not the event itself."""

    steps: tuple[Step, ...]
    provisional: Provisional | None = None
    """Why that day can still change."""


def version_on(limit: Limit, day: date) -> LimitVersion:
    """The wording of ``limit`` in force on ``day``.

    Raises ``NotInForceError`` where there is none, and ``ContentError`` where there are two.
    """
    return pick_version(limit.id, limit.versions, day)


def pick_version(name: str, versions: tuple[LimitVersion, ...], day: date) -> LimitVersion:
    """The one of ``versions`` that covers ``day``; ``name`` is the record's, for errors."""
    found = [version for version in versions if version.covers(day)]
    if not found:
        raise NotInForceError(
            N_("{limit}: we know no rule for {day}. This limit is not counted for that day."),
            limit=name,
            day=day.isoformat(),
        )
    if len(found) > 1:
        raise ContentError(
            N_("{limit}: two versions hold on {day}; end the older one the day before the newer begins"),
            limit=name,
            day=day.isoformat(),
        )
    return found[0]


def rule_of(name: str, version: LimitVersion, length: Length) -> Rule:
    """The counting rule of ``version``. ``ContentError`` when it cannot count in the unit."""
    rule = RULES[version.counting]
    if length.unit not in rule.units:
        raise ContentError(
            N_("{limit}: the counting rule {rule} does not count in {unit}; it counts in: {units}"),
            limit=name,
            rule=version.counting,
            unit=length.unit,
            units=", ".join(sorted(rule.units)),
        )
    return rule


def count(
    limit: Limit,
    event_day: date,
    days: WorkingDays,
    *,
    base: Limit | None = None,
    begin: Begin | None = None,
) -> Count | Open:
    """Count ``limit`` from ``event_day`` (day zero) by the working days of a place.

    ``base`` is the limit that is extended, for the rule ``eu-1182-extension``. ``begin`` is the way to
    ``event_day``; without it the event itself is the first step. The result is ``Open`` when the law
    gives no number. Raises ``InputError`` for a day that cannot be right,
    ``NotInForceError`` when no wording covers it, ``ContentError`` for a record that cannot be counted.
    """
    check_event_day(limit.starts, event_day)
    version = version_on(limit, event_day)
    begin = begin or Begin((Step("event", event_day, name=limit.starts),))
    if version.length is None:
        return Open(limit, version, "no-number", event_day, begin.steps)
    rule = rule_of(limit.id, version, version.length)
    task = Task(event_day, version.length, days, limit.who == "body", _length_of(base, event_day))
    if limit.kind in ("retention", "wait"):
        if version.counting == "eu-1182-extension":
            raise ContentError(N_("{limit}: only a limit of kind 'act' can be an extension"), limit=limit.id)
        answer, safe = _without_act(limit, task)
    else:
        answer, safe = _with_act(task, rule.count(task))
    provisional = None if answer.looked is None else days.provisional(*answer.looked)
    steps = begin.steps + answer.steps
    if provisional is not None:
        steps += (Step("provisional", answer.last, number=provisional.year, name=provisional.code),)
    return Count(
        limit,
        version,
        event_day,
        days.place,
        answer.nominal,
        answer.last,
        safe,
        begin.provisional or provisional,
        steps,
    )


def _length_of(base: Limit | None, day: date) -> Length | None:
    return None if base is None else version_on(base, day).length


def _without_act(limit: Limit, task: Task) -> tuple[Answer, date]:
    """Nobody has to act by the end, so no rest day moves it. After a wait the next day is the first."""
    if limit.versions and version_on(limit, task.event).counting == "calendar-end":
        answer = RULES["calendar-end"].count(task)
    else:
        answer = working(task) if task.length.unit == "working_days" else staying(task)
    if limit.kind == "retention":
        return answer, answer.last
    opens = answer.nominal + DAY
    return Answer(answer.nominal, opens, (*answer.steps, Step("opens", opens)), answer.looked), opens


def _with_act(task: Task, answer: Answer) -> tuple[Answer, date]:
    """The safe day, and everything that was looked at to find it."""
    safe = task.days.preceding(answer.nominal)
    first, last = answer.looked or (safe, answer.nominal)
    steps = answer.steps
    if safe < task.event:
        # A day before the event would be nonsense. The strict reading ends the period on a rest day.
        steps += (Step("no-working-day", answer.nominal),)
    looked = (min(first, safe), max(last, answer.nominal))
    return Answer(answer.nominal, answer.last, steps, looked), safe if safe >= task.event else answer.nominal
