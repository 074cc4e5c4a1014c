"""All limits of a route: derived days, chains, places, order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.deadlines import Count, Law, Open, Result, due, place_for, words
from assistant.i18n import Translator
from assistant.model import ContentError, InputError

CN = {"place": "cn"}


def one(results: tuple[Result, ...], name: str) -> Count:
    found = next(result for result in results if result.limit.id == name)
    assert isinstance(found, Count), found
    return found


def test_counted_ones_come_first_and_the_order_stays(make_limit: Any, law: Law) -> None:
    limits = [
        make_limit("plain", None, id="a-words"),
        make_limit("plain", 9, id="b-late"),
        make_limit("plain", 5, id="c-unknown", starts="listed"),
        make_limit("plain", 3, id="d-early"),
    ]
    found = due(limits, {"request_received": date(2026, 11, 6)}, law)
    assert [result.limit.id for result in found] == ["b-late", "d-early", "a-words", "c-unknown"]
    assert [result.why for result in found if isinstance(result, Open)] == ["no-number", "no-event"]


def test_no_event_shows_the_wording_of_today(make_limit: Any, law: Law) -> None:
    limit = make_limit("plain", 5, since="2026-01-01")
    assert [result.version for result in due([limit], {}, law)] == [None]
    assert [result.version for result in due([limit], {}, law, today=date(2026, 11, 22))] == [limit.versions[0]]
    assert [result.version for result in due([limit], {}, law, today=date(2025, 11, 22))] == [None]


def test_a_limit_not_in_force_stays_without_dates(make_limit: Any, law: Law) -> None:
    limit = make_limit("plain", 5, since="2026-01-01")
    (found,) = due([limit], {"request_received": date(2025, 1, 1)}, law)
    assert isinstance(found, Open)
    assert found.why == "not-in-force"
    assert found.event_day == date(2025, 1, 1)


def test_days_are_checked(make_limit: Any, law: Law) -> None:
    with pytest.raises(InputError, match="listed: the year of 0206"):
        due([make_limit("plain", 5)], {"listed": date(206, 1, 1)}, law)
    assert due([make_limit("plain", 5)], {"listed": date(2026, 12, 1)}, law, today=date(2026, 11, 22))


def test_a_limit_starts_at_the_end_of_another(make_limit: Any, law: Law, english: Translator) -> None:
    """The authority has 15 days, then the person has 10: counted from the earliest end, before any shift."""
    first = make_limit("cn-calendar", 15, id="their-time", who="body", **CN)
    second = make_limit("cn-calendar", 10, id="my-time", starts="answer_time_ended", after="their-time", **CN)
    found = due([second, first], {"request_received": date(2026, 11, 6)}, law)
    mine, theirs = one(found, "my-time"), one(found, "their-time")
    assert (theirs.nominal, theirs.last_day) == (date(2026, 11, 21), date(2026, 11, 23))
    assert mine.event_day == theirs.nominal
    assert mine.last_day == date(2026, 12, 1)
    assert words(mine.steps, english) == (
        "received Fri 6 Nov 2026 → day 1 is Sat 7 Nov 2026 → day 15 is Sat 21 Nov 2026"
        " → that period ends Sat 21 Nov 2026, and the next one starts there"
        " → day 1 is Sun 22 Nov 2026 → day 10 is Tue 1 Dec 2026"
    )


def test_what_the_other_side_does_next_is_counted_from_the_shifted_end(make_limit: Any, law: Law) -> None:
    """A body is not called late too early: its second period starts at the last day of its first."""
    first = make_limit("cn-calendar", 15, id="their-time", who="body", **CN)
    second = make_limit("cn-calendar", 10, id="then", starts="case_accepted", after="their-time", who="body", **CN)
    found = due([second, first], {"request_received": date(2026, 11, 6)}, law)
    assert one(found, "then").event_day == date(2026, 11, 23)


def test_a_known_event_goes_before_the_chain(make_limit: Any, law: Law) -> None:
    first = make_limit("plain", 15, id="their-time")
    second = make_limit("plain", 10, id="my-time", starts="decision_served", after="their-time")
    events = {"request_received": date(2026, 11, 6), "decision_served": date(2026, 11, 10)}
    assert one(due([first, second], events, law), "my-time").last_day == date(2026, 11, 20)


def test_after_a_wait_the_count_starts_at_its_end(make_limit: Any, law: Law) -> None:
    """The first day on which the next step is open is day 1, not day zero."""
    first = make_limit("plain", 60, id="their-silence", who="body", kind="wait", **CN)
    second = make_limit("cn-calendar", 60, id="my-time", starts="answer_time_ended", after="their-silence", **CN)
    found = due([first, second], {"request_received": date(2026, 8, 3)}, law)
    assert one(found, "their-silence").nominal == date(2026, 10, 2)
    assert one(found, "their-silence").last_day == date(2026, 10, 3)
    assert one(found, "my-time").nominal == date(2026, 12, 1)


def test_a_provisional_start_makes_the_rest_provisional(make_limit: Any, law: Law) -> None:
    first = make_limit("cn-calendar", 15, id="their-time", **CN)
    second = make_limit(
        "cn-retention", 1, "years", id="my-time", starts="answer_time_ended", after="their-time", kind="retention", **CN
    )
    found = one(due([first, second], {"request_received": date(2026, 12, 25)}, law), "my-time")
    assert found.provisional is not None
    assert found.provisional.code == "provisional-year"
    assert found.provisional.reason is not None
    assert "2027" in found.provisional.reason


def test_a_chain_without_a_start_or_number_stays_open(make_limit: Any, law: Law) -> None:
    first = make_limit("plain", None, id="their-time")
    second = make_limit("plain", 10, id="my-time", starts="decision_served", after="their-time")
    for events in ({}, {"request_received": date(2026, 11, 6)}):
        assert all(isinstance(result, Open) for result in due([first, second], events, law))


def test_a_chain_that_bites_its_tail_is_a_content_error(make_limit: Any, law: Law) -> None:
    first = make_limit("plain", 1, id="first", starts="listed", after="second")
    second = make_limit("plain", 1, id="second", starts="settled", after="first")
    with pytest.raises(ContentError, match="lead back to this one"):
        due([first, second], {}, law)


def test_the_limit_before_is_found_in_the_law(law: Law) -> None:
    """A route may list the extension alone."""
    found = due([law.limits["eu-gdpr-answer-ext"]], {"request_received": date(2026, 8, 10)}, law)
    assert one(found, "eu-gdpr-answer-ext").last_day == date(2026, 11, 10)


def test_an_extension_is_not_counted_from_a_later_event(make_limit: Any, law: Law) -> None:
    extension = make_limit("eu-1182-extension", 2, "months", after="eu-gdpr-answer", starts="listed")
    (found,) = due([extension], {"request_received": date(2026, 8, 10)}, law)
    assert isinstance(found, Open)


@pytest.mark.parametrize(
    ("place", "rule", "named", "used"),
    [
        ("de", "eu-1182", "ie", "ie"),
        ("de", "eu-1182", "de-he", "de-he"),
        ("de", "eu-1182", "cn", "de"),
        ("de", "eu-1182", None, "de"),
        ("de", "eu-1182-extension", "at", "at"),
        ("eu", "plain", "fr", "fr"),
        ("eu", "plain", "cn", "eu"),
        ("de", "de-bgb", "ie", "de"),
        ("de", "de-bgb", "de-by", "de-by"),
        ("de", "de-bgb", "de", "de"),
        ("de-he", "de-bgb", "de", "de-he"),
        ("cn", "cn-calendar", "de", "cn"),
        ("cn", "cn-calendar", "cn", "cn"),
        ("de", "eu-1182", "eu", "de"),
        ("de", "eu-1182", "gb", "de"),
    ],
)
def test_whose_calendar(make_limit: Any, place: str, rule: str, named: str | None, used: str) -> None:
    assert place_for(make_limit(rule, 1, "months", place=place), named) == used


def test_a_place_we_have_no_calendar_of_is_provisional(law: Law) -> None:
    (found,) = due([law.limits["eu-gdpr-answer"]], {"request_received": date(2026, 11, 25)}, law, "pt")
    assert isinstance(found, Count)
    assert found.last_day == date(2026, 12, 25)
    assert found.provisional is not None
    assert found.provisional.code == "no-calendar"


def test_service_of_another_country_does_not_apply(make_limit: Any, law: Law) -> None:
    limit = make_limit("cn-calendar", 10, starts="decision_served", **CN)
    (found,) = due([limit], {"decision_posted": date(2026, 11, 2)}, law)
    assert isinstance(found, Open)


def test_service_before_the_rule_was_in_force_is_not_derived(make_limit: Any, law: Law) -> None:
    """The four days are law since 2025; what was posted before is not counted by them."""
    limit = make_limit("de-bgb", 1, "months", starts="decision_served")
    (found,) = due([limit], {"decision_posted": date(2024, 12, 31)}, law)
    assert isinstance(found, Open)
    assert found.why == "no-event"


def test_of_two_rules_of_service_the_earlier_day_counts(make_limit: Any, law: Law) -> None:
    limit = make_limit("de-bgb", 2, "weeks", starts="decision_served")
    events = {"decision_posted": date(2026, 11, 9), "decision_downloaded": date(2026, 11, 9)}
    assert one(due([limit], events, law), "some-limit").event_day == date(2026, 11, 10)
