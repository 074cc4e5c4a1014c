"""Beginning a case: from the overview, or from what was told and written so far."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guide import Session
from assistant.guide.casekeeping import case_from, keep_letter
from assistant.knowledge import localise
from assistant.plain.ask import Choice, Question, choose, text
from assistant.plain.front import Front, Move

_NOBODY, _NEW = "-", "+"
_WORDS, _EVERY, _OPEN = "words", "every", "open"
_FOUND = 6


@dataclass(frozen=True)
class NewCase:
    """A new case."""

    def __call__(self, front: Front, session: Session) -> Move:  # noqa: ARG002 - a step: what was told before is not meant
        """What it is about, then its name and whose it is."""
        return Move(Session(situation=situation_for(front)), KeepAs())


def situation_for(front: Front) -> str | None:
    """A situation found by words, or from the whole list; ``None`` for none yet."""
    tr = front.tr
    question = Question(
        tr("What is it about?"),
        tr("It decides which ways and letters the case offers. It can be changed."),
        hints=(tr("Write a few words. They are used to find what fits. Press Enter to leave it open."),),
    )
    while words := text(front, question):
        fits = front.adviser.find(words, tr)[:_FOUND]
        choices = [Choice(one.situation.id, one.situation.title) for one in fits]
        choices += [
            Choice(_WORDS, tr("None of these: write it in other words")),
            Choice(_EVERY, tr("Choose from the list of situations")),
            Choice(_OPEN, tr("Leave it open")),
        ]
        heading = tr("Which of these is nearest to what happened?") if fits else tr("Nothing fits these words.")
        chosen = choose(front, Question(heading), choices, unsure_as=_OPEN)
        if chosen == _EVERY:
            every = [Choice(one.id, localise(one, tr).title) for one in front.adviser.knowledge.situations]
            chosen = choose(front, Question(tr("What is it about?")), every, unsure_as=_OPEN)
        if chosen != _WORDS:
            return None if chosen == _OPEN else chosen
    return None


@dataclass(frozen=True)
class KeepAs:
    """A case from what was told so far, with the letter that was saved last."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Its name, whose it is; then the case itself."""
        from .case import CaseOf

        tr, cases = front.tr, front.cases
        label = text(
            front,
            Question(
                tr("What do you call the case? (optional)"),
                tr("It stands in the list of cases. Choose a name that says nothing of you, or press Enter."),
            ),
        )
        person = whose_case(front)
        saved = cases.saved if cases.saved is not None and cases.saved.step is None else None
        case = case_from(front.adviser.knowledge, cases.shelf, session, label[:300], person)
        if saved is not None:
            keep_letter(
                cases.shelf, case, saved.form, saved.session.fields, saved.files,
                route=saved.route, locale=saved.locale, follows=None,
            )  # fmt: skip
        cases.saved = None
        cases.name = case.name
        front.talk.say(tr("The case is there."))
        return Move(session, CaseOf(), known=True)


def whose_case(front: Front) -> str | None:
    """A person of the book, a new one, or nobody in particular."""
    from .persons import add_person

    tr = front.tr
    persons = front.cases.shelf.persons()
    choices = [Choice(_NOBODY, tr("My own, or nobody's in particular")), Choice(_NEW, tr("A new person"))]
    choices += [
        Choice(at, f"{one.name} ({one.reference})" if one.reference else one.name) for at, one in persons.items()
    ]
    question = Question(
        tr("Whose case is it?"), tr("The name is shown on every page of the case, so that nothing is mixed up.")
    )
    chosen = choose(front, question, choices, unsure_as=_NOBODY, empty_as=_NOBODY)
    if chosen == _NEW:
        return add_person(front)
    return None if chosen == _NOBODY else chosen
