"""Persons: list, add, change, remove."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guide import Session
from assistant.guide.casepersons import full_of, near
from assistant.plain.ask import Choice, Question, choose, text, trouble, yes
from assistant.plain.front import Front, Move
from assistant.text import clean_line


@dataclass(frozen=True)
class Persons:
    """Everybody whose cases these are."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Choose one, or add one."""
        from .overview import Overview

        tr, shelf = front.tr, front.cases.shelf
        choices = [
            Choice(f"at:{at}", full_of(one), tr.plural("{n} case", "{n} cases", len(shelf.of_person(at))))
            for at, one in shelf.persons().items()
        ]
        choices += [Choice("add", tr("Add a person")), Choice("cases", tr("Go to all cases"))]
        kind, _, name = choose(front, Question(tr("Persons")), choices, unsure_as="cases").partition(":")
        if kind == "add":
            add_person(front)
            return Move(session, Persons())
        return Move(session, PersonOf(name) if kind == "at" else Overview())


def add_person(front: Front) -> str | None:
    """Ask for a new person; how the book names them, or ``None``."""
    tr, shelf = front.tr, front.cases.shelf
    name = text(
        front,
        Question(tr("What is the person called?"), tr("The name stands on the pages of their cases and in no list.")),
    )
    if not name:
        return None
    persons = shelf.persons()
    for at in near(name, persons):
        other = full_of(persons[at])
        question = Question(tr("There is a person with nearly this name: {name}. Is it the same person?", name=other))
        if yes(front, question):
            return at
    reference = text(
        front,
        Question(
            tr("Which mark stands for the person in lists? (optional)"),
            tr("Without one, the initials stand there. A number of your own is good."),
        ),
    )
    return shelf.add_person(name[:300], reference[:300])


@dataclass(frozen=True)
class PersonOf:
    """One person."""

    at: str

    def __call__(self, front: Front, session: Session) -> Move:
        """Their cases, name and mark; removal with everything."""
        from assistant.guide.caserows import Wanted

        from .overview import Overview
        from .removing import RemovePerson

        tr, shelf = front.tr, front.cases.shelf
        person = shelf.persons().get(self.at)
        if person is None:
            trouble(front, [tr("This person is no longer in the book.")])
            return Move(session, Persons())
        front.talk.heading(full_of(person))
        choices = [
            Choice("cases", tr("See the cases of this person")),
            Choice("name", tr("Change the name")),
            Choice("reference", tr("Change the mark")),
            Choice("hand", tr("Hand all cases of this person over")),
            Choice("remove", tr("Remove this person and all their cases")),
            Choice("persons", tr("Go to all persons")),
        ]
        match choose(front, Question(tr("What do you want to do?")), choices, unsure_as="persons"):
            case "cases":
                return Move(session, Overview(Wanted(person=self.at)))
            case "name" | "reference" as part:
                label = (
                    tr("What is the person called?")
                    if part == "name"
                    else tr("Which mark stands for the person in lists? (optional)")
                )
                told = clean_line(text(front, Question(label)))
                if told or part == "reference":
                    shelf.change_person(self.at, **{part: told[:300]})
                return Move(session, self)
            case "hand":
                from .handing_steps import HandOver

                return Move(session, HandOver(self.at))
            case "remove":
                return Move(session, RemovePerson(self.at))
            case _:
                return Move(session, Persons())
