"""The interview on the screen: every answer of every question can be pressed, and a press counts once."""

from __future__ import annotations

import itertools

from assistant.guide import UNKNOWN
from assistant.tui.app import RecourseApp
from assistant.tui.places import Interview, Result, SituationOf
from assistant.tui.screens.interview import InterviewPage
from assistant.tui.widgets import Act

from .conftest import Maker, settle


async def press(pilot: object, app: RecourseApp, option: str) -> None:
    app.screen.query_one(f"#o-{option}", Act).action_press()
    await settle(pilot)  # type: ignore[arg-type]


async def test_every_answer_stands_on_its_page(make_app: Maker) -> None:
    """Each question of China is shown once with all its answers; none clashes with "I don't know"."""
    app = make_app()
    adviser = app.state.adviser
    async with app.run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        for question in adviser.questions(app.state.tr):
            if not question.id.startswith("cn-"):
                continue
            start = {"country": "cn"}
            answers = {**start, **{one.of: one.answers[0] for one in question.when}}
            asked = adviser.question(answers, app.state.tr)
            while asked is not None and asked.id != question.id:
                answers[asked.id] = answers.get(asked.id, UNKNOWN)
                asked = adviser.question(answers, app.state.tr)
            for name in app.state.session.answers:
                app.state.session = app.state.session.take_back(name)
            for name, answer in answers.items():
                app.state.session = app.state.session.answer(name, answer)
            app.action_go_home()
            await settle(pilot)
            app.show_place(Interview())
            await settle(pilot)
            shown = {act.id for act in app.screen.query(Act)}
            assert {f"o-{option.id}" for option in question.options} | {f"o-{UNKNOWN}"} <= shown, question.id


async def test_none_of_these_leads_to_the_general_rights(make_app: Maker) -> None:
    app = make_app()
    app.clock = itertools.count(0.0, 10.0).__next__
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Interview())
        await settle(pilot)
        for option in ("cn", "other", "none", "none"):
            assert isinstance(app.screen, InterviewPage)
            await press(pilot, app, option)
        assert app.screen.place == Result()  # type: ignore[attr-defined]
        assert app.screen.query_one("#open", Act).value == SituationOf("cn-general-rights")


async def test_danger_comes_first_in_the_result(make_app: Maker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Interview())
        await settle(pilot)
        for option in ("cn", "travel", "border", "tax", "one"):
            await press(pilot, app, option)
        assert app.screen.query_one("#open", Act).value == SituationOf("high-risk")
        assert app.screen.query_one("#s-cn-exit-ban", Act).value == SituationOf("cn-exit-ban")


async def test_a_second_press_answers_nothing(make_app: Maker) -> None:
    """Two quick presses on China: the next question stays open."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Interview())
        await settle(pilot)
        china = app.screen.query_one("#o-cn", Act)
        china.action_press()
        china.action_press()
        await settle(pilot)
        assert dict(app.state.session.answers) == {"country": "cn"}
