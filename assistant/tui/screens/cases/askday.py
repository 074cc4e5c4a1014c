"""A day asked for: today with one key, or as people write days. What can be read in two ways is asked back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.widget import Widget

from assistant.model import InputError
from assistant.tui.screens.day import FAULTS
from assistant.tui.widgets import Act, Tell
from assistant.tui.widgets.field import Field

from .work import WorkPage


class AskDayPage(WorkPage):
    """The base of pages that ask for one day. Subclasses give ``day_words`` and ``take``."""

    def day_words(self) -> str:
        """What the day is, as a noun phrase, for messages."""
        raise NotImplementedError

    async def take(self, day: date) -> None:
        """The day is known."""
        raise NotImplementedError

    def day_field(self, known: date | None = None) -> Iterator[Widget]:
        """Today with one key, then the field."""
        today = self.state.on
        yield Act(lambda tr: tr("Today: {day}", day=tr.full_day(today)), self.tr, today, number=1, id="today")
        yield self.say(lambda tr: tr("Or another day, for example: {example}", example=tr.date(today)), classes="muted")
        yield Field(self.tr.date(known) if known else "", id="day")

    async def read(self) -> None:
        """Read what stands in the field."""
        from assistant.deadlines.errors import check_event_day
        from assistant.letters import Ambiguous, Unread, read_day

        text = self.query_one("#day", Field).text
        found = read_day(text) if text else Unread("unreadable")
        if isinstance(found, Ambiguous):
            await self._ask_back(found.readings)
        elif isinstance(found, Unread):
            fault = FAULTS[found.fault]
            await self.problem(lambda tr: tr(fault, example=tr.date(self.state.on)))
        else:
            try:
                check_event_day("", found, self.state.on)
            except InputError as error:
                told, values = error.message, error.values
                await self.problem(lambda tr: tr(told, **{**values, "event": self.day_words()}))
            else:
                await self.take(found)

    def mend(self) -> None:
        """To the day."""
        self.query_one("#day", Field).focus()

    async def _ask_back(self, readings: tuple[date, ...]) -> None:
        box = self.query_one("#problem")
        await box.remove_children()
        acts = [Act(_full(day), self.tr, day) for day in readings]
        await box.mount(self.say(lambda tr: tr("This can mean more than one day. Which one?"), classes="warn"), *acts)
        self.turn_to(acts[0])


def _full(day: date) -> Tell:
    return lambda tr: tr.full_day(day)
