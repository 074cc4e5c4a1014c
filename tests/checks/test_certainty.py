"""Nothing that was not read is counted or demanded: faults planted in copies of real records are all found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.checks import run
from assistant.checks.readings import mark_of, parts
from assistant.i18n import fill
from assistant.knowledge import Knowledge
from assistant.model import Reading
from tests.conftest import TODAY, copy_rooms

PLANTED = (
    (
        "a route says 'text' for a place that nobody read",
        "content/sources/cn-spc-list-2017.yaml",
        "articles: 1-13",
        "articles: 1-10",
        "no reading of cn-spc-list-2017 covers '1",
    ),
    (
        "a source was read at second hand, its records still say 'text'",
        "content/sources/cn-spc-list-2017.yaml",
        "mark: text",
        "mark: secondary",
        "write mark: secondary",
    ),
    (
        "a counted limit rests on something unread",
        "content/sources/cn-spc-list-2017.yaml",
        "mark: text",
        "mark: unverified",
        "was not read; leave 'length' null",
    ),
    (
        "a letter demands under an article nobody read",
        "content/sources/cn-spc-list-2017.yaml",
        "mark: text",
        "mark: unverified",
        "a letter must not rest on it",
    ),
    (
        "a letter demands under an article known at second hand only",
        "content/sources/cn-arl-2023.yaml",
        "mark: text",
        "mark: secondary",
        "a letter must not rest on it",
    ),
)


@pytest.mark.parametrize(
    ("name", "before", "after", "words"), [row[1:] for row in PLANTED], ids=[r[0] for r in PLANTED]
)
def test_it_is_found(tmp_path: Path, name: str, before: str, after: str, words: str) -> None:
    path = copy_rooms(tmp_path) / name
    changed = path.read_text(encoding="utf-8").replace(before, after)
    assert changed != path.read_text(encoding="utf-8")
    path.write_text(changed, encoding="utf-8")
    told = [
        fill(one.message, one.values)
        for one in run(TODAY, tmp_path / "content", tmp_path / "templates", within=("content", "templates"))
        if one.severity == "error"
    ]
    assert any(words in one for one in told), told[:5]


def test_no_unverified_place_is_counted_or_demanded(knowledge: Knowledge) -> None:
    """The plain statement, looked at once more without the checks' own code."""
    unread = {
        (source.id, number)
        for source in knowledge.sources
        for reading in source.readings
        if reading.mark == "unverified" and re.fullmatch(r"\d+", reading.articles)
        for number in [reading.articles]
    }
    counted = {
        (cite.source, cite.article, cite.mark)
        for limit in knowledge.limits
        for version in limit.versions
        if version.length is not None
        for cite in version.sources
    }
    assert counted
    assert all(mark != "unverified" for _, _, mark in counted)
    assert not {(source, article) for source, article, _ in counted} & unread
    demanded = {(law.source, number) for letter in knowledge.letters for law in letter.cites for number in law.articles}
    assert demanded
    assert not demanded & unread


@pytest.mark.parametrize(
    ("reading", "article", "covered"),
    [
        ("1-13", "12", True),
        ("1-13", "12(1)(a)", True),
        ("1-13", "14", False),
        ("1-13", "9, 12", True),
        ("1-13", "9, 14", False),
        ("4-10, 12", "11", False),
        ("20(2)", "20(2)", True),
        ("20(2)", "20(1)", False),
        ("20(2)", "20", True),
        ("20", "20(3)", True),
        ("points 14, 15, 17", "point 17", True),
        ("points 14, 15, 17", "point 16", False),
        ("points 14, 15, 17", "17", False),
        ("24-28", "26-27", True),
        ("24-28", "26-29", False),
        ("882d", "882d", True),
        ("882d", "882e", False),
        ("*", "anything", True),
    ],
)
def test_what_a_reading_covers(knowledge: Knowledge, reading: str, article: str, covered: bool) -> None:
    source = knowledge.sources["cn-spc-list-2017"].model_copy(
        update={"readings": (Reading(articles=reading, mark="text", how="read"),)}
    )
    assert (mark_of(source, article)[0] == "text") is covered


def test_a_unit_holds_until_the_next() -> None:
    assert [part.unit for part in parts("points 6, 7, arts. 3, 4")] == ["point", "point", "", ""]
