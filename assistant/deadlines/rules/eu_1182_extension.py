"""A period of European Union law that was extended, as by GDPR art. 12(3) "two further months".

No authority was found for how to add: (a) first length and extension together from the event, or
(b) the extension from the end of the first period. They differ at month ends and weekends. A body
is late only after the later one; a person would be told the earlier one.
"""

from __future__ import annotations

from assistant.deadlines.lengths import DAYS, MONTHS
from assistant.deadlines.steps import Step
from assistant.model import N_, ContentError, Length, Unit

from . import eu_1182
from .task import CALENDAR_UNITS, Answer, Rule, Task


def count(task: Task) -> Answer:
    """Count both ways and take the one that ``task.late`` asks for."""
    base = _base(task)
    first = eu_1182.count(Task(task.event, base, task.days, task.late))
    whole = eu_1182.count(Task(task.event, _sum(base, task.length), task.days, task.late))
    added = eu_1182.count(Task(first.last, task.length, task.days, task.late))
    pick = max if task.late else min
    taken = pick((whole, added), key=lambda answer: (answer.last, answer.nominal))
    steps = (
        Step("base", first.nominal, first.last),
        Step("from-receipt", whole.nominal, whole.last),
        Step("from-base", added.nominal, added.last),
        Step("later" if task.late else "earlier", taken.last),
    )
    return Answer(taken.nominal, taken.last, steps, (first.nominal, max(whole.last, added.last)))


def _base(task: Task) -> Length:
    if task.base is None:
        raise ContentError(N_("an extension needs the limit it extends: write its id under 'after'"))
    return task.base


def _sum(base: Length, extension: Length) -> Length:
    """Both lengths in one."""
    if base.unit in MONTHS and extension.unit in MONTHS:
        return Length(number=_in(MONTHS, base) + _in(MONTHS, extension), unit="months")
    if base.unit in DAYS and extension.unit in DAYS:
        return Length(number=_in(DAYS, base) + _in(DAYS, extension), unit="days")
    raise ContentError(
        N_("an extension and the limit it extends must both be in days and weeks, or both in months and years"),
    )


def _in(factors: dict[Unit, int], length: Length) -> int:
    return length.number * factors[length.unit]


RULE = Rule(CALENDAR_UNITS, count)
