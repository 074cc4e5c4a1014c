"""R15: our counting against the independent one, on random rules, days and places."""

from __future__ import annotations

import os
import random
import runpy
from datetime import date
from pathlib import Path
from typing import Any

from assistant.deadlines import Count, WorkingDays, count, working_days
from assistant.knowledge import Knowledge

NAIVE: Any = runpy.run_path(str(Path(__file__).with_name("independent.py")))["count"]
SIZE = int(os.environ.get("RECOURSE_SOAK", "10000"))
SEED = int(os.environ.get("RECOURSE_SEED", "20261122"))

UNITS = {"days": 130, "weeks": 9, "months": 7, "years": 1, "working_days": 65}
RULES = {
    "cn-calendar": ("days", "months", "years"),
    "cn-working": ("working_days",),
    "cn-retention": ("months", "years"),
    "de-bgb": ("days", "weeks", "months"),
    "de-retention": ("months", "years"),
    "calendar-end": ("months", "years"),
    "plain": tuple(UNITS),
    "eu-1182": tuple(UNITS),
    "eu-1182-extension": ("months",),
}
FIRST, LAST = date(2018, 1, 1).toordinal(), date(2028, 12, 31).toordinal()


def test_two_counters_agree(knowledge: Knowledge, raw_calendars: dict[str, Any], make_limit: Any) -> None:
    """Ten thousand by default; RECOURSE_SOAK=1000000 for the long run. RECOURSE_SEED repeats one."""
    chance = random.Random(SEED)  # noqa: S311 - nothing secret
    places: dict[str, WorkingDays] = {place: working_days(place, knowledge.calendars) for place in raw_calendars}
    limits: dict[Any, Any] = {}

    def limit(*key: Any) -> Any:
        if key not in limits:
            rule, number, unit, who = key
            limits[key] = make_limit(rule, number, unit, who=who)
        return limits[key]

    for turn in range(SIZE):
        rule = chance.choice(sorted(RULES))
        unit = chance.choice(RULES[rule])
        number = chance.randint(1, UNITS[unit])
        who = chance.choice(("you", "body"))
        event = date.fromordinal(chance.randint(FIRST, LAST))
        place = chance.choice(sorted(raw_calendars))
        base = chance.randint(1, 3) if rule == "eu-1182-extension" else None
        basis = limit("eu-1182", base, "months", who) if base else None
        ours = count(limit(rule, number, unit, who), event, places[place], base=basis)
        theirs = NAIVE(
            rule,
            (number, unit),
            event,
            raw_calendars[place],
            late=who == "body",
            base=(base, "months") if base else None,
        )
        told = f"seed {SEED}, turn {turn}: {rule} {number} {unit} from {event} in {place} for {who}, base {base}"
        assert isinstance(ours, Count), told
        assert (ours.nominal, ours.last_day, ours.safe_day) == theirs, told
