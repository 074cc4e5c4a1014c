"""Everything there is to do, or to wait for, in a case on a day. Language-free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Literal

from assistant.deadlines import Count, Result
from assistant.guide.casefile import CaseFile, Taken
from assistant.knowledge import Knowledge
from assistant.model import Outcome

from .days import REMINDER, counted, days_of_way, final, kind_of, limits_of, own_counts, route_in, ways_on
from .openings import Opening, begun_here, openings, own_dates, soonest, their_dates
from .standing import Standing, stand

Kind = Literal["begin", "send", "tell", "wait", "supply", "perhaps", "follow", "also", "end"]
"""``begin``: a way that nobody has gone yet. ``send``: a letter that is written and not sent. ``tell``: the day of
arrival is not known, so nothing can be counted. ``wait``: for their answer. ``supply``: they asked for something
meanwhile, and a time of one's own runs for it. ``perhaps``: where a shorter time holds for them, theirs is over and
one's own runs. ``follow``: the next step after an answer or after silence. ``also``: another way that is open beside
the step that was taken. ``end``: nothing is left to do."""


_ORDER: tuple[Kind, ...] = ("supply", "send", "follow", "perhaps", "begin", "tell", "wait", "also", "end")
"""On one day, what stands first."""


@dataclass(frozen=True)
class Item:
    """One thing to do or to wait for."""

    kind: Kind
    step: int | None = None
    """The step of the case that it belongs to, or that it follows."""
    route: str | None = None
    """The way to go; for ``send``, ``tell`` and ``wait`` the way that was gone."""
    others: tuple[str, ...] = ()
    """Further ways, in the order of the records."""
    outcome: Outcome | None = None
    """For ``follow``: what led here. ``late`` where the person's own time is over."""
    reply: str | None = None
    special: bool = False
    """Whether the step belongs to the kind of answer, not to the route."""
    count: Count | None = None
    """The limit that matters most: one's own to act in, or theirs to answer in."""
    case: Count | None = None
    """For ``perhaps``: their shorter time, and the case in which it holds."""
    dates: tuple[Result, ...] = ()
    """The limits to show with it, ``count`` among them: theirs while one waits, else one's own."""
    days: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    """The days that count for ``route``."""

    @property
    def mine(self) -> bool:
        """Whether the person can do something now."""
        return self.kind in ("begin", "send", "tell", "supply", "perhaps", "follow") or (
            self.kind == "also" and self.count is not None
        )

    @property
    def aim(self) -> date | None:
        """When to do it, or the last day on which their answer is in time."""
        if self.count is None:
            return None
        return self.count.safe_day if self.count.limit.who == "you" else self.count.last_day

    def passed(self, on: date) -> bool:
        """Whether one's own last day is over."""
        return self.count is not None and self.count.limit.who == "you" and self.count.last_day < on


def items(knowledge: Knowledge, case: CaseFile, on: date) -> tuple[Item, ...]:
    """Everything open in a case, what is due first at the front; nothing for a case that has ended."""
    if case.ended is not None:
        return ()
    stood = {one.number: now for one in case.steps if (now := stand(knowledge, case, one, on)) is not None}
    look = _Look(knowledge, case, on, stood)
    found = _once([item for taken in case.steps for item in look.of_step(taken)], case)
    found += look.begin(found)
    if not found and case.steps:
        found = [Item("end", case.steps[-1].number, case.steps[-1].route)]
    return tuple(sorted(found, key=lambda one: (one.aim or date.max, _ORDER.index(one.kind), one.step or 0)))


def _once(found: list[Item], case: CaseFile) -> list[Item]:
    """Without other ways that were gone already from the same first letter, or are offered for it elsewhere."""
    offered = {
        (_root(case, one.step), name) for one in found if one.kind == "follow" for name in (one.route, *one.others)
    }
    offered |= {(_root(case, one.number), one.route) for one in case.steps}
    kept: list[Item] = []
    for one in found:
        place = (_root(case, one.step), one.route)
        if one.kind == "also":
            if place in offered:
                continue
            offered.add(place)
        kept.append(one)
    return kept


def _root(case: CaseFile, number: int | None) -> int | None:
    """The first letter of a chain of steps."""
    taken = case.step(number)
    while taken is not None and taken.follows is not None:
        number, taken = taken.follows, case.step(taken.follows)
    return number


@dataclass(frozen=True)
class _Look:
    """A case looked at on one day."""

    knowledge: Knowledge
    case: CaseFile
    on: date
    stood: Mapping[int, Standing]
    """Where each step stands."""

    def of_step(self, taken: Taken) -> Iterator[Item]:
        """What one step leads to."""
        now = self.stood.get(taken.number)
        if now is None:
            return
        match now.state:
            case "to_send":
                yield from self._to_send(taken, now)
            case "to_tell" | "waiting":
                yield from self._out(taken, now)
            case _:
                yield from self._following(taken, now)
        if now.state != "answered":
            yield from self._supply(taken, now)

    def begin(self, found: list[Item]) -> Iterator[Item]:
        """Ways of the plan that nobody has gone: the first ones of a new case, and later those whose time runs."""
        knowledge, case = self.knowledge, self.case
        if case.situation is None or case.situation not in knowledge.situations:
            return
        offered = {name for one in found if one.kind in ("follow", "perhaps") for name in (one.route, *one.others)}
        offered |= {one.route for one in found if one.kind == "also" and one.count is not None}
        looking = any(kind_of(knowledge, one.route) == "reconsideration" for one in found if one.kind == "wait")
        uses = [
            one
            for one in knowledge.situations[case.situation].routes
            if knowledge.routes[one.route].span.covers(self.on)
        ]
        first = min((one.stage for one in uses), default=0)
        fresh = not any(kind_of(knowledge, one.route) for one in case.steps)
        for use in uses:
            route = route_in(knowledge, case, use.route)
            if case.on_route(use.route) or use.route in offered or (looking and route.kind == "litigation"):
                continue  # while an office looks again, the court comes after it
            days = days_of_way(knowledge, case, use.route, {})
            results = counted(knowledge, limits_of(knowledge, route), days, case.place_of(use.route), self.on)
            own = own_counts(results)
            count = soonest(own, self.on)
            runs = count is not None and count.last_day >= self.on
            if runs or (fresh and use.stage == first):
                yield Item("begin", None, use.route, count=count, days=days, dates=own_dates(results, *own))

    def _to_send(self, taken: Taken, now: Standing) -> Iterator[Item]:
        led = self.stood.get(taken.follows or 0) if now.route.kind != REMINDER else None
        own = now.preferred(own_counts(now.results)) if led is None else led.preferred(own_counts(now.results))
        begun = begun_here(led, self.on) if led is not None else None  # what an answer or silence started goes on
        count = soonest((*own, *([begun] if begun is not None else [])), self.on)
        dates = own_dates((), *own, *([begun] if begun is not None else []))
        yield Item("send", taken.number, taken.route, count=count, days=now.days, dates=dates)
        late = now.route.next.late.routes
        if count is not None and count.last_day < self.on and late and not self._followed(taken):
            yield Item("follow", taken.number, late[0], tuple(late[1:]), "late", days=now.days)

    def _out(self, taken: Taken, now: Standing) -> Iterator[Item]:
        """A letter that went out: the day it must arrive by, and what is waited for."""
        theirs = their_dates(now.results)
        own = soonest(tuple(one for one in own_counts(now.results) if not one.limit.posting), self.on)
        in_time = own if taken.arrived is None and own is not None and own.last_day >= self.on else None
        if in_time is not None or now.state == "to_tell":
            dates = theirs if in_time is None else (in_time, *theirs)
            yield Item("tell", taken.number, taken.route, count=in_time, days=now.days, dates=dates)
        if now.state == "waiting":
            # Where no day ends their time, the person decides when to go on.
            ways = [one.name for one in ways_on(self.knowledge, self.case, taken, "silence")]
            open_end = now.until is None or now.until.limit.kind == "wait"
            others = tuple(dict.fromkeys(one for one in ways if kind_of(self.knowledge, one))) if open_end else ()
            yield Item("wait", taken.number, taken.route, others, count=now.until, days=now.days, dates=theirs)
            yield from self._perhaps(taken, now)

    def _perhaps(self, taken: Taken, now: Standing) -> Iterator[Item]:
        """A shorter time of theirs, which holds in some cases only, is over: one's own time can be running already."""
        on_the_way = {one.limit.after for one in now.ends}  # passing it on ends nothing: the next office's time follows
        ends = [one for one in now.ends if one.limit.applies is not None and one.limit.id not in on_the_way]
        over = [one for one in ends if self.on >= one.late_from]
        if not over or now.extended or self._followed(taken):
            return
        silent = replace(now, state="silent", outcome="silence", answer=None)
        found = [one for one in self._openings(taken, silent, short=True) if one.runs(self.on)]
        own = begun_here(silent, self.on, short=True)
        first = min(found, key=lambda one: one.count.safe_day, default=None)  # type: ignore[union-attr]
        counts = tuple(one for one in (first.count if first else None, own) if one is not None)
        count = soonest(counts, self.on)
        if count is not None and count.last_day >= self.on:
            route, days = (first.way.name, first.days) if first is not None else (None, now.days)
            yield Item(
                "perhaps",
                taken.number,
                route,
                (),
                "silence",
                None,
                count=count,
                case=over[0],
                dates=(count,),
                days=days,
            )

    def _supply(self, taken: Taken, now: Standing) -> Iterator[Item]:
        """What they asked for meanwhile, where a time of one's own runs for it, until something was done about it."""
        for one in taken.answered:
            event = self.knowledge.replies[one.reply].event if one.reply in self.knowledge.replies else None
            count = soonest(tuple(c for c in own_counts(now.results) if c.steps[0].name == event), self.on)
            done = any(later.n > one.n for later in self.case.after(taken.number))
            if event is not None and count is not None and not done:
                yield Item(
                    "supply", taken.number, taken.route, reply=one.reply, count=count, dates=(count,), days=now.days
                )

    def _following(self, taken: Taken, now: Standing) -> Iterator[Item]:
        outcome, reply = now.outcome or "silence", now.answer.reply if now.answer is not None else None
        followed = self._followed(taken)
        if any(kind_of(self.knowledge, one.route) == REMINDER and final(self.knowledge, one) for one in followed):
            return  # the answer to the reminder is the answer to this letter
        reminded = all(kind_of(self.knowledge, one.route) == REMINDER for one in followed)
        found, own = self._openings(taken, now), begun_here(now, self.on)
        runs = (own is not None and own.last_day >= self.on) or any(one.runs(self.on) for one in found)
        if followed and not (reminded and runs):
            # What belonged to one kind of answer is over with it.
            still = [one for one in found if not one.way.own and (one.count is None or one.runs(self.on))]
            yield from (one.item("also", taken, outcome, reply) for one in still)
            return
        if not found:
            if outcome != "yes" or own is not None:
                special = reply is not None and self.knowledge.replies[reply].step is not None
                dates = (own,) if own is not None else their_dates(now.results)
                count = own or now.until
                yield Item(
                    "follow", taken.number, None, (), outcome, reply, special, count=count, dates=dates, days=now.days
                )
            return
        apart = [one for one in found[1:] if one.runs(self.on)]  # each day stands with the way it belongs to
        others = tuple(one.way.name for one in found[1:] if one not in apart)
        first = found[0].item("follow", taken, outcome, reply)
        if own is not None:
            counts = tuple(one for one in (first.count, own) if one is not None)
            first = replace(first, count=soonest(counts, self.on), dates=own_dates((), own, *first.dates))
        yield replace(first, others=others)
        yield from (one.item("also", taken, outcome, reply) for one in apart)

    def _openings(self, taken: Taken, now: Standing, *, short: bool = False) -> list[Opening]:
        return openings(self.knowledge, self.case, taken, now, self.stood, self.on, short=short)

    def _followed(self, taken: Taken) -> tuple[Taken, ...]:
        """The ways that were gone after a step; something that was only sent after it is none."""
        return tuple(one for one in self.case.after(taken.number) if one.route is not None)
