"""Making and saving the files of a letter. Called in a worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.model import N_, InputError, Window
from assistant.text import clean_line, show

from .drafting import draft

if TYPE_CHECKING:
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


def make_files(state: State, order: Order) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write the files; their names, and what is to be said about them. Raises ``RecourseError``.

    All of them are made before the first is written.
    """
    from assistant.formats import Remark, format_named, write_calendar
    from assistant.guide import beside, save

    tr, form = state.tr, format_named(order.format)
    path = _path(order.name, form.suffix)
    made = draft(state, order.letter, state.session.fields, preview=False)
    written = form.render(made.letter.model_copy(update={"window": order.window}))
    files, remarks = {path: written.data}, list(written.remarks)
    if order.aid:
        if made.aid is None:
            raise InputError(_NO_AID)
        sheet = form if form.name != "eml" else format_named("pdf")
        files[beside(path, made.aid.locale, sheet.suffix)] = sheet.write(made.aid)
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
    return tuple(show(str(one)) for one in files), tuple(tr(one.message, **one.values) for one in remarks)


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
