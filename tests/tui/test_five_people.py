"""Five people, each from their own words to a plan and its letters, on the full screen."""

from __future__ import annotations

import itertools

import pytest
from textual.pilot import Pilot

from assistant.tui.places import PlanOf, RouteOf, SituationOf, Write
from assistant.tui.screens.base import Page
from assistant.tui.widgets import Act

from .conftest import Maker, settle, type_text

PEOPLE: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    (
        "en",
        "the state factory went bankrupt and my personnel file is lost, now I cannot get my pension",
        "cn-file-lost",
        {"cn-file-rebuild-demand": "cn-zh-file-lost", "cn-file-civil-suit": "cn-zh-civil-suit"},
    ),
    (
        "en",
        "the credit report of the central bank shows an overdue loan that I paid on time, it is wrong",
        "cn-bank-credit-report-error",
        {
            "cn-credit-objection": "cn-zh-credit-objection",
            "cn-credit-statement": "cn-zh-credit-statement",
            "cn-credit-complaint": "cn-zh-credit-complaint",
        },
    ),
    (
        "en",
        "stopped at the border because my company owes tax, I may not leave the country",
        "cn-exit-ban",
        {"cn-exit-ban-tax": "", "cn-exit-ban-reconsideration": "cn-ltr-exit-recon"},
    ),
    (
        "en",
        "my friend and neighbour has a bad score and that makes my score lower",
        "cn-friends-score",
        {"cn-pi-access": "cn-zh-pi-access", "cn-credit-evaluation-objection": "cn-zh-score-objection"},
    ),
    (
        "en",
        "the gate of my housing estate only opens with my face",
        "cn-face-recognition",
        {"cn-camera-alternative-and-delete": "cn-zh-face-optout", "cn-pi-complaint": "cn-zh-pi-complaint"},
    ),
    ("de", "das Tor meiner Wohnanlage geht nur mit Gesichtserkennung auf", "cn-face-recognition", {}),
    ("zh_Hans", "工厂破产了，我的人事档案丢了，退休办不了", "cn-file-lost", {}),
)


@pytest.mark.parametrize(
    ("locale", "story", "situation", "letters"), PEOPLE, ids=[f"{one[0]}-{one[2]}" for one in PEOPLE]
)
async def test_from_own_words_to_the_letters(
    make_app: Maker, locale: str, story: str, situation: str, letters: dict[str, str]
) -> None:
    """Words, Enter: the situation. Enter: the plan. Each route of it opens, and so does its letter."""
    app = make_app(locale)
    app.clock = itertools.count(0.0, 10.0).__next__  # three times Esc in two seconds would leave
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        await type_text(pilot, story)
        await pilot.press("enter")
        await settle(pilot)
        assert place(app.screen) == SituationOf(situation)
        await pilot.press("enter")
        await settle(pilot)
        assert place(app.screen) == PlanOf(situation)
        for route, letter in letters.items():
            await choose(pilot, f"r-{route}")
            assert place(app.screen) == RouteOf(route, situation)
            if letter:
                await choose(pilot, f"l-{letter}")
                assert place(app.screen) == Write(letter, route)
            await back(pilot, PlanOf(situation))


def place(screen: object) -> object:
    assert isinstance(screen, Page)
    return screen.place


async def back(pilot: Pilot[None], to: object) -> None:
    """Esc, page by page and question by question, until a page is reached."""
    for _ in range(30):
        if place(pilot.app.screen) == to:
            return
        await pilot.press("escape")
        await settle(pilot)
    assert place(pilot.app.screen) == to


async def choose(pilot: Pilot[None], name: str) -> None:
    """Go to a line and press Enter on it."""
    act = pilot.app.screen.query_one(f"#{name}", Act)
    act.focus()
    await settle(pilot)
    assert pilot.app.focused is act
    await pilot.press("enter")
    await settle(pilot)
