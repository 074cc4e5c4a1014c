"""The calendar of cases: read by a parser that is not ours, and imported again and again into a calendar that keeps to RFC 5546."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import vobject

from assistant.guide import Adviser
from assistant.guide.casecalendar import calendar
from assistant.guide.casefile import CaseFile, fold
from assistant.guide.following import items
from assistant.guide.planning import Days, plan_route
from assistant.guide.reminding import reminders
from assistant.i18n import translator
from assistant.knowledge import open_knowledge
from assistant.model import CaseLog, Change, Opened

from .following_support import change_of, stories
from .following_support import looks as looks_of

KNOWLEDGE = open_knowledge()
ENGLISH = translator("en")
CANARY = "Qanarius Ünikum 110101199003074477"

Told = dict[str, Any]
FIRST: list[Told] = [
    {"write": "cn-spc-list-correction", "to": CANARY, "on": "2026-08-31"},
    {"sent": 1, "day": "2026-09-01"},
    {"arrived": 1, "day": "2026-09-03"},
]
REFUSED: Told = {"replied": 1, "reply": "refused", "day": "2026-09-17"}
SECOND: Told = {"write": "cn-spc-list-reconsideration", "to": CANARY, "follows": 1, "on": "2026-09-21"}


def log_of(told: Iterable[Told], uid: str = "c0ffee", situation: str = "cn-spc-list-despite-compliance") -> CaseLog:
    changes: list[Change] = [Opened(n=1, told=date(2026, 8, 30), situation=situation, label=CANARY)]
    for entry in told:
        changes.append(change_of(entry, len(changes) + 1, changes))
    return CaseLog(uid=uid, changes=tuple(changes))


def made(*logs: CaseLog, on: date, telling: bool = False, with_logs: bool = True, locale: str = "en") -> bytes:
    adviser = Adviser(KNOWLEDGE, on, translator, ("en",))
    cases = [fold(one) for one in logs]
    return calendar(adviser, cases, translator(locale), telling=telling, logs=logs if with_logs else ())


def events(data: bytes) -> list[Any]:
    """By vobject, which knows nothing of how the file was written."""
    (found,) = vobject.readComponents(data.decode("utf-8"))
    found.validate(raiseException=True)
    return list(found.contents.get("vevent", []))


def proper(data: bytes) -> None:
    """The rules of RFC 5545 for lines, and what every entry needs."""
    assert data.endswith(b"\r\n")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, line
    text = data.decode("utf-8").replace("\r\n ", "")
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    for shown in text.split("\r\n"):
        if shown.startswith(("SUMMARY:", "DESCRIPTION:")):
            assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", shown), shown
    names = [one.uid.value for one in events(data)]
    assert len(names) == len(set(names))
    for one in events(data):
        assert type(one.dtstart.value) is date
        assert isinstance(one.dtstamp.value, datetime)
        assert one.dtstamp.value.utcoffset() == timedelta(0)
        assert one.status.value in ("CONFIRMED", "CANCELLED")
        assert int(one.sequence.value) >= 1


@dataclass
class Kept:
    """A calendar that follows RFC 5546: an entry is replaced by one of its name that is newer."""

    held: dict[str, Any] = field(default_factory=dict)
    taken: int = 0

    def take_in(self, data: bytes) -> None:
        proper(data)
        for one in events(data):
            old = self.held.get(one.uid.value)
            if old is None or self.age(one) > self.age(old):
                self.held[one.uid.value] = one
                self.taken += 1

    @staticmethod
    def age(one: Any) -> tuple[int, datetime]:
        return int(one.sequence.value), one.dtstamp.value

    def shows(self) -> list[tuple[date, str]]:
        found = [one for one in self.held.values() if one.status.value != "CANCELLED"]
        return sorted((one.dtstart.value, one.summary.value) for one in found)


def test_a_case_from_letter_to_court_leaves_no_entry_doubled_or_standing() -> None:
    kept = Kept()
    told = list(FIRST)
    kept.take_in(made(log_of(told), on=date(2026, 9, 4)))
    assert kept.shows() == [(date(2026, 9, 18), "An answer is due today")]
    told.append(REFUSED)
    kept.take_in(made(log_of(told), on=date(2026, 9, 17)))
    assert kept.shows() == [(date(2026, 9, 24), "Aim for today"), (date(2026, 9, 28), "Last day")]
    told.append(SECOND)
    names = set(kept.held)
    kept.take_in(made(log_of(told), on=date(2026, 9, 21)))
    assert kept.shows() == [(date(2026, 9, 24), "Aim for today"), (date(2026, 9, 28), "Last day")]
    assert set(kept.held) == names, "the letter was written: the same entries go on"
    told += [{"sent": 2, "day": "2026-09-21"}, {"arrived": 2, "day": "2026-09-22"}]
    kept.take_in(made(log_of(told), on=date(2026, 9, 22)))
    assert kept.shows() == [(date(2026, 10, 8), "An answer is due today")]
    told.append({"ended": "settled"})
    kept.take_in(made(log_of(told), on=date(2026, 9, 23)))
    assert kept.shows() == []


def test_the_same_file_twice_changes_nothing() -> None:
    data = made(log_of([*FIRST, REFUSED]), on=date(2026, 9, 17))
    kept = Kept()
    kept.take_in(data)
    first = (kept.taken, kept.shows())
    kept.take_in(data)
    assert (kept.taken, kept.shows()) == first
    assert data == made(log_of([*FIRST, REFUSED]), on=date(2026, 9, 17))


def test_a_day_told_anew_moves_the_entry() -> None:
    kept = Kept()
    kept.take_in(made(log_of(FIRST), on=date(2026, 9, 5)))
    again = [*FIRST, {"arrived": 1, "day": "2026-09-07"}]
    kept.take_in(made(log_of(again), on=date(2026, 9, 8)))
    assert len(kept.held) == 1
    assert kept.shows() == [(date(2026, 9, 22), "An answer is due today")]


@pytest.mark.parametrize("again", [False, True])
def test_what_was_undone_disappears_and_can_come_back(again: bool) -> None:
    kept = Kept()
    told = [*FIRST, REFUSED]
    kept.take_in(made(log_of(told), on=date(2026, 9, 17)))
    told.append({"undone": 5})
    kept.take_in(made(log_of(told), on=date(2026, 9, 17)))
    assert kept.shows() == [(date(2026, 9, 18), "An answer is due today")]
    if again:
        told.append({"undone": 6})
        kept.take_in(made(log_of(told), on=date(2026, 9, 17)))
        assert kept.shows() == [(date(2026, 9, 24), "Aim for today"), (date(2026, 9, 28), "Last day")]


def test_an_older_file_changes_nothing() -> None:
    kept = Kept()
    old = made(log_of(FIRST), on=date(2026, 9, 4))
    kept.take_in(made(log_of([*FIRST, REFUSED]), on=date(2026, 9, 17)))
    before = kept.shows()
    kept.take_in(old)
    assert kept.shows() == before


def test_a_later_file_of_an_unchanged_case_replaces() -> None:
    """The law or the language can change while the case does not: the later file counts."""
    kept = Kept()
    kept.take_in(made(log_of(FIRST), on=date(2026, 9, 4)))
    kept.take_in(made(log_of(FIRST), on=date(2026, 9, 5), locale="de"))
    assert kept.shows() == [(date(2026, 9, 18), translator("de")("An answer is due today"))]


def test_without_the_log_the_steps_tell_what_is_over() -> None:
    kept = Kept()
    told = list(FIRST)
    kept.take_in(made(log_of(told), on=date(2026, 9, 4), with_logs=False))
    told.append(REFUSED)
    kept.take_in(made(log_of(told), on=date(2026, 9, 17), with_logs=False))
    told += [SECOND, {"sent": 2, "day": "2026-09-22"}]
    kept.take_in(made(log_of(told), on=date(2026, 9, 22), with_logs=False))
    assert kept.shows() == []


def test_several_cases_in_one_file_and_one_alone() -> None:
    one, other = log_of(FIRST, "aa"), log_of(FIRST, "bb")
    kept = Kept()
    kept.take_in(made(one, other, on=date(2026, 9, 4)))
    assert [day for day, _ in kept.shows()] == [date(2026, 9, 18)] * 2
    kept.take_in(made(log_of([*FIRST, REFUSED], "aa"), on=date(2026, 9, 17)))
    assert [day for day, _ in kept.shows()] == [date(2026, 9, 18), date(2026, 9, 24), date(2026, 9, 28)]


def test_two_letters_on_one_way_have_entries_of_their_own() -> None:
    told: list[Told] = [
        {"write": "eu-gdpr-access", "to": "A", "on": "2026-09-02"},
        {"write": "eu-gdpr-access", "to": "B", "on": "2026-09-09"},
        {"sent": 1, "day": "2026-09-02"},
        {"sent": 2, "day": "2026-09-09"},
        {"arrived": 1, "day": "2026-09-04"},
        {"arrived": 2, "day": "2026-09-11"},
    ]
    data = made(log_of(told, situation="data-broker-profile"), on=date(2026, 9, 12))
    assert sorted(one.dtstart.value for one in events(data)) == [date(2026, 10, 5), date(2026, 10, 12)]


def test_nothing_of_the_person_is_in_the_file() -> None:
    told = [*FIRST, REFUSED, SECOND]
    for telling in (False, True):
        for locale in ("en", "de", "zh_Hans"):
            data = made(log_of(told), on=date(2026, 9, 21), telling=telling, locale=locale)
            proper(data)
            text = data.decode().replace("\r\n ", "")
            for secret in (*CANARY.split(), "c0ffee", "cn-spc", "refused", "ecourse"):
                assert secret not in text, (secret, telling, locale)


def test_titles_tell_the_step_only_where_that_was_chosen() -> None:
    told = log_of([*FIRST, REFUSED])
    assert {one.summary.value for one in events(made(told, on=date(2026, 9, 17)))} == {
        "Aim for today",
        "Last day",
        "An answer is due today",
    }
    told_titles = {one.summary.value for one in events(made(told, on=date(2026, 9, 17), telling=True))}
    title = KNOWLEDGE.routes["cn-spc-list-reconsideration"].title
    assert f"Last day: {title}" in told_titles


def test_alarms_sound_before_the_day_and_never_for_days_gone() -> None:
    def alarms(on: date) -> dict[str, list[timedelta]]:
        found = events(made(log_of([*FIRST, REFUSED]), on=on))
        return {
            one.summary.value: [each.trigger.value for each in one.contents.get("valarm", [])]
            for one in found
            if one.status.value == "CONFIRMED"
        }

    nine = timedelta(hours=9)
    assert alarms(date(2026, 9, 17)) == {
        "Aim for today": [nine - timedelta(days=7), nine - timedelta(days=1)],
        "Last day": [nine - timedelta(days=1)],
    }
    assert alarms(date(2026, 9, 20))["Aim for today"] == [nine - timedelta(days=1)]
    assert alarms(date(2026, 9, 26)) == {"Aim for today": [], "Last day": [nine - timedelta(days=1)]}


def test_a_plan_without_a_case_does_not_meet_a_case() -> None:
    on = date(2026, 9, 4)
    days = Days({"request_received": date(2026, 9, 3)})
    planned = plan_route(KNOWLEDGE, "cn-spc-list-correction", days, ENGLISH, on)
    assert not any(one.uid_seed.startswith("case/") for one in reminders(planned.dates, ENGLISH, on))


@pytest.mark.parametrize("name", [name for name, _ in stories()])
def test_every_worked_case_gives_files_that_update(name: str) -> None:
    """What a calendar shows of the days to come after many files is what the last file alone shows."""
    story = dict(stories())[name]
    kept, last = Kept(), b""
    on = date(2026, 1, 1)
    for at in looks_of(story):
        if at.look.look < on:
            return
        on = at.look.look
        last = calendar(Adviser(KNOWLEDGE, on, translator, ("en",)), [at.case], ENGLISH)
        kept.take_in(last)
    alone = Kept()
    alone.take_in(last)
    ahead = [one for one in kept.shows() if one[0] >= on]
    if "slip" not in name and "mistake" not in name:  # those need the log, which is tested above
        assert ahead == [one for one in alone.shows() if one[0] >= on]


def test_an_entry_for_every_day_that_is_due() -> None:
    """The day a list shows for a case stands in its calendar."""
    for _, story in stories():
        for at in looks_of(story):
            assert_due_stands(at.case, at.look.look)


def assert_due_stands(case: CaseFile, on: date) -> None:
    data = calendar(Adviser(KNOWLEDGE, on, translator, ("en",)), [case], ENGLISH)
    days = {one.dtstart.value for one in events(data) if one.status.value == "CONFIRMED"}
    assert {one.aim for one in items(KNOWLEDGE, case, on) if one.aim is not None} <= days
