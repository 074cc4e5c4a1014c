"""The interview ends, says why, and forgets the answers of branches that were left."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guide import UNKNOWN, Adviser
from assistant.guide.interview import GENERAL
from assistant.i18n import Translator, translator
from assistant.knowledge import Knowledge, open_knowledge
from assistant.model import Question

ON = date(2026, 11, 22)
KNOWLEDGE = open_knowledge()
ENGLISH = translator("en")
ADVISER = Adviser(KNOWLEDGE, ON, translator, ("en",))


def walk(choose: object) -> tuple[dict[str, str], list[str]]:
    answers: dict[str, str] = {}
    asked: list[str] = []
    while (question := ADVISER.question(answers, ENGLISH)) is not None:
        asked.append(question.id)
        answers[question.id] = choose(question)  # type: ignore[operator]
    return answers, asked


def test_only_unknown_leads_to_general_routes() -> None:
    answers, asked = walk(lambda _question: UNKNOWN)
    assert len(asked) <= 7
    best = ADVISER.result(answers, ENGLISH)[0].situation
    assert best.id == GENERAL
    assert best.routes


@pytest.mark.parametrize("country", ["cn", "de", "eu", "other"])
def test_unknown_from_every_start(country: str) -> None:
    answers, asked = walk(lambda question: country if question.id == "country" else UNKNOWN)
    assert len(asked) <= 7
    best = ADVISER.result(answers, ENGLISH)[0].situation
    assert best.routes or best.help


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False))
def test_random_walks_end_and_ask_nothing_twice(random: object) -> None:
    def choose(question: Question) -> str:
        return random.choice([*(option.id for option in question.options), UNKNOWN])  # type: ignore[attr-defined, no-any-return]

    answers, asked = walk(choose)
    assert len(asked) == len(set(asked)) <= 7
    fits = ADVISER.result(answers, ENGLISH)
    assert fits
    assert all(fit.because or fit.situation.id == GENERAL for fit in fits)
    assert ADVISER.on_path(answers, ENGLISH) == answers


def test_answers_of_a_left_branch_fall_away() -> None:
    first, _ = walk(lambda question: question.options[0].id)
    changed = {**first, "country": "other"}
    assert set(ADVISER.on_path(changed, ENGLISH)) == {"country"}
    kept = {fit.situation.country for fit in ADVISER.result(changed, ENGLISH)}
    assert kept == {None}


def test_every_situation_can_be_reached(knowledge: Knowledge, english: Translator) -> None:
    """By a point of some question, or as what something else could be."""
    pointed = {
        point.situation for question in knowledge.questions for option in question.options for point in option.points
    }
    also = {name for situation in knowledge.situations for name in (*situation.also, situation.parent)}
    assert set(knowledge.situations.ids()) <= pointed | also
