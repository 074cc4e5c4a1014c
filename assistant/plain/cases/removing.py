"""Removal: named, said what goes and what cannot be promised, confirmed by typing the name."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guide import Session
from assistant.guide.caseabout import about_erasing, about_removal, erase_word
from assistant.guide.casepersons import folded, full_of
from assistant.guide.caserows import title_of
from assistant.plain.ask import Question, text
from assistant.plain.front import Front, Move


def typed(front: Front, word: str) -> bool:
    """Whether the person typed ``word``."""
    tr = front.tr
    heard = text(front, Question(tr("To remove it, type: {word}", word=word), hints=(tr("Press Enter to keep it."),)))
    if folded(heard) == folded(word):
        return True
    front.talk.say(tr("Nothing was removed."))
    return False


@dataclass(frozen=True)
class RemoveCase:
    """The open case goes."""

    def __call__(self, front: Front, session: Session) -> Move:
        """With all its letters, notes and papers."""
        from .case import CaseOf
        from .overview import Overview

        tr = front.tr
        case = front.cases.case()
        if case is None:
            return Move(session, Overview())
        title = title_of(front.adviser.knowledge, case, tr)
        front.talk.heading(tr("Remove this case: {title}", title=title))
        steps = tr.plural("{n} letter or other step", "{n} letters and other steps", len(case.steps))
        papers = tr.plural("{n} paper", "{n} papers", len(case.papers))
        front.talk.items(
            [tr("This goes: {steps}, {papers}, all notes and days.", steps=steps, papers=papers), *about_removal(tr)]
        )
        if not typed(front, title):
            return Move(session, CaseOf(), known=True)
        front.cases.shelf.remove(case.name)
        front.cases.leave()
        front.talk.say(tr("Removed: {name}", name=title))
        return Move(Session(), Overview())


@dataclass(frozen=True)
class RemovePerson:
    """A person goes, with every case."""

    at: str

    def __call__(self, front: Front, session: Session) -> Move:
        """Confirmed by the name."""
        from .persons import Persons

        tr, shelf = front.tr, front.cases.shelf
        person = shelf.persons().get(self.at)
        if person is not None:
            cases = tr.plural("{n} case", "{n} cases", len(shelf.of_person(self.at)))
            front.talk.heading(tr("Remove this person: {name}", name=full_of(person)))
            front.talk.items([tr("This goes: the person, and everything in {cases}.", cases=cases), *about_removal(tr)])
            if typed(front, person.name):
                shelf.remove_person(self.at)
                front.talk.say(tr("Removed: {name}", name=full_of(person)))
        return Move(session, Persons())


@dataclass(frozen=True)
class Erase:
    """The whole book goes."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Said first what that does and does not do."""
        from assistant.casebook import erase
        from assistant.plain.opening import Start

        from .book import BookMenu

        tr, cases = front.tr, front.cases
        path = cases.path
        front.talk.heading(tr("Erase the case book: {path}", path=str(path)))
        front.talk.items(about_erasing(tr))
        if not typed(front, erase_word(tr)):
            return Move(session, BookMenu())
        cases.lock()
        erase(path)
        front.talk.say(tr("Erased: {path}", path=str(path)))
        return Move(Session(), Start())
