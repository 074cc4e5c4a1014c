"""What journeys of cases share: choosing lines, filling letters, letting days pass."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from assistant.guide import Adviser
from assistant.guide.casefile import CaseFile
from assistant.i18n import translator
from assistant.tui.app import RecourseApp
from assistant.tui.places import Check, Write
from assistant.tui.screens.letter import LetterPage
from assistant.tui.widgets import Act, Say
from assistant.tui.widgets.editors import Editor
from assistant.tui.widgets.field import Field

from .conftest import settle
from .test_three_people import filled


async def choose(pilot: Pilot[None], name: str) -> None:
    """Press the line with that id, and wait for what it does."""
    act = pilot.app.screen.query_one(f"#{name}", Act)
    act.focus()
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)
    await settle(pilot)


async def put(pilot: Pilot[None], name: str, text: str) -> None:
    """Write into a field."""
    pilot.app.screen.query_one(f"#{name}", Field).text = text
    await settle(pilot)


async def day(pilot: Pilot[None], told: str) -> None:
    """Tell a day on the page that asks for one."""
    await put(pilot, "day", told)
    await choose(pilot, "go")


async def later(pilot: Pilot[None], app: RecourseApp, on: date) -> None:
    """Look at everything on a later day."""
    state = app.state
    state.__dict__["adviser"] = Adviser(state.adviser.knowledge, on, translator, ("en", "de", "zh_Hans"))
    state.__dict__.pop("desk", None)
    state.cases.room.shelf.on = on
    state.changes += 1
    await app.screen.catch_up()  # type: ignore[attr-defined]
    await settle(pilot)


async def write(pilot: Pilot[None], app: RecourseApp, name: str, *, typed: bool = False) -> bytes:
    """From the letter's questions to the saved file; its bytes. ``typed``: question by question, as a person does."""
    place = app.screen.place  # type: ignore[attr-defined]
    assert isinstance(place, Write)
    if typed:
        await filled(pilot, {})
        assert not isinstance(app.screen, LetterPage)
    else:
        answer(app, place.letter)
        app.show_place(Check(place.letter, place.route))
        await settle(pilot)
    await choose(pilot, "go")
    await choose(pilot, "save")
    await put(pilot, "name", name)
    await choose(pilot, "save")
    return (Path.cwd() / name).read_bytes()


def answer(app: RecourseApp, letter: str) -> None:
    """Answer what is needed and not answered yet, with the examples of the records."""
    state = app.state
    while not (form := state.desk.form(letter, state.session.fields, state.tr)).filled.ready:
        field = next(one for one in form.fields if one.id in {bad.field for bad in form.filled.problems})
        assert not state.session.fields.get(field.id), (field.id, form.filled.problems)
        raw: object = field.example
        if field.kind in ("choice", "yes_no"):
            raw = field.options[0].id if field.options else "yes"
        elif field.kind == "entries":
            raw = [{column.id: column.example for column in field.columns}]
        elif field.kind == "lines":
            raw = field.example
        state.session = state.session.fill(field.id, raw)  # type: ignore[arg-type]


def case_of(app: RecourseApp) -> CaseFile:
    """The open case."""
    assert app.state.opened is not None
    return app.state.opened


def heads(app: RecourseApp) -> list[str]:
    """The headings of the things to do."""
    return [str(one.render()) for one in app.screen.query(".task-head").results(Say)]


def said(app: RecourseApp) -> str:
    """Everything on the page, in sight or not, its title row too."""
    return "\n".join(str(one.render()) for one in app.screen.query(Say))


def letter_field(app: RecourseApp) -> str:
    """Which question is asked."""
    return app.screen.query_one(Editor).field.id
