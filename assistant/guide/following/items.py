"""Everything there is to do, or to wait for, in a case on a day. Language-free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Literal

from assistant.deadlines import Count
from assistant.guide.casefile import CaseFile, Taken
from assistant.knowledge import Knowledge
from assistant.model import Outcome, Step

from .days import REMINDER, Came, Way, counted, days_of_way, final, handed, limits_of, own_counts, route_in, ways_on
from .standing import Standing, shifted, stand

Kind = Literal["begin", "send", "tell", "wait", "supply", "perhaps", "follow", "also", "end"]
"""``begin``: a way that nobody has gone yet. ``send``: a letter that is written and not sent. ``tell``: the day of
arrival is not known, so nothing can be counted. ``wait``: for their answer. ``supply``: they asked for something meanwhile, and a
time of one's own runs for it. ``perhaps``: where a shorter time holds for them, theirs is over and one's own runs. ``follow``: the next step after an answer
or after silence. ``also``: another way that is open beside the step that was taken. ``end``: nothing is left to do."""


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
    found = [one for taken in case.steps for one in _of_step(knowledge, case, taken, on)]
    found = _once(found, case)
    found += _begin(knowledge, case, found, on)
    if not found and case.steps:
        found = [Item("end", case.steps[-1].number, case.steps[-1].route)]
    order = {"supply": 0, "send": 1, "follow": 2, "perhaps": 3, "begin": 4, "tell": 5, "wait": 6, "also": 7, "end": 8}
    return tuple(sorted(found, key=lambda one: (one.aim or date.max, order[one.kind], one.step or 0)))


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


def _of_step(knowledge: Knowledge, case: CaseFile, taken: Taken, on: date) -> Iterator[Item]:
    now = stand(knowledge, case, taken, on)
    if now is None:
        return
    if now.state == "to_send":
        yield from _to_send(knowledge, case, taken, now, on)
    elif now.state == "to_tell":
        if not list(_in_time(taken, now, on)):
            yield Item("tell", taken.number, taken.route, days=now.days)
    elif now.state == "waiting":
        # Where no day ends their time, the person decides when to go on.
        ways = [one.name for one in ways_on(knowledge, case, taken, "silence") if one.name in knowledge.routes]
        others = () if now.until is not None and now.until.limit.kind != "wait" else tuple(dict.fromkeys(ways))
        yield Item("wait", taken.number, taken.route, others, count=now.until, days=now.days)
        yield from _perhaps(knowledge, case, taken, now, on)
    if now.state in ("to_tell", "waiting") and taken.arrived is None:
        yield from _in_time(taken, now, on)
    if now.state in ("answered", "silent"):
        yield from _following(knowledge, case, taken, now, on)
    if now.state != "answered":
        yield from _supply(knowledge, case, taken, now, on)


def _in_time(taken: Taken, now: Standing, on: date) -> Iterator[Item]:
    """The day by which a letter that went out must have arrived, where posting it is not enough."""
    own = soonest(tuple(one for one in own_counts(now.results) if not one.limit.posting), on)
    if own is not None and own.last_day >= on:
        yield Item("tell", taken.number, taken.route, count=own, days=now.days)


def _perhaps(knowledge: Knowledge, case: CaseFile, taken: Taken, now: Standing, on: date) -> Iterator[Item]:
    """A shorter time of theirs, which holds in some cases only, is over: one's own time can be running already."""
    on_the_way = {one.limit.after for one in now.ends}  # passing it on ends nothing: the next office's time follows
    ends = [one for one in now.ends if one.limit.applies is not None and one.limit.id not in on_the_way]
    over = [one for one in ends if on >= one.late_from]
    if not over or now.extended or case.after(taken.number):
        return
    silent = replace(now, state="silent", outcome="silence", answer=None)
    found = [one for one in _open_ways(knowledge, case, taken, silent, on, short=True) if one.runs(on)]
    own = _begun_here(silent, on, short=True)
    if found or own is not None:
        first = min(found, key=lambda one: one.count.safe_day, default=None)  # type: ignore[union-attr]
        route = first.way.name if first is not None else None
        count = soonest(tuple(c for c in (first.count if first else None, own) if c is not None), on)
        if count is not None and count.last_day >= on:
            days = first.days if first is not None else now.days
            yield Item("perhaps", taken.number, route, (), "silence", None, count=count, days=days, case=over[0])


def _supply(knowledge: Knowledge, case: CaseFile, taken: Taken, now: Standing, on: date) -> Iterator[Item]:
    """What they asked for meanwhile, where a time of one's own runs for it, until something was done about it."""
    for one in taken.answered:
        event = knowledge.replies[one.reply].event if one.reply in knowledge.replies else None
        count = soonest(tuple(c for c in own_counts(now.results) if c.steps[0].name == event), on)
        done = any(later.n > one.n for later in case.after(taken.number))
        if event is not None and count is not None and not done:
            yield Item("supply", taken.number, taken.route, reply=one.reply, count=count, days=now.days)


def _to_send(knowledge: Knowledge, case: CaseFile, taken: Taken, now: Standing, on: date) -> Iterator[Item]:
    before = case.step(taken.follows)
    led = stand(knowledge, case, before, on) if before is not None and now.route.kind != REMINDER else None
    own = _begun_here(led, on) if led is not None else None  # what the answer or the silence started goes on
    mine = soonest(tuple(one for one in (soonest(own_counts(now.results), on), own) if one is not None), on)
    yield Item("send", taken.number, taken.route, count=mine, days=now.days)
    if mine is not None and mine.last_day < on and now.route.next.late.routes:
        first, *others = now.route.next.late.routes
        if not case.after(taken.number):
            yield Item("follow", taken.number, first, tuple(others), "late", days=now.days)


@dataclass(frozen=True)
class _Open:
    """A way on, with one's own time on it."""

    way: Way
    days: Mapping[str, date]
    count: Count | None

    def runs(self, on: date) -> bool:
        """Whether a time of one's own is running."""
        return self.count is not None and self.count.last_day >= on


def _following(knowledge: Knowledge, case: CaseFile, taken: Taken, now: Standing, on: date) -> Iterator[Item]:
    outcome = now.outcome or "silence"
    reply = now.answer.reply if now.answer is not None else None
    followed = case.after(taken.number)
    if any(kind_of(knowledge, one.route) == REMINDER and final(knowledge, one) for one in followed):
        return  # the answer to the reminder is the answer to this letter
    reminded = all(kind_of(knowledge, one.route) == REMINDER for one in followed)
    found = _open_ways(knowledge, case, taken, now, on)
    own = _begun_here(now, on)
    runs = (own is not None and own.last_day >= on) or any(one.runs(on) for one in found)
    if followed and not (reminded and runs):
        for one in found:
            # What belonged to one kind of answer is over with it.
            if not one.way.own and (one.count is None or one.runs(on)):
                yield Item("also", taken.number, one.way.name, (), outcome, reply, count=one.count, days=one.days)
        return
    if not found:
        if outcome != "yes" or own is not None:
            special = reply is not None and knowledge.replies[reply].step is not None
            yield Item("follow", taken.number, None, (), outcome, reply, special, own or now.until, days=now.days)
        return
    first = found[0]
    count = soonest(tuple(one for one in (first.count, own) if one is not None), on)
    apart = [one for one in found[1:] if one.runs(on)]  # each day stands with the way it belongs to
    others = tuple(one.way.name for one in found[1:] if one not in apart)
    yield Item("follow", taken.number, first.way.name, others, outcome, reply, first.way.own, count, days=first.days)
    for one in apart:
        yield Item("also", taken.number, one.way.name, (), outcome, reply, count=one.count, days=one.days)


def _open_ways(
    knowledge: Knowledge, case: CaseFile, taken: Taken, now: Standing, on: date, *, short: bool = False
) -> list[_Open]:
    """The ways on that nobody has gone, each once. ``short``: with the times that hold for some case only."""
    outcome = now.outcome or "silence"
    reply, day = (now.answer.reply, now.answer.day) if now.answer is not None else (None, None)
    followed = case.after(taken.number)
    gone = {one.route for one in followed}
    ways: dict[str, Way] = {}
    for way in ways_on(knowledge, case, taken, outcome, reply):
        kind = kind_of(knowledge, way.name)
        again = bool(followed) and kind == REMINDER
        other = kind == "support" and not way.own and way.name in _for_answers(knowledge)
        if kind and knowledge.routes[way.name].span.covers(on) and way.name not in gone and not again and not other:
            ways.setdefault(way.name, way)
    found = []
    for name, way in ways.items():
        extra = handed(knowledge, case, Came(way.owner, way.step, outcome, day), name)
        days = days_of_way(knowledge, case, name, extra)
        limits = limits_of(knowledge, route_in(knowledge, case, name))
        if now.shift and outcome == "silence":
            limits = shifted(knowledge, limits, now.shift)
            days = {**began(now), **days}
        results = counted(knowledge, limits, days, case.place_of(name), on)
        own = tuple(one for one in own_counts(results) if not short or one.limit.applies is not None)
        found.append(_Open(way, days, soonest(own, on)))
    return found


def began(now: Standing) -> dict[str, date]:
    """The day from which their time was counted, where that is not the arrival: they took the case in, say."""
    if now.until is None or not now.until.steps:
        return {}
    name = now.until.steps[0].name
    return {name: now.days[name]} if name in now.days and name != now.route.arrival else {}


def kind_of(knowledge: Knowledge, route: str | None) -> str:
    """The kind of a route; empty where we do not have it."""
    return knowledge.routes[route].kind if route is not None and route in knowledge.routes else ""


def _for_answers(knowledge: Knowledge) -> set[str]:
    """Ways that fit one kind of answer only: a reply to those who want a copy of an identity card."""
    return {name for one in knowledge.replies if one.step is not None for name in one.step.routes}


def _begun_here(now: Standing, on: date, *, short: bool = False) -> Count | None:
    """A time of one's own that the answer, or the silence, started on this very way: to object, or to ask the next office.

    ``short``: among those for some case only.
    """
    if now.outcome is None:
        return None
    step: Step = getattr(now.route.next, now.outcome)
    if now.outcome == "silence":
        begun = {now.route.arrival, *began(now)}
        mine = [one for one in own_counts(now.results) if one.limit.after and one.steps[0].name in begun]
        if now.extended:  # after more time only what runs from its end counts, where anything does
            mine = [one for one in mine if one.limit.after in now.longer] or mine
        if short:
            mine = [one for one in mine if one.limit.applies is not None]
    else:
        mine = [one for one in own_counts(now.results) if one.steps[0].name in step.answer]
    return soonest(tuple(mine), on)


def _begin(knowledge: Knowledge, case: CaseFile, found: list[Item], on: date) -> Iterator[Item]:
    """Ways of the plan that nobody has gone: the first ones of a new case, and later those whose time runs."""
    if case.situation is None or case.situation not in knowledge.situations:
        return
    offered = {name for one in found if one.kind in ("follow", "perhaps") for name in (one.route, *one.others)}
    offered |= {one.route for one in found if one.kind == "also" and one.count is not None}
    looking = any(kind_of(knowledge, one.route) == "reconsideration" for one in found if one.kind == "wait")
    uses = [one for one in knowledge.situations[case.situation].routes if knowledge.routes[one.route].span.covers(on)]
    first = min((one.stage for one in uses), default=0)
    fresh = not any(one.route in knowledge.routes for one in case.steps if one.route is not None)
    for use in uses:
        route = route_in(knowledge, case, use.route)
        if case.on_route(use.route) or use.route in offered or (looking and route.kind == "litigation"):
            continue  # while an office looks again, the court comes after it
        days = days_of_way(knowledge, case, use.route, {})
        count = soonest(
            own_counts(counted(knowledge, limits_of(knowledge, route), days, case.place_of(use.route), on)), on
        )
        runs = count is not None and count.last_day >= on
        if runs or (fresh and use.stage == first):
            yield Item("begin", None, use.route, count=count, days=days)


def soonest(counts: tuple[Count, ...], on: date) -> Count | None:
    """The limit to aim for: the earliest of those that hold in every case, and of those for some case that still run.

    A limit for some case only (``applies``) never hides that the general one is over, and an exception never takes the
    place of an ordinary one.
    """
    ordinary = tuple(one for one in counts if not one.limit.exception) or counts
    pool = [one for one in ordinary if one.limit.applies is None or one.last_day >= on]
    if pool:
        return min(pool, key=lambda one: (one.safe_day, one.last_day))
    return max(ordinary, key=lambda one: one.last_day, default=None)
