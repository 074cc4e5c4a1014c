"""A situation: what it is, what they may do, what you can do, and where all this stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container
from textual.widget import Widget

from assistant.guide.pages import DOCUMENTS
from assistant.knowledge import localise
from assistant.model import N_, Cite
from assistant.tui.places import PlanOf, RouteOf, SituationOf, To
from assistant.tui.state import State
from assistant.tui.telling import Notes, labelled, risk, sources_of, statement
from assistant.tui.widgets import Act, fixed

from .sources import source_lines
from .stating import StatingPage

if TYPE_CHECKING:
    from assistant.model import Situation

TABS = (N_("What is this"), N_("What they may and may not do"), N_("What you can do"), N_("Sources"))


class SituationPage(StatingPage):
    """One situation in four sections; what is dangerous stands before everything else."""

    section = N_("Situation")

    def __init__(self, state: State, situation: str) -> None:
        super().__init__(state)
        self._key = situation
        self._tab = 0
        state.session = state.session.choose(situation)
        self._seen = state.changes
        one = state.adviser.knowledge.situations[situation]
        self.notes = Notes.of(
            (cite for danger in one.danger for cite in danger.sources),
            sources_of((*one.about, *one.uncertain, *(myth.truth for myth in one.myths))),
            sources_of((*one.may, *one.may_not, *one.consequences, *one.help)),
        )

    def cites(self) -> tuple[Cite, ...]:
        """All sources of the situation."""
        return self.notes.cites

    def content(self) -> Iterator[Widget]:
        """Title, dangers, the way to the plan, then the chosen section."""
        one = localise(self.state.adviser.knowledge.situations[self._key], self.tr)
        yield self.say(lambda _: one.title, classes="title")
        yield from self.stale(one.checked)
        for danger in one.danger:
            with Container(classes="danger"):
                yield self.say(lambda tr: tr("Before you do anything"), classes="warn")
                yield self.say(fixed(risk(danger, self.notes, self.tr)))
        yield self.say(lambda _: one.summary, classes="para")
        if one.routes:
            yield Act(
                lambda tr: tr("Show what you can do, step by step"), self.tr, PlanOf(self._key), primary=True, id="plan"
            )
        with Container(classes="tabs"):
            for number, words in enumerate(TABS):
                shown = "● " if number == self._tab else "○ "
                yield Act(
                    fixed(shown + self.tr(words)),
                    self.tr,
                    number,
                    number=number + 1,
                    id=f"tab-{number}",
                )
        yield from (self._what, self._may, self._do, self._sources)[self._tab](one)

    def _what(self, one: Situation) -> Iterator[Widget]:
        yield from self._part(N_("What this is"), one.about)
        yield self._heading(N_("How to recognise it"))
        for text in one.recognise:
            yield self.item(fixed(text))
        if one.myths:
            yield self._heading(N_("What people say, and what is known"))
        for myth in one.myths:
            yield self.say(fixed(labelled(self.tr("People say: {claim}", claim=myth.claim))), classes="bullet gap")
            yield self.say(fixed(statement(myth.truth, self.notes, self.tr)), classes="bullet")
        yield from self._part(N_("What is uncertain"), one.uncertain)
        yield from self._said(one)

    def _said(self, one: Situation) -> Iterator[Widget]:
        if one.said:
            yield self._heading(N_("What the articles said, and when"))
            for said in one.said:
                title, year = DOCUMENTS[said.document], said.year
                told = (
                    self.tr("{title}, year not given: {text}", title=title, text=said.text)
                    if year is None
                    else self.tr("{title}, {year}: {text}", title=title, year=year, text=said.text)
                )
                yield self.say(fixed(told), classes="bullet muted")

    def _may(self, one: Situation) -> Iterator[Widget]:
        yield from self._part(N_("What they may do"), one.may)
        yield from self._part(N_("What they may not do"), one.may_not)
        yield from self._part(N_("What follows from it"), one.consequences)

    def _do(self, one: Situation) -> Iterator[Widget]:
        routes = self.state.adviser.knowledge.routes
        for use in one.routes:
            if routes[use.route].span.covers(self.state.on):
                route = localise(routes[use.route], self.tr)
                yield Act(
                    fixed(route.title),
                    self.tr,
                    RouteOf(route.id, self._key),
                    about=fixed(use.why),
                    id=f"r-{route.id}",
                )
        yield from self._part(N_("Where to turn"), one.help)
        if one.also:
            yield self._heading(N_("What else it could be"))
        for other in one.also:
            spoken = localise(self.state.adviser.knowledge.situations[other], self.tr)
            yield Act(fixed(spoken.title), self.tr, SituationOf(other), id=f"s-{other}")

    def _sources(self, one: Situation) -> Iterator[Widget]:
        yield from source_lines(self, self.notes.cites)
        yield self.say(
            lambda tr: tr(
                "Law as of {day}; checked {checked}.", day=tr.date(self.state.on), checked=tr.date(one.checked)
            ),
            classes="quiet",
        )

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        if isinstance(event.value, int):
            self._tab = event.value
            await self.refill()
        else:
            to: To = event.value  # type: ignore[assignment]
            self.go(to)
