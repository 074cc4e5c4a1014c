"""One case as a task list: what to do first, what happened, papers, notes, and everything one can do with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.containers import Container, Vertical
from textual.widget import Widget

from assistant.guide.caseundo import change_words, take_back
from assistant.guide.casework import FOLLOWING, WAYS, nexts, status_words, summary
from assistant.guide.following import Item
from assistant.knowledge import localise
from assistant.model import N_, Cite, Risk
from assistant.tui.case_places import (
    CaseOf,
    ChooseSituation,
    DoneOnWay,
    EndCase,
    ReplyTo,
    StepDay,
    StepOf,
)
from assistant.tui.places import RouteOf, To, Write
from assistant.tui.screens.base import Body
from assistant.tui.telling import Notes, limit, risk
from assistant.tui.widgets import Act, Row, Tell, fixed
from assistant.tui.widgets.keysline import KeysLine

from .case_parts import actions, happened, papers
from .work import MEMORY, Problem, WorkPage, looked_at

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.guide.casework import Next
    from assistant.model import Change, PersonKept
    from assistant.tui.state import State

_NINE = 9


class CasePage(WorkPage):
    """What is due, and what happened."""

    section: ClassVar[str] = N_("Case")
    refills: ClassVar[bool] = True

    def __init__(self, state: State, to: CaseOf) -> None:
        super().__init__(state)
        self._key = to.name
        self.notes = Notes(())
        self._number = 0
        self._nexts: tuple[Next, ...] = ()
        self._told = 0
        self._warned: set[str] = set()

    def cites(self) -> tuple[Cite, ...]:
        """Sources of the limits that are shown."""
        return self.notes.cites

    def content(self) -> Iterator[Widget]:
        """Title, whose case it is, what to do, what happened, and what else can be done."""
        case, adviser = self.state.opened, self.state.adviser
        self._number = 0
        if case is None:
            yield self.say(lambda tr: tr("No case is open. Choose one from the list."), classes="title")
            return
        self._nexts = nexts(adviser, case, self.tr)
        self._told = case.last
        self._warned = set()
        ways = [one.planned.route for one in self._nexts if one.planned is not None]
        self.notes = Notes.of(
            (cite for one in self._before(case) for cite in one.sources),
            (cite for way in ways for one in way.risks for cite in one.sources),
            (cite for one in self._nexts for dated in one.dates for cite in dated.cites),
        )
        marked = self.cases.marked(case, self.tr)
        yield self.say(fixed(marked.title), classes="title")
        yield Problem()
        if marked.mark:
            whose = marked.name if self.cases.names else marked.mark
            yield self.say(fixed(self.tr("Whose case: {person}", person=whose)))
        told = status_words(summary(adviser.knowledge, case, adviser.on), self.tr)
        yield self.say(fixed(self.tr("Status: {status}", status=told)), id="status")
        if not self.cases.room.kept:
            yield self.say(fixed(self.tr(MEMORY)), classes="warn")
        yield from self._dangers(self._before(case))
        yield from self._todo(case)
        yield from happened(self, case)
        yield from papers(self, case)
        yield from actions(self, case)

    def _before(self, case: CaseFile) -> tuple[Risk, ...]:
        """What is dangerous in the situation, as long as nothing was done in it."""
        if case.situation is None or case.steps:
            return ()
        return localise(self.state.adviser.knowledge.situations[case.situation], self.tr).danger

    def _dangers(self, risks: Iterable[Risk]) -> Iterator[Widget]:
        """Each danger once on the page, before the lines that lead into it."""
        for one in risks:
            if one.what not in self._warned:
                self._warned.add(one.what)
                with Container(classes="danger"):
                    yield self.say(lambda tr: tr("Before you do anything"), classes="warn")
                    yield self.say(fixed(risk(one, self.notes, self.tr)))

    def act(self, words: Tell, value: object, *, about: str = "", primary: bool = False, id: str | None = None) -> Act:  # noqa: A002 - Textual's name
        """A line with the next number, as long as there are keys for it."""
        self._number += 1
        number = self._number if self._number <= _NINE else None
        return Act(words, self.tr, value, number=number, about=fixed(about) if about else None, primary=primary, id=id)

    def _todo(self, case: CaseFile) -> Iterator[Widget]:
        yield self.say(lambda tr: tr("What to do now"), classes="heading")
        if case.situation is None and not case.steps:
            yield self.act(
                lambda tr: tr("Choose what the case is about"), ChooseSituation(), primary=True, id="situation"
            )
        elif case.ended is not None:
            yield self.say(lambda tr: tr("The case has ended. Nothing is waited for."), classes="bullet")
        elif not self._nexts:
            yield self.say(lambda tr: tr("Nothing is open here."), classes="bullet")
        for at, one in enumerate(self._nexts):
            with Vertical(classes="task"):
                yield from self._thing(at, one, case)

    def _thing(self, at: int, one: Next, case: CaseFile) -> Iterator[Widget]:
        yield self.say(fixed(one.heading), classes="task-head")
        for line in one.because:
            yield self.say(fixed(line), classes="bullet")
        for dated in one.dates:
            yield from limit(dated, self.state)
        if one.planned is not None and one.item.kind in (*WAYS, "send"):
            yield from self._dangers(one.planned.route.risks)
        yield from self._ways(at, one, case)
        if one.bring:
            yield self.say(lambda tr: tr("Papers to have"), classes="bullet muted")
        for paper in one.bring:
            yield Row("☐", fixed(paper), self.tr)

    def _ways(self, at: int, one: Next, case: CaseFile) -> Iterator[Widget]:
        item, tr, first = one.item, self.tr, at == 0
        step = case.step(item.step)
        match item.kind:
            case "send" if step is not None:
                yield self.act(
                    lambda tr: tr("Tell the day you sent it"),
                    StepDay(step.number, "sent"),
                    primary=first,
                    id=f"sent-{at}",
                )
                yield self.act(lambda tr: tr("Look at what was written"), StepOf(step.number), id=f"step-of-{at}")
            case "supply" if step is not None:
                did = ("supplied", step.number, step.recipient)
                yield self.act(lambda tr: tr("I sent what they asked for"), did, primary=first, id=f"supplied-{at}")
                yield self.act(lambda tr: tr("Tell their answer"), ReplyTo(step.number), id=f"answer-{at}")
            case "tell" | "wait" if step is not None:
                if step.arrived is None:
                    words = N_("Tell the day it reached them")
                    arrived = StepDay(step.number, "arrived")
                    yield self.act(fixed(tr(words)), arrived, primary=first and item.kind == "tell", id=f"arrived-{at}")
                yield self.act(lambda tr: tr("Tell their answer"), ReplyTo(step.number), id=f"answer-{at}")
            case "end":
                yield self.act(lambda tr: tr("End the case"), EndCase(), id=f"end-{at}")
            case _:
                yield from self._way_on(at, one)

    def _way_on(self, at: int, one: Next) -> Iterator[Widget]:
        item, tr, route = one.item, self.tr, one.item.route
        for number, letter in enumerate(one.letters):
            yield self.act(
                fixed(tr("Write the letter: {title}", title=letter.title)),
                ("write", item, route, letter.id),
                primary=at == 0 and number == 0,
                id=f"write-{at}-{letter.id}",
            )
        if route is not None:
            read, did = ("read", item, route), ("did", item, route)
            yield self.act(lambda tr: tr("Read about this way"), read, id=f"read-{at}")
            yield self.act(lambda tr: tr("I did this without a letter from here"), did, id=f"did-{at}")
        if item.outcome == "silence" and item.kind == "follow" and item.step is not None:
            yield self.act(lambda tr: tr("An answer came: tell it"), ReplyTo(item.step), id=f"answer-{at}")
        for other, title in one.others:
            words = tr("Another way: {title}", title=title)
            yield self.act(fixed(words), ("read", item, other), id=f"other-{at}-{other}")

    async def renew(self) -> None:
        """When something was told, what is to be done stands at the top again, with the focus on it."""
        told = self.state.opened is not None and self.state.opened.last != self._told
        if told:
            self.set_focus(None)
        await super().renew()
        self.query_one(KeysLine).speak(self.tr)
        if self.focused is None:
            self.query_one(Body).scroll_home(animate=False)
            super().begin()

    def begin(self) -> None:
        """On the first thing to do; the case is read again, since another window may have changed it."""
        super().begin()
        self.query_one(KeysLine).speak(self.tr)  # which limits have sources is known only now
        if self.state.opened is not None:
            self._read_again()

    def _read_again(self) -> None:
        name, shelf, shown = self._key, self.shelf, self.state.opened

        async def show(looked: tuple[CaseFile, Mapping[str, PersonKept]]) -> None:
            case, persons = looked
            if self.state.opened is shown and (case is not shown or persons != self.cases.persons):
                self.cases.persons = persons
                self.cases.renew(case)
                self.show_whose()
                await self.catch_up()

        self.work(lambda: looked_at(shelf, shelf.case(name)), show)

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        match event.value:
            case ("write", Item() as item, str(route), str(letter)):
                self.cases.set_out(item, route)
                self.go(Write(letter, route))
            case ("read", Item() as item, str(route)):
                self.cases.set_out(item, route)
                self.go(RouteOf(route, self.case().situation))
            case ("did", Item() as item, str(route)):
                self.go(DoneOnWay(route, item.step if item.kind in FOLLOWING else None))
            case ("supplied", int(step), str(recipient)):
                from assistant.model import Written

                self._tell(Written, route=None, follows=step, recipient=recipient)
            case "resume":
                from assistant.model import Resumed

                self._tell(Resumed)
            case "undo":
                self._undo()
            case _:
                to: To = event.value  # type: ignore[assignment]
                self.go(to)

    def _undo(self) -> None:
        name, shelf = self._key, self.shelf

        async def known(done: tuple[CaseFile, Change]) -> None:
            case, change = done
            what = change_words(change, self.state.adviser.knowledge, self.tr)
            self.cases.renew(case)
            await self.catch_up()
            self.notify(self.tr("Taken back: {what}", what=what), markup=False)

        self.work(lambda: take_back(shelf, name), known)

    def _tell(self, kind: type, **parts: Any) -> None:  # noqa: ANN401 - the parts of a change
        name, shelf = self._key, self.shelf

        async def known(case: CaseFile) -> None:
            self.cases.renew(case)
            await self.catch_up()

        self.work(lambda: shelf.tell(name, kind, **parts), known)
