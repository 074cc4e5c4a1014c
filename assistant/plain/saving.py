"""Saving: the format, the place, the reading aid, a calendar file, and the page that comes last."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.formats import FORMATS, Format, format_named, write_calendar
from assistant.guide import Session, beside, days_of, done, plan_of, reminders, save
from assistant.guide.shelf import Loose
from assistant.i18n import Translator
from assistant.knowledge import localise
from assistant.model import Document, InputError, RecourseError

from .ask import Choice, Question, choose, text, told, trouble, yes
from .cases.at_hand import Saved
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
        names = format_names(tr)
        chosen = format_named(
            choose(
                front, question, [Choice(one.name, names.get(one.name, one.name)) for one in FORMATS], unsure_as="pdf"
            )
        )
        data = _bytes(front, chosen, letter)
        path = place(front, f"letter{chosen.suffix}", chosen.suffix, lambda: data)
        files, kept = [str(path)], [Loose(path.name, chosen.media_type, data)]
        if aid is not None and yes(
            front, Question(tr("Save the reading aid too?"), tr("It is a sheet of its own. Do not send it."))
        ):
            sheet = format_named("text") if chosen.name == "eml" else chosen
            page = _aid(front, sheet, aid)
            if page is not None:
                at = beside(path, tr.locale, sheet.suffix)
                at = place(front, str(at), sheet.suffix, lambda: page, ask=_there(at))
                files.append(str(at))
                kept.append(Loose(at.name, sheet.media_type, page))
        form = front.desk.form(self.letter, session.fields, tr)
        front.cases.saved = Saved(session, form, self.route, letter.locale, tuple(kept))
        into_case(front)
        return Move(session, Done(self.letter, self.route, tuple(files)))


def into_case(front: Front) -> None:
    """Put the letter that was saved into the open case; where that fails, the file stays and it is told."""
    saved, case = front.cases.saved, front.cases.case()
    if saved is None or case is None or saved.step is not None:
        return
    from assistant.guide.casekeeping import keep_letter

    try:
        case = keep_letter(
            front.cases.shelf, case, saved.form, saved.session.fields, saved.files,
            route=saved.route, locale=saved.locale, follows=saved.session.follows,
        )  # fmt: skip
    except RecourseError as error:
        trouble(front, [told(front, error), front.tr("The file is saved. The letter is not in the case yet.")])
        return
    front.cases.saved = replace(saved, step=case.steps[-1].number)
    front.talk.say(front.tr("The letter is in the case, exactly as it was saved."))


def format_names(tr: Translator) -> dict[str, str]:
    """What each format is good for."""
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


def _aid(front: Front, chosen: Format, document: Document) -> bytes | None:
    """The reading aid; where it cannot be made, that is told, and what follows the saved letter goes on."""
    try:
        return _bytes(front, chosen, document)
    except InputError as error:
        trouble(front, [told(front, error), front.tr("The letter is saved. The reading aid is not.")])
        return None


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

    def __call__(self, front: Front, session: Session) -> Move:  # noqa: C901, PLR0911 - a line for each choice
        """Read it, then go on or leave."""
        from .cases.case import CaseOf
        from .cases.new import KeepAs
        from .cases.telling import Moved
        from .days import Days
        from .opening import Start

        tr = front.tr
        letter = localise(front.adviser.knowledge.letters[self.letter], tr)
        planned = planned_for(front, session, self.letter, self.route)
        for section in done(front.pages, letter, planned, self.files):
            front.talk.heading(section.heading)
            front.talk.items(section.lines)
        saved = front.cases.saved
        choices = _of_case(front, saved)
        choices.append(Choice("format", tr("Save it in another format too")))
        if planned is not None and days_of(front.adviser, planned, tr):
            choices.append(Choice("days", tr("Tell the day they received it, to count what follows")))
        if session.situation is not None:
            choices.append(Choice("plan", tr("Go to the plan")))
        choices += [Choice("start", tr("Go to the first question")), Choice("leave", tr("Leave"))]
        match choose(front, Question(tr("What do you want to do next?")), choices, unsure_as="start"):
            case "format":
                return Move(session, Save(self.letter, self.route))
            case "sent" if saved is not None and saved.step is not None:
                return Move(session, Moved("sent", saved.step))
            case "keep":
                into_case(front)
                return Move(session, self)
            case "case":
                return Move(session, CaseOf() if front.cases.name is not None else KeepAs())
            case "days" if planned is not None:
                return Move(session, Days(planned.name, session.situation))
            case "plan" if session.situation is not None:
                return Move(session, PlanOf(session.situation))
            case "leave":
                raise Turn("leave")
            case _:
                return Move(session, Start())


def _of_case(front: Front, saved: Saved | None) -> list[Choice]:
    """What belongs to a case: tell that it was sent, go there, or make one of this."""
    tr = front.tr
    if front.cases.name is None:
        return [
            Choice("case", tr("Keep this as a case"), tr("It tells you what comes next when they answer, or do not."))
        ]
    choices = [Choice("case", tr("Go to the case"))]
    if saved is not None and saved.step is None:
        return [Choice("keep", tr("Put the letter into the case")), *choices]
    return [Choice("sent", tr("Tell the day you send it")), *choices]
