"""What did they answer? The kind of answer, then the day it came, and a note if one wants."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.guide.casesound import check_answered
from assistant.guide.casework import answer_day, name_of, replies_for
from assistant.knowledge import localise
from assistant.model import InputError, Replied
from assistant.tui.case_places import ReplyTo
from assistant.tui.messages import CaseWanted
from assistant.tui.screens.base import Body
from assistant.tui.widgets import Act, Tell
from assistant.tui.widgets.field import Field

from .askday import AskDayPage

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile, Taken
    from assistant.model import Reply
    from assistant.tui.state import State


class ReplyPage(AskDayPage):
    """Two questions, then straight back to the case with the next step on top."""

    def __init__(self, state: State, to: ReplyTo) -> None:
        super().__init__(state)
        self._to = to
        self._reply: str | None = None

    def _step(self) -> Taken | None:
        return None if self.state.opened is None else self.state.opened.step(self._to.step)

    def _spoken(self, name: str) -> Reply:
        return localise(self.state.adviser.knowledge.replies[name], self.tr)

    def content(self) -> Iterator[Widget]:
        """The kinds of answers; then the day."""
        step = self._step()
        if step is None:
            yield from self.head(lambda tr: tr("This step is no longer in the case."))
            return
        if self._reply is None:
            yield from self.head(
                lambda tr: tr("What did they answer?"),
                lambda tr: name_of(self._step(), self.state.adviser.knowledge, tr),
            )
            for number, one in enumerate(replies_for(self.state.adviser.knowledge, self.case(), step, self.tr), 1):
                yield Act(
                    self._label(one.id),
                    self.tr,
                    ("reply", one.id),
                    number=number,
                    about=self._hint(one.id),
                    id=f"reply-{one.id}",
                )
            return
        yield from self.head(self._asked(self._reply, 0), self._label(self._reply))
        yield self.say(self._asked(self._reply, 1), classes="quiet")
        yield from self.day_field()
        yield self.say(lambda tr: tr("A note about it (optional). It stays in the case."), classes="muted")
        yield self.say(lambda tr: tr("Enter begins a new line. Tab goes on."), classes="muted")
        yield Field(lines=True, id="note")
        yield Act(lambda tr: tr("Continue"), self.tr, "go", primary=True, id="go")

    def _asked(self, name: str, part: int) -> Tell:
        """How the day is asked for, and the hint: in the words of the time limit that it starts."""
        step = self._step()
        return lambda tr: (
            "" if step is None else answer_day(self.state.adviser.knowledge, self.case(), step, name, tr)[part]
        )

    def _label(self, name: str) -> Tell:
        return lambda _: self._spoken(name).label

    def _hint(self, name: str) -> Tell:
        return lambda _: self._spoken(name).hint

    def begin(self) -> None:
        """On the first answer, or on today."""
        if self.query(Act):
            self.query(Act).first().focus(scroll_visible=False)

    def day_words(self) -> str:
        """What the day is."""
        return self.tr("the day you got their answer")

    async def take(self, day: date) -> None:
        """Tell the case."""
        name, step, reply, shelf = self.case().name, self._to.step, self._reply, self.shelf
        note = self.query_one("#note", Field).text
        try:
            check_answered(self._step(), day, self.state.on)
        except InputError as error:
            await self.failed(error)
            return
        self.work(lambda: shelf.tell(name, Replied, step=step, reply=reply, day=day, note=note), self._kept)

    def _kept(self, case: CaseFile) -> None:
        self.cases.renew(case)
        self.post_message(CaseWanted())

    def back(self) -> bool:
        """From the day to the kinds of answers."""
        if self.busy:
            return True
        if self._reply is None:
            return False
        self.run_worker(self._ask(None), exclusive=True, group="ask")
        return True

    async def _ask(self, reply: str | None) -> None:
        self._reply = reply
        self.set_focus(None)
        await self.query_one(Body).recompose()
        self.query_one(Body).scroll_home(animate=False)
        self.begin()

    @on(Field.Submitted)
    async def _submitted(self) -> None:
        await self.read()

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        match event.value:
            case ("reply", str(name)):
                await self._ask(name)
            case date() as day:
                await self.take(day)
            case _:
                await self.read()
