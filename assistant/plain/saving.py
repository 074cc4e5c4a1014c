"""Saving: the format, the place, the reading aid, a calendar file, and the page that comes last."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assistant.formats import FORMATS, Format, format_named, write_calendar
from assistant.guide import Session, beside, days_of, done, plan_of, reminders, save
from assistant.i18n import Translator
from assistant.knowledge import localise
from assistant.model import Document, InputError

from .ask import Choice, Question, choose, text, told, trouble, yes
from .check import documents
from .front import Front, Move, Turn
from .plan import PlanOf, planned_for


@dataclass(frozen=True)
class Save:
    """In which format and where the letter is put."""

    letter: str
    route: str | None = None

    def __call__(self, front: Front, session: Session) -> Move:
        """The letter, and the reading aid as a sheet of its own if wanted."""
        tr = front.tr
        letter, aid = documents(front, session, self.letter, tr.locale)
        question = Question(
            tr("In which format?"),
            tr("A letter that you sign by hand is printed: PDF fits. Nothing but the letter is in the file."),
        )
        names = _names(tr)
        chosen = format_named(
            choose(
                front, question, [Choice(one.name, names.get(one.name, one.name)) for one in FORMATS], unsure_as="pdf"
            )
        )
        path = place(front, f"letter{chosen.suffix}", chosen.suffix, lambda: _bytes(front, chosen, letter))
        files = [str(path)]
        if aid is not None and yes(
            front, Question(tr("Save the reading aid too?"), tr("It is a sheet of its own. Do not send it."))
        ):
            sheet = format_named("text") if chosen.name == "eml" else chosen
            at = beside(path, tr.locale, sheet.suffix)
            files.append(str(place(front, str(at), sheet.suffix, lambda: _bytes(front, sheet, aid), ask=_there(at))))
        return Move(session, Done(self.letter, self.route, tuple(files)))


def _names(tr: Translator) -> dict[str, str]:
    return {
        "text": tr("Plain text"),
        "markdown": tr("Markdown text"),
        "html": tr("Web page (HTML), to read or print in a browser"),
        "docx": tr("Word file (DOCX), to change it in a word processor"),
        "pdf": tr("PDF, to print and sign"),
        "eml": tr("E-mail draft (EML), to open in a mail program"),
    }


def _bytes(front: Front, chosen: Format, document: Document) -> bytes:
    written = chosen.render(document)
    for remark in written.remarks:
        front.talk.items([front.tr(remark.message, **remark.values)])
    return written.data


def place(front: Front, default: str, suffix: str, make: Callable[[], bytes], *, ask: bool = True) -> Path:
    """Ask where a file goes until it lies there; another file is replaced only when the person says so."""
    tr = front.tr
    question = Question(
        tr("What is the file called, and where does it go?"),
        tr("Others can see the name. Choose one that says nothing of you."),
        hints=(tr("Press Enter for: {path}", path=default),),
    )
    while True:
        path = _path((text(front, question) if ask else "") or default, suffix)
        ask = True
        if (
            _there(path)
            and not path.is_dir()
            and not yes(front, Question(tr("There is a file of that name. Replace it?")))
        ):
            continue
        try:
            save(path, make())
        except InputError as error:
            trouble(front, [told(front, error)])
            continue
        front.talk.say(tr("Saved: {path}", path=str(path)))
        return path


def _there(path: Path) -> bool:
    """Whether something of that name lies there; a name that cannot be is nowhere."""
    with suppress(OSError):
        return path.exists()
    return False


def _path(name: str, suffix: str) -> Path:
    """The path as typed; ``~`` is the home folder; the ending is added where there is none."""
    path = Path(name)
    with suppress(RuntimeError):  # there is no home folder
        path = path.expanduser()
    return path if path.suffix else path.with_name(path.name + suffix) if path.name else path


@dataclass(frozen=True)
class Calendar:
    """The days of a plan as a calendar file."""

    situation: str

    def __call__(self, front: Front, session: Session) -> Move:
        """Titles are neutral: calendars are seen by others."""
        tr = front.tr
        plan = plan_of(front.adviser, session, self.situation, tr)
        days = reminders((one for planned in plan.routes() for one in planned.dates), tr, front.adviser.on)
        front.talk.heading(tr("The calendar file holds these days"))
        front.talk.items(tr("{day}: {title}", day=tr.full_day(one.day), title=one.summary) for one in days)
        place(front, "days.ics", ".ics", lambda: write_calendar(days))
        return Move(session, PlanOf(self.situation))


@dataclass(frozen=True)
class Done:
    """What was made, what to do with it, by when, and what then."""

    letter: str
    route: str | None
    files: tuple[str, ...]

    def __call__(self, front: Front, session: Session) -> Move:
        """Read it, then go on or leave."""
        from .days import Days
        from .opening import Start

        tr = front.tr
        letter = localise(front.adviser.knowledge.letters[self.letter], tr)
        planned = planned_for(front, session, self.letter, self.route)
        for section in done(front.pages, letter, planned, self.files):
            front.talk.heading(section.heading)
            front.talk.items(section.lines)
        choices = [Choice("format", tr("Save it in another format too"))]
        if planned is not None and days_of(front.adviser, planned, tr):
            choices.append(Choice("days", tr("Tell the day they received it, to count what follows")))
        if session.situation is not None:
            choices.append(Choice("plan", tr("Go to the plan")))
        choices += [Choice("start", tr("Go to the first question")), Choice("leave", tr("Leave"))]
        match choose(front, Question(tr("What do you want to do next?")), choices, unsure_as="start"):
            case "format":
                return Move(session, Save(self.letter, self.route))
            case "days" if planned is not None:
                return Move(session, Days(planned.name, session.situation))
            case "plan" if session.situation is not None:
                return Move(session, PlanOf(session.situation))
            case "leave":
                raise Turn("leave")
            case _:
                return Move(session, Start())
