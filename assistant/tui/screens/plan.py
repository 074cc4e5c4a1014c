"""The plan: days in order, then routes step by step, side by side where they run together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container, Vertical
from textual.widget import Widget

from assistant.guide import plan_of
from assistant.guide.limits import distance
from assistant.guide.pages import step
from assistant.i18n import Translator
from assistant.model import N_, Cite
from assistant.tui.case_places import NewCase
from assistant.tui.places import RouteOf, To
from assistant.tui.state import State
from assistant.tui.telling import Notes, risk
from assistant.tui.timeline import entries, timeline
from assistant.tui.widgets import Act, fixed

from .base import Page

if TYPE_CHECKING:
    from assistant.guide import Plan, PlannedRoute


class PlanPage(Page):
    """What to do, in which order, with dates as far as days are known."""

    section = N_("Your plan")

    def __init__(self, state: State, situation: str) -> None:
        super().__init__(state)
        self._key = situation
        state.session = state.session.choose(situation)
        self._seen = state.changes
        plan = self._plan()
        self.notes = Notes.of(
            (cite for one in plan.situation.danger for cite in one.sources),
            (cite for route in plan.routes() for dated in route.dates for cite in dated.cites),
        )

    def _plan(self) -> Plan:
        return plan_of(self.state.adviser, self.state.session, self._key, self.tr)

    def cites(self) -> tuple[Cite, ...]:
        """Sources of the limits."""
        return self.notes.cites

    def content(self) -> Iterator[Widget]:
        """Dangers, the days in order, the steps."""
        plan = self._plan()
        yield self.say(lambda _: plan.situation.title, classes="title")
        yield from self.stale(plan.situation.checked)
        for danger in plan.situation.danger:
            with Container(classes="danger"):
                yield self.say(lambda tr: tr("Before you do anything"), classes="warn")
                yield self.say(fixed(risk(danger, self.notes, self.tr)))
        for number, stage in enumerate(plan.stages, 1):
            yield self.say(fixed(step(number, self.tr)), classes="heading")
            if len(stage) > 1:
                yield self.say(lambda tr: tr("These run side by side."), classes="muted")
            with Container(classes="stage"):
                for planned in stage:
                    yield from self._card(planned)
        yield self.say(lambda tr: tr("Your days"), classes="heading")
        yield from timeline(entries(plan, self.state.session, self.tr, self.state.on), self.tr, self.state.on)
        yield self.say(
            lambda tr: tr("Open a step and tell the days you know: then the dates stand here."), classes="muted gap"
        )
        if self.state.opened is None:
            yield Act(
                lambda tr: tr("Keep this as a case"),
                self.tr,
                NewCase(keep=True),
                id="keep",
                about=lambda tr: tr("A case remembers what happened and says what is due next."),
            )
        values = {"day": self.tr.date(self.state.on), "checked": self.tr.date(plan.situation.checked)}
        yield self.say(lambda tr: tr("Law as of {day}; checked {checked}.", **values), classes="quiet gap")

    def _card(self, planned: PlannedRoute) -> Iterator[Widget]:
        route = planned.route
        with Vertical(classes="card"):
            yield Act(lambda _: route.title, self.tr, RouteOf(planned.name, self._key), id=f"r-{planned.name}")
            yield self.say(lambda _: planned.use.why if planned.use else route.summary, classes="why")
            yield self.say(lambda tr: self._next_day(planned, tr), classes="why muted")

    def _next_day(self, planned: PlannedRoute, tr: Translator) -> str:
        mine = [one.count for one in planned.dates if one.count and one.limit.who == "you" and one.limit.kind == "act"]
        letters = (
            tr.plural("{n} letter is ready to write.", "{n} letters are ready to write.", len(planned.letters))
            if planned.letters
            else ""
        )
        if not mine:
            return letters
        first = min(mine, key=lambda count: count.safe_day)
        return tr(
            "Aim for {day} ({distance}). {letters}",
            day=tr.full_day(first.safe_day),
            distance=distance(first.safe_day, self.state.on, tr),
            letters=letters,
        ).rstrip()

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        to: To = event.value  # type: ignore[assignment]
        self.go(to)
