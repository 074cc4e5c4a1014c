"""A situation, read section by section."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guide import Session
from assistant.knowledge import localise

from .ask import Choice, Question, choose
from .front import Front, Move


@dataclass(frozen=True)
class SituationOf:
    """What this is, what they may and may not do, and on to what the person can do."""

    id: str

    def __call__(self, front: Front, session: Session) -> Move:
        """The dangers and the beginning at once, the rest by choice."""
        from .plan import PlanOf

        tr, talk = front.tr, front.talk
        one = localise(front.adviser.knowledge.situations[self.id], tr)
        pages = front.pages
        sections = pages.situation(one)
        danger = len(one.danger) and 1
        talk.heading(one.title)
        for section in sections[: danger + 1]:
            talk.heading(section.heading)
            talk.items(section.lines)
        question = Question(tr("What do you want to do next?"), sources=tuple(pages.sources_of(one)))
        choices = [Choice("plan", tr("See what you can do"))]
        choices += [
            Choice(f"section-{at}", tr("Read: {heading}", heading=section.heading))
            for at, section in enumerate(sections)
        ]
        choices += [
            Choice(
                f"also-{other}",
                tr("It could also be: {title}", title=localise(front.adviser.knowledge.situations[other], tr).title),
            )
            for other in one.also
        ]
        while True:
            kind, _, name = choose(front, question, choices, unsure_as="plan").partition("-")
            if kind == "plan":
                return Move(session.choose(self.id), PlanOf(self.id))
            if kind == "also":
                return Move(session.choose(name), SituationOf(name))
            talk.heading(sections[int(name)].heading)
            talk.items(sections[int(name)].lines)
