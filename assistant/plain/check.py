"""All answers before anything is written, and the whole letter with its reading aid."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.formats import format_named
from assistant.guide import OTHER_SCRIPT, Form, Session, aid_language, filing_language, other_script
from assistant.i18n import voice
from assistant.model import Document

from .answers import read_back
from .ask import Choice, Question, choose, trouble
from .front import Front, Move

GROUPS = ("matter", "facts", "recipient", "you")


@dataclass(frozen=True)
class Check:
    """Every answer in groups; each can be changed."""

    letter: str
    route: str | None = None

    def __call__(self, front: Front, session: Session) -> Move:
        """Go on when nothing is missing; a change leads back here."""
        from .letter import FieldOf

        tr = front.tr
        form = front.desk.form(self.letter, session.fields, tr)
        question = Question(
            tr("Check your answers"),
            tr("Only these answers stand in the letter. Type a number to change an answer, or 1 to go on."),
        )
        while True:
            chosen = choose(front, question, _choices(front, form, session))
            if chosen != "continue":
                return Move(session, FieldOf(self.letter, self.route, chosen, change=True))
            if form.filled.ready:
                return Move(session, Preview(self.letter, self.route))
            trouble(front, [one.say(tr) for one in form.filled.problems if one.severity == "error"])


def _choices(front: Front, form: Form, session: Session) -> list[Choice]:
    tr = front.tr
    names = {
        "matter": tr("What it is about"),
        "facts": tr("What happened"),
        "recipient": tr("Who gets it"),
        "you": tr("About you"),
    }
    choices = [Choice("continue", tr("Go on: read the letter"))]
    for group in GROUPS:
        for field in (one for one in form.fields if one.group == group):
            said = read_back(front, field, session.fields.get(field.id), mask=True) or tr("(no answer)")
            choices.append(Choice(field.id, tr("{group}: {question}", group=names[group], question=field.label), said))
    return choices


@dataclass(frozen=True)
class Preview:
    """The whole letter, with the reading aid paragraph by paragraph."""

    letter: str
    route: str | None = None

    def __call__(self, front: Front, session: Session) -> Move:
        """Read it, then save it or change an answer."""
        from .saving import Save

        tr, talk = front.tr, front.talk
        letter, aid = documents(front, session, self.letter, tr.locale)
        talk.say("", tr("Recourse gives information. It does not act for you."))
        _tell(front, aid or letter)
        if other_script(letter.locale, session.fields):
            talk.items([tr(OTHER_SCRIPT, language=tr.name_of(letter.locale))])
        choices = [Choice("save", tr("Save the letter")), Choice("change", tr("Change an answer"))]
        if aid is not None:
            choices.append(Choice("alone", tr("Read the letter alone, as it is sent")))
        question = Question(
            tr("What do you want to do next?"),
            tr("Read the letter to the end before you save it. Lines that begin with a bar are the letter's own words.")
            if aid
            else tr("Read the letter to the end before you save it."),
        )
        while (chosen := choose(front, question, choices)) == "alone":
            _tell(front, letter)
        return Move(session, Save(self.letter, self.route) if chosen == "save" else Check(self.letter, self.route))


def documents(front: Front, session: Session, letter_id: str, reader: str) -> tuple[Document, Document | None]:
    """The letter, and the reading aid where the reader's language is another one that we have."""
    desk = front.desk
    draft = desk.draft(letter_id, session.fields, front.tr)
    filing = filing_language(draft.letter, session.filing, session.fields, desk.bodies(), reader)
    letter = desk.letter(draft, filing)
    reads = aid_language(filing, reader, desk.languages(letter_id))
    return letter, None if reads is None else desk.aid(draft, voice(filing), front.adviser.speak(reads))


def _tell(front: Front, document: Document) -> None:
    text = format_named("text").write(document).decode()
    front.talk.say("", *text.rstrip("\n").split("\n"))
