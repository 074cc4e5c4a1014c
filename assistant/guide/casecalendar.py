"""The days of cases as one calendar file. A newer file replaces what an older one brought, and takes out what is over.

Nothing of a calendar is kept in a case. What an older file can have held is worked out from the case as it stood
before each of its changes; of that, what no longer holds and is still to come is cancelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from assistant.deadlines import Count
from assistant.formats import Reminder, write_calendar
from assistant.formats.ics import Revision
from assistant.i18n import Translator
from assistant.knowledge import Knowledge, localise
from assistant.model import N_, CaseLog

from .advisor import Adviser
from .casefile import CaseFile, Taken, fold
from .following import Item, items, route_in
from .reminding import ALARMS, ON_THE_DAY, TITLES, Which, days_of_count

_TOLD = N_("{what}: {title}")

State = tuple[CaseFile, tuple[date, ...]]
"""A case as it stood, and days on which it stood so."""


@dataclass(frozen=True)
class _Entry:
    day: date
    which: Which
    route: str | None
    """What it is about; told only where the person chose so."""


def calendar(
    adviser: Adviser, cases: Iterable[CaseFile], tr: Translator, *, telling: bool = False, logs: Iterable[CaseLog] = ()
) -> bytes:
    """The calendar file of one case or of many: the same cases on the same day give the same bytes.

    ``telling`` names the step in the titles; never a name, a number or what happened. With the ``logs`` of the cases,
    entries of changes that were taken back are cancelled too; without them only what the steps tell.
    """
    changes = {log.uid: log for log in logs}
    found = [one for case in cases for one in _of_case(adviser, case, changes.get(case.uid), tr, telling=telling)]
    return write_calendar(sorted(found, key=lambda one: (one.day, one.uid_seed)))


def _of_case(
    adviser: Adviser, case: CaseFile, log: CaseLog | None, tr: Translator, *, telling: bool
) -> Iterator[Reminder]:
    knowledge, on = adviser.knowledge, adviser.on
    live = _entries(knowledge, case, on)
    before: dict[str, _Entry] = {}
    for stood, days in _told(case, log) if log is not None else _imagined(case):
        for day in days:
            for seed, entry in _entries(knowledge, stood, day).items():
                if seed not in before or entry.day > before[seed].day:
                    before[seed] = entry
    titles = _Titles(knowledge, case, tr, telling=telling)
    for seed, entry in live.items():
        alarms = ALARMS.get(entry.which, ON_THE_DAY)
        ahead = tuple(one for one in alarms if (entry.day - on).days >= one)
        yield Reminder(seed, entry.day, titles.of(entry), ahead, Revision(case.last, on))
    for seed, entry in before.items():
        if seed not in live and entry.day >= on:
            yield Reminder(seed, entry.day, titles.of(entry), (), Revision(case.last, on, cancelled=True))


@dataclass(frozen=True)
class _Titles:
    knowledge: Knowledge
    case: CaseFile
    tr: Translator
    telling: bool

    def of(self, entry: _Entry) -> str:
        """The title of an entry: neutral, or with the name of the way as the records have it."""
        what = self.tr(TITLES[entry.which])
        if not self.telling or entry.route is None or entry.route not in self.knowledge.routes:
            return what
        route = localise(route_in(self.knowledge, self.case, entry.route), self.tr)
        return self.tr(_TOLD, what=what, title=route.title)


def _entries(knowledge: Knowledge, case: CaseFile, on: date) -> dict[str, _Entry]:
    """What is worth an entry on a day, by its seed. Where two things share a day's name, the earlier day stands."""
    found: dict[str, _Entry] = {}
    for item in items(knowledge, case, on):
        for count in _counts(item, on):
            for which, day in days_of_count(count):
                seed = f"case/{case.uid}/{_origin(case, item)}/{count.limit.id}/{which}"
                if seed not in found or day < found[seed].day:
                    found[seed] = _Entry(day, which, item.route)
    return found


def _counts(item: Item, on: date) -> list[Count]:
    """The limits of an item: the one that matters while one waits; else every time of one's own that runs."""
    main = [] if item.count is None else [item.count]
    if item.kind in ("wait", "tell", "end") or item.route is None:
        return main
    running = [one for one in item.dates if isinstance(one, Count) and one.last_day >= on and one not in main]
    return [one for one in (*main, *running) if one.limit.who == "you"]


def _origin(case: CaseFile, item: Item) -> str:
    """What an entry belongs to. A time of one's own keeps its name when the letter for it is written."""
    if item.kind in ("wait", "tell", "end"):
        return f"#{item.step}"
    if item.kind == "begin":
        return f"begin/{item.route}"
    taken = case.step(item.step)
    if item.kind != "send" or taken is None:
        return f"after{item.step}"
    alike = [one.number for one in case.steps if (one.follows, one.route) == (taken.follows, taken.route)]
    if alike[0] != taken.number:
        return f"#{taken.number}"
    return f"begin/{taken.route}" if taken.follows is None else f"after{taken.follows}"


def _told(case: CaseFile, log: CaseLog) -> Iterator[State]:
    """The case after each change, on the day of that change and of the next."""
    days = [change.told for change in log.changes]
    for n in range(1, len(days) + 1):
        stood = fold(log.model_copy(update={"changes": log.changes[:n]}), case.name)
        yield stood, tuple(dict.fromkeys((days[n - 1], days[min(n, len(days) - 1)])))


def _imagined(case: CaseFile) -> Iterator[State]:
    """How the case can have stood before, as far as its steps tell: without each answer, arrival and sending."""
    open_case = replace(case, ended=None)
    last = case.touched or case.opened
    first = [case.opened, *(one.made for one in case.steps[:1])]
    yield replace(open_case, steps=()), _days(*first)
    for at, step in enumerate(case.steps):
        after = case.steps[at + 1].made if at + 1 < len(case.steps) else last
        facts = list(_facts(step))
        for (taken, day), then in zip(facts, [*(one for _, one in facts[1:]), after], strict=True):
            yield replace(open_case, steps=(*case.steps[:at], taken)), _days(day, then)
    yield open_case, _days(last)


def _facts(step: Taken) -> Iterator[tuple[Taken, date]]:
    """A step as it grew: written, sent, arrived, answered."""
    taken = replace(step, sent=None, arrived=None, answered=())
    yield taken, step.made
    if step.sent is not None:
        taken = replace(taken, sent=step.sent)
        yield taken, step.sent
    if step.arrived is not None:
        taken = replace(taken, arrived=step.arrived)
        yield taken, step.arrived
    for number, one in enumerate(step.answered, 1):
        yield replace(taken, answered=step.answered[:number]), one.day


def _days(*days: date | None) -> tuple[date, ...]:
    return tuple(dict.fromkeys(one for one in days if one is not None))
