"""Every page of the case book: sizes, languages, focus, leaving, hostile text, and no handler that holds the loop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from assistant.guide.shelf import Loose
from assistant.model import Arrived, Attached, Noted, Sent, Written
from assistant.tui import keeping
from assistant.tui.app import RecourseApp
from assistant.tui.case_places import (
    BookDo,
    BookOf,
    CaseName,
    Cases,
    ChooseSituation,
    DoneOnWay,
    EndCase,
    FileOf,
    HandOver,
    MakeBook,
    MakeSheet,
    NewCase,
    NoteIn,
    PaperIn,
    PersonOf,
    Persons,
    Remove,
    ReplyTo,
    StepDay,
    StepOf,
    TakeOver,
    Unlock,
)
from assistant.tui.places import PlanOf, RouteOf, To, Write
from assistant.tui.screens.base import Body, Page
from assistant.tui.screens.cases.case import CasePage
from assistant.tui.screens.cases.overview import CasesPage
from assistant.tui.widgets import Act
from assistant.tui.widgets.field import Field
from assistant.tui.widgets.table import Table

from .casing import case_of, choose, put, said
from .conftest import LETTER, ROUTE, SITUATION, Maker, settle
from .test_hard import HELD, TRIES, _calm, held  # noqa: F401 - a fixture
from .test_safety import HOSTILE, harmful
from .test_walk import text_on, too_wide

NAME, ID = "Wang Xiaoming Canary", "11010519491231002X"


async def opened(pilot: Pilot[None], app: RecourseApp, label: str = "") -> list[To]:
    """A case with everything in it, open; and the places that belong to it."""
    await settle(pilot)
    cases, shelf = app.state.cases, app.state.cases.room.shelf
    person = shelf.add_person(NAME, "")
    case = shelf.open(situation=SITUATION, label=label, person=person)
    letter = Loose("first.pdf", "application/pdf", b"%PDF" * 100)
    answers = {"id_number": ID, "name": NAME}
    shelf.tell(
        case.name,
        Written,
        files=[letter],
        route=ROUTE,
        letter=LETTER,
        recipient="重庆市渝中区人民法院",
        locale="zh_Hans",
        answers=answers,
    )
    shelf.tell(case.name, Sent, step=1, day=date(2026, 11, 1))
    shelf.tell(case.name, Arrived, step=1, day=date(2026, 11, 3))
    shelf.tell(case.name, Noted, text=f"A call. {label}")
    case = shelf.tell(case.name, Attached, files=[Loose("scan.jpg", "image/jpeg", b"x" * 5000)], about=label)
    cases.persons = dict(shelf.persons())
    app.show_case(case)
    await settle(pilot)
    await settle(pilot)
    return [
        Cases(),
        Cases(person),
        StepOf(1),
        StepDay(1, "sent"),
        StepDay(1, "arrived"),
        ReplyTo(1),
        NoteIn(),
        PaperIn(),
        FileOf(case.steps[0].files[0].at),
        FileOf(case.papers[0].file.at, case.papers[0].n),
        NewCase(),
        NewCase(keep=True),
        CaseName(),
        ChooseSituation(),
        DoneOnWay(ROUTE),
        EndCase(),
        Persons(),
        PersonOf(person),
        PersonOf(),
        Remove("case", case.name),
        Remove("person", person),
        HandOver("case", case.name),
        TakeOver(),
        MakeSheet("week"),
        MakeSheet("plan", case.name),
        MakeSheet("calendar"),
        MakeBook(),
        Unlock(),
        BookOf(),
        *(BookDo(one) for one in ("change", "add", "keep", "backup", "verify", "erase")),
    ]


@pytest.mark.parametrize(
    ("locale", "size"), [("en", (80, 24)), ("en", (160, 50)), ("en", (60, 20)), ("de", (80, 24)), ("zh_Hans", (80, 24))]
)
async def test_every_page(make_app: Maker, size: tuple[int, int], locale: str) -> None:
    """The way out is shown, nothing is cut off, the focus is in sight, the title row says whose case it is."""
    left: list[str] = []
    app = make_app(locale, left=left)
    async with app.run_test(size=size) as pilot:
        places = await opened(pilot, app)
        for at, to in enumerate([None, *places]):
            if to is not None:
                app.show_place(to)
                await settle(pilot)
                await settle(pilot)
                assert app.screen.place == to  # type: ignore[attr-defined]
            page = app.screen
            assert isinstance(page, Page)
            shown = text_on(app)
            assert "Ctrl+Q" in shown, to
            assert "W. X. C." in shown.splitlines()[0], to
            assert not too_wide(page), to
            assert page.query_one(Body).max_scroll_x == 0, to
            assert app.focused is not None, to
            # A danger comes first: then the page starts at its top, and what can be done lies below.
            dangers = page.query(".danger") and page.query_one(Body).scroll_y == 0
            assert page.region.overlaps(app.focused.region) or dangers, to
            before = app.focused.id, [box.value for box in page.query(Input)]
            await app.speak("de" if locale != "de" else "en")
            await app.speak(locale)
            await settle(pilot)
            assert (app.focused.id, [box.value for box in page.query(Input)]) == before, to
            await pilot.press("ctrl+q")
            assert len(left) == at + 1, to


async def test_a_very_small_window(make_app: Maker) -> None:
    """20 by 5 does not crash."""
    app = make_app()
    async with app.run_test(size=(20, 5)) as pilot:
        for to in await opened(pilot, app):
            app.show_place(to)
            await settle(pilot)


async def test_marks_not_names(make_app: Maker) -> None:
    """The overview and the case hold no name, no number and no story until one asks (T2)."""
    app = make_app()
    async with app.run_test(size=(160, 50)) as pilot:
        await opened(pilot, app)
        assert NAME not in text_on(app)
        app.show_place(Cases())
        await settle(pilot)
        await settle(pilot)
        shown = text_on(app)
        assert NAME not in shown
        assert ID not in shown
        assert "A call" not in shown
        await choose(pilot, "names")
        assert NAME in text_on(app)
        assert ID not in text_on(app)


@pytest.mark.usefixtures("_calm")
async def test_nothing_holds_the_loop(make_app: Maker, record_property: Callable[[str, object], None]) -> None:
    """Opening every page of a case, moving, and another language."""
    app = make_app("zh_Hans")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.15)
        await settle(pilot)
        places = await opened(pilot, app)
        for to in (None, *places):

            async def work(to: To | None = to) -> None:
                if to is None:
                    app.show_case(case_of(app))
                else:
                    app.show_place(to)
                await settle(pilot)
                await pilot.press("down", "pagedown", "pageup")
                await app.speak("en")
                await app.speak("zh_Hans")
                await settle(pilot)

            times: list[float] = []
            while not times or (times[-1] > HELD and len(times) < TRIES):
                times.append(await held(work))
            name = "CaseOf" if to is None else type(to).__name__
            record_property(f"{name} ms", [round(one * 1000) for one in times])
            assert min(times) <= HELD, (to, times)
            if to is not None:
                _ = app.pop_screen()


async def test_hostile_text(make_app: Maker) -> None:
    """In a label, a note, a paper's name, a name: it reaches the terminal harmless."""
    app = make_app()
    async with app.run_test(size=(80, 50)) as pilot:
        places = await opened(pilot, app, HOSTILE)
        wall = app.get_line_filters()[-1]
        for to in (None, *places):
            if to is not None:
                app.show_place(to)
                await settle(pilot)
                for box in app.screen.query(Input):
                    box.value = HOSTILE
                for area in app.screen.query(TextArea):
                    area.text = HOSTILE
                await settle(pilot)
            strips = app.screen._compositor.render_strips()
            shown = "".join(one.text for strip in strips for one in strip.apply_filter(wall, Color(0, 0, 0)))
            assert not harmful(shown), to


async def test_from_anywhere_in_two_presses(make_app: Maker) -> None:
    """F5 from every page; Esc leads back to what was there, with the case still open."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        app.show_place(Write(LETTER, ROUTE))
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert isinstance(app.screen, CasesPage)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.place == Write(LETTER, ROUTE)
        assert app.state.opened is not None


async def test_two_clients_are_never_mixed(make_app: Maker) -> None:
    """What was typed for one is not in the letter of the other, and is there again with the first (T17)."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        mine = case_of(app)
        other = app.state.cases.room.shelf.open(situation=SITUATION, label="Other")
        app.show_place(Write(LETTER, ROUTE))
        await settle(pilot)
        app.state.session = app.state.session.fill("phone", "4711")
        app.show_case(other)
        await settle(pilot)
        assert "Other" in text_on(app).splitlines()[0]
        app.show_place(Write(LETTER, ROUTE))
        await settle(pilot)
        assert "phone" not in app.state.session.fields
        assert "name" not in app.state.session.fields
        app.show_case(mine)
        await settle(pilot)
        app.show_place(Write(LETTER, ROUTE))
        await settle(pilot)
        assert app.state.session.fields["phone"] == "4711"
        await pilot.press("f4")
        await settle(pilot)
        assert app.state.opened is None
        assert not app.state.session.fields
        assert not text_on(app).splitlines()[0].count("Case")


async def test_what_is_told_and_taken_back(make_app: Maker) -> None:
    """Notes, papers and their copies, days of the plan, the end; each can be taken back."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        Path("paper.txt").write_text("what they wrote")  # noqa: ASYNC240
        await choose(pilot, "paper")
        await choose(pilot, "go")
        assert "There is a problem" in said(app)
        await put(pilot, "path", "missing.txt")
        await choose(pilot, "go")
        assert "could not be read" in said(app)
        await put(pilot, "path", "paper.txt")
        await choose(pilot, "go")
        paper = case_of(app).papers[-1]
        assert paper.file.name == "paper.txt"
        await choose(pilot, f"paper-{paper.n}")
        await put(pilot, "name", "copy.txt")
        await choose(pilot, "save")
        assert Path("copy.txt").read_text() == "what they wrote"  # noqa: ASYNC240
        await choose(pilot, f"paper-{paper.n}")
        await choose(pilot, "out")
        assert paper in case_of(app).papers
        await choose(pilot, "out")
        assert paper not in case_of(app).papers
        await choose(pilot, "end")
        await pilot.press("1")
        await settle(pilot)
        await settle(pilot)
        assert case_of(app).ended == "settled"
        await choose(pilot, "undo")
        assert case_of(app).ended is None
        await choose(pilot, "undo")
        assert not [one for one in case_of(app).papers if one.file.name == "scan.jpg"]
        app.show_place(RouteOf("cn-execution-supervision", SITUATION))
        await settle(pilot)
        await choose(pilot, "days")
        event = next(act for act in app.screen.query(Act) if (act.id or "").startswith("e-"))
        await choose(pilot, event.id or "")
        await put(pilot, "day", "2026-11-10")
        await choose(pilot, "go")
        await settle(pilot)
        assert date(2026, 11, 10) in case_of(app).days.values()


async def test_removed_by_its_name(make_app: Maker) -> None:
    """A case goes when its mark is typed, a person with all cases by the name."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        person = case_of(app).person or ""
        await choose(pilot, "remove")
        await choose(pilot, "go")
        assert "There is a problem" in said(app)
        await put(pilot, "name", "w. x. c.")
        await choose(pilot, "go")
        await settle(pilot)
        assert isinstance(app.screen, CasesPage)
        assert not app.state.cases.room.shelf.cases()
        app.state.cases.room.shelf.open(label="two", person=person)
        app.show_place(Remove("person", person))
        await settle(pilot)
        await put(pilot, "name", NAME.upper())
        await choose(pilot, "go")
        await settle(pilot)
        assert not app.state.cases.room.shelf.cases()
        assert not app.state.cases.room.shelf.persons()


async def test_nearly_the_same_name(make_app: Maker) -> None:
    """Pointed out when one is added, and let through the second time; told on the overview."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await choose(pilot, "name")
        await choose(pilot, "person")
        await choose(pilot, "add")
        await put(pilot, "name", "Wang Xiao-ming Canary")
        await choose(pilot, "go")
        assert "nearly this name" in said(app)
        await choose(pilot, "go")
        await settle(pilot)
        await put(pilot, "label", "Mine")
        await choose(pilot, "go")
        assert case_of(app).label == "Mine"
        assert app.state.cases.persons[case_of(app).person or ""].name == "Wang Xiao-ming Canary"
        app.show_place(Cases())
        await settle(pilot)
        await settle(pilot)
        assert "nearly the same name" in said(app)


@pytest.mark.parametrize(("what", "name"), [("week", "list.html"), ("plan", "list.txt"), ("calendar", "days.ics")])
async def test_sheets(make_app: Maker, what: str, name: str) -> None:
    """Saved under the name that stands there; never over another file by the first press; no name in them."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        app.show_place(MakeSheet(what, case_of(app).name if what == "plan" else None))  # type: ignore[arg-type]
        await settle(pilot)
        if what != "calendar":
            await choose(pilot, "format-html" if what == "week" else "format-text")
        assert app.screen.query_one("#name", Field).text == name
        Path(name).write_text("mine")  # noqa: ASYNC240
        await choose(pilot, "save")
        assert "There is a file" in said(app)
        assert Path(name).read_text() == "mine"  # noqa: ASYNC240
        await choose(pilot, "save")
        assert isinstance(app.screen, CasePage)
        assert NAME not in Path(name).read_text()  # noqa: ASYNC240


async def test_the_clipboard_is_cleared(make_app: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten seconds later, also for what a field of Textual copied; a passphrase cannot be copied at all."""
    monkeypatch.setattr(keeping, "CLEARED", 0.6)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Unlock())
        await settle(pilot)
        box = app.screen.query(Input).first()
        box.value = "secret words"
        box.focus()
        box.select_all()
        await pilot.press("ctrl+c", "ctrl+x")
        assert app.clipboard == ""
        app.show_place(PlanOf(SITUATION))
        app.show_place(NewCase())
        await settle(pilot)
        box = app.screen.query(Input).first()
        box.value = "a label"
        box.focus()
        box.select_all()
        await pilot.press("ctrl+c")
        assert app.clipboard == "a label"
        await pilot.pause(1.0)
        assert app.clipboard == ""


async def test_the_search(make_app: Maker) -> None:
    """Over name, label, situation and recipient; sorted and filtered with a key."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        app.state.cases.room.shelf.open(label="Landlord")
        app.show_place(Cases())
        await settle(pilot)
        await settle(pilot)
        table = app.screen.query_one(Table)
        assert len(table.entries) == 2
        for typed, many in (("canary", 1), ("渝中区", 1), ("LANDL", 1), ("court", 1), ("nothing like it", 0), ("", 2)):
            await put(pilot, "search", typed)
            assert len(table.entries) == many, typed
        await choose(pilot, "filter")
        await choose(pilot, "filter")
        assert [one.cells[1] for one in table.entries] == ["Landlord"]


def test_the_wall_is_the_last() -> None:
    """The filter that the tests above use is ours."""
    from assistant.tui.filters import SafeText

    assert not harmful(SafeText().apply([Segment(HOSTILE)], Color(0, 0, 0))[0].text)
