"""The whole letter, paragraph by paragraph, with what each says in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.widget import Widget

from assistant.i18n import Translator
from assistant.model import N_, RecourseError
from assistant.tui.drafting import LetterDrafted, drafted
from assistant.tui.places import Preview, Save
from assistant.tui.state import State
from assistant.tui.widgets import Act, Say
from assistant.tui.widgets.sheet import Sheet

from .base import Page


class PreviewPage(Page):
    """A letter is seen before it is saved."""

    section = N_("The letter")
    refills: ClassVar[bool] = False

    def __init__(self, state: State, to: Preview) -> None:
        super().__init__(state)
        self._to = to

    def foot(self) -> Iterator[Widget]:
        """The way on."""
        yield Act(lambda tr: tr("This is what I want to say: save it"), self.tr, "save", primary=True, id="save")

    def content(self) -> Iterator[Widget]:
        """One line about us, once; then the letter."""
        yield self.say(lambda tr: tr("Read the letter"), classes="title")
        yield from self.stale(self.state.adviser.knowledge.letters[self._to.letter].checked)
        yield self.say(lambda tr: tr("Recourse gives information. It does not act for you."), classes="para")
        yield self.say(lambda tr: tr("The letter is being written."), classes="quiet", id="state")
        yield Sheet(beside=True, id="sheet")

    def begin(self) -> None:
        """Write it, in a thread."""
        self.query_one("#save").focus()
        self._draft()

    def _draft(self) -> None:
        answers = self.state.session.fields
        self.run_worker(
            lambda: self.post_message(drafted(self.state, self._to.letter, answers, preview=False)),
            thread=True,
            exclusive=True,
            exit_on_error=False,
            group="preview",
        )

    async def renew(self) -> None:
        """Write it again when answers changed."""
        self._draft()

    async def respeak(self) -> None:
        """In another language beside it."""
        await super().respeak()
        self._draft()

    @on(LetterDrafted)
    async def _drafted(self, event: LetterDrafted) -> None:
        line = self.query_one("#state", Say)
        if event.drafted is None:
            error = event.error
            line.tell(lambda tr: self._why_not(error, tr), self.tr)
            return
        aid = event.drafted.aid
        line.tell(
            lambda tr: (
                tr("Beside each paragraph: what it says. The reading aid is not sent.")
                if aid
                else tr("The letter is in your language.")
            ),
            self.tr,
        )
        await self.query_one(Sheet).show(event.drafted.letter, aid)

    def _why_not(self, error: RecourseError | None, tr: Translator) -> str:
        """What is missing, with the question in the reader's language; else what went wrong."""
        problems = self.state.desk.form(self._to.letter, self.state.session.fields, tr).filled.problems
        missing = next((one for one in problems if one.severity == "error"), None)
        if missing is not None:
            return missing.say(tr)
        return tr(error.message, **error.values) if error is not None else ""

    @on(Act.Pressed)
    def _chosen(self) -> None:
        self.go(Save(self._to.letter, self._to.route))
