"""Periods of European Union law: Regulation 1182/71 art. 3.

Day zero is not counted (3(1)); months and years end on the same date or the last day of the month
(3(2)(c)); an end on a Saturday, a Sunday or a public holiday of the State where the act is done moves
to the end of the next working day (3(4)); a period of two days or more holds at least two working
days (3(5), read in a second source only). Whether a holiday of one part of a State counts is not
known: it does for the later reading, it does not for the earlier one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.deadlines.calendars import DAY
from assistant.deadlines.steps import Step

from .ends import moving, working
from .task import ALL_UNITS, Answer, Rule, Task

AT_LEAST = 2


def count(task: Task) -> Answer:
    """Count by art. 3."""
    if task.length.unit == "working_days":
        return working(task, regional=task.late)
    answer = _doubted(moving(task, regional=task.late))
    if task.length.unit == "days" and task.length.number < AT_LEAST:
        return answer
    last = _with_two_working_days(task, answer.last)
    if last == answer.last:
        return answer
    steps = (*answer.steps, Step("two-working-days", last))
    return Answer(answer.nominal, last, steps, (task.event + DAY, last))


def _doubted(answer: Answer) -> Answer:
    """Say that a shift by a regional holiday alone is not settled."""
    steps = tuple(
        replace(step, name="regional-doubt") if (step.kind, step.name) == ("rest", "regional") else step
        for step in answer.steps
    )
    return replace(answer, steps=steps)


def _with_two_working_days(task: Task, last: date) -> date:
    """``last``, or the day by which two working days lie in the period."""
    found = 0
    day = last
    while day > task.event and found < AT_LEAST:
        found += not task.days.rests(day, regional=task.late)
        day -= DAY
    while found < AT_LEAST:
        last = task.days.following(last + DAY, regional=task.late)
        found += 1
    return last


RULE = Rule(ALL_UNITS, count)
