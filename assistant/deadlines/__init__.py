"""Counts legal time: pure functions of a limit, a day and a calendar.

``due`` counts what a route needs, ``count_one`` a single limit by the records, ``count`` a single
limit by the working days of a place. ``words`` says how, for checking by hand.
"""

from .calendars import Lookup, Provisional, WorkingDays, country_of, place_for, working_days
from .count import Begin, count, version_on
from .due import Law, count_one, due
from .errors import NotInForceError, check_event_day
from .result import Count, Open, Result
from .rules import RULES, Rule
from .service import Served, derive, serve
from .steps import Step, StepKind
from .words import Speaker, words

__all__ = [
    "RULES",
    "Begin",
    "Count",
    "Law",
    "Lookup",
    "NotInForceError",
    "Open",
    "Provisional",
    "Result",
    "Rule",
    "Served",
    "Speaker",
    "Step",
    "StepKind",
    "WorkingDays",
    "check_event_day",
    "count",
    "count_one",
    "country_of",
    "derive",
    "due",
    "place_for",
    "serve",
    "version_on",
    "words",
    "working_days",
]
