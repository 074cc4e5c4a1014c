"""The calendars: equal to what the generator writes, and right where a sheet lets us check by hand."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from assistant.deadlines import WorkingDays, working_days
from assistant.knowledge import Knowledge

TOP = Path(__file__).resolve().parents[2]

# The notice for 2026, as both Chinese sheets give it.
OFF_2026 = (
    ("01-01", "01-03"),
    ("02-15", "02-23"),
    ("04-04", "04-06"),
    ("05-01", "05-05"),
    ("06-19", "06-21"),
    ("09-25", "09-27"),
    ("10-01", "10-07"),
)
WORK_2026 = {"01-04", "02-14", "02-28", "05-09", "09-20", "10-10"}


def test_files_are_what_the_generator_writes() -> None:
    """Regenerate with: python tools/make_calendars.py."""
    made: dict[Path, str] = runpy.run_path(str(TOP / "tools" / "make_calendars.py"))["calendars"]()
    assert {path.name: path.read_text(encoding="utf-8") for path in (TOP / "content" / "calendars").glob("*.yaml")} == {
        path.name: text for path, text in made.items()
    }


def test_china_2026_day_by_day(knowledge: Knowledge) -> None:
    """Every day of 2026 works or rests as the notice says."""
    days = working_days("cn", knowledge.calendars)
    off = set[date]()
    for first, last in OFF_2026:
        day = date.fromisoformat(f"2026-{first}")
        while day <= date.fromisoformat(f"2026-{last}"):
            off.add(day)
            day += timedelta(days=1)
    work = {date.fromisoformat(f"2026-{day}") for day in WORK_2026}
    day = date(2026, 1, 1)
    while day.year == 2026:
        rests = day not in work and (day in off or day.weekday() >= 5)
        assert days.rests(day) is rests, day
        assert days.declared_working(day) is (day in work), day
        day += timedelta(days=1)


def test_marks_are_honest(knowledge: Knowledge) -> None:
    """Only a year whose notice was read says ``text`` for its days; years to come are provisional and say why."""
    for calendar in knowledge.calendars:
        for year in calendar.years:
            notice = any(cite.source == f"cn-holiday-{year.year}" and cite.mark == "text" for cite in year.sources)
            assert notice == (calendar.id == "cn" and year.year == 2026)
            assert (year.status == "provisional") == (calendar.id == "cn" and year.year > 2026)
            assert (year.reason is not None) == (year.status == "provisional")
            assert set(year.regional) <= set(year.off)
            assert all(day.weekday() >= 5 for day in year.work)
            assert all(day.year == year.year for day in (*year.off, *year.work))


@pytest.mark.parametrize(
    ("place", "day", "rests"),
    [
        ("de", "2027-03-26", True),
        ("de", "2027-03-29", True),
        ("de", "2027-05-06", True),
        ("de", "2027-05-17", True),
        ("de", "2026-12-24", False),
        ("de", "2026-12-31", False),
        ("de", "2027-05-27", False),
        ("de", "2026-10-03", True),
        ("de-he", "2027-05-27", True),
        ("de-by", "2027-05-27", True),
        ("de-bw", "2027-05-27", True),
        ("de-nw", "2027-05-27", True),
        ("de-rp", "2027-05-27", True),
        ("de-sl", "2027-05-27", True),
        ("de-be", "2027-05-27", False),
        ("de-bw", "2027-01-06", True),
        ("de-by", "2027-01-06", True),
        ("de-st", "2027-01-06", True),
        ("de-he", "2027-01-06", False),
        ("de-be", "2027-03-08", True),
        ("de-mv", "2027-03-08", True),
        ("de-bb", "2027-03-08", False),
        ("de-be", "2025-05-08", True),
        ("ie", "2027-03-17", True),
        ("ie", "2027-02-01", True),
        ("lu", "2028-05-09", True),
        ("lu", "2026-06-23", True),
        ("it", "2027-10-04", True),
        ("it", "2024-10-04", False),
    ],
)
def test_days_the_sheet_names(knowledge: Knowledge, place: str, day: str, rests: bool) -> None:
    assert working_days(place, knowledge.calendars).rests(date.fromisoformat(day)) is rests


def test_a_regional_day_rests_only_for_readings_that_look_at_it(knowledge: Knowledge) -> None:
    hesse = working_days("de-he", knowledge.calendars)
    corpus_christi = date(2026, 6, 4)
    assert hesse.rests(corpus_christi)
    assert not hesse.rests(corpus_christi, regional=False)
    assert hesse.why(corpus_christi, corpus_christi) == "regional"
    assert hesse.why(date(2026, 6, 6), date(2026, 6, 7)) == "weekend"
    assert hesse.why(date(2026, 12, 25), date(2026, 12, 27)) == "holiday"


@pytest.mark.parametrize(
    ("place", "first", "last", "code", "year"),
    [
        ("cn", "2026-12-01", "2026-12-31", None, 0),
        ("cn", "2026-12-31", "2027-01-01", "provisional-year", 2027),
        ("cn", "2031-01-01", "2031-01-02", "no-year", 2031),
        ("de", "2035-12-31", "2036-01-01", "no-year", 2036),
        ("pt", "2026-05-01", "2026-05-02", "no-calendar", 2026),
        ("fr-als", "2026-05-01", "2026-05-02", "no-region", 2026),
    ],
)
def test_what_is_not_settled_is_said(
    knowledge: Knowledge,
    place: str,
    first: str,
    last: str,
    code: str | None,
    year: int,
) -> None:
    found = working_days(place, knowledge.calendars).provisional(date.fromisoformat(first), date.fromisoformat(last))
    if code is None:
        assert found is None
        return
    assert found is not None
    assert (found.code, found.year) == (code, year)
    assert (found.reason is not None) == (code == "provisional-year")


def test_without_a_calendar_only_weekends_rest() -> None:
    days = WorkingDays("xx")
    assert days.rests(date(2026, 11, 21))
    assert not days.rests(date(2026, 12, 25))


def test_time_zone_does_not_matter() -> None:
    """R7: the same dates from a process west and one east of the date line."""
    code = (
        "from datetime import date; from assistant.knowledge import open_knowledge; "
        "from assistant.deadlines import Law, count_one; k = open_knowledge(); law = Law(k.calendars, (), k.limits); "
        "r = count_one(k.limits['eu-gdpr-answer'], date(2026, 11, 25), law, 'de'); "
        "print(r.nominal, r.last_day, r.safe_day)"
    )
    zones = ("Etc/GMT+12", "UTC", "Etc/GMT-14", "Asia/Shanghai")
    results = {_run(code, {"TZ": zone}) for zone in zones}
    assert results == {"2026-12-25 2026-12-28 2026-12-24\n"}


def _run(code: str, more: dict[str, Any]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=TOP, env=os.environ | more, capture_output=True, text=True, check=True
    )
    return done.stdout
