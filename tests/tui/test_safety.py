"""Hostile text, languages, errors, colours, and what Textual must not do."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.widgets import Input, TextArea

from assistant.i18n import translator
from assistant.tui import leaving
from assistant.tui.filters import SafeText
from assistant.tui.places import Find, Save, Write
from assistant.tui.screens.find import FindPage
from assistant.tui.themes import THEMES
from assistant.tui.widgets import Act
from assistant.tui.widgets.editors import Editor
from assistant.tui.widgets.field import Field

from .conftest import LETTER, ROUTE, Maker, every_place, settle, type_text
from .test_walk import text_on

HOSTILE = "a\x1b]52;c;ZXZpbA==\x07b\x1b[2Jc\u202ed\x9b31me\x00[@click=app.bell]x[/]{tr}$("


def harmful(text: str) -> set[str]:
    return {one for one in text if one != "\n" and (ord(one) < 32 or 0x7F <= ord(one) < 0xA0 or one in "\u202e\u2066")}


async def test_hostile_text_never_reaches_the_terminal(make_app: Maker) -> None:
    """In the story, in an answer, in a file name."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for place in (Find(), Write(LETTER, ROUTE), Save(LETTER, ROUTE)):
            if isinstance(place, Write):
                app.state.session = app.state.session.fill("ground", "performed-before").fill("case_number", HOSTILE)
            app.show_place(place)
            await settle(pilot)
            for box in app.screen.query(Input):
                box.value = HOSTILE
            for area in app.screen.query(TextArea):
                area.text = HOSTILE
            await settle(pilot)
            app.notify(HOSTILE, markup=False)
            await settle(pilot)
            lines = app.screen._compositor.render_strips()
            filters = app.get_line_filters()
            shown = "".join(
                segment.text for strip in lines for segment in strip.apply_filter(filters[-1], Color(0, 0, 0))
            )
            assert not harmful(shown), place
            for field in app.screen.query(Field):
                assert not harmful(field.text)


def test_the_second_wall() -> None:
    """Whatever Textual would print: control and direction characters are replaced."""
    out = SafeText().apply([Segment(HOSTILE), Segment("plain")], Color(0, 0, 0))
    assert not harmful(out[0].text)
    assert out[1].text == "plain"


@pytest.mark.parametrize("locale", ["de", "zh_Hans"])
async def test_language_in_mid_word(make_app: Maker, locale: str) -> None:
    """Half a word, the caret and the focus stay; the page speaks the other language."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Write(LETTER, ROUTE))
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        await type_text(pilot, "Dec 2")
        await pilot.press("left")
        box = app.focused
        assert isinstance(box, Input)
        name, caret = app.screen.query_one(Editor).field.id, box.cursor_position
        await pilot.press("f2")
        await settle(pilot)
        assert app.screen.query_one(f"#l-{locale.replace('_', '-')}", Act).display
        await app.speak(locale)
        await pilot.press("escape")
        await settle(pilot)
        assert app.focused is box
        assert (box.value, box.cursor_position) == ("Dec 2", caret)
        assert app.screen.query_one(Editor).field.id == name
        assert app.state.tr.locale == locale


async def test_every_page_in_another_language_keeps_its_focus(make_app: Maker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for place in every_place(app):
            app.show_place(place)
            await settle(pilot)
            before = app.focused.id if app.focused else None
            await app.speak("de")
            await app.speak("en")
            await settle(pilot)
            assert (app.focused.id if app.focused else None) == before, place


async def test_a_crash_tells_nothing(make_app: Maker, capsys: pytest.CaptureFixture[str]) -> None:
    """An error of ours shows no local variable, no text of the person."""
    app = make_app()
    canary = "CANARY-4711"
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 - the app is one block
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            app.show_place(Find())
            await settle(pilot)
            app.screen.query_one(Input).value = canary

            def fail() -> None:
                story = canary
                raise ZeroDivisionError(story)

            app.call_next(fail)
            await pilot.pause()
    assert app.failed
    app._print_error_renderables()
    out = capsys.readouterr()
    assert canary not in out.out + out.err
    told = io.StringIO()
    leaving.say_failure(told, translator("en"))
    assert len(told.getvalue().splitlines()) == 3


async def test_nothing_of_textual_in_the_palette(make_app: Maker) -> None:
    """No picture of the screen; our actions only, in our words."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not list(app.get_system_commands(app.screen))
        await pilot.press("ctrl+p")
        await settle(pilot)
        shown = text_on(app)
        assert "screenshot" not in shown.lower()
        assert "Leave at once" in shown


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_contrast(theme: object) -> None:
    """Each colour of text against each ground it stands on: 4.5 to 1 or more."""
    from textual.theme import Theme

    assert isinstance(theme, Theme)
    inks = [theme.foreground, theme.accent, theme.warning, theme.error, theme.variables["muted"]]
    grounds = [theme.background, theme.panel, theme.variables["raised"]]
    for ink in inks:
        for ground in grounds:
            assert contrast(str(ink), str(ground)) >= 4.5, (ink, ground)


def contrast(one: str, other: str) -> float:
    """As WCAG counts it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_keys_speak_the_language(make_app: Maker) -> None:
    """The keys' descriptions pass through the translator, by a public property."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        told = {active.binding.description for active in app.screen.active_bindings.values()}
        assert "Leave at once" in told


async def test_a_monkey_breaks_nothing(make_app: Maker, tmp_path: Path) -> None:
    """Random keys from a seed; no crash, and nothing written that was not asked for."""
    app = make_app()
    keys = [
        "tab",
        "enter",
        "down",
        "up",
        "escape",
        "f1",
        "f2",
        "f3",
        "f4",
        "f8",
        "f9",
        "pagedown",
        "s",
        "1",
        "2",
        "a",
        "space",
    ]
    chance = random.Random(11)  # noqa: S311 - a seed, not a secret
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for _ in range(150):
            app._escapes.clear()
            await pilot.press(chance.choice(keys))
        await settle(pilot)
    assert {Path(one).suffix for one in os.listdir(tmp_path)} <= {  # noqa: PTH208 - in an async test
        ".pdf",
        ".docx",
        ".txt",
        ".md",
        ".html",
        ".eml",
        ".ics",
    }


async def test_enter_opens_the_best_match(make_app: Maker) -> None:
    """Also when the search is not back yet."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Find())
        await settle(pilot)
        assert isinstance(app.screen, FindPage)
        app.screen.query_one(Input).value = "schufa score too low"
        await pilot.press("enter")
        await settle(pilot)
        assert not isinstance(app.screen, FindPage)
