"""Time limits on the command line: as JSON exactly as in the contract, in words in the fixed form."""

from __future__ import annotations

import pytest

from .conftest import Run

CONTRACT = {"limit", "who", "starts", "event_date", "nominal", "last_day", "safe_day", "why", "sources"}


def test_the_contract(recourse: Run) -> None:
    rows = recourse("due", "cn-spc-list-correction", "--event", "request_received=2026-11-02", "--json").json
    counted = rows[0]
    assert CONTRACT | {"title", "kind", "provisional", "mark"} <= counted.keys()
    assert (counted["limit"], counted["who"], counted["kind"]) == ("cn-spc-list-correction-review", "body", "act")
    assert (counted["event_date"], counted["nominal"], counted["last_day"]) == (
        "2026-11-02",
        "2026-11-17",
        "2026-11-17",
    )
    assert counted["sources"] == [{"id": "cn-spc-list-2017", "article": "12", "mark": "text"}]
    assert counted["mark"] == "text"
    assert all(row["last_day"] is None and row["not_counted"] for row in rows[1:])


def test_a_limit_without_a_number_says_what_the_law_says(recourse: Run) -> None:
    rows = recourse("due", "cn-spc-list-correction", "--json").json
    filing = next(row for row in rows if row["limit"] == "cn-spc-list-correction-filing")
    assert filing["nominal"] is None
    assert "no time limit" in filing["says"]


def test_a_reminder_is_marked_as_such(recourse: Run) -> None:
    rows = recourse("due", "cn-pi-access", "--json").json
    assert [row["limit"] for row in rows if row["kind"] == "reminder"][:1] == ["cn-pi-reminder"]


def test_a_day_to_come_may_be_tried_out(recourse: Run) -> None:
    rows = recourse("due", "cn-spc-list-correction", "--event", "request_received=2027-03-01", "--json").json
    assert rows[0]["event_date"] == "2027-03-01"


def test_a_day_of_posting_leads_to_the_day_of_service(recourse: Run) -> None:
    found = recourse("due", "eu-dpa-court", "--event", "decision_posted=2026-11-02", "--json")
    assert found.code == 0, found.err
    assert [row for row in found.json if row["starts"] == "decision_served" and row["last_day"]]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ("request_recieved=2026-11-02", "Did you mean request_received?"),
        ("decision_posted=2026-11-02", "no time limit here starts with it"),
        ("request_received", "has no day"),
        ("request_received=2.11.2026", "year-month-day"),
        ("request_received=20261102", "year-month-day"),
        ("request_received=2026-W45-1", "year-month-day"),
        ("request_received=2026-02-30", "year-month-day"),
        ("request_received=0026-11-02", "the year"),
    ],
)
def test_a_wrong_day_is_refused(recourse: Run, event: str, words: str) -> None:
    told = recourse("due", "cn-spc-list-correction", "--event", event)
    assert (told.code, told.out) == (2, "")
    assert words in told.err


def test_one_event_has_one_day(recourse: Run) -> None:
    days = ["--event", "request_received=2026-11-02", "--event", "request_received=2026-11-03"]
    assert recourse("due", "cn-spc-list-correction", *days).code == 2


def test_the_fixed_form(recourse: Run) -> None:
    theirs = recourse("due", "cn-spc-list-correction", "--event", "request_received=2026-11-02").out
    assert "They must answer or act by: Tuesday 17 November 2026 (5 days ago)" in theirs
    assert "Late from: Wednesday 18 November 2026" in theirs
    assert "Counted: received Mon 2 Nov 2026 → day 1 is Tue 3 Nov 2026" in theirs
    assert "article 12 · text read · checked" in theirs
    ours = recourse("due", "cn-spc-list-reconsideration", "--event", "decision_served=2026-11-16").out
    assert "Aim for: " in ours
    assert "Last day: Thursday 26 November 2026. After it you are late." in ours
    assert ours.index("Aim for") < ours.index("Last day")


def test_a_passed_day_says_what_is_still_open(recourse: Run) -> None:
    told = recourse("due", "cn-spc-list-reconsideration", "--event", "decision_served=2026-10-01").out
    assert "This day passed" in told
