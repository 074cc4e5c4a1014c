"""Why nothing is waited for any more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.guide.casewords import ENDS
from assistant.model import Ended
from assistant.tui.messages import CaseWanted
from assistant.tui.widgets import Act, Tell

from .work import WorkPage

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile


class EndCasePage(WorkPage):
    """Three reasons; the case stays, and can be taken up again."""

    def content(self) -> Iterator[Widget]:
        """The reasons."""
        yield from self.head(
            lambda tr: tr("Why does the case end?"),
            lambda tr: tr("The case stays where it is. You can take it up again at any time."),
        )
        for number, (why, words) in enumerate(ENDS.items(), 1):
            yield Act(_said(words), self.tr, why, number=number, id=f"why-{why.replace('_', '-')}")

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        name, why, shelf = self.case().name, event.value, self.shelf
        self.work(lambda: shelf.tell(name, Ended, why=why), self._kept)

    def _kept(self, case: CaseFile) -> None:
        self.cases.renew(case)
        self.post_message(CaseWanted())


def _said(words: str) -> Tell:
    return lambda tr: tr(words)
