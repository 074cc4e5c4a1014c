"""What must hold for every count."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.deadlines import RULES, Count, WorkingDays, count
from assistant.model import Calendar, Limit

YEARS = range(2024, 2030)
UNITS = {"days": 100, "weeks": 12, "months": 14, "years": 2, "working_days": 40}
days = st.dates(date(2024, 6, 1), date(2027, 6, 1))
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def calendar(
    off: frozenset[date], regional: frozenset[date] = frozenset(), work: frozenset[date] = frozenset()
) -> WorkingDays:
    """Days of our own making."""

    def of(year: int, some: frozenset[date]) -> list[str]:
        return [day.isoformat() for day in sorted(some) if day.year == year]

    record = {
        "id": "de-he",
        "name": "Somewhere",
        "years": [
            {
                "year": year,
                "status": "official",
                "off": of(year, off | regional),
                "regional": of(year, regional),
                "work": of(year, work),
                "sources": [{"source": "some-list", "mark": "text"}],
            }
            for year in YEARS
        ],
    }
    return WorkingDays("de-he", Calendar.model_validate_json(json.dumps(record)))


@st.composite
def offices(draw: st.DrawFn) -> tuple[frozenset[date], frozenset[date], frozenset[date]]:
    near = st.frozensets(days, max_size=25)
    off, regional = draw(near), draw(st.frozensets(days, max_size=8))
    work = frozenset(day for day in draw(near) if day.weekday() >= 5) - off - regional
    return off, regional - off, work


@st.composite
def tasks(draw: st.DrawFn) -> tuple[str, int, str, str]:
    rule = draw(st.sampled_from(sorted(set(RULES) - {"eu-1182-extension"})))
    unit = draw(st.sampled_from(sorted(RULES[rule].units)))
    return rule, draw(st.integers(1, UNITS[unit])), unit, draw(st.sampled_from(["you", "body"]))


def made(make_limit: Any, task: tuple[str, int, str, str], **more: Any) -> Limit:
    rule, number, unit, who = task
    found: Limit = make_limit(rule, number, unit, who=who, **more)
    return found


def counted(limit: Limit, day: date, office: WorkingDays, base: Limit | None = None) -> Count:
    found = count(limit, day, office, base=base)
    assert isinstance(found, Count)
    return found


@MANY
@given(tasks(), offices(), days)
def test_order_of_the_three_days(make_limit: Any, task: Any, office: Any, day: date) -> None:
    """The event comes first, then the safe day, then the last day."""
    found = counted(made(make_limit, task), day, calendar(*office))
    assert day <= found.safe_day <= found.nominal <= found.last_day
    assert day < found.nominal or (task[0] == "plain-first-day" and day == found.nominal)


@MANY
@given(tasks(), offices(), days, st.integers(1, 40))
def test_a_later_event_never_ends_earlier(make_limit: Any, task: Any, office: Any, day: date, more: int) -> None:
    limit, open_days = made(make_limit, task), calendar(*office)
    early, late = (counted(limit, one, open_days) for one in (day, day + timedelta(days=more)))
    assert early.nominal <= late.nominal
    assert early.last_day <= late.last_day
    assert early.safe_day <= late.safe_day


@MANY
@given(tasks(), offices(), days)
def test_a_longer_time_never_ends_earlier(make_limit: Any, task: Any, office: Any, day: date) -> None:
    rule, number, unit, who = task
    open_days = calendar(*office)
    short, longer = (counted(made(make_limit, (rule, n, unit, who)), day, open_days) for n in (number, number + 1))
    assert short.nominal < longer.nominal
    assert short.last_day <= longer.last_day
    assert short.safe_day <= longer.safe_day


@MANY
@given(tasks(), offices(), days, days)
def test_a_new_holiday_never_shortens(make_limit: Any, task: Any, office: Any, day: date, holiday: date) -> None:
    off, regional, work = office
    limit = made(make_limit, task)
    before = counted(limit, day, calendar(off, regional - {holiday}, work - {holiday}))
    after = counted(limit, day, calendar(off | {holiday}, regional - {holiday}, work - {holiday}))
    assert before.last_day <= after.last_day
    assert before.nominal <= after.nominal


@MANY
@given(tasks(), offices(), days)
def test_never_ends_on_a_rest_day_after_a_shift(make_limit: Any, task: Any, office: Any, day: date) -> None:
    rule, _, _, who = task
    open_days = calendar(*office)
    found = counted(made(make_limit, task), day, open_days)
    if rule in ("cn-calendar", "cn-working", "de-bgb"):
        assert not open_days.rests(found.last_day)
    if rule == "eu-1182":
        assert not open_days.rests(found.last_day, regional=who == "body")
    if rule.endswith("retention"):
        assert found.last_day == found.nominal
    assert not open_days.rests(found.safe_day) or found.steps[-1].kind == "no-working-day"


@MANY
@given(offices(), days, st.integers(1, 3), st.integers(1, 3))
def test_an_extension_is_never_shorter(make_limit: Any, office: Any, day: date, first: int, more: int) -> None:
    """For a body the later reading, for a person the earlier one; both after the first period."""
    open_days = calendar(*office)
    ends = {}
    for who in ("body", "you"):
        base = made(make_limit, ("eu-1182", first, "months", who))
        limit = made(make_limit, ("eu-1182-extension", more, "months", who))
        ends[who] = counted(limit, day, open_days, base)
        assert ends[who].last_day > counted(base, day, open_days).last_day
    assert ends["you"].last_day <= ends["body"].last_day


@MANY
@given(tasks(), offices(), days)
def test_kinds_nobody_acts_in(make_limit: Any, task: Any, office: Any, day: date) -> None:
    """Retention never moves; after a wait the next step opens on the next day."""
    open_days = calendar(*office)
    kept = counted(made(make_limit, task, kind="retention"), day, open_days)
    assert kept.nominal == kept.last_day == kept.safe_day == kept.ends
    waited = counted(made(make_limit, task, kind="wait"), day, open_days)
    assert waited.last_day == waited.safe_day == waited.nominal + timedelta(days=1)
    assert waited.ends == waited.nominal == kept.nominal
