"""What a count gives: dates with the way to them, or the reason why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.model import Limit, LimitVersion

from .calendars import DAY, Provisional
from .steps import Step


@dataclass(frozen=True, slots=True)
class Count:
    """A limit counted for one day."""

    limit: Limit
    version: LimitVersion
    """The wording in force on ``event_day``."""
    event_day: date
    """Day zero."""
    place: str
    """Whose calendar was used."""
    nominal: date
    """The day the count ends, before any shift."""
    last_day: date
    """The last day on which the law accepts the act; for a body, the first reading after which it is
    late. For ``wait`` the day the next step opens."""
    safe_day: date
    """What a careful person aims at: the last working day on or before ``nominal``.

    Where none lies between the event and ``nominal``, it is ``nominal`` itself. For ``retention`` and
    ``wait``, where nobody has to act, it equals ``last_day``.
    """
    provisional: Provisional | None
    """Why the dates can still change; ``None`` when all calendars are settled."""
    steps: tuple[Step, ...]

    @property
    def ends(self) -> date:
        """The day the period is over: where a limit that follows this one starts."""
        return self.nominal if self.limit.kind == "wait" else self.last_day

    @property
    def late_from(self) -> date:
        """The first day on which the act is late."""
        return self.ends + DAY

    @property
    def is_reminder(self) -> bool:
        """Whether this is our suggestion and no limit of law."""
        return self.limit.kind == "reminder"


@dataclass(frozen=True, slots=True)
class Open:
    """A limit without dates."""

    limit: Limit
    version: LimitVersion | None
    """The wording, where a day says which one: it holds the rule in words."""
    why: Literal["no-number", "no-event", "not-in-force"]
    """The law gives no number (see ``version.words``); the day it starts is not known; or the law we
    know has no such rule on that day."""
    event_day: date | None = None
    steps: tuple[Step, ...] = ()


Result = Count | Open
