"""What a count did, step by step: structured, so that any front can say it in any language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

StepKind = Literal[
    "event",
    "served",
    "after",
    "first",
    "first-counts",
    "until",
    "day",
    "weeks",
    "months",
    "years",
    "month-end",
    "calendar-end",
    "skipped",
    "worked",
    "working-day",
    "rest",
    "next",
    "kept",
    "two-working-days",
    "base",
    "from-receipt",
    "from-base",
    "later",
    "earlier",
    "opens",
    "no-working-day",
    "provisional",
]
"""In the order in which they stand:

- how it began: ``event`` (``name`` is the event), ``served`` (``day`` is the day that was known,
  ``until`` the day the law takes, ``number`` the days between), ``after`` (``name`` is the limit
  whose end starts this one);
- the count: ``first`` is day 1, ``first-counts`` the day of the event as day 1, ``until`` the last day before the same
  date ``number`` months (or what ``name`` says) on; ``day`` is day ``number``; ``weeks``, ``months`` and ``years`` say
  where ``number`` of them lead; ``month-end`` that the month (``number`` months on) has no such date;
  ``calendar-end`` the last day of the month or year (``name``) that lies ``number`` on;
- working days: ``skipped`` from ``day`` to ``until`` (``number`` days; ``name`` says why),
  ``worked`` a weekend day that was declared a working day, ``working-day`` is working day ``number``;
- the end: ``rest`` from ``day`` to ``until`` (``name`` says why, or ``regional-doubt``), ``next`` the working day after it,
  ``kept`` an end that no rest day moves, ``two-working-days`` the end that lets the period hold two;
- an extended time: ``base`` the end of the first period, ``from-receipt`` and ``from-base`` the two
  readings (``day`` nominal, ``until`` after any shift), ``later`` or ``earlier`` the one that is taken;
- ``opens`` the first day of a next step; ``no-working-day`` that no working day lies in the period;
  ``provisional`` that the calendar of year ``number`` is not settled (``name`` is the reason's code).
"""

Why = Literal["weekend", "holiday", "regional"]
"""Why days are no working days: only Saturdays and Sundays; a holiday or day off among them; or a
holiday of this part of the country only."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a count. ``StepKind`` says what the other parts mean for each kind."""

    kind: StepKind
    day: date
    until: date | None = None
    number: int = 0
    name: str = ""
