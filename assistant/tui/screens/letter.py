"""A letter's questions, one at a time, with the letter growing beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget

from assistant.guide import known_needs, suggestions
from assistant.i18n import Translator
from assistant.letters import example
from assistant.model import N_
from assistant.tui.drafting import LetterDrafted, drafted
from assistant.tui.messages import Finished
from assistant.tui.places import AuthorityOf, Check, Write
from assistant.tui.state import State
from assistant.tui.widgets import Act, Say, Tell, fixed
from assistant.tui.widgets.editors import BodyEditor, Editor, editor_for
from assistant.tui.widgets.sheet import Sheet

from .asking import question, summary, ways, whereabouts, why
from .base import Body, Page

if TYPE_CHECKING:
    from assistant.guide import Form
    from assistant.letters import Answers, Problem
    from assistant.model import LetterField

_PAUSE = 0.25
"""Seconds without a key before the preview is made again."""


class LetterPage(Page):
    """Asks what the letter needs, says why, and shows what it becomes."""

    section = N_("Your letter")
    refills: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f8", "preview", N_("Show the letter"), priority=True, show=False)]

    def __init__(self, state: State, to: Write) -> None:
        super().__init__(state)
        self._to = to
        if state.session.letter != to.letter:
            state.session = state.begun(to.letter, to.route)
        form = self._form()
        self._now = form
        self._asked = to.field or next(
            (one.id for one in form.fields if one.id not in state.session.fields), form.fields[0].id
        )
        self._problems: tuple[Problem, ...] = ()
        self._warned: object = None
        self._timer: Timer | None = None

    def _form(self, answers: Answers | None = None) -> Form:
        given = self.state.session.fields if answers is None else answers
        return self.state.desk.form(self._to.letter, given, self.tr)

    def frame(self) -> Iterator[Widget]:
        """Question and letter side by side."""
        with Horizontal(id="desk"):
            yield Body(self)
            with VerticalScroll(id="side", can_focus=False):
                yield self.say(
                    lambda tr: tr("What the letter says so far. What is missing shows as a gap."), classes="muted"
                )
                yield Sheet(id="sheet")

    def content(self) -> Iterator[Widget]:
        """The question that is asked now."""
        self._now = form = self._form()
        field = self._field(form)
        self.query_one(".section", Say).speak(self.tr)
        yield from summary(self, self._mine)
        yield self.say(lambda tr: question(self._field(self._now), tr), classes="title")
        yield self.say(lambda tr: why(self.state, self._field(self._now), tr), classes="quiet")
        if field.kind == "long_text" and form.letter.never:
            yield self.say(lambda tr: tr("Do not write:"), classes="muted")
            for at in range(len(form.letter.never)):
                yield self.item(self._never(at), classes="muted")
        if field.kind not in ("choice", "yes_no", "entries"):
            yield self.say(
                lambda tr: tr("For example: {example}", example=example(self._field(self._now), tr)), classes="muted"
            )
        session, directory = self.state.session, self.state.desk.directory
        known = suggestions(field, directory, session.fields, session.place, self.tr) if field.kind == "body" else ()
        for line in known_needs(form.letter, field, directory, session.fields, self.tr):
            yield self.say(fixed(line), classes="muted")
        yield editor_for(field, session.fields.get(field.id, ""), self.tr, known, directory)
        yield from ways(self, field)

    def _never(self, at: int) -> Tell:
        return lambda _: self._now.letter.never[at]

    def _mine(self) -> list[Problem]:
        return [one for one in self._problems if one.field == self._asked]

    def whereabouts(self, tr: Translator) -> str:
        """The letter, the part, and the number of the question where it is certain."""
        return whereabouts(self._now, self._field(self._now), tr)

    def _field(self, form: Form) -> LetterField:
        return next((one for one in form.fields if one.id == self._asked), form.fields[0])

    def begin(self) -> None:
        """Answer at once; the letter follows."""
        self.query_one(Editor).begin()
        self._draft()

    @on(Editor.Changed)
    def _typed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._draft)

    def _draft(self) -> None:
        if not self.query(Editor):
            return
        answers = {**self.state.session.fields, self._asked: self.query_one(Editor).raw}
        self.run_worker(
            lambda: self.post_message(drafted(self.state, self._to.letter, answers, preview=True)),
            thread=True,
            exclusive=True,
            exit_on_error=False,
            group="preview",
        )

    @on(LetterDrafted)
    async def _drafted(self, event: LetterDrafted) -> None:
        if event.drafted is not None:
            await self.query_one(Sheet).show(event.drafted.letter, event.drafted.aid)

    async def renew(self) -> None:
        """Ask again with an answer that was found on another page; what is being typed is never taken away."""
        if self.state.session.fields.get(self._asked, "") != self.query_one(Editor).given:
            await self._again()

    @on(BodyEditor.Lost)
    def _help_to_find(self) -> None:
        self.go(AuthorityOf(self._to.letter, self._asked))

    @on(Editor.Submitted)
    async def _submitted(self) -> None:
        await self._continue(self.query_one(Editor).raw)

    @on(Act.Pressed)
    async def _pressed(self, event: Act.Pressed) -> None:
        match event.value:
            case "go":
                await self._continue(self.query_one(Editor).raw)
            case "skip":
                await self._continue("")
            case "gap":
                await self._continue("?")
            case "field":
                self.query_one(Editor).begin()

    async def _continue(self, raw: object) -> None:
        """Keep the answer, say what is wrong with it, or go on."""
        session = self.state.session.fill(self._asked, raw)  # type: ignore[arg-type]
        form = self.state.desk.form(self._to.letter, session.fields, self.tr)
        field, value = self._field(form), form.filled.values.get(self._asked)
        if field.event and isinstance(value, date) and self._to.route:
            session = session.happened(field.event, value, self._to.route)
        self.state.session = session
        self._seen = self.state.changes
        self._problems = tuple(one for one in form.filled.problems if one.field == self._asked)
        errors = any(one.severity == "error" for one in self._problems)
        if errors or (self._problems and self._warned != (self._asked, raw)):
            self._warned = (self._asked, raw)
            await self._again(to_problem=True)
            return
        self._problems = ()
        names = [one.id for one in form.fields]
        after = names[names.index(self._asked) + 1 :] if self._asked in names else []
        if self._to.field is not None:
            self.post_message(Finished())
        elif after:
            self._asked = after[0]
            await self._again()
        else:
            self.go(Check(self._to.letter, self._to.route))

    async def _again(self, *, to_problem: bool = False) -> None:
        self.set_focus(None)
        body = self.query_one(Body)
        await body.recompose()
        body.scroll_home(animate=False)
        if to_problem:
            self.query_one("#mend-0").focus()
            self._draft()
        else:
            self.begin()

    def back(self) -> bool:
        """To the question before; what stands in the field is kept."""
        if self.query(Editor):
            self.state.session = self.state.session.fill(self._asked, self.query_one(Editor).raw)
            self._seen = self.state.changes
        names = [one.id for one in self._form().fields]
        at = names.index(self._asked) if self._asked in names else 0
        if at == 0 or self._to.field is not None:
            return False
        self._asked, self._problems = names[at - 1], ()
        self.run_worker(self._again(), exclusive=True, group="back")
        return True

    async def respeak(self) -> None:
        """Say the question in another language, with what was typed, the caret and the focus kept."""
        self._now = self._form()
        self._problems = tuple(one for one in self._now.filled.problems if one.field == self._asked and self._problems)
        self.query_one(Editor).respeak(self.tr, self._field(self._now))
        await super().respeak()
        self._draft()

    def action_preview(self) -> None:
        """Show or hide the letter where there is room for one thing only."""
        self.toggle_class("-letter")
