"""The day on which a step was sent, or reached them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.guide.casesound import check_moved
from assistant.guide.casework import name_of
from assistant.model import N_, Arrived, InputError, Sent
from assistant.tui.case_places import StepDay
from assistant.tui.messages import Finished
from assistant.tui.widgets import Act
from assistant.tui.widgets.field import Field

from .askday import AskDayPage

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile, Taken
    from assistant.tui.state import State

_TITLES = {"sent": N_("On which day did you send it?"), "arrived": N_("On which day did it reach them?")}
_HINTS = {
    "sent": N_("The day you posted it, or handed it in. Keep the receipt."),
    "arrived": N_("The stamp on your copy says it, or the slip of the post. Their time runs from this day."),
}
_DAYS = {"sent": N_("the day you sent it"), "arrived": N_("the day it reached them")}


class StepDayPage(AskDayPage):
    """Asks for one of the two days."""

    def __init__(self, state: State, to: StepDay) -> None:
        super().__init__(state)
        self._to = to

    def _step(self) -> Taken | None:
        return None if self.state.opened is None else self.state.opened.step(self._to.step)

    def content(self) -> Iterator[Widget]:
        """The question, which step it is, and the day."""
        step, what = self._step(), self._to.what
        known = (step.sent if what == "sent" else step.arrived) if step is not None else None
        yield from self.head(
            lambda tr: tr(_TITLES[what]),
            lambda tr: name_of(self._step(), self.state.adviser.knowledge, tr),
            lambda tr: tr(_HINTS[what]),
        )
        yield from self.day_field(known)
        yield Act(lambda tr: tr("Continue"), self.tr, "go", primary=True, id="go")
        if known is not None:
            yield Act(lambda tr: tr("This day was a slip: forget it"), self.tr, "none", id="none")

    def day_words(self) -> str:
        """What the day is."""
        return self.tr(_DAYS[self._to.what])

    async def take(self, day: date | None) -> None:
        """Tell the case."""
        name, step, shelf = self.case().name, self._to.step, self.shelf
        kind = Sent if self._to.what == "sent" else Arrived
        try:
            check_moved(self._step(), kind, day, self.state.on)
        except InputError as error:
            await self.failed(error)
            return
        self.work(lambda: shelf.tell(name, kind, step=step, day=day), self._kept)

    def _kept(self, case: CaseFile) -> None:
        self.cases.renew(case)
        self.post_message(Finished())

    @on(Field.Submitted)
    async def _submitted(self) -> None:
        await self.read()

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        if isinstance(event.value, date):
            await self.take(event.value)
        elif event.value == "none":
            await self.take(None)
        else:
            await self.read()
