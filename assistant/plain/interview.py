"""The interview: one question at a time, and why a result fits."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guide import UNKNOWN, Session
from assistant.model import Question as Asked

from .ask import Choice, Question, choose
from .front import Front, Move, Step


def first(front: Front, session: Session) -> Step:
    """The first question that has no answer yet; the result when all have one."""
    asked = front.adviser.question(session.answers, front.tr)
    return Result() if asked is None else Interview(asked.id)


@dataclass(frozen=True)
class Interview:
    """One question of the interview."""

    question: str

    def __call__(self, front: Front, session: Session) -> Move:
        """Ask it; an answer given before is offered."""
        tr = front.tr
        asked = next(one for one in front.adviser.questions(tr) if one.id == self.question)
        before = _label(asked, session.answers.get(asked.id), tr("I don't know"))
        hints = (tr("Your answer so far: {answer}", answer=before),) if before else ()
        choices = [Choice(one.id, one.label) for one in asked.options if one.id != UNKNOWN]
        choices.append(Choice(UNKNOWN, tr("I don't know")))
        chosen = choose(front, Question(asked.text, asked.why, hints=hints), choices, unsure_as=UNKNOWN)
        session = session.answer(asked.id, chosen)
        return Move(session, first(front, session))


def _label(asked: Asked, answer: str | None, unknown: str) -> str:
    if answer is None:
        return ""
    return next((one.label for one in asked.options if one.id == answer), unknown)


@dataclass(frozen=True)
class Result:
    """What the answers speak for."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Why each fits, what else it could be, and where to go if none does."""
        from .situation import SituationOf

        tr = front.tr
        fits = front.adviser.result(session.answers, tr)
        choices = [
            Choice(
                one.situation.id,
                one.situation.title,
                tr("This fits because {reasons}.", reasons=tr.list(list(one.because)))
                if one.because
                else one.situation.summary,
            )
            for one in fits
        ]
        choices += [
            Choice("change", tr("Change one of my answers")),
            Choice("words", tr("None of these: tell it in my own words")),
        ]
        question = Question(
            tr("What fits your answers, the nearest first"),
            tr("Read the first one. What else it could be stands below it."),
        )
        match choose(front, question, choices, unsure_as=fits[0].situation.id):
            case "change":
                return Move(session, Change())
            case "words":
                from .opening import Story

                return Move(session, Story())
            case chosen:
                return Move(session.choose(chosen), SituationOf(chosen))


@dataclass(frozen=True)
class Change:
    """Which answer of the interview to change."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Choose the question; what hung on the old answer falls away."""
        tr = front.tr
        kept = front.adviser.on_path(session.answers, tr)
        asked = [one for one in front.adviser.questions(tr) if one.id in kept]
        unknown = tr("I don't know")
        choices = [Choice(one.id, f"{one.text} {_label(one, kept[one.id], unknown)}") for one in asked]
        choices.append(Choice("none", tr("None: go on")))
        chosen = choose(front, Question(tr("Which answer do you want to change?")), choices, unsure_as="none")
        return Move(session, Result() if chosen == "none" else Interview(chosen))
