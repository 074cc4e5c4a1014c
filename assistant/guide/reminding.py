"""A plan's days for a calendar file: neutral titles, because calendars are seen by others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from assistant.deadlines import Count
from assistant.formats import Reminder
from assistant.i18n import Translator
from assistant.model import N_

from .planning import Dated

Which = Literal["aim", "last", "answer", "opens", "until", "ask"]
"""Which day of a limit an entry stands for; part of its name, so it never changes."""

TITLES: dict[Which, str] = {
    "aim": N_("Aim for today"),
    "last": N_("Last day"),
    "answer": N_("An answer is due today"),
    "opens": N_("The next step opens today"),
    "until": N_("Look again after today"),
    "ask": N_("A day to ask again"),
}
ALARMS: dict[Which, tuple[int, ...]] = {"aim": (7, 1), "last": (1,)}
"""How many days before the day the alarms sound; on the day itself where nothing is said."""
ON_THE_DAY = (0,)


def days_of_count(found: Count) -> Iterator[tuple[Which, date]]:
    """The days of a limit that are worth an entry."""
    match (found.limit.kind, found.limit.who):
        case ("act", "you"):
            yield "aim", found.safe_day
            if found.last_day != found.safe_day:
                yield "last", found.last_day
        case ("act", _):
            yield "answer", found.last_day
        case ("wait", _):
            yield "opens", found.last_day
        case ("retention", _):
            yield "until", found.last_day
        case _:
            yield "ask", found.last_day


def reminders(dates: Iterable[Dated], tr: Translator, on: date) -> list[Reminder]:
    """An entry for each counted day that is still to come, in order of days; no names, no subject."""
    found = {one.uid_seed: one for dated in dates if dated.count for one in _days(dated.count, tr) if one.day >= on}
    return sorted(found.values(), key=lambda one: (one.day, one.uid_seed))


def _days(found: Count, tr: Translator) -> Iterator[Reminder]:
    seed = f"{found.limit.id}/{found.event_day.isoformat()}"
    for which, day in days_of_count(found):
        yield Reminder(f"{seed}/{which}", day, tr(TITLES[which]), ALARMS.get(which, ON_THE_DAY))
