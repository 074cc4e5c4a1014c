"""One day asked for, as people write days. What can be read in two ways is asked back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.widget import Widget

from assistant.knowledge import localise
from assistant.model import N_, InputError
from assistant.tui.messages import DaysTold, Finished
from assistant.tui.places import DayOf
from assistant.tui.state import State
from assistant.tui.widgets import Act, Tell
from assistant.tui.widgets.field import Field

from .base import Page

if TYPE_CHECKING:
    from assistant.model import Event

FAULTS = {
    "impossible": N_("This is a day that does not exist. Look it up again, for example: {example}"),
    "no_year": N_("Enter the year as well, for example: {example}"),
    "no_day": N_("Enter the day of the month as well, for example: {example}"),
    "no_month": N_("Enter the month as well, for example: {example}"),
    "weekday": N_("The day of the week and the date do not fit together. Look it up again, for example: {example}"),
    "unreadable": N_("Enter the day with the month in words, for example: {example}"),
}


class DayPage(Page):
    """Asks for the day of one event."""

    section = N_("Your days")
    refills: ClassVar[bool] = False

    def __init__(self, state: State, to: DayOf) -> None:
        super().__init__(state)
        self._key, self._route = to.event, to.route

    def _event(self) -> Event:
        return localise(self.state.adviser.knowledge.events[self._key], self.tr)

    def content(self) -> Iterator[Widget]:
        """The question, a hint, the field."""
        known = self.state.session.days(self._route).get(self._key) or self._elsewhere()
        yield self.say(lambda _: self._event().question, classes="title")
        yield self.say(lambda _: self._event().hint, classes="quiet")
        yield Vertical(id="problem")
        yield self.say(lambda tr: tr("For example: {example}", example=tr.date(self.state.on)), classes="muted")
        yield Field(self.tr.date(known) if known else "", id="day")
        yield Act(lambda tr: tr("Continue"), self.tr, "go", primary=True, id="go")
        yield Act(lambda tr: tr("I don't know this day"), self.tr, "unknown", id="unknown")

    def _elsewhere(self) -> date | None:
        """The same kind of day, given for another route: offered, not taken."""
        found = [day for name, day in self.state.session.events.items() if name.partition("/")[2] == self._key]
        return found[-1] if found else None

    def begin(self) -> None:
        """Type at once."""
        self.query_one(Field).focus()

    @on(Field.Submitted)
    async def _submitted(self) -> None:
        await self._read()

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        if isinstance(event.value, date):
            self._take(event.value)
        elif event.value == "unknown":
            self._know(None)
        elif event.value == "field":
            self.query_one(Field).focus()
        else:
            await self._read()

    async def _read(self) -> None:
        from assistant.deadlines.errors import check_event_day
        from assistant.letters import Ambiguous, Unread, read_day

        text = self.query_one(Field).text
        found = read_day(text) if text else Unread("unreadable")
        if isinstance(found, Ambiguous):
            await self._ask_back(found.readings)
        elif isinstance(found, Unread):
            fault = FAULTS[found.fault]
            await self._problem(lambda tr: tr(fault, example=tr.date(self.state.on)))
        else:
            try:
                check_event_day(self._event().label, found)
            except InputError as error:
                told, values = error.message, error.values
                await self._problem(lambda tr: tr(told, **{**values, "event": self._event().label}))
            else:
                self._take(found)

    def _take(self, day: date) -> None:
        self._know(day)

    def _know(self, day: date | None) -> None:
        old = self.state.session
        self.state.session = old.happened(self._key, day, self._route)
        self.post_message(DaysTold(old, self.state.session))
        self.post_message(Finished())

    async def _problem(self, tell: Tell) -> None:
        box = self.query_one("#problem")
        await box.remove_children()
        act = Act(tell, self.tr, "field", id="mend")
        await box.mount(self.say(lambda tr: tr("There is a problem"), classes="warn"), act)
        self.turn_to(act)

    async def _ask_back(self, readings: tuple[date, ...]) -> None:
        box = self.query_one("#problem")
        await box.remove_children()
        acts = [Act(_full(day), self.tr, day, number=number) for number, day in enumerate(readings, 1)]
        await box.mount(self.say(lambda tr: tr("This can mean more than one day. Which one?"), classes="warn"), *acts)
        self.turn_to(acts[0])


def _full(day: date) -> Tell:
    return lambda tr: tr.full_day(day)
