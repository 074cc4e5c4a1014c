"""Telling a case what happened: the day a letter was sent or arrived, and what they answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.guide import Session
from assistant.guide.casefile import Taken
from assistant.guide.casesound import check_answered, check_moved
from assistant.guide.casework import answer_day, name_of, replies_for
from assistant.model import Arrived, InputError, Replied, Sent
from assistant.plain.ask import Choice, Question, choose, text, told, trouble
from assistant.plain.days import spoken_day
from assistant.plain.front import Front, Move
from assistant.plain.words import plain, unsure

from .case import CaseOf

What = Literal["sent", "arrived"]


@dataclass(frozen=True)
class Tell:
    """Of which letter, and what."""

    def __call__(self, front: Front, session: Session) -> Move:
        """The last letter stands first."""
        tr = front.tr
        case = front.cases.case()
        if case is None or not case.steps:
            return Move(session, CaseOf(), known=True)
        choices = []
        for one in reversed(case.steps):
            name = name_of(one, front.adviser.knowledge, tr)
            choices.append(
                Choice(f"answer:{one.number}", tr("They answered: {title}", title=name), _so_far(front, one))
            )
            choices.append(Choice(f"arrived:{one.number}", tr("It arrived: {title}", title=name)))
            choices.append(Choice(f"sent:{one.number}", tr("I sent it: {title}", title=name)))
        choices.append(Choice("case:0", tr("Go to the case")))
        kind, _, number = choose(front, Question(tr("What happened?")), choices, unsure_as="case:0").partition(":")
        match kind:
            case "answer":
                return Move(session, Replies(int(number)), known=True)
            case "sent" | "arrived":
                return Move(session, Moved(kind, int(number)), known=True)
            case _:
                return Move(session, CaseOf(), known=True)


def _so_far(front: Front, one: Taken) -> str:
    tr = front.tr
    parts = [tr("sent {day}", day=tr.full_day(one.sent)) if one.sent else tr("not sent yet")]
    if one.arrived:
        parts.append(tr("arrived {day}", day=tr.full_day(one.arrived)))
    return tr("So far: {text}", text="; ".join(parts))


@dataclass(frozen=True)
class Moved:
    """The day a letter was sent, or the day it arrived."""

    what: What
    step: int

    def __call__(self, front: Front, session: Session) -> Move:
        """Ask for the day; an earlier one can be taken back."""
        tr = front.tr
        case = front.cases.case()
        taken = case.step(self.step) if case is not None else None
        if case is None or taken is None:
            return Move(session, CaseOf(), known=True)
        kind = Sent if self.what == "sent" else Arrived
        known = taken.sent if self.what == "sent" else taken.arrived
        words = (
            Question(
                tr("On which day did you send it?"), tr("The time you have, and the day it should arrive, hang on it.")
            )
            if self.what == "sent"
            else Question(
                tr("On which day did it arrive?"),
                tr("Their time to answer starts on that day. It stands on the receipt or the stamp."),
            )
        )
        day, heard = ask_day(front, words, known, lambda one: check_moved(taken, kind, one, front.adviser.on))
        if heard:
            front.cases.shelf.tell(case.name, kind, step=self.step, day=day)
        return Move(session, CaseOf(), known=True)


def ask_day(
    front: Front, question: Question, known: date | None, check: Callable[[date], None]
) -> tuple[date | None, bool]:
    """A day, and whether something was told; Enter keeps what was told before, ``today`` is understood."""
    tr = front.tr
    hints = [
        *question.hints,
        tr("For example: 6 Nov 2026, or 2026-11-06. If you do not know it, type: I don't know"),
        tr("For today, type: {word}", word=tr("today")),
    ]
    if known is not None:
        hints.append(tr("So far: {text}. Press Enter to keep it.", text=tr.full_day(known)))
    again = True
    while True:
        said = text(front, Question(question.text, question.why, hints=tuple(hints)), again=again)
        again = False
        if not said or unsure(said, tr):
            return None, bool(said) and known is not None
        day = front.adviser.on if plain(said) in ("today", plain(tr("today"))) else spoken_day(front, said)
        if day is None:
            continue
        try:
            check(day)
        except InputError as error:
            trouble(front, [told(front, error)])
            continue
        front.talk.say(tr.full_day(day))
        return day, True


@dataclass(frozen=True)
class Replies:
    """What they answered."""

    step: int

    def __call__(self, front: Front, session: Session) -> Move:
        """The kinds of answers by number, each with how to recognise it; then the day, and a note."""
        tr = front.tr
        case = front.cases.case()
        taken = case.step(self.step) if case is not None else None
        if case is None or taken is None:
            return Move(session, CaseOf(), known=True)
        kinds = replies_for(front.adviser.knowledge, case, taken, tr)
        if not kinds:
            front.talk.items([tr("For this step we know no kinds of answers. Write a note instead.")])
            return Move(session, CaseOf(), known=True)
        question = Question(
            tr("What did they answer?"),
            tr("It decides what comes next. Take the one that is nearest."),
            hints=(name_of(taken, front.adviser.knowledge, tr),),
        )
        choices = [Choice(one.id, one.label, one.hint) for one in kinds]
        chosen = choose(
            front, question, [*choices, Choice("case", tr("None of these: go to the case"))], unsure_as="case"
        )
        if chosen == "case":
            return Move(session, CaseOf(), known=True)
        return Move(session, ReplyDay(self.step, chosen), known=True)


@dataclass(frozen=True)
class ReplyDay:
    """The day the answer came, and a note."""

    step: int
    reply: str

    def __call__(self, front: Front, session: Session) -> Move:
        """Ask, keep, and show the case with the next step on top."""
        tr = front.tr
        case = front.cases.case()
        taken = case.step(self.step) if case is not None else None
        if case is None or taken is None:
            return Move(session, CaseOf(), known=True)
        asked, hint = answer_day(front.adviser.knowledge, case, taken, self.reply, tr)
        question = Question(asked, tr("Your own time for the next step can start on that day."), hints=(hint,))
        while True:
            day, _ = ask_day(front, question, None, lambda one: check_answered(taken, one, front.adviser.on))
            if day is not None:
                break
            trouble(
                front,
                [tr("Enter the day on which you got the answer. If you do not know it, take the day of the postmark.")],
            )
        note = text(
            front, Question(tr("Do you want to note something about it? (optional)"), tr("It stays in the case."))
        )
        front.cases.shelf.tell(case.name, Replied, step=self.step, reply=self.reply, day=day, note=note)
        return Move(session, CaseOf(), known=True)
