"""A paper to put into the case: a picture of a decision, a receipt, a letter of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.guide.casepapers import loose
from assistant.model import N_, Attached
from assistant.tui.case_places import PaperIn
from assistant.tui.messages import Finished
from assistant.tui.widgets import Act
from assistant.tui.widgets.field import Field

from .work import WorkPage, typed_path

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.tui.state import State

_WHICH = N_("Enter the path of the file, for example: {example}")


class PaperPage(WorkPage):
    """Path, and what it is."""

    def __init__(self, state: State, to: PaperIn) -> None:
        super().__init__(state)
        self._to = to

    def content(self) -> Iterator[Widget]:
        """Two fields."""
        yield from self.head(
            lambda tr: tr("Put a paper in"),
            lambda tr: tr("The case keeps a copy. The file itself stays where it is; remove it there if you want."),
        )
        yield self.say(lambda tr: tr("Which file? Its path, for example: {example}", example="~/scan.pdf"))
        yield Field(id="path")
        yield self.say(lambda tr: tr("What is it? (optional)"), classes="muted")
        yield Field(id="about")
        yield Act(lambda tr: tr("Put it in"), self.tr, "go", primary=True, id="go")

    def begin(self) -> None:
        """Type at once."""
        self.query_one("#path", Field).focus()

    @on(Field.Submitted)
    async def _entered(self) -> None:
        await self._put()

    @on(Act.Pressed)
    async def _chosen(self) -> None:
        await self._put()

    async def _put(self) -> None:
        told, about = self.query_one("#path", Field).text, self.query_one("#about", Field).text
        if not told:
            await self.problem(lambda tr: tr(_WHICH, example="~/scan.pdf"))
            return
        name, step, shelf = self.case().name, self._to.step, self.shelf

        def job() -> CaseFile:
            return shelf.tell(name, Attached, files=[loose(typed_path(told))], about=about[:300], step=step)

        self.work(job, self._kept)

    def _kept(self, case: CaseFile) -> None:
        self.cases.renew(case)
        self.post_message(Finished())
