"""The ways that open after a step, with one's own time on each, and the limit that matters among several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.deadlines import Count, Result
from assistant.guide.casefile import CaseFile, Taken
from assistant.knowledge import Knowledge
from assistant.model import Outcome, Step

from .days import REMINDER, Came, Way, counted, days_of_way, handed, kind_of, limits_of, own_counts, route_in, ways_on
from .standing import Standing

if TYPE_CHECKING:
    from .items import Item, Kind

_UNKNOWN = 3
"""Times that cannot be counted yet: more of them would hide the way."""


@dataclass(frozen=True)
class Opening:
    """A way on, with one's own time on it."""

    way: Way
    days: Mapping[str, date]
    count: Count | None
    dates: tuple[Result, ...]

    def runs(self, on: date) -> bool:
        """Whether a time of one's own is running."""
        return self.count is not None and self.count.last_day >= on

    def item(self, kind: Kind, taken: Taken, outcome: Outcome, reply: str | None) -> Item:
        """The way as a thing to do."""
        from .items import Item

        return Item(
            kind,
            taken.number,
            self.way.name,
            (),
            outcome,
            reply,
            self.way.own,
            count=self.count,
            dates=self.dates,
            days=self.days,
        )


def openings(  # noqa: PLR0913 - what a step is made of
    knowledge: Knowledge,
    case: CaseFile,
    taken: Taken,
    now: Standing,
    stood: Mapping[int, Standing],
    on: date,
    *,
    short: bool = False,
) -> list[Opening]:
    """The ways on that nobody has gone, each once. ``short``: with the times that hold for some case only."""
    outcome = now.outcome or "silence"
    reply, day = (now.answer.reply, now.answer.day) if now.answer is not None else (None, None)
    gone = {one.route for one in case.after(taken.number)} - {None}
    for_answers = {name for one in knowledge.replies if one.step is not None for name in one.step.routes}
    ways: dict[str, Way] = {}
    for way in ways_on(knowledge, case, taken, outcome, reply):
        kind = kind_of(knowledge, way.name)
        again = bool(gone) and kind == REMINDER
        other = kind == "support" and not way.own and way.name in for_answers
        if kind and knowledge.routes[way.name].span.covers(on) and way.name not in gone and not again and not other:
            ways.setdefault(way.name, way)
    found = []
    for name, way in ways.items():
        extra = handed(knowledge, case, Came(way.owner, way.step, outcome, day), name)
        days = days_of_way(knowledge, case, name, extra)
        limits = limits_of(knowledge, route_in(knowledge, case, name))
        results = counted(knowledge, limits, days, case.place_of(name), on)
        own = stood.get(way.owner.number, now).preferred(own_counts(results))
        if short:
            own = tuple(one for one in own if one.limit.applies is not None)
        found.append(Opening(way, days, soonest(own, on), own_dates(results, *own)))
    return found


def begun_here(now: Standing, on: date, *, short: bool = False) -> Count | None:
    """A time of one's own that the answer, or the silence, started on this very way: to object, or to ask the next office.

    ``short``: among those for some case only.
    """
    if now.outcome is None:
        return None
    step: Step = getattr(now.route.next, now.outcome)
    if now.outcome == "silence":
        started = {now.route.arrival, now.until.steps[0].name if now.until is not None else None}
        mine = tuple(one for one in own_counts(now.results) if one.limit.after and one.steps[0].name in started)
        mine = tuple(one for one in now.preferred(mine) if not short or one.limit.applies is not None)
    else:
        mine = tuple(one for one in own_counts(now.results) if one.steps[0].name in step.answer)
    return soonest(mine, on)


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


def own_dates(results: tuple[Result, ...], *counts: Result) -> tuple[Result, ...]:
    """One's own limits that have dates, each once; without any, what would start them."""
    if counts:
        return tuple({one.limit.id: one for one in counts}.values())
    mine = [one for one in results if one.limit.who == "you" and one.limit.kind == "act" and not one.limit.exception]
    return tuple(mine[:_UNKNOWN])


def their_dates(results: tuple[Result, ...]) -> tuple[Result, ...]:
    """The other side's limits."""
    return tuple(one for one in results if one.limit.who == "body" and one.limit.kind != "retention")
