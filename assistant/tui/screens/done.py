"""What was made, what to do with it, by when, what the others must do, what then, how to remove it."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.widget import Widget

from assistant.guide import Pages, done, route_of
from assistant.knowledge import localise
from assistant.model import N_
from assistant.tui.case_places import NewCase, StepDay
from assistant.tui.messages import CaseWanted, HomeChosen
from assistant.tui.places import Days, Done, PlanOf, To
from assistant.tui.state import State
from assistant.tui.telling import labelled
from assistant.tui.widgets import Act, Row, fixed

from .base import Page


class DonePage(Page):
    """The end, which says what comes next."""

    section = N_("Done")

    def __init__(self, state: State, to: Done) -> None:
        super().__init__(state)
        self._to = to

    def content(self) -> Iterator[Widget]:
        """The sections that every front shows, then where to go."""
        state, session = self.state, self.state.session
        letter = localise(state.adviser.knowledge.letters[self._to.letter], self.tr)
        planned = (
            route_of(state.adviser, session, self._to.route, session.situation, self.tr) if self._to.route else None
        )
        yield self.say(lambda tr: tr("Your letter is ready"), classes="title")
        for text in self._to.remarks:
            yield self.say(fixed(text), classes="problem")
        for section in done(Pages(state.adviser.knowledge, self.tr, state.on), letter, planned, self._to.files):
            yield self.say(fixed(section.heading), classes="heading")
            for line in section.lines:
                if line.startswith("  "):
                    yield Row("", fixed(labelled(line.strip())), self.tr, column=4)
                else:
                    yield self.item(fixed(labelled(line)))

    def foot(self) -> Iterator[Widget]:
        """Where to go."""
        session, step = self.state.session, self._step()
        if step is not None:
            yield Act(
                lambda tr: tr("Tell when you send it"),
                self.tr,
                StepDay(step, "sent"),
                number=2,
                primary=True,
                id="sent",
            )
        if self.state.opened is not None:
            yield Act(lambda tr: tr("Back to the case"), self.tr, "case", number=1, primary=step is None, id="case")
            return
        yield Act(lambda tr: tr("Keep this as a case"), self.tr, NewCase(keep=True), number=1, id="keep")
        if session.situation is not None:
            yield Act(lambda tr: tr("Back to the plan"), self.tr, PlanOf(session.situation), primary=True, id="plan")
        if self._to.route:
            yield Act(
                lambda tr: tr("Tell the day they got it, to see dates"),
                self.tr,
                Days(self._to.route, session.situation),
                id="days",
            )
        yield Act(lambda tr: tr("Go to the start"), self.tr, "home", primary=session.situation is None, id="home")

    def _step(self) -> int | None:
        """The number of the letter in the open case, as long as it is to be sent."""
        case, made = self.state.opened, self.state.cases.made
        step = case.step(made.step) if case is not None and made is not None else None
        return step.number if step is not None and step.sent is None else None

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        if event.value == "home":
            self.post_message(HomeChosen())
        elif event.value == "case":
            self.post_message(CaseWanted())
        else:
            to: To = event.value  # type: ignore[assignment]
            self.go(to)
