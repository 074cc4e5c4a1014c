"""A note for the open case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.model import Noted
from assistant.tui.messages import Finished
from assistant.tui.widgets import Act
from assistant.tui.widgets.field import Field

from .work import WorkPage

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile


class NotePage(WorkPage):
    """What one wants to remember; it goes into no letter."""

    def content(self) -> Iterator[Widget]:
        """The field."""
        yield from self.head(
            lambda tr: tr("A note for this case"),
            lambda tr: tr("A call, a name, what somebody said. It stays in the case and goes into no letter."),
        )
        yield self.say(lambda tr: tr("Enter begins a new line. Tab goes on."), classes="muted")
        yield Field(lines=True, id="note")
        yield Act(lambda tr: tr("Keep the note"), self.tr, "go", primary=True, id="go")

    def begin(self) -> None:
        """Write at once."""
        self.query_one(Field).focus()

    @on(Act.Pressed)
    async def _keep(self) -> None:
        text = self.query_one(Field).text.strip()
        if not text:
            await self.problem(lambda tr: tr("Write the note first, for example what was said on the phone."))
            return
        name, shelf = self.case().name, self.shelf
        self.work(lambda: shelf.tell(name, Noted, text=text), self._kept)

    def _kept(self, case: CaseFile) -> None:
        self.cases.renew(case)
        self.post_message(Finished())
