"""One case as a list of things to do, with everything that can be told and made in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.guide import Session
from assistant.guide.casefile import CaseFile
from assistant.guide.caselink import session_of
from assistant.guide.casework import Next, history, name_of, nexts, status_words, summary
from assistant.plain.ask import Choice, Question, choose
from assistant.plain.front import Front, Move, Step


@dataclass(frozen=True)
class CaseOf:
    """The open case."""

    def __call__(self, front: Front, session: Session) -> Move:
        """What to do first; then what can be told, written, read and changed."""
        tr = front.tr
        case = front.cases.case()
        if case is None:
            from .overview import Overview

            return Move(session, Overview())
        session = session_of(front.adviser.knowledge, case)
        things = nexts(front.adviser, case, tr)
        front.talk.say(status_words(summary(front.adviser.knowledge, case, front.adviser.on), tr))
        if not front.cases.kept:
            front.talk.say(tr("This case is in memory only. It is gone when you leave."))
        choices = [Choice(thing_id(one), one.heading, "; ".join(thing_notes(front, one))) for one in things]
        choices += _ways(front, case)
        question = Question(tr("What do you want to do?"), tr("What is due first stands at the top."))
        chosen = choose(front, question, choices, unsure_as=choices[0].id)
        step = _steps(front, case).get(chosen)
        if step is not None:
            return Move(session, step(), known=True)
        return Move(session, _thing(things, chosen), known=True)


def thing_id(one: Next) -> str:
    """What names a thing to do as long as it is there."""
    return f"{one.item.kind}:{one.item.step or 0}:{one.item.route or ''}"


def thing_notes(front: Front, one: Next) -> list[str]:
    """The day that matters, beside the heading."""
    tr, item = front.tr, one.item
    if item.count is None or item.aim is None:
        return []
    if item.count.is_reminder:
        return [tr("A day to ask again: {day}", day=tr.full_day(item.aim))]
    if item.passed(front.adviser.on):
        return [tr("The last day was {day}", day=tr.full_day(item.count.last_day))]
    if item.count.limit.who == "you":
        return [tr("Aim for {day}", day=tr.full_day(item.aim))]
    return [tr("Their answer is due by {day}", day=tr.full_day(item.aim))]


def _thing(things: tuple[Next, ...], chosen: str) -> Step:
    from .thing import ThingOf

    one = next(one for one in things if thing_id(one) == chosen)
    return ThingOf(one.item.kind, one.item.step, one.item.route)


def _ways(front: Front, case: CaseFile) -> list[Choice]:
    tr = front.tr
    ways = []
    if case.steps:
        ways.append(Choice("tell", tr("Tell what happened: sent, arrived, their answer")))
    ways.append(Choice("write", tr("Write a letter")))
    ways.append(Choice("alone", tr("Add something you did without a letter of this program")))
    if case.situation is not None:
        ways.append(Choice("plan", tr("Go to the plan: all ways, days you know, where they sit")))
    ways += [
        Choice("read", tr("Read what happened, notes and papers")),
        Choice("note", tr("Add a note")),
        Choice("paper", tr("Add a paper, take one out, or remove one")),
        Choice("print", tr("Printable plan, calendar file")),
        Choice("hand", tr("Hand this case over")),
        Choice("change", tr("Change its name, whose it is, or what it is about")),
        Choice("resume", tr("Resume the case")) if case.ended is not None else Choice("end", tr("End the case")),
        Choice("undo", tr("Undo a change")),
        Choice("remove", tr("Remove this case")),
    ]
    if not front.cases.kept:
        ways.append(Choice("keep", tr("Keep it in an encrypted case book")))
    return [*ways, Choice("cases", tr("Go to all cases"))]


def _steps(front: Front, case: CaseFile) -> dict[str, Callable[[], Step]]:
    """Where each way leads."""
    from assistant.plain.plan import PlanOf

    from .book import keep_or_open
    from .changing import About, End, Resume, Undo
    from .handing_steps import HandOver
    from .notes import Note, Papers
    from .office import Printed
    from .overview import Overview
    from .removing import RemoveCase
    from .telling import Tell
    from .writing import Alone, Which

    return {
        "tell": Tell,
        "write": Which,
        "alone": Alone,
        "plan": lambda: PlanOf(case.situation or ""),
        "read": Told,
        "note": Note,
        "paper": Papers,
        "print": Printed,
        "hand": HandOver,
        "change": About,
        "end": End,
        "resume": Resume,
        "undo": Undo,
        "remove": RemoveCase,
        "keep": lambda: keep_or_open(front),
        "cases": Overview,
    }


@dataclass(frozen=True)
class Told:
    """What happened, day by day, the steps, the notes and the papers."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Read, and back to the case."""
        tr, talk = front.tr, front.talk
        case = front.cases.case()
        if case is not None:
            talk.heading(tr("What happened"))
            talk.items(f"{tr.full_day(day)}: {words}" for day, words in history(case, front.adviser.knowledge, tr))
            if case.steps:
                talk.heading(tr("Letters and other steps"))
                talk.items(f"{one.number}. {name_of(one, front.adviser.knowledge, tr)}" for one in case.steps)
            notes = [f"{tr.full_day(day)}: {text}" for _, day, text in case.notes]
            notes += [f"{tr.full_day(one.day)}: {one.note}" for step in case.steps for one in step.answered if one.note]
            if notes:
                talk.heading(tr("Notes"))
                talk.items(line for note in notes for line in note.split("\n"))
            if case.papers:
                talk.heading(tr("Papers"))
                talk.items(one.about or one.file.name for one in case.papers)
        return Move(session, CaseOf(), known=True)
