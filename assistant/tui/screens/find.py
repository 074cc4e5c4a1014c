"""Plain words in, situations out, while one types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from assistant.i18n import Translator
from assistant.model import N_
from assistant.tui.places import Everything, Interview, SituationOf, To
from assistant.tui.state import State
from assistant.tui.widgets import Act, fixed
from assistant.tui.widgets.field import Field

from .base import Page

if TYPE_CHECKING:
    from assistant.guide import Found

SHOWN = 6
_PAUSE = 0.08
"""Seconds without a key before the search begins."""


class FindPage(Page):
    """What happened, in one's own words."""

    section = N_("What happened")
    refills: ClassVar[bool] = False

    class Searched(Message):
        """A search came back."""

        def __init__(self, text: str, found: tuple[Found, ...]) -> None:
            self.text = text
            self.found = found
            super().__init__()

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._timer: Timer | None = None
        self._found: tuple[str, tuple[Found, ...]] = ("", ())
        self._open_best = False

    def content(self) -> Iterator[Widget]:
        """The field, and what fits below it."""
        yield self.say(lambda tr: tr("What happened?"), classes="title")
        yield self.say(
            lambda tr: tr("Write it as you would tell a friend. It is only used to search; it goes into no letter."),
            classes="muted",
        )
        yield Field(self.state.session.story, id="story")
        yield self.say(
            lambda tr: tr("What you write is compared with what this program knows."), classes="quiet", id="found"
        )
        with Vertical(id="hits"):
            for at in range(SHOWN):
                hit = Act(lambda _: "", self.tr, about=lambda _: "", id=f"hit-{at}")
                hit.display = False
                yield hit
        yield self.say(lambda tr: tr("Nothing that fits?"), classes="heading")
        yield Act(lambda tr: tr("Answer questions"), self.tr, Interview(), id="interview")
        yield Act(lambda tr: tr("Choose from a list of situations and letters"), self.tr, Everything(), id="everything")

    def begin(self) -> None:
        """Type at once; an earlier story is searched again."""
        self.query_one(Field).focus()
        if self.state.session.story:
            self._search()

    @on(Field.Changed)
    def _typed(self) -> None:
        self._open_best = False
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._search)

    @on(Field.Submitted)
    def _enter(self) -> None:
        self._open_best = True
        self._search()

    def _search(self) -> None:
        text = self.query_one(Field).text
        self.state.session = self.state.session.tell(text)
        tr, country = self.tr, self.state.country

        def work() -> None:
            found = self.state.adviser.find(text, tr, country)[:SHOWN] if text else ()
            self.post_message(self.Searched(text, found))

        self.run_worker(work, thread=True, exclusive=True, exit_on_error=False, group="find")

    @on(Searched)
    def _show(self, event: Searched) -> None:
        if event.text != self.query_one(Field).text:
            return
        self._found = (event.text, event.found)
        if self._open_best:
            self._open_best = False
            if event.found:
                self.go(SituationOf(event.found[0].situation.id))
        self._fill()

    def _fill(self) -> None:
        text, found = self._found
        for at in range(SHOWN):
            hit = self.query_one(f"#hit-{at}", Act)
            hit.display = at < len(found)
            if hit.display:
                one = found[at].situation
                hit.value = SituationOf(one.id)
                hit.tell(fixed(one.title), self.tr, fixed(one.summary if at == 0 else ""))
        self.query_one("#found").tell(lambda tr: _told(tr, text, len(found)), self.tr)  # type: ignore[attr-defined]

    async def respeak(self) -> None:
        """Say it again, and search again for titles in the new language."""
        await super().respeak()
        self._search()

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        to: To = event.value  # type: ignore[assignment]
        self.go(to)


def _told(tr: Translator, text: str, many: int) -> str:
    if not text:
        return tr("What you write is compared with what this program knows.")
    if not many:
        return tr("Nothing fits these words yet. Try other words, or answer questions.")
    return tr("What fits best stands first. Enter opens it; ↓ goes to the others.")
