"""The interview: one question at a time, every answer changeable, and why a result fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.model import Condition, Option, Question

UNKNOWN = "unknown"
"""The answer "I don't know": possible for every question, speaks for nothing, always leads on."""

GENERAL = "unknown-holder"
"""Where a person lands who knows nothing yet."""

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Fit:
    """A situation that the answers speak for, and what speaks for it."""

    situation: str
    weight: int
    because: tuple[str, ...]


def holds(conditions: Iterable[Condition], answers: Answers) -> bool:
    """Whether all conditions hold."""
    return all(answers.get(one.of) in one.answers for one in conditions)


def on_path(questions: Iterable[Question], answers: Answers) -> dict[str, str]:
    """The answers to questions that are still asked; those of left branches fall away (U7)."""
    kept: dict[str, str] = {}
    for question in ordered(questions):
        answer = answers.get(question.id)
        if answer is not None and holds(question.when, kept):
            kept[question.id] = answer
    return kept


def next_question(questions: Iterable[Question], answers: Answers) -> Question | None:
    """The first question that applies and has no answer yet."""
    kept: dict[str, str] = {}
    for question in ordered(questions):
        if not holds(question.when, kept):
            continue
        if question.id not in answers:
            return question
        kept[question.id] = answers[question.id]
    return None


def fits(questions: Iterable[Question], answers: Answers) -> tuple[Fit, ...]:
    """Situations the answers speak for, best first; the general one if none does."""
    every = list(questions)
    kept = on_path(every, answers)
    found: dict[str, list[tuple[int, str]]] = {}
    for option in _chosen(every, kept):
        for point in option.points:
            found.setdefault(point.situation, []).append((point.weight, point.because))
    ranked = sorted(found.items(), key=lambda entry: (-sum(w for w, _ in entry[1]), entry[0]))
    if not ranked:
        return (Fit(GENERAL, 0, ()),)
    return tuple(Fit(name, sum(w for w, _ in why), _distinct(b for _, b in why)) for name, why in ranked)


def ordered(questions: Iterable[Question]) -> list[Question]:
    """In the order in which they are asked."""
    return sorted(questions, key=lambda question: (question.order, question.id))


def _chosen(questions: Iterable[Question], kept: Answers) -> Iterable[Option]:
    for question in ordered(questions):
        yield from (option for option in question.options if kept.get(question.id) == option.id)


def _distinct(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
