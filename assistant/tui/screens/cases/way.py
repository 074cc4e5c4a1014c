"""Something done on a way without a letter from here: a call at the counter, a form of the office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.guide.following import route_in
from assistant.knowledge import localise
from assistant.model import Sent, Written
from assistant.tui.case_places import DoneOnWay
from assistant.tui.messages import CaseWanted
from assistant.tui.widgets import Act
from assistant.tui.widgets.field import Field

from .askday import AskDayPage

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.i18n import Translator
    from assistant.tui.state import State


class DoneOnWayPage(AskDayPage):
    """To whom it went, and on which day."""

    def __init__(self, state: State, to: DoneOnWay) -> None:
        super().__init__(state)
        self._to = to

    def _title(self, tr: Translator) -> str:
        knowledge, case = self.state.adviser.knowledge, self.state.opened
        route = knowledge.routes[self._to.route] if case is None else route_in(knowledge, case, self._to.route)
        return localise(route, tr).title

    def content(self) -> Iterator[Widget]:
        """Whom, when."""
        yield from self.head(
            lambda tr: tr("What you did"),
            self._title,
            lambda tr: tr("For what you handed in or asked for without a letter of this program."),
        )
        yield self.say(lambda tr: tr("To whom did it go? (optional)"), classes="muted")
        yield Field(id="recipient")
        yield self.say(lambda tr: tr("On which day did you do it?"))
        yield from self.day_field()
        yield Act(lambda tr: tr("Continue"), self.tr, "go", primary=True, id="go")

    def day_words(self) -> str:
        """What the day is."""
        return self.tr("the day you did it")

    async def take(self, day: date) -> None:
        """A step without a letter, sent on that day."""
        name, to, shelf = self.case().name, self._to, self.shelf
        recipient = self.query_one("#recipient", Field).text

        def job() -> CaseFile:
            made = shelf.tell(name, Written, route=to.route, recipient=recipient, follows=to.follows)
            return shelf.tell(name, Sent, step=made.steps[-1].number, day=day)

        self.work(job, self._kept)

    def _kept(self, case: CaseFile) -> None:
        self.cases.renew(case)
        self.post_message(CaseWanted())

    @on(Field.Submitted)
    async def _submitted(self) -> None:
        await self.read()

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        if isinstance(event.value, date):
            await self.take(event.value)
        else:
            await self.read()
