"""The cover: one key, an empty screen, and everything is still there."""

from __future__ import annotations

from textual.widgets import Input

from tests.tui.conftest import Maker, settle, type_text


async def test_one_key_covers_and_any_key_brings_back(make_app: Maker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await settle(pilot)
        await type_text(pilot, "secret story")
        page = app.screen
        await pilot.press("f12")
        await settle(pilot)
        shown = "".join(strip.text for strip in app.screen._compositor.render_strips())
        assert app.screen is not page
        assert shown.strip() == ""
        await pilot.press("x")
        await settle(pilot)
        assert app.screen is page
        assert page.query_one(Input).value == "secret story"
