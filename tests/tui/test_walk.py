"""Every page at three sizes: nothing is cut off, something has the focus, the way out is shown."""

from __future__ import annotations

import random

import pytest
from textual.widgets import Static

from assistant.text import width
from assistant.tui.app import RecourseApp
from assistant.tui.places import Check, PlanOf, SituationOf, Write
from assistant.tui.screens.base import Body, Page
from assistant.tui.widgets import Act

from .conftest import LETTER, ROUTE, SITUATION, Maker, every_place, settle

FOCUSLESS = {"SourcesPage", "SafetyPage", "HelpPage"}


def text_on(app: RecourseApp) -> str:
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


def too_wide(page: Page) -> list[str]:
    """Words of texts that are longer than their place and so would be cut in the middle."""
    found = []
    for one in page.query(Static):
        if one.display and one.region.width and not any(map(one.has_class, ("keys", "section", "whereto"))):
            room = one.content_region.width
            lines = str(one.render()).splitlines()
            found += [
                line for line in lines if one.content_region.height == 1 and len(lines) == 1 and width(line) > room
            ]
    return found


@pytest.mark.parametrize(
    ("locale", "size"), [("en", (80, 24)), ("en", (160, 50)), ("en", (60, 20)), ("de", (80, 24)), ("zh_Hans", (80, 24))]
)
async def test_every_page(make_app: Maker, size: tuple[int, int], locale: str) -> None:
    """Each page shows its way out, keeps inside the window, and has its focus on the screen."""
    app = make_app(locale)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for place in every_place(app):
            app.show_place(place)
            await settle(pilot)
            page = app.screen
            assert isinstance(page, Page)
            assert page.place == place
            shown = text_on(app)
            assert "Ctrl+Q" in shown, place
            assert not too_wide(page), place
            body = page.query_one(Body)
            assert body.max_scroll_x == 0, place
            if type(page).__name__ not in FOCUSLESS:
                inside = False
                for _ in range(5):  # a page scrolls to its focus a moment after it was drawn
                    assert app.focused is not None, place
                    inside = page.region.contains_region(app.focused.region) or app.focused.region.height > size[1]
                    if inside:
                        break
                    await pilot.pause(0.1)
                # A danger comes first: then the page starts at its top, and what can be done lies below.
                assert inside or (page.query(".danger") and page.query_one("#body").scroll_y == 0), place


async def test_a_very_small_window(make_app: Maker) -> None:
    """20 by 5 does not crash; below 60 by 20 a hint is shown."""
    app = make_app()
    async with app.run_test(size=(20, 5)) as pilot:
        for place in every_place(app):
            app.show_place(place)
            await settle(pilot)
        await pilot.resize_terminal(50, 18)
        await settle(pilot)
        assert app.screen.query_one(".small-hint").display


async def test_tab_visits_everything_in_reading_order(make_app: Maker) -> None:
    """Tab goes down the page and comes round; nothing holds it."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for place in every_place(app):
            if type(place).__name__ in ("Everything", "PlaceOf", "Interview", "Check"):  # long lists of the same lines
                continue
            app.show_place(place)
            await settle(pilot)
            chain = app.screen.focus_chain
            rows = (
                [(one.virtual_region_with_margin.y, one) for one in chain if one.parent is chain[0].parent]
                if chain
                else []
            )
            assert [row for row, _ in rows] == sorted(row for row, _ in rows), place
            seen = set()
            for _ in chain:
                seen.add(app.focused)
                await pilot.press("tab")
            assert len(seen) == len(chain), place


async def test_focus_shows_without_colour(make_app: Maker) -> None:
    """The mark stands before the line that has the focus, and nowhere else."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = text_on(app).splitlines()
        marked = [line for line in shown if line.lstrip().startswith("›")]
        assert len(marked) == 1
        assert "own words" in marked[0]


@pytest.mark.parametrize("name", ["PlanOf", "SituationOf", "Save"])
async def test_resizing_loses_nothing(make_app: Maker, name: str) -> None:
    """A dozen sizes in the middle of a page: the same texts, the same focus. A hundred: test_hard."""
    app = make_app()
    sizes = random.Random(7)  # noqa: S311 - a seed, not a secret
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(next(one for one in every_place(app) if type(one).__name__ == name))
        await settle(pilot)
        before = [str(one.render()) for one in app.screen.query_one(Body).query(Static)]
        focused = app.focused
        for _ in range(12):
            await pilot.resize_terminal(sizes.randint(20, 170), sizes.randint(5, 55))
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert [str(one.render()) for one in app.screen.query_one(Body).query(Static)] == before
        assert app.focused is focused


async def test_danger_stands_first(make_app: Maker) -> None:
    """What is dangerous comes before the way on."""
    app = make_app()
    async with app.run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        app.show_place(SituationOf(SITUATION))
        await settle(pilot)
        shown = text_on(app)
        assert shown.index("What can happen") < shown.index("Show what you can do")


async def test_danger_is_in_sight_on_a_small_screen(make_app: Maker) -> None:
    """The page starts with its title and the danger, not with the button below them."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for place in (SituationOf("cn-court-defaulter-list"), PlanOf("cn-court-defaulter-list")):
            app.show_place(place)
            await settle(pilot)
            assert "Before you do anything" in text_on(app)


async def test_arrows_move_the_mark_on_a_long_page(make_app: Maker) -> None:
    """A page that scrolls does not take the arrows away from the mark; what is not in sight is scrolled to."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Check(LETTER, ROUTE))
        await settle(pilot)
        chain = app.screen.focus_chain
        for _ in range(60):
            await pilot.press("down")
        await settle(pilot)
        assert app.focused is chain[-1]
        for _ in range(60):
            await pilot.press("up")
        await settle(pilot)
        assert app.focused is chain[0]


async def test_the_mark_shows_in_the_field_of_every_question(make_app: Maker) -> None:
    """Also after the page was filled again, and without colour; from the last line the arrow leads on."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Write(LETTER, ROUTE, "facts"))
        await settle(pilot)
        assert app.screen.query_one(".pen").visible
        await pilot.press("a", "enter", "b", "down")
        await settle(pilot)
        assert isinstance(app.focused, Act)
        assert not app.screen.query_one(".pen").visible
        await pilot.press("shift+tab")
        await settle(pilot)
        assert app.screen.query_one(".pen").visible
