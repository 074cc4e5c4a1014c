"""Where the other side sits, because holidays differ."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.widget import Widget

from assistant.guide import PlannedRoute, places, route_of
from assistant.model import N_
from assistant.tui.messages import DaysTold, Finished
from assistant.tui.state import State
from assistant.tui.widgets import Act, fixed

from .base import Page


class PlacePage(Page):
    """A list of the places that make a difference for a route."""

    section = N_("Your days")

    def __init__(self, state: State, route: str) -> None:
        super().__init__(state)
        self._route = route

    def content(self) -> Iterator[Widget]:
        """Places with rules or holidays of their own."""
        yield self.say(lambda tr: self._planned().asks or tr("Where does the other side sit?"), classes="title")
        yield self.say(
            lambda tr: tr("Rules can differ from place to place. Public holidays there move the end of a time limit."),
            classes="quiet",
        )
        yield Act(lambda tr: tr("I don't know"), self.tr, None, number=0, id="unknown")
        for place, name in places(self.state.adviser.knowledge, self._planned(), self.tr):
            yield Act(fixed(name), self.tr, place, id=f"c-{place}")

    def _planned(self) -> PlannedRoute:
        return route_of(self.state.adviser, self.state.session, self._route, None, self.tr)

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        place = event.value if isinstance(event.value, str) else None
        only = self._planned().name if self._planned().asks else None
        old = self.state.session
        self.state.session = old.sit(place, only)
        self.post_message(DaysTold(old, self.state.session))
        self.post_message(Finished())
