"""A letter: what it is for, and its questions one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.guide import SUPERVISORY, Form, Session, known_needs
from assistant.guide.articles import article
from assistant.guide.marks import cite, cites
from assistant.knowledge import localise
from assistant.letters import example, read_day
from assistant.model import LetterField

from .answers import hear, read_back, suggested
from .ask import Choice, Question, choose, trouble
from .front import Front, Move, Step


@dataclass(frozen=True)
class Begin:
    """What the letter is for, what must not stand in it, and in which language it is filed."""

    letter: str
    route: str | None = None

    def __call__(self, front: Front, session: Session) -> Move:
        """Tell, ask for the language where there is a choice, and go to the first question."""
        tr, talk = front.tr, front.talk
        letter = localise(front.adviser.knowledge.letters[self.letter], tr)
        talk.heading(letter.title)
        talk.items([letter.purpose])
        if letter.never:
            talk.heading(tr("What must not stand in it"))
            talk.items(letter.never)
        if front.cases.name is not None and session.fields:
            talk.heading(tr("What is filled in already"))
            talk.items(
                [
                    tr(
                        "Answers from this case are filled in. You see them all before the letter is written, and can change each."
                    )
                ]
            )
        talk.heading(tr("How to answer"))
        talk.items(
            [
                tr("Press Enter to skip an optional question."),
                tr('Type "{word}" for a blank that you fill in by hand.', word=tr.ctx("word to type", "gap")),
                tr("Nothing is saved before you ask for it."),
            ]
        )
        filing = _filing(front, session, letter.filing, tuple(cites(letter.sources, front.adviser.knowledge, tr)))
        session = session.write(letter, filing, self.route)
        return Move(session, _next(front, session, self, None))


def _filing(front: Front, session: Session, known: tuple[str, ...], sources: tuple[str, ...]) -> str:
    tr = front.tr
    if len(known) == 1:
        front.talk.items([tr("The letter is filed in this language: {language}", language=tr.name_of(known[0]))])
        return known[0]
    question = Question(
        tr("In which language do you file the letter?"),
        tr("The reading aid in your own language is separate."),
        sources,
    )
    return choose(
        front, question, [Choice(one, tr.name_of(one)) for one in known], unsure_as=session.filing or known[0]
    )


@dataclass(frozen=True)
class FieldOf:
    """One question of a letter."""

    letter: str
    route: str | None
    field: str
    change: bool = False
    """Whether this is a change from the list of answers, to go back there."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Ask until the answer can be used; what is odd is told and let through."""
        form = front.desk.form(self.letter, session.fields, front.tr)
        field = next((one for one in form.fields if one.id == self.field), None)
        if field is None:
            return Move(session, _next(front, session, self, None))
        before = session.fields.get(field.id)
        asked = _question(front, form, field, session)
        again = False
        while True:
            heard = hear(front, field, asked, session, again=again)
            again = True
            told = session.fill(
                field.id, before if heard is None and before is not None else "" if heard is None else heard
            )
            if _usable(front, told, self.letter, field):
                return Move(_day_told(told, field, self.route), self._onward(front, told))

    def _onward(self, front: Front, session: Session) -> Step:
        from .check import Check

        return Check(self.letter, self.route) if self.change else _next(front, session, self, self.field)


def _usable(front: Front, told: Session, letter: str, field: LetterField) -> bool:
    problems = [one for one in front.desk.form(letter, told.fields, front.tr).filled.problems if one.field == field.id]
    errors = [one.say(front.tr) for one in problems if one.severity == "error"]
    if errors:
        trouble(front, errors)
        return False
    for one in problems:
        front.talk.items([front.tr("Look at this once more: {text}", text=one.say(front.tr))])
    return True


def _day_told(session: Session, field: LetterField, route: str | None) -> Session:
    """A day that the plan knows too is told to it as well, so that it is asked once."""
    raw = session.fields.get(field.id)
    day = read_day(raw) if field.event and isinstance(raw, str) else None
    return session.happened(field.event, day, route) if field.event and isinstance(day, date) else session


def _next(front: Front, session: Session, here: Begin | FieldOf, after: str | None) -> Step:
    """The question after ``after``; the list of answers when there is none."""
    from .check import Check

    names = [one.id for one in front.desk.form(here.letter, session.fields, front.tr).fields]
    rest = names[names.index(after) + 1 :] if after in names else names
    if front.cases.name is not None:  # what the case knows is not asked again; the list of answers shows it
        rest = [one for one in rest if not session.fields.get(one)]
    return FieldOf(here.letter, here.route, rest[0]) if rest else Check(here.letter, here.route)


def _question(front: Front, form: Form, field: LetterField, session: Session) -> Question:
    tr, knowledge = front.tr, front.adviser.knowledge
    duty = _duty(front, field)
    hints = [] if duty is None else [duty]
    if field.sensitive:
        hints.append(tr("This is sensitive. It stands in the letter and nowhere else."))
    hints += known_needs(form.letter, field, front.desk.directory, session.fields, tr)
    hints += _how(front, form, field, session)
    if said := read_back(front, field, session.fields.get(field.id)):
        hints += [
            tr("Your answer so far: {answer}", answer=said),
            tr('Press Enter to keep it, or type "{word}" to take it out.', word=tr.ctx("word to type", "none")),
        ]
    sources = (cite(field.required, knowledge, tr),) if field.required else ()
    label = field.label if field.required or field.needed else tr("{question} (optional)", question=field.label)
    return Question(label, field.why, sources, tuple(hints))


def _duty(front: Front, field: LetterField) -> str | None:
    tr = front.tr
    if field.required is None:
        return tr("Without it the letter makes no sense.") if field.needed else None
    source = localise(front.adviser.knowledge.sources[field.required.source], tr)
    place = article(field.required.article, source, tr)
    return tr("This is required. The rule: {source}, {article}", source=source.name, article=place)


def _how(front: Front, form: Form, field: LetterField, session: Session) -> list[str]:
    """How to answer a question of this kind."""
    tr = front.tr
    shown = tr("Example: {example}", example=example(field, tr))
    match field.kind:
        case "choice" | "yes_no":
            return []
        case "lines" | "address":
            return [shown, tr("Write one line for each. An empty line ends.")]
        case "long_text":
            never = [tr("Do not write: {text}", text=one) for one in form.letter.never]
            return [shown, *never, tr("Write as many lines as you like. An empty line ends.")]
        case "body":
            known = [f"{number}. {one.name}" for number, one in enumerate(suggested(front, field, session), 1)]
            if field.stands_for == SUPERVISORY:
                known.insert(0, tr("0. Help me find the right authority"))
            ask = tr("Write the name, then one line for each line of the address. An empty line ends.")
            return [shown, ask, *([tr("Or type a number from the directory:"), *known] if known else [])]
        case "entries":
            column = field.columns[0]
            return [tr("First: {part}", part=column.label), tr("Example: {example}", example=column.example)]
        case _:
            return [shown]
