"""Three people in Europe, from their own words to a letter or a plan, on the full screen."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pypdf
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from assistant.tui.app import RecourseApp
from assistant.tui.places import AuthorityOf, Check, Done, PlanOf, RouteOf, SituationOf, Write
from assistant.tui.screens.letter import LetterPage
from assistant.tui.widgets import Act
from assistant.tui.widgets.editors import BodyEditor, ChoiceEditor, Editor, EntriesEditor

from .conftest import Maker, settle, type_text

SHOTS = os.environ.get("RECOURSE_SHOTS")
"""A folder for pictures of the way, for whoever wants to look."""


def place(app: RecourseApp) -> object:
    return app.screen.place  # type: ignore[attr-defined]


async def shot(pilot: Pilot[None], name: str) -> None:
    await settle(pilot)
    if SHOTS:
        pilot.app.save_screenshot(f"{name}.svg", SHOTS)


async def choose(pilot: Pilot[None], name: str) -> None:
    act = pilot.app.screen.query_one(f"#{name}", Act)
    act.focus()
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


async def told(pilot: Pilot[None], story: str, situation: str) -> None:
    """From the first page to the plan."""
    app = pilot.app
    assert isinstance(app, RecourseApp)
    app.clock = itertools.count(0.0, 10.0).__next__
    await settle(pilot)
    await pilot.press("1")
    await settle(pilot)
    await type_text(pilot, story)
    await shot(pilot, f"{situation}-1-find")
    await pilot.press("enter")
    await settle(pilot)
    assert place(app) == SituationOf(situation)
    await shot(pilot, f"{situation}-2-situation")
    await pilot.press("enter")
    await settle(pilot)
    assert place(app) == PlanOf(situation)
    await shot(pilot, f"{situation}-3-plan")


async def filled(pilot: Pilot[None], answers: dict[str, str]) -> None:
    """Every question answered: as told, else the field's example where it is needed, else skipped."""
    app = pilot.app
    for _ in range(40):
        page = app.screen
        if not isinstance(page, LetterPage):
            return
        editor = page.query_one(Editor)
        field = editor.field
        if isinstance(editor, ChoiceEditor):
            wanted = answers.get(field.id) or (field.options[0].id if field.options else "yes")
            await choose(pilot, f"choice-{wanted}")
            continue
        if isinstance(editor, EntriesEditor):
            for column, box in zip(field.columns, editor.query("Input, TextArea"), strict=False):
                if isinstance(box, Input):
                    box.value = column.example
                elif isinstance(box, TextArea):
                    box.text = column.example
        elif text := answers.get(field.id) or (field.example if field.required or field.needed else ""):
            if isinstance(editor, BodyEditor) and text in {act.value for act in editor.query(Act)}:
                act = next(one for one in editor.query(Act) if one.value == text)
                act.focus()
                await pilot.press("enter")
                await settle(pilot)
                continue
            box = editor.query("Input, TextArea").first()
            if isinstance(box, Input):
                box.value = text
            elif isinstance(box, TextArea):
                box.text = text
        await settle(pilot)
        page.query_one(Editor).post_message(Editor.Submitted())
        await settle(pilot)


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


async def test_a_debt_paid_three_years_ago(make_app: Maker, tmp_path: Path) -> None:
    """To the signed-ready letter to the agency, saved as a PDF."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await told(pilot, "SCHUFA says I have a debt I paid three years ago", "de-credit-entry-settled-or-old")
        await choose(pilot, "r-de-agency-delete-term")
        assert place(app) == RouteOf("de-agency-delete-term", "de-credit-entry-settled-or-old")
        await shot(pilot, "schufa-4-route")
        await choose(pilot, "l-de-l-agency-term-de")
        await filled(pilot, {"recipient": "de-schufa"})
        await shot(pilot, "schufa-5-answers")
        await pilot.press("enter")
        await shot(pilot, "schufa-6-preview")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(place(app), Done)
        await shot(pilot, "schufa-7-done")
        letter = text_of(tmp_path / "letter.pdf")
        assert "SCHUFA Holding AG" in letter
        assert "65201 Wiesbaden" in letter
        assert "________" not in letter


async def test_a_grandfather_watched_by_the_stasi(make_app: Maker, tmp_path: Path) -> None:
    """To the application with the box in which an office confirms the identity."""
    app = make_app("de")
    async with app.run_test(size=(160, 50)) as pilot:
        await told(pilot, "Mein Opa wurde von der Stasi überwacht", "stasi-file")
        await choose(pilot, "r-de-stasi-relative")
        await shot(pilot, "stasi-4-route")
        await choose(pilot, "l-de-l-stasi-de")
        await filled(
            pilot, {"who": "relative", "relation": "grandchild", "identity": "office", "recipient": "de-bundesarchiv"}
        )
        await shot(pilot, "stasi-5-answers")
        await pilot.press("enter")
        await shot(pilot, "stasi-6-preview")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(place(app), Done)
        letter = text_of(tmp_path / "letter.pdf")
        assert "Enkelkind der Person" in letter
        assert "Bestätigung der Identität" in letter
        assert "Zweck meines Antrags" in letter


async def test_locked_out_of_a_courier_job(make_app: Maker) -> None:
    """To the plan, with its warning about short times before anything else."""
    app = make_app()
    async with app.run_test(size=(160, 50)) as pilot:
        await told(pilot, "the app locked me out of my courier job", "eu-gig-work-deactivation")
        for route in ("eu-gdpr-access", "eu-gdpr-adm-review", "eu-dsa-internal-complaint"):
            assert app.screen.query(f"#r-{route}")
        await choose(pilot, "r-eu-gdpr-adm-review")
        await shot(pilot, "gig-4-route")


async def test_the_right_authority_for_a_complaint(make_app: Maker) -> None:
    """Three questions lead to the authority, and its address stands in the letter."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Write("eu-l-dpa-complaint", None, "recipient"))
        await settle(pilot)
        await choose(pilot, "lost")
        assert place(app) == AuthorityOf("eu-l-dpa-complaint", "recipient")
        await shot(pilot, "authority-1")
        await choose(pilot, "p-de-by")
        await choose(pilot, "k-company")
        await choose(pilot, "p-de-be")
        await shot(pilot, "authority-2")
        await choose(pilot, "a-de-dpa-by")
        assert app.state.session.fields["recipient"] == "de-dpa-by"
        assert place(app) == Write("eu-l-dpa-complaint", None, "recipient")
        assert app.screen.query_one(Editor).raw == "de-dpa-by"


async def test_a_company_is_never_the_authority(make_app: Maker) -> None:
    """Whom the letter before went to is not filled in as the authority of a complaint."""
    app = make_app("zh_Hans")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        letters = app.state.adviser.knowledge.letters
        session = app.state.session.write(letters["de-l-agency-dispute-de"]).fill("recipient", "de-schufa")
        app.state.session = session.fill("full_name", "王小明").write(letters["eu-l-dpa-complaint"])
        assert "recipient" not in app.state.session.fields
        app.show_place(Check("eu-l-dpa-complaint"))
        await settle(pilot)
        assert any("德" in str(say.render()) and "护照" in str(say.render()) for say in app.screen.query(".quiet"))


async def test_typing_finds_the_directory(make_app: Maker) -> None:
    """A name with a slip of the finger finds the entry while it is typed."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Write("eu-l-access", None, "recipient"))
        await settle(pilot)
        app.screen.query_one(TextArea).focus()
        await type_text(pilot, "schuffa")
        found = [act.value for act in app.screen.query_one("#found").query(Act)]
        assert found[0] == "de-schufa"
        await shot(pilot, "typing")
