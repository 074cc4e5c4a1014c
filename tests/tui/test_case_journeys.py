"""Two cases played from the first letter on: the court list, and access to data. Step, date and letter at each point."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from assistant.guide.following import items
from assistant.tui.app import RecourseApp
from assistant.tui.case_places import CaseOf, StepDay
from assistant.tui.places import Done, PlanOf, RouteOf, Write
from assistant.tui.widgets import Act

from .casing import case_of, choose, day, heads, later, put, said, write
from .conftest import Maker, settle


def place(app: RecourseApp) -> object:
    """Where one is."""
    return app.screen.place  # type: ignore[attr-defined]


def first(app: RecourseApp) -> tuple[str, str | None, str | None]:
    """What is due first: kind, way, outcome."""
    item = items(app.state.adviser.knowledge, case_of(app), app.state.on)[0]
    return item.kind, item.route, item.outcome


def writes(app: RecourseApp) -> list[str]:
    """The letters that are offered."""
    return [
        str(act.value[3]) for act in app.screen.query(Act) if isinstance(act.value, tuple) and act.value[0] == "write"
    ]


def kept(app: RecourseApp, step: int) -> bytes:
    """The bytes of the first file of a step."""
    taken = case_of(app).step(step)
    assert taken is not None
    return app.state.cases.room.shelf.read_file(taken.files[0])


async def begun(pilot: Pilot[None], app: RecourseApp, situation: str, route: str, letter: str, label: str) -> None:
    """A plan kept as a case, its first letter written, sent today."""
    await settle(pilot)
    app.clock = itertools.count(0.0, 10.0).__next__
    app.show_place(PlanOf(situation))
    await settle(pilot)
    await choose(pilot, "keep")
    await put(pilot, "label", label)
    await choose(pilot, "go")
    assert isinstance(place(app), CaseOf)
    assert "in memory only" in said(app)
    at = next(number for number, one in enumerate(app.screen._nexts) if one.item.route == route)  # type: ignore[attr-defined]
    await choose(pilot, f"write-{at}-{letter}")
    assert place(app) == Write(letter, route)
    data = await write(pilot, app, "first.pdf")
    assert isinstance(place(app), Done)
    assert kept(app, 1) == data
    assert label in said(app)  # the title row says whose case it is
    await choose(pilot, "sent")
    assert place(app) == StepDay(1, "sent")
    await pilot.press("1")
    await settle(pilot)
    await settle(pilot)
    await choose(pilot, "case")
    assert first(app) == ("tell", route, None)


async def test_court_list_silence(make_app: Maker) -> None:
    """Nothing comes within fifteen days: the reminder, or the higher court, whose letter knows the first one."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(
            pilot,
            app,
            "cn-spc-list-despite-compliance",
            "cn-spc-list-correction",
            "cn-ltr-spc-correction",
            "Court list",
        )
        await later(pilot, app, date(2026, 11, 25))
        await choose(pilot, "arrived-0")
        await day(pilot, "24 November 2026")
        assert first(app)[0] == "wait"
        # Arrived Tue 24 Nov: day 15 is Wed 9 Dec; late from Thu 10 Dec.
        assert "answer by 9 December 2026" in said(app)
        assert "Wednesday 9 December 2026" in said(app)
        await later(pilot, app, date(2026, 12, 9))
        assert first(app)[0] == "wait"
        await later(pilot, app, date(2026, 12, 10))
        kind, route, outcome = first(app)
        assert (kind, outcome) == ("follow", "silence")
        ways = [route, *(one for one, _ in app.screen._nexts[0].others)]  # type: ignore[attr-defined]
        assert "cn-execution-supervision" in ways
        if route != "cn-execution-supervision":
            await choose(pilot, "other-0-cn-execution-supervision")
            assert place(app) == RouteOf("cn-execution-supervision", case_of(app).situation)
            await choose(pilot, "l-cn-ltr-exec-supervision")
        else:
            await choose(pilot, "write-0-cn-ltr-exec-supervision")
        assert app.state.session.follows == 1
        earlier = case_of(app).steps[0].answers
        assert app.state.session.fields["name"] == earlier["name"]
        data = await write(pilot, app, "second.pdf")
        assert kept(app, 2) == data
        step = case_of(app).steps[1]
        assert (step.route, step.letter, step.follows) == ("cn-execution-supervision", "cn-ltr-exec-supervision", 1)


async def test_court_list_refusal(make_app: Maker) -> None:
    """A refusal: ten days to ask for reconsideration; refused again, the way to supervision is open."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(
            pilot,
            app,
            "cn-spc-list-despite-compliance",
            "cn-spc-list-correction",
            "cn-ltr-spc-correction",
            "Court list",
        )
        await later(pilot, app, date(2026, 12, 3))
        await choose(pilot, "arrived-0")
        await day(pilot, "2026-11-24")
        await choose(pilot, "answer-0")
        await choose(pilot, "reply-refused")
        await day(pilot, "2026-12-02")
        assert isinstance(place(app), CaseOf)
        assert first(app) == ("follow", "cn-spc-list-reconsideration", "no")
        # Served Wed 2 Dec: day 10 is Sat 12 Dec, a rest day; the last day is Mon 14 Dec.
        assert "Monday 14 December 2026" in said(app)
        assert writes(app)[0] == "cn-ltr-spc-reconsideration"
        await choose(pilot, "write-0-cn-ltr-spc-reconsideration")
        data = await write(pilot, app, "second.pdf")
        assert kept(app, 2) == data
        await choose(pilot, "sent")
        await day(pilot, "2026-12-03")
        await choose(pilot, "case")
        await later(pilot, app, date(2026, 12, 30))
        await choose(pilot, "arrived-0")
        await day(pilot, "2026-12-04")
        await choose(pilot, "answer-0")
        await choose(pilot, "reply-refused")
        await day(pilot, "2026-12-20")
        assert first(app)[0] == "follow"
        assert "supervis" in heads(app)[0] or "procurator" in heads(app)[0]


async def test_access_reminder_complaint(make_app: Maker, tmp_path: Path) -> None:
    """One month of silence; the reminder knows the days; a partial answer; the complaint knows the company."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot, app, "data-broker-profile", "eu-gdpr-access", "eu-l-access", "Broker")
        await later(pilot, app, date(2026, 11, 27))
        await choose(pilot, "arrived-0")
        await day(pilot, "2026-11-24")
        # One month from Tue 24 Nov ends on Thu 24 Dec 2026.
        assert "answer by 24 December 2026" in said(app)
        await later(pilot, app, date(2026, 12, 28))
        assert first(app) == ("follow", "eu-gdpr-reminder", "silence")
        await choose(pilot, "write-0-eu-l-reminder")
        fields = app.state.session.fields
        assert fields["request_date"] == "2026-11-22"
        assert fields["date_received"] == "2026-11-24"
        assert fields["full_name"] == case_of(app).steps[0].answers["full_name"]
        assert fields["recipient"] == case_of(app).steps[0].answers["recipient"]
        data = await write(pilot, app, "reminder.pdf")
        assert kept(app, 2) == data
        await choose(pilot, "sent")
        await pilot.press("1")
        await settle(pilot)
        await settle(pilot)
        await choose(pilot, "case")
        at = next(number for number, one in enumerate(app.screen._nexts) if one.item.step == 2)  # type: ignore[attr-defined]
        await choose(pilot, f"answer-{at}")
        await choose(pilot, "reply-part")
        await put(pilot, "note", "The origin is missing.")
        await day(pilot, "2026-12-28")
        assert first(app) == ("follow", "eu-dpa-complaint", "partly")
        await choose(pilot, "write-0-eu-l-dpa-complaint")
        assert app.state.session.fields["controller"] == case_of(app).steps[0].answers["recipient"]
        assert "recipient" not in app.state.session.fields  # a company is never the authority
        data = await write(pilot, app, "complaint.pdf")
        assert kept(app, 3) == data
    assert sorted(one.name for one in tmp_path.iterdir()) == ["complaint.pdf", "first.pdf", "reminder.pdf"]  # noqa: ASYNC240
    assert not list(Path.home().iterdir())  # nothing else was written
