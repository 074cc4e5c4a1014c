"""Old law is not shown as if it were today's (T18)."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.guide import Adviser
from assistant.i18n import translator
from assistant.knowledge import Knowledge
from assistant.tui.app import RecourseApp
from assistant.tui.places import PlanOf, Preview, RouteOf, SituationOf, To
from assistant.tui.state import State
from assistant.tui.widgets import Say
from tests.tui.conftest import LETTER, ROUTE, SITUATION, settle

WARNING = "Nobody has looked at this for over a year"


@pytest.mark.parametrize(
    "place", [SituationOf(SITUATION), PlanOf(SITUATION), RouteOf(ROUTE, SITUATION), Preview(LETTER, ROUTE)]
)
@pytest.mark.parametrize(("on", "warned"), [(date(2026, 11, 22), False), (date(2028, 11, 24), True)])
async def test_pages_warn_when_nobody_has_looked_for_a_year(
    knowledge: Knowledge, place: To, on: date, warned: bool
) -> None:
    adviser = Adviser(knowledge, on, translator, ("en",))
    app = RecourseApp(State.start(adviser, translator("en")), lambda: None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(place)
        await settle(pilot)
        said = " ".join(str(one.render()) for one in app.screen.query(Say))
        assert (WARNING in said) is warned
