"""Each command answers, in words and as JSON, and its exit code tells how it went."""

from __future__ import annotations

import runpy
from pathlib import Path

import click
import pytest

from assistant.cli import COMMANDS, Setting, build
from assistant.model.locale import PARTS

from .conftest import TOP, Run

PAID = "I paid but I am still on the court list"


def test_find_names_the_situation(recourse: Run) -> None:
    found = recourse("find", *PAID.split(), "--json")
    assert found.code == 0
    assert found.json[0].keys() == {"id", "parent", "title", "score"}
    assert found.json[0]["id"] == "cn-spc-list-despite-compliance"
    assert [row["score"] for row in found.json] == sorted((row["score"] for row in found.json), reverse=True)


@pytest.mark.parametrize("arguments", [["find"], ["find", "-"]])
def test_a_story_need_not_stand_on_the_command_line(recourse: Run, arguments: list[str]) -> None:
    assert recourse(*arguments, typed=PAID).out.startswith("cn-spc-list-despite-compliance\n")


def test_find_keeps_to_a_country(recourse: Run) -> None:
    found = recourse("find", "credit", "score", "--country", "DE", "--json").json
    assert found
    assert not [row for row in found if row["id"].startswith("cn-")]


def test_nothing_found_is_told_and_is_no_mistake(recourse: Run) -> None:
    found = recourse("find", "xyzzy", "qwrtp")
    assert (found.code, found.out) == (1, "")
    assert "Nothing fits" in found.err


def test_find_without_words_says_what_to_write(recourse: Run) -> None:
    found = recourse("find")
    assert found.code == 2
    assert "no words" in found.err


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cn-spc-list-despite-compliance", "situation"),
        ("cn-spc-list-correction", "route"),
        ("cn-spc-list-correction-review", "limit"),
        ("cn-ltr-spc-correction", "letter"),
        ("cn-spc-list-2017", "source"),
        ("de-schufa", "body"),
        ("request_received", "event"),
    ],
)
def test_show_any_record(recourse: Run, name: str, kind: str) -> None:
    assert recourse("show", name).out.strip()
    shown = recourse("show", name, "--json").json
    assert (shown["record"], shown["id"]) == (kind, name)


def test_what_is_not_there_is_answered_with_the_nearest(recourse: Run) -> None:
    shown = recourse("show", "cn-spc-list-corection")
    assert (shown.code, shown.out) == (1, "")
    assert "cn-spc-list-correction" in shown.err


def test_plan_in_order_with_everything(recourse: Run) -> None:
    plan = recourse("plan", "cn-spc-list-despite-compliance", "--event", "request_received=2026-11-02", "--json").json
    first = plan["stages"][0]
    assert "cn-spc-list-correction" in [one["route"] for one in first]
    route = next(one for one in first if one["route"] == "cn-spc-list-correction")
    assert route["limits"][0]["last_day"] == "2026-11-17"
    assert route["letters"] == ["cn-ltr-spc-correction"]
    assert set(route["next"]) == {"yes", "partly", "no", "silence", "late"}


def test_a_day_can_belong_to_one_route_of_a_plan(recourse: Run) -> None:
    both = recourse("plan", "cn-spc-list-despite-compliance", "--event", "request_received=2026-11-02")
    assert both.out.count("Counted: ") > 1
    assert "was taken as the day for each of these" in both.err
    own = "cn-spc-list-correction/request_received=2026-11-02"
    one = recourse("plan", "cn-spc-list-despite-compliance", "--event", own)
    assert one.out.count("Counted: ") == 1
    assert one.err == ""
    for wrong in ("cn-spc-list-corection/request_received=2026-11-02", "cn-spc-list-correction/answer_sent=2026-11-02"):
        assert recourse("plan", "cn-spc-list-despite-compliance", "--event", wrong).code == 2


def test_plan_in_words_has_the_risks_before_the_letters(recourse: Run) -> None:
    told = recourse("plan", "cn-spc-list-despite-compliance").out
    assert told.index("What can happen") < told.index("\nLetters\n")
    assert "Law as of" in told


def test_uses(recourse: Run) -> None:
    rows = recourse("uses", "cn-spc-list-2017", "--json").json
    assert {"kind": "letters", "id": "cn-ltr-spc-correction"} in rows
    assert recourse("uses", "cn-ltr-spc-correction").code == 0
    assert recourse("uses", "nothing-of-this-name").code == 1


def test_uses_of_an_article(recourse: Run) -> None:
    whole = {row["id"] for row in recourse("uses", "cn-spc-list-2017", "--json").json}
    deletion = {row["id"] for row in recourse("uses", "cn-spc-list-2017", "10", "--json").json}
    review = {row["id"] for row in recourse("uses", "cn-spc-list-2017", "12", "--json").json}
    assert deletion < whole
    assert {"cn-spc-list-deletion", "cn-ltr-spc-deletion", "cn-spc-list-despite-compliance"} <= deletion
    assert {"cn-spc-list-correction-review", "cn-spc-list-correction", "cn-ltr-spc-correction"} <= review
    assert "cn-spc-list-correction-review" not in deletion
    assert recourse("uses", "cn-spc-list-2017", "99").code == 1


def test_locales(recourse: Run) -> None:
    rows = recourse("locale", "list", "--json").json
    assert {"de", "en", "zh_Hans"} <= {row["locale"] for row in rows}
    status = recourse("locale", "status", "--json").json
    assert all(row["done"] <= row["all"] for row in status)
    assert {part["part"] for part in status[0]["parts"]} == set(PARTS)
    assert recourse("locale", "status", "en").out.startswith("en  English\n")
    assert recourse("locale", "preview", "de", "--text", "Last day: {day}").out.startswith("line ")
    assert recourse("locale", "preview", "de", "--text", "no such words anywhere").code == 1


def test_directory(recourse: Run) -> None:
    assert "de-schufa" in [row["id"] for row in recourse("directory", "find", "SCHUFA", "--json").json]
    found = recourse("directory", "find", "schufa")
    assert "Check it before you send anything" in found.out
    nobody = recourse("directory", "find", "xyzzy")
    assert (nobody.code, nobody.out) == (1, "")


def test_check_tells_what_it_looked_at(recourse: Run, tmp_path: Path) -> None:
    checked = recourse("check", str(TOP / "content" / "events"), "--json")
    assert checked.json == []
    assert checked.code == 0
    assert recourse("check", str(tmp_path / "none")).code == 2


@pytest.mark.parametrize("name", list(COMMANDS))
@pytest.mark.parametrize("locale", ["en", "de", "zh_Hans"])
def test_every_command_explains_itself(recourse: Run, name: str, locale: str) -> None:
    told = recourse(name, "--help", locale=locale)
    assert told.code == 0
    assert f"recourse {name}" in told.out
    assert name in recourse("--help", locale=locale).out


def test_what_is_not_built_is_not_shown(recourse: Run) -> None:
    told = recourse("--help").out
    for name in ("batch", "serve"):
        assert f"\n  {name} " not in told
        assert recourse(name).code == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["fnd"], "The nearest is 'find'"),
        (["due"], "ROUTE is missing"),
        (["due", "cn-spc-list-correction", "--evnt", "a=b"], "Did you mean --event?"),
        (["due", "cn-spc-list-correction", "--event"], "--event needs a value"),
        (["due", "cn-spc-list-correction", "--json=1"], "--json takes no value"),
        (["due", "cn-spc-list-correction", "too", "many"], "a word too many"),
        (["due", "cn-spc-list-correction", "--place", "Berlin"], "no place"),
        (["--as-of", "yesterday", "locale", "list"], ""),
        (["--locale", "tlh", "locale", "list"], "There is no language 'tlh'"),
    ],
)
def test_a_wrong_command_line_says_how_to_mend_it(recourse: Run, arguments: list[str], words: str) -> None:
    told = recourse(*arguments)
    if words:
        assert (told.code, told.out) == (2, "")
        assert words in told.err
        assert len(told.err.splitlines()) == 1


def test_the_options_of_the_program_may_come_last(recourse: Run) -> None:
    first = recourse("due", "cn-spc-list-correction")
    assert recourse("due", "cn-spc-list-correction", "--as-of=2026-11-22", "--locale", "en").out == first.out


def test_after_two_dashes_everything_is_words(recourse: Run) -> None:
    assert recourse("find", "--", "--locale", "score").code in (0, 1)


def test_the_reference_page_is_fresh() -> None:
    """Regenerate with: make commands."""
    tool = runpy.run_path(str(TOP / "tools" / "commands.py"))
    assert tool["PAGE"].read_text(encoding="utf-8") == tool["page"]()


def test_every_command_has_its_module() -> None:
    program = build(Setting(locale="en"))
    assert isinstance(program, click.Group)
    context = click.Context(program)
    assert [program.get_command(context, name) is not None for name in COMMANDS] == [True] * len(COMMANDS)
