"""The days of a case: one row each. Each can stay unknown."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.widget import Widget

from assistant.i18n import Translator
from assistant.knowledge import localise
from assistant.model import N_
from assistant.tui.messages import Finished
from assistant.tui.places import DayOf, PlaceOf, To
from assistant.tui.state import State
from assistant.tui.widgets import Act

from .base import Page


class DaysPage(Page):
    """What happened when. Nothing here is required."""

    section = N_("Your days")

    def __init__(self, state: State, situation: str) -> None:
        super().__init__(state)
        self._key = situation

    def content(self) -> Iterator[Widget]:
        """One row a day, and the place where holidays differ."""
        session = self.state.session
        plan = self.state.adviser.plan(self._key, session.events, self.tr, session.place)
        yield self.say(lambda tr: tr("Which of these days do you know?"), classes="title")
        yield self.say(lambda tr: tr("A time limit starts on a day. Give the days that have come; leave the others."), classes="quiet")
        for event in plan.asked:
            day = session.events.get(event.id)
            yield Act(
                lambda _, event=event: _first_up(event.label), self.tr, DayOf(event.id), id=f"e-{event.id.replace('_', '-')}",
                about=lambda tr, day=day: tr.full_day(day) if day else tr("Not given"),
            )
        if any(dated.limit.place != "cn" for route in plan.routes() for dated in route.dates):
            yield Act(self._place, self.tr, PlaceOf(self._key), id="place", about=lambda tr: tr("Public holidays there can move a day."))
        yield Act(lambda tr: tr("Back to the plan"), self.tr, None, primary=True, id="ready")

    def _place(self, tr: Translator) -> str:
        place = self.state.session.place
        if place is None:
            return tr("Where the other side sits: not said")
        return tr("Where the other side sits: {place}", place=localise(self.state.adviser.knowledge.calendars[place], tr).name)

    def begin(self) -> None:
        """The first day that is not given."""
        self.query(Act).first().focus(scroll_visible=False)

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        if event.value is None:
            self.post_message(Finished())
        else:
            to: To = event.value  # type: ignore[assignment]
            self.go(to)


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
