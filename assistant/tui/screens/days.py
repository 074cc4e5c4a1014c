"""The days of a case: one row each. Each can stay unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widget import Widget

from assistant.guide import days_of, place_name, places, route_of
from assistant.i18n import Translator
from assistant.model import N_
from assistant.tui.messages import Finished
from assistant.tui.places import DayOf, Days, PlaceOf, To
from assistant.tui.state import State
from assistant.tui.widgets import Act, Tell

from .base import Page

if TYPE_CHECKING:
    from assistant.model import Event


class DaysPage(Page):
    """What happened when. Nothing here is required."""

    section = N_("Your days")

    def __init__(self, state: State, to: Days) -> None:
        super().__init__(state)
        self._to = to

    def content(self) -> Iterator[Widget]:
        """One row a day, and the place where holidays differ."""
        session, adviser = self.state.session, self.state.adviser
        planned = route_of(adviser, session, self._to.route, None, self.tr)
        yield self.say(lambda tr: tr("Which of these days do you know?"), classes="title")
        yield self.say(
            lambda tr: tr("A time limit starts on a day. Give the days that have come; leave the others."),
            classes="quiet",
        )
        yield self.say(lambda _: planned.route.title, classes="heading")
        for event in days_of(adviser, planned, self.tr):
            day = session.days(self._to.route).get(event.id)
            yield Act(_row(event, day), self.tr, DayOf(event.id, self._to.route), id=f"e-{event.id.replace('_', '-')}")
        if places(adviser.knowledge, planned, self.tr):
            yield Act(
                self._place,
                self.tr,
                PlaceOf(self._to.route),
                id="place",
                about=lambda tr: tr("Rules and public holidays there can change a day."),
            )
        yield Act(lambda tr: tr("Done"), self.tr, None, primary=True, id="ready")

    def _place(self, tr: Translator) -> str:
        place = self.state.session.place_of(self._to.route)
        if place is None:
            return tr("Where the other side sits: not said")
        return tr("Where the other side sits: {place}", place=place_name(self.state.adviser.knowledge, place, tr))

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


def _row(event: Event, day: date | None) -> Tell:
    label = event.label[:1].upper() + event.label[1:]
    return lambda tr: Content.assemble(label, "  ", (tr.full_day(day), "bold") if day else (tr("not given"), "$muted"))
