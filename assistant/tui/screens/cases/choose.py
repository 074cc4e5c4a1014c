"""What the open case is about: found by words, as on the first page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.timer import Timer
from textual.widget import Widget

from assistant.model import Changed
from assistant.tui.messages import CaseWanted
from assistant.tui.widgets import Act, fixed
from assistant.tui.widgets.field import Field

from .work import WorkPage

if TYPE_CHECKING:
    from assistant.guide import Found
    from assistant.guide.casefile import CaseFile
    from assistant.tui.state import State

_SHOWN = 8
_PAUSE = 0.08


class ChooseSituationPage(WorkPage):
    """A search; what is chosen is told to the case."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._timer: Timer | None = None

    def content(self) -> Iterator[Widget]:
        """The field, and what fits."""
        yield from self.head(
            lambda tr: tr("What is the case about?"),
            lambda tr: tr("Write it as you would tell a friend. It is only used to search; it goes into no letter."),
        )
        yield Field(id="story")
        yield Vertical(id="hits")

    def begin(self) -> None:
        """Type at once."""
        self.query_one("#story", Field).focus()

    @on(Field.Changed)
    def _typed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._search)

    @on(Field.Submitted)
    def _enter(self) -> None:
        if self.query("#hits Act"):
            self.query("#hits Act").first().focus()

    def _search(self) -> None:
        text, adviser, tr, country = (
            self.query_one("#story", Field).text,
            self.state.adviser,
            self.tr,
            self.state.country,
        )

        async def show(found: tuple[Found, ...]) -> None:
            box = self.query_one("#hits")
            await box.remove_children()
            acts = [
                Act(fixed(one.situation.title), self.tr, one.situation.id, number=number, id=f"s-{one.situation.id}")
                for number, one in enumerate(found, 1)
            ]
            await box.mount(*acts)
            if text != self.query_one("#story", Field).text:
                self._search()

        self.work(lambda: adviser.find(text, tr, country)[:_SHOWN] if text else (), show)

    async def respeak(self) -> None:
        """The titles in the other language."""
        await super().respeak()
        self._search()

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        name, situation, shelf = self.case().name, str(event.value), self.shelf
        self.work(lambda: shelf.tell(name, Changed, situation=situation), self._kept)

    def _kept(self, case: CaseFile) -> None:
        self.cases.renew(case)
        self.post_message(CaseWanted())
