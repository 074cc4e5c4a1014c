"""One question at a time; "I don't know" is always an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.model import N_
from assistant.tui.places import Result
from assistant.tui.state import State
from assistant.tui.widgets import Act, fixed

from .base import Page

if TYPE_CHECKING:
    from assistant.model import Question

UNKNOWN = "unknown"


class InterviewPage(Page):
    """Shows the question that comes next, or one that was answered before."""

    section = N_("Questions")

    def __init__(self, state: State) -> None:
        super().__init__(state)
        if state.country in ("cn", "de") and "country" not in state.session.answers:
            state.session = state.session.answer("country", state.country)
        self._asked: str | None = None
        question = state.adviser.question(state.session.answers, state.tr)
        path = self._path()
        self._asked = question.id if question else path[-1]

    def _path(self) -> list[str]:
        """The questions answered so far, in order."""
        return list(self.state.adviser.on_path(self.state.session.answers, self.tr))

    def _question(self) -> Question:
        return next(one for one in self.state.adviser.questions(self.tr) if one.id == self._asked)

    def content(self) -> Iterator[Widget]:
        """The question, why it is asked, and the answers."""
        question = self._question()
        yield self.say(lambda _: question.text, classes="title")
        yield self.say(lambda _: question.why, classes="quiet")
        for number, option in enumerate(question.options, 1):
            shown = number if number <= 9 else None  # noqa: PLR2004 - keys have one digit
            yield Act(fixed(option.label), self.tr, (question.id, option.id), number=shown, id=f"o-{option.id}")
        yield Act(lambda tr: tr("I don't know"), self.tr, (question.id, UNKNOWN), number=0, id=f"o-{UNKNOWN}")

    def begin(self) -> None:
        """Focus the answer given before, or the first."""
        given = self.state.session.answers.get(self._asked or "")
        found = self.query(f"#o-{given}") if given else self.query(Act)
        (found.first() if found else self.query(Act).first()).focus()

    @on(Act.Pressed)
    async def _answered(self, event: Act.Pressed) -> None:
        # A second press that was meant for the question before answers nothing.
        pressed: tuple[str, str] = event.value  # type: ignore[assignment]
        asked, chosen = pressed
        if asked != self._asked:
            return
        self.state.session = self.state.session.answer(asked, chosen)
        self._seen = self.state.changes
        path = self._path()
        after = path[path.index(self._asked) + 1 :] if self._asked in path else []
        question = self.state.adviser.question(self.state.session.answers, self.tr)
        following = after[0] if after else question.id if question else None
        if following is None:
            self.go(Result())
        else:
            await self._show(following)

    def back(self) -> bool:
        """To the question before, with its answer still marked."""
        path = self._path()
        at = path.index(self._asked) if self._asked in path else len(path)
        if at == 0:
            return False
        self.run_worker(self._show(path[at - 1]), exclusive=True)
        return True

    async def _show(self, question: str) -> None:
        self._asked = question
        self.set_focus(None)
        await self.refill()
        self.begin()
