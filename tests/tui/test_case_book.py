"""The book on the full screen: made, locked, opened, changed, copied, checked, removed; and what each error says."""

from __future__ import annotations

import itertools
from pathlib import Path

from textual.pilot import Pilot

from assistant.casebook import peek
from assistant.guide.shelf import Loose
from assistant.model import Attached, Noted
from assistant.tui import keeping
from assistant.tui.app import RecourseApp
from assistant.tui.case_places import BookDo, CaseOf, Cases, HandOver, MakeBook, NoteIn, TakeOver, Unlock
from assistant.tui.screens.cases.overview import CasesPage
from assistant.tui.screens.welcome import WelcomePage
from assistant.tui.widgets.secret import SecretField
from assistant.tui.widgets.table import Table

from .casing import case_of, choose, put, said
from .conftest import SITUATION, Maker, settle
from .test_walk import text_on

GOOD, OTHER = "marble  Kettle, seven quiet Rivers ", "another long passphrase 4711 of hers"
WRONG = "wrong"
CANARY = "Zwölf-Kanarienvogel"


def place(app: RecourseApp) -> object:
    return app.screen.place  # type: ignore[attr-defined]


async def secret(pilot: Pilot[None], **fields: str) -> None:
    for name, text in fields.items():
        pilot.app.screen.query_one(f"#{name}", SecretField).put(text)
    await settle(pilot)


async def made(pilot: Pilot[None], app: RecourseApp) -> None:
    """A book with one case that is open."""
    await settle(pilot)
    app.clock = itertools.count(0.0, 10.0).__next__
    shelf = app.state.cases.room.shelf
    person = shelf.add_person(f"Anna {CANARY}", "")
    case = shelf.open(situation=SITUATION, label="", person=person)
    shelf.tell(case.name, Attached, files=[Loose("scan.pdf", "application/pdf", b"scan" * 100)], about="a scan")
    app.state.cases.persons = dict(shelf.persons())
    app.show_case(shelf.case(case.name))
    await settle(pilot)
    await choose(pilot, "book")
    assert place(app) == MakeBook()
    await choose(pilot, "on")
    await secret(pilot, first=GOOD, again=GOOD)
    await choose(pilot, "go")
    await settle(pilot)


async def test_made_locked_opened(make_app: Maker) -> None:
    """The case goes into the book; locked, nothing of it is on any page; each wrong word is told; then it is back."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await made(pilot, app)
        assert peek(app.state.book_path) == "book"
        assert isinstance(place(app), CaseOf)
        assert "A. Z." in said(app)
        assert "in memory only" not in said(app)
        app.show_place(NoteIn())
        await settle(pilot)
        await put(pilot, "note", f"half a note {CANARY}")
        await pilot.press("f6")
        await settle(pilot)
        assert place(app) == Unlock(locked=True)
        assert [type(one) for one in app.screen_stack[:-1]] == [WelcomePage]
        assert app.state.opened is None
        for page in app.screen_stack:
            assert not [one for one in page.query("Say") if CANARY in str(one.render()) or "A. Z." in str(one.render())]
        await secret(pilot, passphrase=WRONG)
        await pilot.press("enter")
        await settle(pilot)
        assert "passphrase" in said(app)
        assert "There is a problem" in said(app)
        assert app.screen.query_one("#passphrase", SecretField).passphrase == WRONG
        await secret(pilot, passphrase=GOOD)
        await choose(pilot, "go")
        await settle(pilot)
        assert isinstance(app.screen, CasesPage)
        assert len(app.screen.query_one(Table).entries) == 1
        assert app.screen.query_one(Table).entries[0].cells[0] == "A. Z."
        assert CANARY not in text_on(app)
        await choose(pilot, "names")
        assert CANARY in text_on(app)


async def test_five_minutes_without_a_key(make_app: Maker) -> None:
    """Locked by itself, and by the key that comes too late; that key does nothing else."""
    app = make_app()
    now = [0.0]
    async with app.run_test(size=(80, 24)) as pilot:
        app.idle_clock = lambda: now[0]
        await made(pilot, app)
        app._touched = 0.0
        now[0] = keeping.IDLE - 1
        assert not app.look_at_clock()
        now[0] = keeping.IDLE + 1
        await pilot.press("f4")
        await settle(pilot)
        assert place(app) == Unlock(locked=True)
        assert not app.state.book_open
        now[0] += keeping.IDLE * 2
        assert not app.look_at_clock()  # nothing is open any more


async def test_memory_is_never_locked(make_app: Maker) -> None:
    """Without a book there is nothing to come back to: it would be lost."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.state.cases.room.shelf.open(label="x")
        app.idle_clock = lambda: app._touched + 10 * keeping.IDLE
        await pilot.press("f5")
        await settle(pilot)
        assert isinstance(place(app), Cases)
        await pilot.press("f6")
        await settle(pilot)
        assert isinstance(place(app), Cases)
        assert len(app.state.cases.room.shelf.cases()) == 1


async def test_a_weak_passphrase_is_warned_about_and_taken(make_app: Maker) -> None:
    """Two that differ are told; a weak one is told once; words can be taken."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(MakeBook())
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        await choose(pilot, "go")
        assert "Type a passphrase" in said(app)
        await secret(pilot, first="12345", again="1234")
        await choose(pilot, "go")
        assert "not the same" in said(app)
        await secret(pilot, again="12345")
        await choose(pilot, "go")
        assert "very weak" in said(app)
        assert not app.state.book_path.exists()
        await choose(pilot, "words")
        await settle(pilot)
        words = str(app.screen.query_one(".offer").render())
        assert len(words.split()) == 6
        await choose(pilot, "take")
        assert app.screen.query_one("#first", SecretField).passphrase == words
        await secret(pilot, first="12345", again="12345")
        await choose(pilot, "go")
        await settle(pilot)
        assert app.state.book_open


async def test_what_is_done_with_a_book(make_app: Maker, tmp_path: Path) -> None:
    """Passphrase changed, another added, only one's own kept, a backup, the check, the removal."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await made(pilot, app)

        async def do(what: str) -> None:
            app.show_place(BookDo(what))  # type: ignore[arg-type]
            await settle(pilot)

        await do("change")
        await secret(pilot, old="not it", first=OTHER, again=OTHER)
        await choose(pilot, "go")
        assert "There is a problem" in said(app)
        await secret(pilot, old=GOOD)
        await choose(pilot, "go")
        await settle(pilot)
        assert isinstance(place(app), CaseOf)
        await do("add")
        await secret(pilot, first=GOOD, again=GOOD)
        await choose(pilot, "go")
        await settle(pilot)
        book = app.state.cases.room.book
        assert book is not None
        assert book.places == 2
        await do("keep")
        await secret(pilot, mine=OTHER)
        await choose(pilot, "go")
        await settle(pilot)
        assert book.places == 1
        await do("verify")
        await choose(pilot, "go")
        await settle(pilot)
        await do("backup")
        await put(pilot, "path", "copy")
        await choose(pilot, "go")
        await settle(pilot)
        assert peek(tmp_path / "copy") == "book"
        await do("backup")
        await put(pilot, "path", "copy")
        await choose(pilot, "go")
        assert "already a file" in said(app)
        await do("erase")
        await choose(pilot, "go")
        assert app.state.book_path.exists()
        await put(pilot, "word", "Erase")
        await choose(pilot, "go")
        await settle(pilot)
        assert not app.state.book_path.exists()
        assert not app.state.book_open
        assert CANARY.encode() not in b"".join(one.read_bytes() for one in tmp_path.iterdir())  # noqa: ASYNC240


async def test_handed_over_and_taken_over(make_app: Maker, tmp_path: Path) -> None:
    """Another encrypted file; what is in it is shown before it is taken; taken twice, there are two."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await made(pilot, app)
        case = case_of(app)
        app.show_place(HandOver("case", case.name))
        await settle(pilot)
        await put(pilot, "path", "parcel")
        await secret(pilot, first=OTHER, again=OTHER)
        await choose(pilot, "go")
        await settle(pilot)
        assert isinstance(place(app), CaseOf)
        assert CANARY.encode() not in (tmp_path / "parcel").read_bytes()
        for number in (1, 2):
            app.show_place(TakeOver())
            await settle(pilot)
            await put(pilot, "path", str(tmp_path / "parcel"))
            await secret(pilot, passphrase=GOOD)
            await choose(pilot, "look")
            assert "There is a problem" in said(app)
            await secret(pilot, passphrase=OTHER)
            await choose(pilot, "look")
            await settle(pilot)
            assert "1 case" in said(app)
            assert CANARY in said(app)
            assert len(app.state.cases.room.shelf.cases()) == number
            await choose(pilot, "take")
            await settle(pilot)
        cases = app.state.cases.room.shelf.cases()
        assert len({one.uid for one in cases}) == 3
        assert [len(one.papers) for one in cases] == [1, 1, 1]


async def test_a_change_of_another_window_is_seen(make_app: Maker) -> None:
    """Coming back to a case shows what was told elsewhere; a case that is gone is told."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await made(pilot, app)
        case, shelf = case_of(app), app.state.cases.room.shelf
        shelf.tell(case.name, Noted, text="told elsewhere")
        await pilot.press("escape")
        await settle(pilot)
        await settle(pilot)
        table = app.screen.query_one(Table)
        table.focus()
        await pilot.press("enter")
        await settle(pilot)
        await settle(pilot)
        assert "told elsewhere" in said(app)
        shelf.remove(case.name)
        await choose(pilot, "note")
        await put(pilot, "note", "kept text")
        await choose(pilot, "go")
        assert "no longer in the book" in said(app)
        assert app.screen.query_one("#note").text == "kept text"  # type: ignore[attr-defined]
        await choose(pilot, "to-list")
        await settle(pilot)
        assert isinstance(app.screen, CasesPage)
