"""One limit, one day: versions, kinds, errors, steps."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from typing import Any

import pytest

from assistant.deadlines import (
    RULES,
    Count,
    Law,
    NotInForceError,
    Open,
    Step,
    WorkingDays,
    check_event_day,
    count,
    count_one,
    version_on,
    working_days,
)
from assistant.deadlines.lengths import add_months
from assistant.knowledge import Knowledge
from assistant.model import ContentError, CountingRule, InputError, Limit, RecourseError

WEEKENDS = WorkingDays("xx")
DAY = date(2026, 11, 6)


def test_every_rule_of_the_model_counts() -> None:
    assert set(RULES) == set(CountingRule.__args__)  # type: ignore[attr-defined]


def test_every_limit_of_ours_can_be_counted(knowledge: Knowledge, law: Law) -> None:
    """Every version of every record, on its first day and on its last."""
    for limit in knowledge.limits:
        for version in limit.versions:
            for day in (version.since, version.until or date(2026, 11, 22)):
                found = count_one(limit, day, law)
                assert isinstance(found, Open if version.length is None else Count), (limit.id, day)
                assert found.version == version


def test_steps_say_everything(make_limit: Any, knowledge: Knowledge) -> None:
    found = count(make_limit("cn-calendar", 15), DAY, working_days("cn", knowledge.calendars))
    assert isinstance(found, Count)
    assert found.steps == (
        Step("event", DAY, name="request_received"),
        Step("first", date(2026, 11, 7)),
        Step("day", date(2026, 11, 21), number=15),
        Step("rest", date(2026, 11, 21), date(2026, 11, 22), 2, "weekend"),
        Step("next", date(2026, 11, 23)),
    )
    assert found.late_from == date(2026, 11, 24)
    assert found.place == "cn"
    assert not found.is_reminder
    assert not found.provisional


def test_a_result_cannot_be_changed(make_limit: Any) -> None:
    found = count(make_limit("plain", 15), DAY, WEEKENDS)
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.limit = None  # type: ignore[misc, assignment]


def test_no_number_gives_words_and_no_dates(make_limit: Any) -> None:
    found = count(make_limit("plain", None), DAY, WEEKENDS)
    assert isinstance(found, Open)
    assert found.why == "no-number"
    assert found.version is not None
    assert found.version.words == "The law gives no number."


def test_the_version_of_the_day_is_used(make_limit: Any) -> None:
    """A count for March uses the rule of March, whatever came later."""
    old = make_limit("plain", 15, since="2020-01-01", until="2026-03-31")
    new = make_limit("plain", 20, since="2026-04-01")
    limit = old.model_copy(update={"versions": (*old.versions, *new.versions)})
    ends = [count(limit, day, WEEKENDS) for day in (date(2026, 3, 31), date(2026, 4, 1))]
    assert [found.last_day for found in ends if isinstance(found, Count)] == [date(2026, 4, 15), date(2026, 4, 21)]


def test_no_version_is_an_error_with_a_name(make_limit: Any) -> None:
    with pytest.raises(NotInForceError, match="some-limit: we know no rule for 2026-11-06"):
        count(make_limit("plain", 15, since="2027-01-01"), DAY, WEEKENDS)
    assert issubclass(NotInForceError, RecourseError)


def test_two_versions_are_a_content_error(make_limit: Any) -> None:
    limit = make_limit("plain", 15)
    double: Limit = limit.model_copy(update={"versions": limit.versions * 2})
    with pytest.raises(ContentError, match="two versions hold on 2026-11-06"):
        version_on(double, DAY)


@pytest.mark.parametrize(
    ("rule", "unit"),
    [
        ("cn-calendar", "working_days"),
        ("cn-working", "days"),
        ("de-bgb", "working_days"),
        ("cn-retention", "working_days"),
    ],
)
def test_a_rule_refuses_units_it_does_not_know(make_limit: Any, rule: str, unit: str) -> None:
    with pytest.raises(ContentError, match=f"the counting rule {rule} does not count in {unit}; it counts in: "):
        count(make_limit(rule, 5, unit), DAY, WEEKENDS)


def test_an_extension_needs_its_first_period(make_limit: Any) -> None:
    extension = make_limit("eu-1182-extension", 2, "months")
    with pytest.raises(ContentError, match="an extension needs the limit it extends"):
        count(extension, DAY, WEEKENDS)
    with pytest.raises(ContentError, match="must both be in days and weeks, or both in months and years"):
        count(extension, DAY, WEEKENDS, base=make_limit("eu-1182", 30))
    with pytest.raises(ContentError, match="only a limit of kind 'act'"):
        count(make_limit("eu-1182-extension", 2, "months", kind="wait"), DAY, WEEKENDS)


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(1949, 12, 31), date(2100, 1, 1), date(9999, 12, 31)])
def test_absurd_days_are_refused(make_limit: Any, day: date) -> None:
    with pytest.raises(
        InputError, match=rf"request_received: the year of {day} cannot be right\. Give a day from 1950 to 2099"
    ):
        count(make_limit("plain", 15), day, WEEKENDS)


def test_a_day_to_come_is_refused_where_today_is_given() -> None:
    check_event_day("listed", date(2026, 11, 22), date(2026, 11, 22))
    check_event_day("listed", date(2027, 11, 22))
    with pytest.raises(InputError, match="listed: 2026-11-23 is still to come"):
        check_event_day("listed", date(2026, 11, 23), date(2026, 11, 22))


def test_a_point_in_time_is_no_day() -> None:
    with pytest.raises(TypeError):
        check_event_day("listed", datetime(2026, 11, 22, tzinfo=UTC))


@pytest.mark.parametrize("year", [1950, 2038, 2099])
def test_the_ends_of_the_calendar_hold(make_limit: Any, year: int) -> None:
    """No overflow, also with the longest length a record can hold."""
    for number, unit in ((400, "years"), (400, "months"), (400, "days")):
        found = count(make_limit("cn-calendar", number, unit), date(year, 12, 31), WEEKENDS)
        assert isinstance(found, Count)
        assert found.provisional


def test_a_reminder_is_flagged(make_limit: Any) -> None:
    found = count(make_limit("plain", 15, kind="reminder"), DAY, WEEKENDS)
    assert isinstance(found, Count)
    assert found.is_reminder


def test_retention_looks_at_no_calendar(make_limit: Any) -> None:
    """So it is never provisional."""
    found = count(make_limit("de-retention", 3, "years", kind="retention"), date(2090, 5, 1), WEEKENDS)
    assert isinstance(found, Count)
    assert found.last_day == date(2093, 5, 1)
    assert found.provisional is None


def test_provisional_when_only_the_way_back_to_the_safe_day_is_not_settled(
    make_limit: Any, knowledge: Knowledge
) -> None:
    """1 January 2016 is a holiday of the first year we have; the safe day lies in the year before."""
    found = count(make_limit("cn-calendar", 7), date(2015, 12, 25), working_days("cn", knowledge.calendars))
    assert isinstance(found, Count)
    assert found.nominal == date(2016, 1, 1)
    assert found.safe_day == date(2015, 12, 31)
    assert found.provisional is not None
    assert found.provisional.code == "no-year"
    assert found.steps[-1] == Step("provisional", found.last_day, number=2015, name="no-year")


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-02-28", 1, "2026-03-28"),
        ("2026-12-01", 1, "2027-01-01"),
    ],
)
def test_months(day: str, months: int, end: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("event", "number", "unit", "end"),
    [
        (date(2026, 3, 31), 1, "months", date(2026, 4, 30)),
        (date(2025, 12, 1), 1, "months", date(2026, 1, 31)),
        (date(2026, 1, 31), 1, "months", date(2026, 2, 28)),
        (date(2023, 12, 15), 2, "months", date(2024, 2, 29)),
        (date(2023, 5, 4), 3, "years", date(2026, 12, 31)),
        (date(2024, 12, 31), 3, "years", date(2027, 12, 31)),
    ],
)
def test_the_end_of_a_month_or_year(make_limit: Any, event: date, number: int, unit: str, end: date) -> None:
    for kind in ("act", "retention"):
        found = count(make_limit("calendar-end", number, unit, who="body", kind=kind), event, WEEKENDS)
        assert isinstance(found, Count)
        assert (found.nominal, found.last_day) == (end, end)
