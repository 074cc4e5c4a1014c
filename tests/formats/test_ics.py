"""Calendar files."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from assistant.formats import Reminder, write_calendar
from assistant.formats.ics import Revision

DAY = date(2027, 3, 1)


def test_a_whole_day_with_alarms_at_nine() -> None:
    data = write_calendar([Reminder("case 1 answer", DAY, "Reminder RC-1", (7, 0))])
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event.decoded("dtstart") == DAY
    assert b"DTSTART;VALUE=DATE:20270301\r\n" in data
    assert [alarm.decoded("trigger") for alarm in event.walk("VALARM")] == [
        timedelta(days=-7, hours=9),
        timedelta(hours=9),
    ]
    assert str(event["summary"]) == "Reminder RC-1"


def test_nothing_is_told_but_the_title() -> None:
    data = write_calendar([Reminder("Müller against the agency", DAY, "Reminder")])
    assert b"agency" not in data
    assert b"ecourse" not in data
    names = {line.partition(b":")[0].partition(b";")[0] for line in data.split(b"\r\n") if line}
    assert names == {
        b"BEGIN",
        b"END",
        b"VERSION",
        b"PRODID",
        b"CALSCALE",
        b"SUMMARY",
        b"DTSTART",
        b"DTSTAMP",
        b"UID",
        b"CLASS",
        b"TRANSP",
        b"ACTION",
        b"DESCRIPTION",
        b"TRIGGER",
    }


def test_same_seed_same_entry_and_same_bytes() -> None:
    entries = [Reminder("a", DAY, "提醒"), Reminder("b", DAY, "Erinnerung")]
    assert write_calendar(entries) == write_calendar(entries)
    moved = Calendar.from_ical(write_calendar([Reminder("a", DAY + timedelta(days=1), "提醒")])).walk("VEVENT")[0]
    assert moved["uid"] == Calendar.from_ical(write_calendar(entries)).walk("VEVENT")[0]["uid"]


def test_one_seed_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="uid seed"):
        write_calendar([Reminder("a", DAY, "x"), Reminder("a", DAY, "y")])


def test_no_entries_make_an_empty_calendar() -> None:
    assert Calendar.from_ical(write_calendar([])).walk("VEVENT") == []


def test_a_revision_tells_which_file_is_newer_and_what_is_over() -> None:
    made = Revision(4, date(2027, 2, 1))
    data = write_calendar([Reminder("a", DAY, "Reminder", (1,), made)])
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert (event["sequence"], event["status"], event.decoded("dtstart")) == (4, "CONFIRMED", DAY)
    assert event.decoded("dtstamp") == event.decoded("last-modified") == datetime(2027, 2, 1, tzinfo=UTC)
    over = write_calendar([Reminder("a", DAY, "Reminder", (), Revision(5, date(2027, 2, 1), cancelled=True))])
    (gone,) = Calendar.from_ical(over).walk("VEVENT")
    assert (gone["uid"], gone["sequence"], gone["status"]) == (event["uid"], 5, "CANCELLED")
