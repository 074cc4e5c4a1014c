"""The clock set 1, 2 and 10 years ahead: old law says so, open calendars say so, and nothing is guessed (T18)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.checks import run
from assistant.cli import main
from assistant.guide import Adviser, Pages, text
from assistant.i18n import Translator, locales, translator
from assistant.knowledge import Knowledge
from assistant.model import Limit
from tests.conftest import TODAY, copy_rooms

WARNING = "Nobody has looked at this for over a year. Ask whether the law is still the same."
AHEAD = (date(2027, 11, 24), date(2028, 11, 24), date(2036, 11, 24))
COMMANDS = (
    ("show", "cn-spc-list-despite-compliance"), ("show", "cn-spc-list-correction"), ("show", "eu-gdpr"), ("show", "de-l-agency-de"),
    ("plan", "de-credit-file-error"), ("due", "cn-spc-list-correction"), ("due", "eu-gdpr-access", "--event", "request_received=2026-11-06"),
)  # fmt: skip


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_old_content_says_so(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Not today, not after eleven months, but after a year and ever after."""
    for day in (TODAY, TODAY + timedelta(days=330)):
        assert main(["--locale", "en", "--as-of", day.isoformat(), *arguments]) == 0
        assert WARNING not in capsys.readouterr().out, day
    for day in AHEAD:
        assert main(["--locale", "en", "--as-of", day.isoformat(), *arguments]) == 0
        assert WARNING in capsys.readouterr().out, day


def test_the_warning_stands_at_the_top_of_a_route(knowledge: Knowledge, english: Translator) -> None:
    adviser = Adviser(knowledge, AHEAD[0], translator, ("en",))
    pages = Pages(knowledge, english, AHEAD[0])
    for route in knowledge.routes:
        if route.span.covers(AHEAD[0]):
            assert text(pages.route(adviser.route(route.id, {}, english))).splitlines()[1].strip() == WARNING


def test_check_names_every_record_that_is_over_a_year_old(knowledge: Knowledge, tmp_path: Path) -> None:
    copy = copy_rooms(tmp_path)
    found = [
        one
        for one in run(AHEAD[0], copy / "content", copy / "templates", copy / "locales")
        if one.rule == "checked-within-a-year"
    ]
    every = sum(len(knowledge.rooms[room].ids()) for room in ("situations", "routes", "sources", "letters", "replies"))
    assert len(found) == every
    assert {one.severity for one in found} == {"warning"}


def chinese(knowledge: Knowledge) -> Iterator[tuple[str, Limit]]:
    """Limits counted by the working days of China, each with a route that holds it."""
    for route in knowledge.routes:
        for name in route.limits:
            limit = knowledge.limits[name]
            if limit.place == "cn":
                yield route.id, limit


@pytest.mark.parametrize("day", [date(2027, 2, 3), date(2028, 9, 28), date(2036, 11, 6)])
def test_days_of_a_year_without_an_official_calendar_are_provisional(
    day: date, knowledge: Knowledge, english: Translator
) -> None:
    """Every date that looked at a calendar of that year says that it can change, and why."""
    adviser = Adviser(knowledge, day, translator, tuple(locales()))
    pages = Pages(knowledge, english, day)
    looked = 0
    for route, limit in chinese(knowledge):
        dated = [
            one
            for one in adviser.route(route, {limit.starts: day}, english).dates
            if one.limit.id == limit.id and one.count
        ]
        for one in dated:
            assert one.count is not None
            # A wait of calendar days ends on its day; no rest day moves it.
            length = one.count.version.length
            moved = one.count.limit.kind == "act" or (length is not None and length.unit == "working_days")
            shifts = moved and one.count.version.counting in ("cn-calendar", "cn-working")
            if one.count.provisional is None:
                assert not shifts or one.count.last_day.year <= TODAY.year, (route, limit.id)
                continue
            looked += 1
            assert day.year <= one.count.provisional.year <= one.count.last_day.year + 1
            told = "\n".join(pages.limit(one))
            assert "Provisional: " in told
            assert str(one.count.provisional.year) in told.partition("Provisional: ")[2].splitlines()[0]
    assert looked > 20


@pytest.mark.parametrize("year", [2027, 2028])
def test_the_contract_s_json_says_provisional(year: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(
            [
                "--locale",
                "en",
                "--as-of",
                f"{year}-11-23",
                "due",
                "cn-spc-list-correction",
                "--event",
                f"request_received={year}-11-06",
                "--json",
            ]
        )
        == 0
    )
    rows = {row["limit"]: row for row in json.loads(capsys.readouterr().out)}
    counted = rows["cn-spc-list-correction-review"]
    assert counted["provisional"] is True
    assert counted["last_day"].startswith(f"{year}-11-2")
    assert f"provisional: the official calendar of {year} is not in this program" in counted["why"]
    assert {row["last_day"] for name, row in rows.items() if row["not_counted"]} == {None}


def test_a_settled_year_is_not_provisional(capsys: pytest.CaptureFixture[str]) -> None:
    """So that the word keeps its meaning."""
    assert (
        main(
            [
                "--locale",
                "en",
                "--as-of",
                "2026-11-22",
                "due",
                "cn-spc-list-correction",
                "--event",
                "request_received=2026-11-06",
                "--json",
            ]
        )
        == 0
    )
    counted = json.loads(capsys.readouterr().out)[0]
    assert (counted["last_day"], counted["provisional"]) == ("2026-11-23", False)
