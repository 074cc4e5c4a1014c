"""Changing what a case is, ending it, resuming it, and taking back a slip."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guide import Session
from assistant.guide.caseundo import change_words, take_back, undoable
from assistant.guide.casewords import ENDS
from assistant.model import Changed, Ended, Resumed
from assistant.plain.ask import Choice, Question, choose, text
from assistant.plain.front import Front, Move

from .case import CaseOf
from .new import situation_for, whose_case


@dataclass(frozen=True)
class About:
    """Its name, whose it is, what it is about."""

    def __call__(self, front: Front, session: Session) -> Move:
        """One at a time."""
        tr = front.tr
        case = front.cases.case()
        if case is None:
            return Move(session, CaseOf(), known=True)
        choices = [
            Choice("label", tr("Its name"), case.label),
            Choice("person", tr("Whose it is")),
            Choice("situation", tr("What it is about")),
            Choice("case", tr("Go to the case")),
        ]
        match choose(front, Question(tr("What do you want to change?")), choices, unsure_as="case"):
            case "label":
                label = text(
                    front, Question(tr("What do you call the case? (optional)"), tr("It stands in the list of cases."))
                )
                front.cases.shelf.tell(case.name, Changed, label=label[:300])
            case "person":
                person = whose_case(front)
                if person is not None:
                    front.cases.shelf.tell(case.name, Changed, person=person)
            case "situation":
                chosen = situation_for(front)
                if chosen is not None:
                    front.cases.shelf.tell(case.name, Changed, situation=chosen)
            case _:
                pass
        return Move(session, CaseOf(), known=True)


@dataclass(frozen=True)
class End:
    """Nothing is waited for any more."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Ask why; the case stays."""
        tr = front.tr
        case = front.cases.case()
        choices = [*(Choice(name, tr(words)) for name, words in ENDS.items()), Choice("case", tr("Do not end it"))]
        question = Question(tr("Why does the case end?"), tr("It stays in your list as done. You can resume it."))
        chosen = choose(front, question, choices, unsure_as="case")
        if chosen != "case" and case is not None:
            front.cases.shelf.tell(case.name, Ended, why=chosen)
        return Move(session, CaseOf(), known=True)


@dataclass(frozen=True)
class Resume:
    """The case goes on."""

    def __call__(self, front: Front, session: Session) -> Move:
        """At once: it is undone as easily."""
        case = front.cases.case()
        if case is not None:
            front.cases.shelf.tell(case.name, Resumed)
        return Move(session, CaseOf(), known=True)


@dataclass(frozen=True)
class Undo:
    """A slip is taken back."""

    def __call__(self, front: Front, session: Session) -> Move:
        """The last change stands first."""
        tr = front.tr
        case = front.cases.case()
        if case is None:
            return Move(session, CaseOf(), known=True)
        known = list(reversed(undoable(front.cases.shelf.log(case.name))))[:10]
        choices = [
            Choice(
                str(one.n), change_words(one, front.adviser.knowledge, tr), tr("told {day}", day=tr.full_day(one.told))
            )
            for one in known
        ]
        choices.append(Choice("case", tr("Take back nothing")))
        chosen = choose(front, Question(tr("Which change do you want to take back?")), choices, unsure_as="case")
        if chosen != "case":
            take_back(front.cases.shelf, case.name, int(chosen))
            front.talk.say(tr("Taken back."))
        return Move(session, CaseOf(), known=True)
