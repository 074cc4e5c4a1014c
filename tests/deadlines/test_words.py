"""Every kind of step has words, in every language, and nothing of a date is lost."""

from __future__ import annotations

from datetime import date
from typing import get_args

from assistant.deadlines import Step, StepKind, words
from assistant.deadlines.words import EVENTS, PHRASES, SERVED
from assistant.i18n import Translator, placeholders

DAY, UNTIL = date(2026, 2, 27), date(2026, 3, 2)


def test_every_kind_has_words(english: Translator) -> None:
    assert set(PHRASES) == set(get_args(StepKind))
    for kind in get_args(StepKind):
        said = words([Step(kind, DAY, UNTIL, 3, "")], english)
        assert said
        assert not placeholders(said), said


def test_every_event_and_reason_has_words(english: Translator) -> None:
    steps = [Step("event", DAY, name=name) for name in EVENTS] + [
        Step("served", DAY, UNTIL, 3, name) for name in SERVED
    ]
    steps += [
        Step("provisional", DAY, number=2027, name=name)
        for name in ("provisional-year", "no-year", "no-region", "no-calendar")
    ]
    steps += [Step("skipped", DAY, UNTIL, 3, name) for name in ("weekend", "holiday", "regional")]
    said = [words([step], english) for step in steps]
    assert len(set(said[:-1])) == len(said) - 1
    assert not any(placeholders(one) for one in said)


def test_an_event_of_the_content_has_words_too(english: Translator) -> None:
    assert (
        words([Step("event", DAY, name="papers_requested")], english)
        == "it begins with Fri 27 Feb 2026, which is not counted"
    )


def test_an_extension_tells_both_ways(english: Translator) -> None:
    steps = [
        Step("base", date(2026, 2, 28), UNTIL),
        Step("from-receipt", date(2026, 4, 30), date(2026, 4, 30)),
        Step("from-base", date(2026, 5, 2), date(2026, 5, 4)),
        Step("later", date(2026, 5, 4)),
    ]
    assert words(steps, english) == (
        "the first period ends Mon 2 Mar 2026 → both periods counted in one end Thu 30 Apr 2026 → the extension counted from the"
        " end of the first period ends Mon 4 May 2026 → the law does not say which; the later day is taken: Mon 4 May 2026"
    )
