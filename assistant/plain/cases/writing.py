"""Letters of a case: which one, begun with what the case knows; and steps that were taken without one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.guide import Session
from assistant.guide.casefile import CaseFile
from assistant.guide.caselink import prefilled, session_for, session_of
from assistant.guide.casesound import check_day
from assistant.guide.caseways import ways_of
from assistant.guide.casework import Next, nexts
from assistant.guide.following import route_in
from assistant.knowledge import localise
from assistant.model import Sent, Written
from assistant.plain.ask import Choice, Question, choose
from assistant.plain.front import Front, Move

from .case import CaseOf
from .thing import ThingOf, found

_OPEN = ("begin", "follow", "also")
"""Things to do that a letter begins."""


@dataclass(frozen=True)
class Which:
    """All letters that the case can need: first those of the next steps, then those of the whole plan."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Choose one."""
        tr, known = front.tr, front.adviser.knowledge
        case = front.cases.case()
        if case is None:
            return Move(session, CaseOf(), known=True)
        choices: dict[tuple[str, str], Choice] = {}
        things: dict[str, ThingOf] = {}
        every = nexts(front.adviser, case, tr)
        for one in every:
            thing = ThingOf(one.item.kind, one.item.step, one.item.route)
            for letter in one.letters if one.item.kind != "send" else ():
                key = letter.id, one.item.route or ""
                things.setdefault("/".join(key), thing)
                choices.setdefault(key, Choice("/".join(key), letter.title, one.heading))
        open_ways = [name for one in every for name in one.item.others]
        for route in open_ways + ways_of(known, case) + [one.route for one in case.steps if one.route is not None]:
            way = localise(route_in(known, case, route), tr)
            for name in way.letters:
                if known.letters[name].span.covers(front.adviser.on):
                    letter = localise(known.letters[name], tr)
                    note = way.title if way.title != letter.title else ""
                    choices.setdefault((name, route), Choice(f"{name}/{route}", letter.title, note))
        question = Question(tr("Which letter do you want to write?"))
        chosen = choose(front, question, [*choices.values(), Choice("case", tr("Go to the case"))], unsure_as="case")
        if chosen == "case":
            return Move(session, CaseOf(), known=True)
        letter_id, _, route = chosen.partition("/")
        return Move(session, Follow(things.get(chosen), letter_id, route), known=True)


@dataclass(frozen=True)
class Follow:
    """A letter begun with what earlier ones of the case say."""

    thing: ThingOf | None
    letter: str
    route: str | None

    def __call__(self, front: Front, session: Session) -> Move:
        """Say what is filled in, and go to the questions that are open."""
        from assistant.plain.letter import Begin

        case = front.cases.case()
        known = front.adviser.knowledge
        if case is None:
            return Move(session, CaseOf(), known=True)
        one = found(front, self.thing) if self.thing is not None else _leading(front, case, self.route)
        session = session_of(known, case) if one is None else session_for(known, case, one.item, self.route)
        session = prefilled(known, case, session, known.letters[self.letter], self.route, front.adviser.on)
        return Move(session, Begin(self.letter, self.route), known=True)


def _leading(front: Front, case: CaseFile, route: str | None) -> Next | None:
    """The thing to do that leads to a route, as its own way or as another one."""
    every = nexts(front.adviser, case, front.tr)
    return next((one for one in every if route in (one.item.route, *one.item.others) and one.item.kind in _OPEN), None)


@dataclass(frozen=True)
class Alone:
    """Something done without a letter of the program: which way, and when."""

    route: str | None = None
    follows: int | None = None

    def __call__(self, front: Front, session: Session) -> Move:
        """A step without a letter; what follows from it is counted as from any other."""
        from .telling import ask_day

        tr, known = front.tr, front.adviser.knowledge
        case = front.cases.case()
        if case is None:
            return Move(session, CaseOf(), known=True)
        route = self.route
        if route is None:
            things = [one for one in nexts(front.adviser, case, tr) if one.item.kind in _OPEN]
            names = [name for one in things for name in (one.item.route, *one.item.others) if name is not None]
            names = list(dict.fromkeys([*names, *ways_of(known, case)]))
            choices = [Choice(name, localise(route_in(known, case, name), tr).title) for name in names]
            choices.append(Choice("-", tr("None of these: go to the case")))
            route = choose(front, Question(tr("Which way did you go?")), choices, unsure_as="-")
            if route == "-":
                return Move(session, CaseOf(), known=True)
            follows = next((one.item.step for one in things if route in (one.item.route, *one.item.others)), None)
            return Move(session, Alone(route, follows), known=True)
        question = Question(tr("On which day did you do it?"), tr("Their time to answer, and yours, can hang on it."))
        day, _ = ask_day(front, question, None, lambda one: check_day(one, front.adviser.on))
        kept = front.cases.shelf.tell(case.name, Written, route=route, follows=self.follows)
        if day is not None:
            front.cases.shelf.tell(case.name, Sent, step=kept.steps[-1].number, day=day)
        return Move(replace(session, follows=None), CaseOf(), known=True)
