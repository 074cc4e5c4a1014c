"""An app around the real records, driven by Pilot; no test sleeps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from assistant.guide import Adviser
from assistant.i18n import translator
from assistant.knowledge import Knowledge
from assistant.tui.app import RecourseApp
from assistant.tui.places import (
    Check,
    DayOf,
    Days,
    Done,
    Everything,
    Find,
    Help,
    Interview,
    Language,
    PlaceOf,
    PlanOf,
    Preview,
    Result,
    RouteOf,
    Safety,
    Save,
    SituationOf,
    Sources,
    To,
    Write,
)
from assistant.tui.state import State
from tests.conftest import TODAY

SITUATION, ROUTE, LETTER = "cn-spc-list-despite-compliance", "cn-spc-list-correction", "cn-ltr-spc-correction"
GROUND = "performed-before"


class Left(Exception):  # noqa: N818 - not an error: the program is gone
    """Stands for the end of the process."""


Maker = Callable[..., RecourseApp]


@pytest.fixture
def make_app(knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Maker:
    """An app in a language, in an empty folder; leaving is written down instead of done."""
    monkeypatch.chdir(tmp_path)
    adviser = Adviser(knowledge, TODAY, translator, ("en", "de", "zh_Hans"))

    def make(locale: str = "en", *, left: list[str] | None = None, theme: str | None = None) -> RecourseApp:
        marks = left if left is not None else []
        return RecourseApp(State.start(adviser, translator(locale)), lambda: marks.append("left"), theme)

    return make


async def settle(pilot: Pilot[None]) -> None:
    """Wait for messages and for workers, then for the messages of workers."""
    await pilot.pause()
    while True:
        try:
            await pilot.app.workers.wait_for_complete()
        except WorkerCancelled:  # a newer one took its place
            continue
        break
    await pilot.pause()


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type letter by letter."""
    for letter in text:
        await pilot.press("space" if letter == " " else letter)
    await settle(pilot)


def app_of(pilot: Pilot[None]) -> RecourseApp:
    """The app under test."""
    assert isinstance(pilot.app, RecourseApp)
    return pilot.app


def every_place(app: RecourseApp) -> list[To]:
    """One place of each kind."""
    cites = app.state.adviser.knowledge.routes[ROUTE].sources
    return [
        Find(),
        Interview(),
        Result(),
        Everything(),
        SituationOf(SITUATION),
        PlanOf(SITUATION),
        RouteOf(ROUTE, SITUATION),
        Days(ROUTE, SITUATION),
        DayOf("request_received", ROUTE),
        PlaceOf("de-dispute-claim"),
        Write(LETTER, ROUTE),
        Check(LETTER, ROUTE),
        Preview(LETTER, ROUTE),
        Save(LETTER, ROUTE),
        Done(LETTER, ROUTE, ("letter.pdf",)),
        Sources(cites),
        Safety(),
        Help(),
        Language(),
    ]
