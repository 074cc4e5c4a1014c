"""Every stop of the tour in every language: nothing is cut without a sign, sticks out, or stays untranslated.

Two languages that nobody speaks are opened page by page. All others are spoken one after the other on each page, in the
middle of half-typed text: so the same walk shows that another language loses nothing (U21).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.screen import Screen
from textual.widgets import Input, TextArea

from assistant.guide import Adviser, Found
from assistant.i18n import SOURCE, Translator, locales, translator
from assistant.knowledge import Knowledge, localise
from assistant.tui import app as app_module
from assistant.tui import screens
from assistant.tui.app import RecourseApp
from assistant.tui.screens.base import Body, Page
from assistant.tui.screens.welcome import own_name
from assistant.tui.state import State
from assistant.tui.tour import Guide, stops
from assistant.tui.widgets.secret import SecretField
from tests.conftest import TODAY

from .seeing import faults, known_names, out_of_sight, texts, untranslated
from .test_hard import _calm  # noqa: F401 - a fixture

OTHERS = [one for one in locales() if one != SOURCE]
PARTS = 4
HALF = "hal"
SAID_ONCE = ("texts", "done-remarks")
"""What a translator looked up, and what was remarked while a letter was made, stays in the language of that moment."""
_ARABIC = re.compile("[\u0600-\u06ff]")


class OneIndex(Adviser):
    """Searches among the English words only, and says what it found in the language asked for.

    Reading the words of every language would take longer than all the rest.
    """

    def find(self, text: str, tr: Translator, country: str | None = None) -> tuple[Found, ...]:
        """The same situations in every language."""
        found = super().find(text, self.speak(SOURCE), country)
        situations = self.knowledge.situations
        return tuple(replace(one, situation=localise(situations[one.situation.id], tr)) for one in found)


@pytest.fixture
def app(knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RecourseApp:
    """The program. Without a terminal drawing goes nowhere: it is done once, when a page is looked at. Nothing is read ahead."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Compositor, "render_update", lambda *_, **__: None)
    monkeypatch.setattr(app_module, "_WARM_UP_AFTER", 3600.0)
    adviser = OneIndex(knowledge, TODAY, translator, (SOURCE,))
    return RecourseApp(State.start(adviser, translator(SOURCE), book=tmp_path / "book"), lambda: None)


def all_subclasses(of: type[Screen[None]]) -> Iterator[type[Screen[None]]]:
    for one in of.__subclasses__():
        yield one
        yield from all_subclasses(one)


def test_every_page_has_a_stop() -> None:
    """A new page has to be visited, or this fails; the base classes of pages are none."""
    for found in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(found.name)
    pages = {
        one.__name__
        for one in all_subclasses(Screen)
        if one.__module__.startswith(screens.__name__) and not one.__subclasses__()
    }
    visited = [one.page for one in stops()]
    assert pages | {"CommandPalette"} == set(visited)
    names = [one.name for one in stops()]
    assert len(set(names)) == len(names)


@pytest.mark.usefixtures("_calm")
@pytest.mark.parametrize(
    ("locale", "sizes"), [("en_XA", [(80, 24)]), ("en_XA", [(60, 20)]), ("en_XA", [(160, 50)]), ("ar_XB", [(80, 24)])]
)
async def test_made_up_languages(
    app: RecourseApp, knowledge: Knowledge, tmp_path: Path, locale: str, sizes: list[tuple[int, int]]
) -> None:
    """Longer texts at three sizes, and mirrored ones; then the other one is spoken, and nothing of the first stays."""
    app.state.tr = translator(locale)
    names, found = known_names(knowledge), []
    async with app.run_test(size=sizes[0], notifications=True) as pilot:
        guide = Guide(pilot, app, tmp_path)
        await guide.settle()
        for stop in stops():
            await guide.visit(stop)
            for size in sizes:
                if app.size != size:
                    await pilot.resize_terminal(*size)
                    await guide.settle()
                found += [f"{stop.name} {size}: {one}" for one in (*await looked(guide), *await hidden(guide))]
            if locale == "en_XA":
                found += [f"{stop.name}: {one}" for one in untranslated(app.screen, names)]
            elif isinstance(app.screen, Page) and stop.name not in SAID_ONCE:
                await app.speak("en_XA")
                await guide.settle()
                found += [f"{stop.name}: still said: {one!r}" for one in texts(app.screen) if _ARABIC.search(own(one))]
                await app.speak(locale)
    assert not found, "\n".join(dict.fromkeys(found))


def own(text: str) -> str:
    """Without the names that languages give themselves."""
    for name in map(own_name, locales()):
        text = text.replace(name, "")
    return text


def half_type(page: Page) -> None:
    """Half a word in every field, the caret inside it."""
    for box in page.query(Input):
        box.insert_text_at_cursor(HALF)
        box.cursor_position -= 1
    for area in page.query(TextArea):
        _ = area.insert(HALF)
        area.move_cursor_relative(columns=-1)


def kept(app: RecourseApp, page: Page) -> tuple[object, ...]:
    """What must not change with the language."""
    focused = app.focused
    boxes = [(one.value, one.cursor_position) for one in page.query(Input)]
    areas = [(one.text, one.cursor_location) for one in page.query(TextArea)]
    focus = None if focused is None else (type(focused).__name__, focused.id)
    return app.screen is page, boxes, areas, focus, app.state.session.tell("")


@pytest.mark.usefixtures("_calm")
@pytest.mark.parametrize("part", range(PARTS))
async def test_every_language(app: RecourseApp, tmp_path: Path, part: int) -> None:
    """Each language is spoken on each page: nothing is cut, and answers, half a word, caret, focus, scroll and undo stay."""
    every = stops()
    found: list[str] = []
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        guide = Guide(pilot, app, tmp_path)
        await guide.settle()
        for stop in every[len(every) * part // PARTS : len(every) * (part + 1) // PARTS]:
            await guide.visit(stop)
            found += [f"{stop.name} {SOURCE}: {one}" for one in await looked(guide)]
            if isinstance(app.screen, Page) and stop.name not in SAID_ONCE:
                found += [f"{stop.name} {one}" for one in await spoken(guide, app.screen)]
    assert not found, "\n".join(dict.fromkeys(found))


async def looked(guide: Guide) -> list[str]:
    """The faults of a page. What is told after a pause may come just now, and gets its place a moment later."""
    if list(faults(guide.app)):
        await guide.settle()
    return list(faults(guide.app))


async def hidden(guide: Guide) -> list[str]:
    """The focus, if it stays out of sight: a page scrolls to it a moment after it was drawn, later on a busy machine."""
    for _ in range(5):
        if not list(out_of_sight(guide.app)):
            break
        await guide.pilot.pause(0.1)
        await guide.settle()
    return list(out_of_sight(guide.app))


async def spoken(guide: Guide, page: Page) -> list[str]:
    """What goes wrong when all languages are spoken here, one after the other."""
    app, found = guide.app, []
    half_type(page)
    await guide.settle()
    body = page.query_one(Body)
    body.scroll_to(y=1, animate=False)
    await guide.settle()
    before, scroll, said, seen = kept(app, page), body.scroll_y, texts(page), body.shows_focus()
    for locale in (*OTHERS, SOURCE):
        await app.speak(locale)
        await guide.settle()
        found += [f"{locale}: {one}" for one in await looked(guide)]
        if kept(app, page) != before:
            found.append(f"{locale}: {kept(app, page)} instead of {before}")
        if seen:  # a longer text may push the focus away: then it is brought back
            found += [f"{locale}: {one}" for one in await hidden(guide)]
        elif body.scroll_y != min(scroll, body.max_scroll_y):
            found.append(f"{locale}: scrolled to {body.scroll_y} instead of {scroll}")
        scroll, seen = body.scroll_y, body.shows_focus()
    if texts(page) != said and not page.query(SecretField):  # how strong a passphrase is, depends on what is typed
        found += [
            f"at the end: {one!r} instead of {was!r}" for one, was in zip(texts(page), said, strict=False) if one != was
        ]
    for area in page.query(TextArea):
        area.undo()
        if HALF in area.text:
            found.append(f"not undone: {area.text!r}")
        area.redo()
        if HALF not in area.text:
            found.append(f"not done again: {area.text!r}")
    return found
