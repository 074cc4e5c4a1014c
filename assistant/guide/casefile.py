"""A case as it stands now: its changes folded together. Nothing here is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Literal, TypeVar

from assistant.model import (
    Arrived,
    Attached,
    CaseLog,
    Change,
    Changed,
    Detached,
    Ended,
    FileKept,
    Given,
    Happened,
    Noted,
    Opened,
    Replied,
    Resumed,
    Sent,
    Sits,
    Undone,
    Written,
)

T = TypeVar("T")

Why = Literal["settled", "given_up", "other"]


@dataclass(frozen=True)
class Answered:
    """An answer that came to a step."""

    reply: str
    """Its kind: a record of ``content/replies``."""
    day: date
    note: str
    n: int
    """The change that told it."""


@dataclass(frozen=True)
class Taken:
    """A step that was taken: a letter, or something done without one."""

    number: int
    route: str | None
    letter: str | None
    locale: str
    recipient: str
    answers: Mapping[str, Given]
    files: tuple[FileKept, ...]
    follows: int | None
    made: date
    """The day on which it was written."""
    n: int
    """The change that told it."""
    sent: date | None = None
    arrived: date | None = None
    answered: tuple[Answered, ...] = ()
    """In the order in which they were told."""


@dataclass(frozen=True)
class Paper:
    """Something put into the case."""

    file: FileKept
    about: str
    step: int | None
    n: int


@dataclass(frozen=True)
class CaseFile:
    """Everything that counts of one case."""

    uid: str
    name: str = ""
    """How the book names it; empty for a case that is not in one."""
    situation: str | None = None
    label: str = ""
    person: str | None = None
    place: str | None = None
    own_places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    days: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    """``event``, ``route/event`` for one route, ``#2/event`` for one step."""
    steps: tuple[Taken, ...] = ()
    notes: tuple[tuple[int, date, str], ...] = ()
    """Number of the change, day, text."""
    papers: tuple[Paper, ...] = ()
    ended: Why | None = None
    opened: date | None = None
    touched: date | None = None
    """The day of the last change."""
    last: int = 0
    """The number of the last change."""

    def step(self, number: int | None) -> Taken | None:
        """A step by its number."""
        return next((one for one in self.steps if one.number == number), None)

    def after(self, number: int) -> tuple[Taken, ...]:
        """The steps that follow one."""
        return tuple(one for one in self.steps if one.follows == number)

    def on_route(self, route: str) -> tuple[Taken, ...]:
        """The steps taken on a route."""
        return tuple(one for one in self.steps if one.route == route)

    def place_of(self, route: str | None) -> str | None:
        """The place that counts for a route."""
        return self.own_places.get(route or "", self.place)

    def files(self) -> tuple[FileKept, ...]:
        """Every file the case holds."""
        return (*(file for step in self.steps for file in step.files), *(paper.file for paper in self.papers))


def fold(log: CaseLog, name: str = "") -> CaseFile:
    """The case after all its changes, without those that were undone."""
    found = CaseFile(log.uid, name)
    for change in standing(log.changes):
        found = _with(found, change)
    if log.changes:
        found = replace(found, last=max(one.n for one in log.changes), touched=log.changes[-1].told)
    return found


def standing(changes: Iterable[Change]) -> list[Change]:
    """The changes that count. What undoes something can itself be undone."""
    told = list(changes)
    dead: set[int] = set()
    for change in reversed(told):
        if isinstance(change, Undone) and change.n not in dead:
            dead.add(change.of)
    return [one for one in told if one.n not in dead and not isinstance(one, Undone)]


def _with(case: CaseFile, change: Change) -> CaseFile:  # noqa: C901, PLR0911, PLR0912 - a table: one line a change
    match change:
        case Opened():
            return replace(
                case,
                situation=change.situation,
                place=change.place,
                label=change.label,
                person=change.person,
                opened=change.told,
            )
        case Changed():
            return replace(
                case,
                situation=change.situation if change.situation is not None else case.situation,
                label=change.label if change.label is not None else case.label,
                person=change.person if change.person is not None else case.person,
            )
        case Happened():
            return replace(case, days=_put(case.days, day_name(change), change.day))
        case Sits():
            if change.route is None:
                return replace(case, place=change.place)
            return replace(case, own_places=_put(case.own_places, change.route, change.place))
        case Written():
            return replace(case, steps=(*case.steps, _taken(change)))
        case Sent() | Arrived() | Replied():
            return replace(case, steps=tuple(_step(one, change) for one in case.steps))
        case Noted():
            return replace(case, notes=(*case.notes, (change.n, change.told, change.text)))
        case Attached():
            return replace(case, papers=(*case.papers, Paper(change.file, change.about, change.step, change.n)))
        case Detached():
            return replace(case, papers=tuple(one for one in case.papers if one.n != change.of))
        case Ended():
            return replace(case, ended=change.why)
        case Resumed():
            return replace(case, ended=None)
        case _:
            return case


def day_name(change: Happened) -> str:
    """How the day is named among the days of a case."""
    if change.step is not None:
        return f"#{change.step}/{change.event}"
    return change.event if change.route is None else f"{change.route}/{change.event}"


def _taken(change: Written) -> Taken:
    return Taken(
        change.step,
        change.route,
        change.letter,
        change.locale,
        change.recipient,
        MappingProxyType(dict(change.answers)),
        change.files,
        change.follows if change.follows is not None and change.follows < change.step else None,
        change.told,
        change.n,
    )


def _step(one: Taken, change: Sent | Arrived | Replied) -> Taken:
    if one.number != change.step:
        return one
    match change:
        case Sent():
            return replace(one, sent=change.day)
        case Arrived():
            return replace(one, arrived=change.day)
        case _:
            return replace(one, answered=(*one.answered, Answered(change.reply, change.day, change.note, change.n)))


def _put(old: Mapping[str, T], name: str, value: T | None) -> Mapping[str, T]:
    kept = {one: was for one, was in old.items() if one != name}
    if value is not None:
        kept[name] = value
    return MappingProxyType(kept)
