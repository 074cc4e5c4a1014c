"""Where the other side sits, because holidays differ."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.widget import Widget

from assistant.knowledge import localise
from assistant.model import N_
from assistant.tui.messages import Finished
from assistant.tui.state import State
from assistant.tui.widgets import Act, fixed

from .base import Page


class PlacePage(Page):
    """A list of the places whose holidays we know."""

    section = N_("Your days")

    def __init__(self, state: State, country: str) -> None:
        super().__init__(state)
        self._country = country

    def content(self) -> Iterator[Widget]:
        """Places of the situation's country; all where it is not bound to one."""
        yield self.say(lambda tr: tr("Where does the other side sit?"), classes="title")
        yield self.say(
            lambda tr: tr("A time limit that ends on a public holiday there ends later. It appears in no letter."),
            classes="quiet",
        )
        yield Act(lambda tr: tr("I don't know"), self.tr, None, number=0, id="unknown")
        for calendar in self.state.adviser.knowledge.calendars:
            if calendar.id != "cn" and (self._country != "de" or calendar.id.startswith("de")):
                spoken = localise(calendar, self.tr)
                yield Act(fixed(spoken.name), self.tr, calendar.id, id=f"c-{calendar.id}")

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        self.state.session = self.state.session.sit(event.value if isinstance(event.value, str) else None)
        self.post_message(Finished())
