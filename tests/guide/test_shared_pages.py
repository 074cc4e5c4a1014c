"""What both fronts share: the calendar's entries, the safety page, the last page, the days a route can use."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.guide import Adviser, Pages, done, notice, reminders, safety, starting_events
from assistant.i18n import Translator, translator
from assistant.knowledge import Knowledge, localise

ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def adviser(knowledge: Knowledge) -> Adviser:
    return Adviser(knowledge, ON, translator, ("en",))


def test_calendar_entries_are_neutral_and_still_to_come(adviser: Adviser, english: Translator) -> None:
    route = adviser.route("cn-spc-list-reconsideration", {"decision_served": date(2026, 11, 19)}, english)
    days = reminders(route.dates, english, ON)
    assert [(one.day, one.summary) for one in days] == [
        (date(2026, 11, 27), "Aim for today"),
        (date(2026, 11, 30), "Last day"),
    ]
    assert reminders(route.dates, english, date(2027, 1, 1)) == []


def test_every_calendar_entry_has_a_seed_of_its_own(
    adviser: Adviser, english: Translator, knowledge: Knowledge
) -> None:
    for route in knowledge.routes:
        days = dict.fromkeys(
            starting_events(knowledge, [knowledge.limits[one] for one in route.limits]), date(2026, 11, 2)
        )
        planned = adviser.route(route.id, days, english)
        seeds = [one.uid_seed for one in reminders(planned.dates, english, date(2026, 1, 1))]
        assert len(seeds) == len(set(seeds))


def test_the_notice_is_short_and_says_nothing_of_the_subject(tr: Translator) -> None:
    lines = notice(tr, "leave", "page")
    assert len(lines) <= 12
    for word in ("court", "list", "score", "blacklist", "Recourse"):
        assert word not in " ".join(lines)


def test_the_safety_page_says_both(english: Translator) -> None:
    said = " ".join(line for section in safety(english) for line in section.lines)
    for words in ("no network", "Spying software", "shell", "recent"):
        assert words in said
    for word in ("secure", "anonymous", "private", "untraceable"):
        assert word not in said


def test_the_last_page_has_its_parts_for_every_letter(
    adviser: Adviser, english: Translator, knowledge: Knowledge
) -> None:
    pages = Pages(knowledge, english, ON)
    for letter in knowledge.letters:
        route = next((one for one in knowledge.routes if letter.id in one.letters), None)
        planned = adviser.route(route.id, {}, english) if route else None
        sections = done(pages, localise(letter, english), planned, ["letter.pdf"])
        assert len(sections) == 6
        assert all(section.lines for section in sections)


def test_a_day_from_which_another_follows_can_be_used(knowledge: Knowledge) -> None:
    assert "decision_posted" in starting_events(knowledge, [knowledge.limits["de-dpa-court"]])
    assert "decision_posted" not in starting_events(knowledge, [knowledge.limits["cn-spc-list-reconsideration-filing"]])
