"""A plan's days for a calendar file: neutral titles, because calendars are seen by others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from assistant.deadlines import Count
from assistant.formats import Reminder
from assistant.i18n import Translator

from .planning import Dated


def reminders(dates: Iterable[Dated], tr: Translator, on: date) -> list[Reminder]:
    """An entry for each counted day that is still to come, in order of days; no names, no subject."""
    found = {one.uid_seed: one for dated in dates if dated.count for one in _days(dated.count, tr) if one.day >= on}
    return sorted(found.values(), key=lambda one: (one.day, one.uid_seed))


def _days(found: Count, tr: Translator) -> Iterator[Reminder]:
    seed = f"{found.limit.id}/{found.event_day.isoformat()}"
    match (found.limit.kind, found.limit.who):
        case ("act", "you"):
            yield Reminder(f"{seed}/aim", found.safe_day, tr("Aim for today"))
            if found.last_day != found.safe_day:
                yield Reminder(f"{seed}/last", found.last_day, tr("Last day"), (1,))
        case ("act", _):
            yield Reminder(f"{seed}/answer", found.last_day, tr("An answer is due today"), (0,))
        case ("wait", _):
            yield Reminder(f"{seed}/opens", found.last_day, tr("The next step opens today"), (0,))
        case ("retention", _):
            yield Reminder(f"{seed}/until", found.last_day, tr("Look again after today"), (0,))
        case _:
            yield Reminder(f"{seed}/ask", found.last_day, tr("A day to ask again"), (0,))
