"""One thing to do: why, by when, with which letter, and other ways."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guide import Session
from assistant.guide.caselink import session_for
from assistant.guide.casework import FOLLOWING, WAYS, Next, limit_lines, nexts
from assistant.guide.following import Kind
from assistant.guide.marks import cites
from assistant.model import Written
from assistant.plain.ask import Choice, Question, choose
from assistant.plain.front import Front, Move, Step

from .case import CaseOf


@dataclass(frozen=True)
class ThingOf:
    """One of the things to do; found again by what it is about."""

    kind: Kind
    step: int | None
    route: str | None

    def __call__(self, front: Front, session: Session) -> Move:
        """Read it, then write, tell, or read on."""
        case = front.cases.case()
        one = found(front, self)
        if case is None or one is None:
            return Move(session, CaseOf(), known=True)
        self._tell(front, one)
        tr = front.tr
        choices = self._choices(front, one)
        sources = one.planned.route.sources if one.planned is not None else ()
        question = Question(tr("What do you want to do?"), sources=tuple(cites(sources, front.adviser.knowledge, tr)))
        kind, _, name = choose(front, question, choices, unsure_as=choices[0].id).partition(":")
        if kind == "supplied":
            taken = case.step(self.step)
            recipient = taken.recipient if taken is not None else ""
            front.cases.shelf.tell(case.name, Written, route=None, follows=self.step, recipient=recipient)
        if kind == "read":
            session = session_for(front.adviser.knowledge, case, one.item, name)
        return Move(session, self._go(case.situation, kind, name), known=True)

    def _go(self, situation: str | None, kind: str, name: str) -> Step:
        from assistant.plain.plan import RouteOf

        from .changing import End
        from .telling import Moved, Replies
        from .writing import Alone, Follow

        match kind:
            case "letter":
                return Follow(self, name, self.route)
            case "sent" | "arrived" | "answer":
                return Replies(self.step or 0) if kind == "answer" else Moved(kind, self.step or 0)
            case "alone":
                return Alone(name, self.step if self.kind in FOLLOWING else None)
            case "read":
                return RouteOf(name, situation)
            case "end":
                return End()
            case _:
                return CaseOf()

    def _tell(self, front: Front, one: Next) -> None:
        tr, talk = front.tr, front.talk
        talk.heading(one.heading)
        talk.items(one.because)
        if one.dates:
            talk.heading(tr("Time limits"))
            talk.items(limit_lines(one.dates, front.adviser.knowledge, tr, front.adviser.on))
        if one.bring:
            talk.heading(tr("Papers to have ready"))
            talk.items(one.bring)

    def _choices(self, front: Front, one: Next) -> list[Choice]:
        tr = front.tr
        choices = [
            Choice(f"letter:{each.id}", tr("Write the letter: {title}", title=each.title))
            for each in one.letters
            if self.kind != "send"
        ]
        if self.kind == "supply":
            choices.append(Choice("supplied", tr("I sent what they asked for")))
        if self.kind == "send":
            choices.append(Choice("sent", tr("I sent it: tell the day")))
        if self.kind in ("send", "tell", "wait", "supply"):
            choices.append(Choice("arrived", tr("It arrived: tell the day")))
            choices.append(Choice("answer", tr("They answered: tell what")))
        if one.planned is not None:
            choices.append(Choice(f"read:{one.item.route}", tr("Read in full: {title}", title=one.planned.route.title)))
            if self.kind in WAYS:
                choices.append(Choice(f"alone:{one.item.route}", tr("I did this without a letter of this program")))
        choices += [Choice(f"read:{name}", tr("Another way: {title}", title=title)) for name, title in one.others]
        if self.kind == "follow" and one.item.step is not None and one.item.outcome == "silence":
            choices.append(Choice("answer", tr("They answered after all: tell what")))
        if self.kind == "end":
            choices.append(Choice("end", tr("End the case")))
        return [*choices, Choice("case", tr("Go to the case"))]


def found(front: Front, wanted: ThingOf) -> Next | None:
    """The thing as it stands now; ``None`` where it is done."""
    case = front.cases.case()
    if case is None:
        return None
    every = nexts(front.adviser, case, front.tr)
    same = (wanted.kind, wanted.step, wanted.route)
    return next((one for one in every if (one.item.kind, one.item.step, one.item.route) == same), None)
