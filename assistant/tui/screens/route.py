"""One route in full: risks first, then its letters, its limits, and everything needed to go it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container
from textual.widget import Widget

from assistant.guide import days_of, place_matters, route_of
from assistant.guide.pages import Pages
from assistant.model import N_, Cite, Route, Step
from assistant.tui.case_places import DoneOnWay, NewCase
from assistant.tui.places import Days, PlaceOf, RouteOf, To, Write
from assistant.tui.state import State
from assistant.tui.telling import Notes, labelled, limit, risk, sources_of
from assistant.tui.widgets import Act, Row, fixed

from .stating import StatingPage

if TYPE_CHECKING:
    from assistant.guide import PlannedRoute


class RoutePage(StatingPage):
    """Who, how, by when, what it costs, what happens meanwhile, and what comes after each outcome."""

    section = N_("One way to act")

    def __init__(self, state: State, route: str, situation: str | None) -> None:
        super().__init__(state)
        self._key, self._situation = route, situation
        planned = self._planned()
        one = planned.route
        self.notes = Notes.of(
            (cite for danger in one.risks for cite in danger.sources),
            (cite for dated in planned.dates for cite in dated.cites),
            sources_of((one.who, *one.grounds, *one.law, *one.practice)),
            (cite for evidence in one.evidence for cite in evidence.sources),
            sources_of((one.cost, *(channel.statement for channel in one.channels), one.pending)),
            one.sources,
        )

    def _planned(self) -> PlannedRoute:
        return route_of(self.state.adviser, self.state.session, self._key, self._situation, self.tr)

    def cites(self) -> tuple[Cite, ...]:
        """All sources of the route."""
        return self.notes.cites

    def content(self) -> Iterator[Widget]:
        """Risk comes before the button."""
        planned = self._planned()
        one = planned.route
        yield self.say(lambda _: one.title, classes="title")
        yield from self.stale(one.checked)
        yield self.say(lambda _: one.summary, classes="para")
        yield from self._region(planned)
        for danger in one.risks:
            with Container(classes="danger"):
                yield self.say(lambda tr: tr("Risk"), classes="warn")
                yield self.say(fixed(risk(danger, self.notes, self.tr)))
        for at, letter in enumerate(planned.letters):
            yield Act(
                fixed(self.tr("Write the letter: {title}", title=letter.title)),
                self.tr,
                Write(letter.id, self._key),
                primary=at == 0,
                id=f"l-{letter.id}",
            )
        yield from self._limits(planned)
        yield from self._part(N_("Who can use it"), (one.who,))
        yield from self._bodies(planned)
        yield from self._part(N_("Grounds"), one.grounds)
        yield from self._part(N_("What the law asks for"), one.law)
        yield from self._part(N_("What offices ask for"), one.practice)
        yield from self._papers(one)
        yield from self._part(N_("Cost"), (one.cost,))
        yield from self._part(N_("Ways to hand it in"), [channel.statement for channel in one.channels])
        yield from self._part(N_("Meanwhile"), (one.pending,))
        yield from self._next(one)
        yield from self._case()
        yield self.say(
            lambda tr: tr(
                "Law as of {day}; checked {checked}.", day=tr.date(self.state.on), checked=tr.date(one.checked)
            ),
            classes="quiet gap",
        )

    def _region(self, planned: PlannedRoute) -> Iterator[Widget]:
        """Where the rules differ from place to place: whose rules stand here, and the way to others."""
        place = self.state.session.place_of(planned.name)
        told = place_matters(planned, place, self.state.adviser.knowledge, self.tr)
        if told:
            yield self.say(fixed(" ".join(told)), classes="para")
            words = N_("Tell where the other side sits") if place is None else N_("Choose another place")
            asks = planned.asks
            yield Act(lambda tr: asks or tr(words), self.tr, PlaceOf(self._key), id="place")

    def _limits(self, planned: PlannedRoute) -> Iterator[Widget]:
        if planned.dates:
            yield self._heading(N_("Time limits"))
        for dated in planned.dates:
            yield from limit(dated, self.state)
        if days_of(self.state.adviser, planned, self.tr):
            yield Act(
                lambda tr: tr("Tell the days you know, to see dates"),
                self.tr,
                Days(self._key, self._situation),
                id="days",
                about=lambda tr: tr("Dates are counted on this computer, as the law counts them."),
            )

    def _bodies(self, planned: PlannedRoute) -> Iterator[Widget]:
        yield self._heading(N_("Whom to write to"))
        yield self.say(lambda _: planned.route.addressee, classes="bullet")
        for body in planned.bodies:
            yield self.say(
                fixed("\n".join(Pages(self.state.adviser.knowledge, self.tr, self.state.on).body(body))),
                classes="bullet muted",
            )

    def _papers(self, one: Route) -> Iterator[Widget]:
        if one.evidence:
            yield self._heading(N_("Papers to have"))
        for paper in one.evidence:
            words = N_("{text} (needed)") if paper.need == "required" else N_("{text} (helps)")
            yield Row("☐", fixed(self.tr(words, text=paper.text)), self.tr)

    def _case(self) -> Iterator[Widget]:
        """The way to a case; in one, the way to tell that this was done."""
        if self.state.opened is None:
            words, to = N_("Keep this as a case"), NewCase(keep=True)
            yield Act(lambda tr: tr(words), self.tr, to, id="keep")
        else:
            did = DoneOnWay(self._key, self.state.session.follows)
            yield Act(lambda tr: tr("I did this without a letter from here"), self.tr, did, id="did")

    def _next(self, one: Route) -> Iterator[Widget]:
        yield self._heading(N_("What comes next"))
        steps: tuple[tuple[str, Step], ...] = (
            (N_("If they say yes: {text}"), one.next.yes),
            (N_("If they agree in part: {text}"), one.next.partly),
            (N_("If they say no: {text}"), one.next.no),
            (N_("If they do not answer: {text}"), one.next.silence),
            (N_("If you are late: {text}"), one.next.late),
        )
        following: dict[str, None] = {}
        for words, step in steps:
            yield self.item(fixed(labelled(self.tr(words, text=step.text))))
            following |= dict.fromkeys(step.routes)
        for route in following:
            planned = self.state.adviser.route(route, {}, self.tr)
            yield Act(
                fixed(self.tr("Look at: {title}", title=planned.route.title)),
                self.tr,
                RouteOf(route, self._situation),
                id=f"next-{route}",
            )

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        to: To = event.value  # type: ignore[assignment]
        self.go(to)
