"""Making and saving the files of a letter. Called in a worker thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.letters import Party
from assistant.model import N_, InputError, RecourseError, Window
from assistant.text import clean_line, show

from .drafting import draft, filing_of

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.guide.shelf import Loose
    from assistant.model import Given

    from .cases import Made
    from .state import State

_EMPTY = N_("Enter a name for the file, for example: {example}")
_THERE = N_("There is a file of the name {path} already. Choose another name, or choose Save again to replace it.")
_NO_AID = N_("There is no reading aid: the letter is in your language already.")
_NO_DAYS = N_("No calendar file was made: there are no days for it yet. Tell the days you know in the plan.")


@dataclass(frozen=True)
class Order:
    """What is to be written."""

    letter: str
    route: str | None
    format: str
    name: str
    aid: bool = False
    calendar: bool = False
    replace: bool = False
    """Whether a file of that name may be replaced."""
    window: Window = "a"


@dataclass(frozen=True)
class Finished:
    """What was written, and what is to be said about it."""

    files: tuple[str, ...]
    remarks: tuple[str, ...]
    made: Made
    """The letter for a case; with its number there, where one is open."""
    case: CaseFile | None = None
    """The open case with the letter in it."""


def make_files(state: State, order: Order) -> Finished:
    """Write the files, and put the letter into the open case. Raises ``RecourseError``.

    All of them are made before the first is written. A letter that is saved stays, even where the case cannot take it.
    """
    from assistant.formats import Remark, format_named, write_calendar
    from assistant.guide import beside, save
    from assistant.guide.shelf import Loose

    tr, form = state.tr, format_named(order.format)
    path = _path(order.name, form.suffix)
    made = draft(state, order.letter, state.session.fields, preview=False)
    written = form.render(made.letter.model_copy(update={"window": order.window}))
    files, remarks = {path: written.data}, list(written.remarks)
    loose = [Loose(path.name, form.media_type, written.data)]
    if order.aid:
        if made.aid is None:
            raise InputError(_NO_AID)
        sheet = form if form.name != "eml" else format_named("pdf")
        aid = beside(path, made.aid.locale, sheet.suffix)
        files[aid] = sheet.write(made.aid)
        loose.append(Loose(aid.name, sheet.media_type, files[aid]))
    if order.calendar:
        days = _reminders(state, order)
        if days:
            files[path.with_suffix(".ics")] = write_calendar(days)
        else:  # the letter is what matters now
            remarks.append(Remark(_NO_DAYS))
    for one in files:
        if one.exists() and not one.is_dir() and not order.replace:
            raise InputError(_THERE, path=show(one.name))
    for one, data in files.items():
        save(one, data)
    told = [tr(one.message, **one.values) for one in remarks]
    kept, case = _made(state, order, tuple(loose)), None
    if state.opened is not None:
        try:
            case, kept = _into_case(state, state.opened, kept)
        except RecourseError as error:
            told.append(
                tr("The letter is saved. It is not in the case: {cause}", cause=tr(error.message, **error.values))
            )
    return Finished(tuple(show(str(one)) for one in files), tuple(told), kept, case)


def _made(state: State, order: Order, files: tuple[Loose, ...]) -> Made:
    """What a case keeps of a letter: the answers that it uses, as they were given, and nothing else that was told."""
    from .cases import Made

    session = state.session
    form = state.desk.form(order.letter, session.fields, state.tr)
    answers: dict[str, Given] = {}
    for one in form.fields:
        given = session.fields.get(one.id, "")
        if given:
            answers[one.id] = given if isinstance(given, str) else tuple(given)  # type: ignore[assignment]
    named = (form.filled.values.get(one.id) for one in form.fields if one.kind == "body" and one.group == "recipient")
    recipient = next((one.name for one in named if isinstance(one, Party)), "")
    now = Made(
        order.letter,
        order.route,
        filing_of(state, order.letter),
        clean_line(recipient)[:300],
        answers,
        files,
        session.follows if state.opened is not None else None,
    )
    before = state.cases.made
    return replace(now, step=before.step) if before is not None and before.same(now) else now


def _into_case(state: State, opened: CaseFile, made: Made) -> tuple[CaseFile, Made]:
    """The open case with the letter, and with the days that its questions told."""
    from assistant.guide.caselink import session_of, told_between

    from .screens.cases.keeping import keep_letter

    shelf, knowledge, session = state.cases.room.shelf, state.adviser.knowledge, state.session
    case, kept = keep_letter(shelf, opened.name, made)
    if made.step is None and made.route is not None:
        before = session_of(knowledge, case)
        own = f"{made.route}/"
        days = {name: day for name, day in session.events.items() if name.startswith(own)}
        told = replace(before, events={**before.events, **days})
        for kind, parts in told_between(knowledge, case, before, told):
            case = shelf.tell(case.name, kind, **parts)
    return case, kept


def _path(name: str, suffix: str) -> Path:
    told = clean_line(name)
    if not told:
        raise InputError(_EMPTY, example=f"letter{suffix}")
    path = Path(told).expanduser()
    return (Path.cwd() / path) if path.suffix.lower() == suffix else (Path.cwd() / path).with_name(path.name + suffix)


def _reminders(state: State, order: Order) -> list:  # type: ignore[type-arg]
    from assistant.guide import plan_of, reminders, route_of

    session = state.session
    if session.situation is not None:
        routes = plan_of(state.adviser, session, session.situation, state.tr).routes()
    elif order.route is not None:
        routes = (route_of(state.adviser, session, order.route, None, state.tr),)
    else:
        routes = ()
    return reminders([dated for route in routes for dated in route.dates], state.tr, state.on)
