"""The case book: make it, open it, and everything that is done with it as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.casebook import Secret
from assistant.guide import Session
from assistant.guide.caseabout import about_book
from assistant.model import InputError
from assistant.plain.ask import Choice, Question, choose, told, trouble
from assistant.plain.front import Front, Move, Step, Turn

from .handing_steps import TakeOver, asked_path
from .passphrases import hidden, new_passphrase


def keep_or_open(front: Front) -> Step:
    """Open the book that is there, or make one."""
    return MakeBook() if front.cases.there() == "missing" else OpenBook()


def entrance(front: Front) -> Step:
    """Where the way to the cases begins: a book that is there is offered once."""
    from .overview import Overview

    cases = front.cases
    if cases.kept or cases.declined or cases.there() == "missing":
        return Overview()
    return OpenBook()


def _onward(front: Front) -> Step:
    from .case import CaseOf
    from .overview import Overview

    return Overview() if front.cases.name is None else CaseOf()


@dataclass(frozen=True)
class OpenBook:
    """A book is there."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Open it, or go on in memory."""
        tr, cases = front.tr, front.cases
        choices = [
            Choice("open", tr("Open it with the passphrase")),
            Choice("key", tr("Open it with the passphrase and a key file")),
            Choice("other", tr("Open or make a book at another place")),
            Choice("memory", tr("Go on without it")),
        ]
        question = Question(tr("There is a case book here: {path}", path=str(cases.path)))
        chosen = choose(front, question, choices, unsure_as="memory")
        if chosen == "memory":
            cases.declined = True
            return Move(session, _onward(front), known=True)
        if chosen == "other":
            path = asked_path(front, tr("Where is the book, or where shall it go?"))
            if path is not None:
                cases.path = path
            return Move(session, keep_or_open(front), known=True)
        key = asked_path(front, tr("Where is the key file?")) if chosen == "key" else None
        typed = hidden(front, tr("Passphrase of the case book"))
        if typed or key is not None:
            uid = _uid(front)
            try:
                cases.room.open(Secret(typed, key))
            except InputError as error:
                trouble(front, [told(front, error)])
                return Move(session, self, known=True)
            _opened(front, uid)
        return Move(session, _onward(front), known=True)


def _uid(front: Front) -> str | None:
    case = front.cases.case()
    return case.uid if case is not None else None


def _opened(front: Front, uid: str | None) -> None:
    tr = front.tr
    front.cases.enter(uid)
    front.talk.say(tr("The case book is open: {path}", path=str(front.cases.path)))
    if front.talk.reads.isatty():
        front.talk.say(tr("After five minutes without a line, the program leaves and wipes the screen."))


@dataclass(frozen=True)
class MakeBook:
    """There is none yet."""

    def __call__(self, front: Front, session: Session) -> Move:
        """What it is and is not; where; a passphrase; a key file if wanted."""
        tr, cases = front.tr, front.cases
        front.talk.heading(tr("A case book"))
        front.talk.items(about_book(tr))
        choices = [
            Choice("make", tr("Make it with a passphrase")),
            Choice("key", tr("Make it with a passphrase and a key file")),
            Choice("memory", tr("Do not make one")),
        ]
        chosen = choose(front, Question(tr("Do you want to make a case book?")), choices, unsure_as="memory")
        if chosen == "memory":
            return Move(session, _onward(front), known=True)
        path = asked_path(front, tr("Where does it go?"), str(cases.path))
        key = asked_path(front, tr("Where is the key file?")) if chosen == "key" else None
        cases.path = path or cases.path
        if cases.there() != "missing":
            trouble(front, [tr("There is already a file at {path}. Choose another name.", path=str(cases.path))])
            return Move(session, keep_or_open(front), known=True)
        typed = new_passphrase(front)
        if typed is None:
            return Move(session, _onward(front), known=True)
        uid = _uid(front)
        try:
            cases.room.make(Secret(typed, key))
        except InputError as error:
            trouble(front, [told(front, error)])
            return Move(session, self, known=True)
        _opened(front, uid)
        return Move(session, _onward(front), known=True)


@dataclass(frozen=True)
class BookMenu:
    """The open book."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Close, passphrases, backup, check, take over, erase."""
        from .overview import Overview
        from .removing import Erase

        tr = front.tr
        if not front.cases.kept:
            return Move(session, Overview())
        choices = [
            Choice("lock", tr("Close the book now")),
            Choice("change", tr("Change the passphrase")),
            Choice("add", tr("Add a passphrase for another person")),
            Choice("only", tr("Keep only one passphrase, and remove all others")),
            Choice("backup", tr("Make a backup")),
            Choice("check", tr("Read the whole book and say whether it is sound")),
            Choice("take", tr("Take over cases that somebody handed over")),
            Choice("erase", tr("Erase the whole book")),
            Choice("cases", tr("Go to all cases")),
        ]
        question = Question(tr("The case book: {path}", path=str(front.cases.path)))
        match choose(front, question, choices, unsure_as="cases"):
            case "lock":
                raise Turn("lock")
            case "change" | "add" | "only" as what:
                _passphrase(front, what)
            case "backup":
                _backup(front)
            case "check":
                _check(front)
            case "take":
                return Move(session, TakeOver())
            case "erase":
                return Move(session, Erase())
            case _:
                return Move(session, Overview())
        return Move(session, BookMenu())


def _passphrase(front: Front, what: str) -> None:
    tr, book = front.tr, front.cases.room.book
    if book is None:
        return
    if what == "add":
        typed = new_passphrase(front)
        if typed is not None:
            book.add_secret(
                Secret(typed, _key(front, tr("Does it need a key file? Type its path, or press Enter for none.")))
            )
            front.talk.say(tr("This passphrase opens the book too."))
        return
    old = hidden(front, tr("The passphrase you have now") if what == "change" else tr("The passphrase that stays"))
    key = _key(front, tr("Does it need a key file? Type its path, or press Enter for none."))
    if not old and key is None:
        return
    if what == "only":
        book.keep_only(Secret(old, key))
        front.talk.say(tr("From now on only this passphrase opens the book. Older backups still open with the others."))
        return
    typed = new_passphrase(front)
    if typed is not None:
        new_key = _key(front, tr("Does it need a key file? Type its path, or press Enter for none."))
        book.change_secret(Secret(old, key), Secret(typed, new_key))
        front.talk.say(tr("The passphrase is changed. Older backups still open with the old one."))


def _key(front: Front, question: str) -> Path | None:
    return asked_path(front, question)


def _backup(front: Front) -> None:
    from assistant.casebook import backup

    tr = front.tr
    front.talk.items([tr("The copy is encrypted as the book is. The same passphrases open it.")])
    path = asked_path(front, tr("Where does the copy go?"))
    if path is None:
        return
    try:
        front.talk.say(tr("Saved: {path}", path=str(backup(front.cases.path, path))))
    except InputError as error:
        trouble(front, [told(front, error)])


def _check(front: Front) -> None:
    tr, room = front.tr, front.cases.room
    if room.book is not None:
        room.book.verify()
    cases = room.shelf.cases()
    for file in (one for case in cases for one in case.files()):
        room.shelf.read_file(file)
    front.talk.say(tr("The book is sound: {cases}.", cases=tr.plural("{n} case", "{n} cases", len(cases))))
