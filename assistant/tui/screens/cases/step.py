"""One step of a case: what was written, its days, their answers, and copies of its files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widget import Widget

from assistant.guide.casework import name_of
from assistant.knowledge import localise
from assistant.model import N_
from assistant.tui.case_places import FileOf, PaperIn, ReplyTo, StepDay, StepOf
from assistant.tui.places import Days, RouteOf, To
from assistant.tui.widgets import Act, Row, fixed

from .case_parts import size_words
from .work import WorkPage

if TYPE_CHECKING:
    from assistant.tui.state import State


class StepPage(WorkPage):
    """Each day can be told or changed."""

    section: ClassVar[str] = N_("Case")
    refills: ClassVar[bool] = True

    def __init__(self, state: State, to: StepOf) -> None:
        super().__init__(state)
        self._to = to

    def content(self) -> Iterator[Widget]:
        """Name, days, answers, files."""
        step = None if self.state.opened is None else self.state.opened.step(self._to.step)
        if step is None:
            yield from self.head(lambda tr: tr("This step is no longer in the case."))
            return
        tr, knowledge = self.tr, self.state.adviser.knowledge
        yield from self.head(fixed(name_of(step, knowledge, tr) or tr("A step")))
        yield Row("•", fixed(tr("Written: {day}", day=tr.full_day(step.made))), tr)
        for words, day in ((N_("Sent: {day}"), step.sent), (N_("It reached them: {day}"), step.arrived)):
            yield Row("•", fixed(tr(words, day=tr.full_day(day) if day else tr("not told"))), tr)
        for one in step.answered:
            reply = localise(knowledge.replies[one.reply], tr)
            told = tr("{day}: {answer}", day=tr.full_day(one.day), answer=reply.label)
            yield Row("•", fixed(f"{told}\n{one.note}" if one.note else told), tr)
        yield self.say(lambda tr: tr("What you can tell"), classes="heading")
        number = step.number
        acts: list[tuple[str, To, str]] = [
            (N_("Tell the day you sent it"), StepDay(number, "sent"), "sent"),
            (N_("Tell the day it reached them"), StepDay(number, "arrived"), "arrived"),
            (N_("Tell their answer"), ReplyTo(number), "answer"),
            (N_("Put in a paper that belongs to it"), PaperIn(number), "paper"),
        ]
        case = self.case()
        # Days told on the pages of a way belong to the latest step there.
        if step.route is not None and case.on_route(step.route)[-1] is step:
            acts.append((N_("Tell other days"), Days(step.route, None), "days"))
        if step.route is not None:
            acts.append((N_("Read about this way"), RouteOf(step.route, None), "read"))
        for at, (words, to, name) in enumerate(acts, 1):
            yield Act(fixed(tr(words)), tr, to, number=at, id=name)
        if step.files:
            yield self.say(lambda tr: tr("Kept exactly as it was saved"), classes="heading")
        for at, file in enumerate(step.files):
            about = size_words(file.size, tr)
            yield Act(
                fixed(tr("Save a copy: {name}", name=file.name)), tr, FileOf(file.at), about=fixed(about), id=f"f-{at}"
            )

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        to: To = event.value  # type: ignore[assignment]
        self.go(to)
