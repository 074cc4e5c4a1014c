"""What can be done with the case book."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.widget import Widget

from assistant.model import N_
from assistant.text import show
from assistant.tui.case_places import BookDo, Doing
from assistant.tui.messages import LockWanted
from assistant.tui.places import To
from assistant.tui.widgets import Act, Tell

from .work import WorkPage

ACTS: dict[Doing, tuple[str, str]] = {
    "change": (
        N_("Change my passphrase"),
        N_("The old one no longer opens this file. Older copies still open with it."),
    ),
    "add": (N_("Add another person's passphrase"), N_("Up to eight people can each have their own.")),
    "keep": (N_("Keep only my passphrase"), N_("All other passphrases no longer open this file.")),
    "backup": (N_("Make a backup"), N_("A copy of the whole book, encrypted as it is, with the same passphrases.")),
    "verify": (N_("Check the whole book"), N_("Reads everything, and says whether a part is damaged.")),
    "erase": (N_("Remove the whole book"), N_("Every case and person in it.")),
}


class BookPage(WorkPage):
    """One row for each thing."""

    def content(self) -> Iterator[Widget]:
        """Where it is, and the rows."""
        yield from self.head(
            lambda tr: tr("The case book"),
            lambda tr: tr("Book: {path}", path=show(str(self.state.book_path))),
        )
        yield Act(lambda tr: tr("Lock it now"), self.tr, "lock", number=1, id="lock")
        for number, (what, (words, about)) in enumerate(ACTS.items(), 2):
            yield Act(_said(words), self.tr, BookDo(what), number=number, about=_said(about), id=what)

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        if event.value == "lock":
            self.post_message(LockWanted())
        else:
            to: To = event.value  # type: ignore[assignment]
            self.go(to)


def _said(words: str) -> Tell:
    return lambda tr: tr(words)
