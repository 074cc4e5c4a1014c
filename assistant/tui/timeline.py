"""Days in order, drawn as text: what each day is stands in words beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from assistant.model import N_
from assistant.text import pad, width
from assistant.tui.widgets import Row, fixed

if TYPE_CHECKING:
    from assistant.guide import Dated, Plan, Session
    from assistant.i18n import Translator

_MINE, _THEIRS, _PAST, _TODAY = "◆", "◇", "○", "●"


@dataclass(frozen=True)
class Entry:
    """A day and what it is."""

    day: date
    sign: str
    words: str


def entries(plan: Plan, session: Session, tr: Translator, today: date) -> list[Entry]:
    """Today, the days the person gave, and every counted day of the plan, in order."""
    found = [Entry(today, _TODAY, tr("today"))]
    for route in plan.routes():
        days = session.days(route.name)
        labels = {one.id: one.label for one in plan.asked}
        started = dict.fromkeys(dated.limit.starts for dated in route.dates if dated.limit.starts in days)
        found += [
            Entry(days[one], _PAST, tr("{event}: {route}", event=labels.get(one, one), route=route.route.title))
            for one in started
        ]
        for dated in route.dates:
            found += _of(dated, tr)
    return sorted(dict.fromkeys(found), key=lambda one: (one.day, one.sign != _PAST, one.words))


def _of(dated: Dated, tr: Translator) -> list[Entry]:
    count, title = dated.count, dated.limit.title
    if dated.limit.applies is not None:
        title = tr("{title} (for the case that: {case})", title=title, case=dated.limit.applies)
    if count is None:
        return []
    match dated.limit.kind, dated.limit.who:
        case "act", "you":
            words = [(count.safe_day, N_("You, aim for: {title}")), (count.last_day, N_("You, last day: {title}"))]
            if count.safe_day == count.last_day:
                words = [(count.last_day, N_("You, aim for this day, it is the last: {title}"))]
            return [Entry(day, _MINE, tr(message, title=title)) for day, message in words]
        case "act", _:
            return [Entry(count.last_day, _THEIRS, tr("They must act by: {title}", title=title))]
        case "retention", _:
            return [Entry(count.last_day, _THEIRS, tr("It may stay until: {title}", title=title))]
        case "wait", _:
            return [Entry(count.last_day, _MINE, tr("Next step opens: {title}", title=title))]
        case _:
            return [Entry(count.last_day, _MINE, tr("A day to ask again: {title}", title=title))]


def timeline(found: list[Entry], tr: Translator, today: date) -> Iterator[Widget]:
    """The days as lines, with a stroke between days that are apart."""
    days = [tr.day(one.day) for one in found]
    column = max(width(day) for day in days) + 2
    last: date | None = None
    for one, day in zip(found, days, strict=True):
        if last is not None and one.day != last:
            yield Static(Content.styled(" " * column + "│", "$muted"), markup=False)
        style = "bold" if one.day >= today else "$muted"
        head = Content.assemble((pad(day if one.day != last else "", column), style), (one.sign, "$accent"))
        yield Row(head, fixed(one.words), tr, column=column + 2, classes="day")
        last = one.day
