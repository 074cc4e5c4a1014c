"""The first steps: how to begin, a story in plain words, what fits it, and lists of everything."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guide import Session
from assistant.knowledge import localise

from .ask import DONT_KNOW, Choice, Question, choose, text, trouble
from .front import Front, Move

_SHOWN = 6


@dataclass(frozen=True)
class Start:
    """The first question."""

    def __call__(self, front: Front, session: Session) -> Move:
        """How does the person want to begin?"""
        from .cases.book import entrance
        from .interview import first

        tr = front.tr
        if front.cases.leave():
            session = Session()  # what was told of one case is not known in the next
        choices = (
            Choice("tell", tr("Tell what happened in your own words")),
            Choice("questions", tr("Answer questions")),
            Choice("situations", tr("Choose from the list of situations")),
            Choice("letters", tr("Choose from the list of letters")),
            Choice("cases", tr("Your cases: what is due, and what to do next")),
        )
        question = Question(
            tr("How do you want to begin?"),
            tr("All ways lead to the same pages. Type a number, or a word of the answer."),
        )
        match choose(front, question, choices, unsure_as="questions"):
            case "tell":
                return Move(session, Story())
            case "situations":
                return Move(session, Situations())
            case "letters":
                return Move(session, Letters())
            case "cases":
                return Move(session, entrance(front))
            case _:
                return Move(session, first(front, session))


@dataclass(frozen=True)
class Story:
    """What happened, in one's own words."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Read a story."""
        tr = front.tr
        known = (tr("So far: {text}", text=session.story), tr("Press Enter to keep it.")) if session.story else ()
        question = Question(
            tr("What happened?"),
            tr("Write it in one line, in your own words. It is used to find what fits. It stands in no letter."),
            hints=known,
        )
        told = text(front, question)
        while not (told or session.story):
            trouble(front, [tr("Write what happened, for example: I paid but I am still on the court list")])
            told = text(front, question, again=False)
        return Move(session.tell(told) if told else session, Matches())


@dataclass(frozen=True)
class Matches:
    """Situations that fit the story."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Choose one, or go on another way."""
        from .interview import first
        from .situation import SituationOf

        tr = front.tr
        found = front.adviser.find(session.story, tr)[:_SHOWN]
        choices = [Choice(one.situation.id, one.situation.title, one.situation.summary) for one in found]
        choices += [
            Choice("questions", tr("None of these: answer questions")),
            Choice("words", tr("None of these: write it in other words")),
        ]
        heading = tr("Which of these is nearest to what happened?") if found else tr("Nothing fits these words.")
        chosen = choose(
            front,
            Question(heading, tr("These fit the words you wrote, the nearest first.")),
            choices,
            unsure_as="questions",
        )
        match chosen:
            case "questions":
                return Move(session, first(front, session))
            case "words":
                return Move(session.tell(""), Story())
            case _:
                return Move(session.choose(chosen), SituationOf(chosen))


@dataclass(frozen=True)
class Situations:
    """All situations."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Choose one."""
        from .interview import first
        from .situation import SituationOf

        tr = front.tr
        every = [localise(one, tr) for one in front.adviser.knowledge.situations]
        question = Question(tr("Which situation do you want to read about?"))
        chosen = choose(front, question, [Choice(one.id, one.title) for one in every], unsure_as=DONT_KNOW)
        if chosen == DONT_KNOW:
            return Move(session, first(front, session))
        return Move(session.choose(chosen), SituationOf(chosen))


@dataclass(frozen=True)
class Letters:
    """All letters."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Choose one."""
        from .interview import first
        from .letter import Begin

        tr = front.tr
        every = [localise(one, tr) for one in front.adviser.knowledge.letters if one.span.covers(front.adviser.on)]
        question = Question(tr("Which letter do you want to write?"))
        chosen = choose(front, question, [Choice(one.id, one.title) for one in every], unsure_as=DONT_KNOW)
        if chosen == DONT_KNOW:
            return Move(session, first(front, session))
        return Move(session, Begin(chosen))
