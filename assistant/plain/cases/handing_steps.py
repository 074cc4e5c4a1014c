"""Handing cases over and taking them over, one question at a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.casebook import Secret
from assistant.guide import Session
from assistant.guide.casewords import parcel_words
from assistant.model import InputError
from assistant.plain.ask import Question, text, told, trouble, yes
from assistant.plain.front import Front, Move, Step


@dataclass(frozen=True)
class HandOver:
    """The open case, or all cases of a person, in a new encrypted file."""

    person: str | None = None

    def __call__(self, front: Front, session: Session) -> Move:
        """The place, then a passphrase of its own."""
        from assistant.guide.casehanding import give

        from .passphrases import new_passphrase

        tr, shelf = front.tr, front.cases.shelf
        case = front.cases.case()
        names = [one.name for one in shelf.of_person(self.person)] if self.person is not None else []
        if self.person is None and case is not None:
            names = [case.name]
        back = self._back()
        if not names:
            trouble(front, [tr("There is no case to hand over.")])
            return Move(session, back, known=True)
        front.talk.items(
            [
                tr("The new file is encrypted. It holds the letters, papers, notes and the name of the person."),
                tr("It gets a passphrase of its own. Tell it to the other person on another way than the file."),
                tr("The cases stay here too."),
            ]
        )
        path = asked_path(front, tr("Where does the new file go?"))
        if path is None:
            return Move(session, back, known=True)
        typed = new_passphrase(front)
        if typed is None:
            return Move(session, back, known=True)
        try:
            made = give(shelf, names, path, Secret(typed, None))
        except InputError as error:
            trouble(front, [told(front, error)])
            return Move(session, self, known=True)
        front.talk.say(tr("Saved: {path}", path=str(made)))
        return Move(session, back, known=True)

    def _back(self) -> Step:
        from .case import CaseOf
        from .persons import PersonOf

        return CaseOf() if self.person is None else PersonOf(self.person)


@dataclass(frozen=True)
class TakeOver:
    """Cases from a file that somebody handed over."""

    def __call__(self, front: Front, session: Session) -> Move:
        """A summary first; then copies under new names."""
        from assistant.guide.casehanding import unpack

        from .overview import Overview
        from .passphrases import hidden

        tr = front.tr
        path = asked_path(front, tr("Where is the file?"))
        if path is None:
            return Move(session, Overview())
        typed = hidden(front, tr("Passphrase of the file"))
        if not typed:
            return Move(session, Overview())
        try:
            parcel = unpack(path, Secret(typed, None))
        except InputError as error:
            trouble(front, [told(front, error)])
            return Move(session, self)
        try:
            front.talk.heading(tr("What is in the file"))
            front.talk.items(parcel_words(parcel, tr))
            question = Question(
                tr("Take them over?"), tr("They are copied as new cases. Nothing here is changed or merged.")
            )
            if yes(front, question):
                names = parcel.take(front.cases.shelf)
                front.talk.say(tr.plural("{n} case taken over", "{n} cases taken over", len(names)))
        finally:
            parcel.close()
        return Move(session, Overview())


def asked_path(front: Front, question: str, default: str = "") -> Path | None:
    """A path as typed; ``~`` is the home folder; ``None`` for Enter alone."""
    tr = front.tr
    hint = tr("Press Enter for: {path}", path=default) if default else tr("Type its path. Press Enter to go back.")
    typed = text(front, Question(question, hints=(hint,))) or default
    if not typed:
        return None
    try:
        return Path(typed).expanduser()
    except RuntimeError:  # there is no home folder
        return Path(typed)
