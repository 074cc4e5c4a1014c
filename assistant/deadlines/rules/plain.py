"""Adding only: the end never moves.

For laws where a shift is not certain and the earlier day is the careful one, and for fictions of
service, where a later day would be told to a person who has less time.
"""

from __future__ import annotations

from .ends import staying, working
from .task import ALL_UNITS, Answer, Rule, Task


def count(task: Task) -> Answer:
    """Add the length; working days by the calendar of the place."""
    return working(task) if task.length.unit == "working_days" else staying(task)


RULE = Rule(ALL_UNITS, count)
