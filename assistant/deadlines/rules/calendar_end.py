"""The end of a calendar month or year: ``by the end of the following month``.

The day of the event decides the month or year it lies in; the count goes so many months or years on and
takes the last day there. No rest day moves it: nobody has to act on that day.
"""

from __future__ import annotations

from datetime import date

from assistant.deadlines.calendars import DAY
from assistant.deadlines.lengths import MONTHS, add_months
from assistant.deadlines.steps import Step
from assistant.model import Length

from .task import Answer, Rule, Task


def count(task: Task) -> Answer:
    """The last day of the month or year that lies ``length`` on."""
    end = last_day(task.event, task.length)
    steps = (Step("calendar-end", end, number=task.length.number, name=task.length.unit), Step("kept", end))
    return Answer(end, end, steps, None)


def last_day(event: date, length: Length) -> date:
    """The last day of the month or year that lies ``length`` after that of ``event``."""
    first = event.replace(day=1) if length.unit == "months" else event.replace(month=1, day=1)
    after = length.number + 1
    return add_months(first, after * MONTHS[length.unit]) - DAY


RULE = Rule(frozenset({"months", "years"}), count)
