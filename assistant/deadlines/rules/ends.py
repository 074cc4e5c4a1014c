"""The parts that several rules share: an end that moves, an end that stays, working days."""

from __future__ import annotations

from assistant.deadlines.calendars import DAY
from assistant.deadlines.lengths import add, add_steps, add_working, working_steps
from assistant.deadlines.steps import Step

from .task import Answer, Task


def moving(task: Task, *, regional: bool = True) -> Answer:
    """The length is added; an end on a rest day moves to the first working day after it."""
    nominal = add(task.event, task.length)
    last = task.days.following(nominal, regional=regional)
    steps = add_steps(task.event, task.length)
    if last != nominal:
        steps += (
            Step("rest", nominal, last - DAY, (last - nominal).days, task.days.why(nominal, last - DAY)),
            Step("next", last),
        )
    return Answer(nominal, last, steps, (nominal, last))


def staying(task: Task) -> Answer:
    """The length is added; the end stays, also on a Sunday."""
    nominal = add(task.event, task.length)
    return Answer(nominal, nominal, (*add_steps(task.event, task.length), Step("kept", nominal)), None)


def working(task: Task, *, regional: bool = True) -> Answer:
    """Only working days count, so the end is one."""
    number = task.length.number
    end = add_working(task.event, number, task.days, regional=regional)
    steps = working_steps(task.event, end, number, task.days, regional=regional)
    return Answer(end, end, steps, (task.event + DAY, end))
