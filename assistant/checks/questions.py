"""The interview: every branch exists, ends soon, and asks nothing twice."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.guide import UNKNOWN, next_question, ordered
from assistant.model import N_, Question

from .finding import Finding, Rooms, found

MOST = 7
"""Questions on any path."""


def branches(rooms: Rooms) -> Iterator[Finding]:
    """Conditions name questions and answers that exist and come earlier."""
    every = {record.id: record for _, _, record in rooms.records("questions") if isinstance(record, Question)}
    for question in every.values():
        for i, option in enumerate(question.options):
            if option.id == UNKNOWN:
                yield found(
                    "answer-exists",
                    "error",
                    N_(
                        "{file} line {line}: '{name}' is the answer \"I don't know\", which is always there; use another id"
                    ),
                    **rooms.place("questions", question.id, "options", i, "id"),
                    name=option.id,
                )
        for i, condition in enumerate(question.when):
            place = rooms.place("questions", question.id, "when", i)
            other = every.get(condition.of)
            if other is None or other.order >= question.order:
                yield found(
                    "question-order",
                    "error",
                    N_("{file} line {line}: '{name}' is no question asked before this one"),
                    **place,
                    name=condition.of,
                )
                continue
            options = [option.id for option in other.options]
            for answer in condition.answers:
                if answer not in (*options, UNKNOWN):
                    yield found(
                        "answer-exists",
                        "error",
                        N_("{file} line {line}: '{name}' is no answer to '{question}'; there are: {known}"),
                        **place,
                        name=answer,
                        question=other.id,
                        known=", ".join(options),
                    )


def length(rooms: Rooms) -> Iterator[Finding]:
    """No path through the interview is longer than a person's patience."""
    every = [record for _, _, record in rooms.records("questions") if isinstance(record, Question)]
    if every and (longest := _longest(every, {})) > MOST:
        first = ordered(every)[0]
        yield found(
            "interview-length",
            "error",
            N_("{file} line {line}: a path through the interview has {count} questions; {most} at most"),
            **rooms.place("questions", first.id),
            count=longest,
            most=MOST,
        )


def _longest(questions: list[Question], answers: dict[str, str]) -> int:
    asked = next_question(questions, answers)
    if asked is None:
        return len(answers)
    mattering = {answer for one in questions for c in one.when if c.of == asked.id for answer in c.answers}
    ways = [option.id for option in asked.options if option.id in mattering]
    return max(_longest(questions, {**answers, asked.id: way}) for way in [*ways, "unknown"])
