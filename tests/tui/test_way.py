"""The whole way from words to a saved letter, counted in key presses."""

from __future__ import annotations

import os
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from assistant.tui.app import RecourseApp
from assistant.tui.places import Check, Done, PlanOf, Preview, RouteOf, Save, SituationOf, Write
from assistant.tui.screens.letter import LetterPage
from assistant.tui.widgets.editors import ChoiceEditor, Editor

from .conftest import LETTER, ROUTE, SITUATION, Maker, settle, type_text

MOST_PRESSES = 25


class Counting:
    """Counts presses that are not answers."""

    def __init__(self, pilot: Pilot[None], app: RecourseApp) -> None:
        self.pilot, self.app, self.presses = pilot, app, 0

    async def press(self, key: str, *, answer: bool = False) -> None:
        self.presses += not answer
        await self.pilot.press(key)
        await settle(self.pilot)

    async def answer(self) -> None:
        """Answer what is needed, skip the rest."""
        page = self.app.screen
        assert isinstance(page, LetterPage)
        editor = page.query_one(Editor)
        field = editor.field
        if isinstance(editor, ChoiceEditor):
            await self.press("1", answer=True)
            return
        box = editor.query("Input, TextArea").first()
        if field.required is not None or field.needed:
            if isinstance(box, Input):
                box.value = field.example
            elif isinstance(box, TextArea):
                box.text = field.example
        if isinstance(box, TextArea):
            await self.press("tab")
        await self.press("enter")


async def test_from_words_to_a_saved_letter(make_app: Maker, tmp_path: Path) -> None:
    """At most 25 presses besides what is typed and chosen as an answer; one file, and no other."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        way = Counting(pilot, app)
        await way.press("1")
        await type_text(pilot, "I paid but I am still on the court list")
        for place in (SituationOf(SITUATION), PlanOf(SITUATION), RouteOf(ROUTE, SITUATION), Write(LETTER, ROUTE)):
            await way.press("enter")
            assert app.screen.place == place  # type: ignore[attr-defined]
        for _ in range(30):
            if not isinstance(app.screen, LetterPage):
                break
            await way.answer()
        for kind in (Check, Preview, Save):
            assert isinstance(app.screen.place, kind)  # type: ignore[attr-defined]
            assert not os.listdir(tmp_path)  # noqa: PTH208 - in an async test
            await way.press("enter")
        assert isinstance(app.screen.place, Done)  # type: ignore[attr-defined]
        assert os.listdir(tmp_path) == ["letter.pdf"]  # noqa: PTH208 - in an async test
        assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")
        assert way.presses <= MOST_PRESSES


async def test_back_restores(make_app: Maker) -> None:
    """Esc goes to the question before, with what was typed."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Write(LETTER, ROUTE))
        await settle(pilot)
        way = Counting(pilot, app)
        await way.press("1")
        await way.answer()
        first = app.screen.query_one(Editor).field.id
        await type_text(pilot, "half")
        await way.press("escape")
        assert app.screen.query_one(Editor).field.id != first
        assert app.screen.query_one(Input).value
        await way.press("enter")
        assert app.screen.query_one(Editor).field.id == first
        assert app.screen.query_one(Input).value == "half"


async def test_wrong_input_is_told_and_kept(make_app: Maker) -> None:
    """The summary has the focus, Enter leads to the field, nothing typed is lost; no message before Continue."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Write(LETTER, ROUTE))
        await settle(pilot)
        way = Counting(pilot, app)
        await way.press("1")
        await type_text(pilot, "nonsense")
        assert not app.screen.query("#mend-0")
        await way.press("enter")
        assert app.focused is not None
        assert app.focused.id == "mend-0"
        await way.press("enter")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "nonsense"


async def test_change_comes_straight_back(make_app: Maker) -> None:
    """From the list of answers to one question and back."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Check(LETTER, ROUTE))
        await settle(pilot)
        way = Counting(pilot, app)
        await way.press("enter")
        assert isinstance(app.screen, LetterPage)
        await way.press("1")
        assert app.screen.place == Check(LETTER, ROUTE)


async def test_only_unknown_leads_somewhere(make_app: Maker) -> None:
    """The interview answered with "I don't know" alone ends in a result within seven questions."""
    from assistant.tui.places import Interview, Result

    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Interview())
        await settle(pilot)
        for _ in range(7):
            if app.screen.place == Result():  # type: ignore[attr-defined]
                break
            await pilot.press("0")
            await settle(pilot)
        assert app.screen.place == Result()  # type: ignore[attr-defined]
        assert app.focused is not None


async def test_an_ambiguous_day_is_asked_back(make_app: Maker) -> None:
    """3/4/26 can be two days; choosing one takes it, for this route only."""
    from assistant.tui.places import DayOf

    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(DayOf("request_received", ROUTE))
        await settle(pilot)
        await type_text(pilot, "3/4/2026")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert len(app.state.session.days(ROUTE)) == 1
        assert not app.state.session.days("another")
