"""Adding only, with the day of the event as the first day: "starting on the day on which you are informed".

Digital Services Act art. 20(2). Whether Regulation 1182/71 takes the first day out again is not settled for
such words: the strict reading ends one day earlier, and no rest day moves it.
"""

from __future__ import annotations

from assistant.deadlines.calendars import DAY
from assistant.deadlines.lengths import add
from assistant.deadlines.steps import Step

from .task import CALENDAR_UNITS, Answer, Rule, Task


def count(task: Task) -> Answer:
    """One day less than ``plain``."""
    whole = add(task.event, task.length)
    end = max(whole - DAY, task.event)
    number = task.length.number
    steps = (
        Step("first-counts", task.event),
        Step("until", end, number=number, name=task.length.unit),
        Step("kept", end),
    )
    return Answer(end, end, steps, None)


RULE = Rule(CALENDAR_UNITS, count)
