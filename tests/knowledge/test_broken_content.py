"""Deliberately broken records: one clear message each, with file and line, and what to write instead."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.checks import run
from assistant.i18n import fill
from assistant.knowledge import ROOMS, find_problems
from assistant.knowledge.strict_yaml import read
from assistant.model import ContentError
from tests.conftest import copy_rooms

LIMIT = """id: a-limit
title: The court answers
who: body
starts: request_received
place: cn
versions:
  - since: 2017-05-01
    length: {number: 15, unit: days}
    counting: cn-calendar
    sources: [{source: cn-spc-list-2017, article: "12", mark: text}]
"""

BROKEN: tuple[tuple[str, str, str, int, str], ...] = (
    # what, before, after, line, words in the message
    ("misspelt key", "title:", "titel:", 2, "did you mean 'title'"),
    ("unknown key", "who: body", "who: body\ncolour: red", 4, "not a known key"),
    ("missing key", "who: body\n", "", 1, "'who' is missing"),
    ("wrong word", "who: body", "who: court", 3, "'you' or 'body'"),
    ("key twice", "who: body", "who: body\nwho: you", 4, "written twice, first on line 3"),
    ("not a date", "2017-05-01", "2017-13-01", 7, "date"),
    ("a date in words", "2017-05-01", "May 2017", 7, "date"),
    ("no number", "number: 15", "number: many", 8, "integer"),
    ("number as text", "number: 15", "number: '15'", 8, "integer"),
    ("zero days", "number: 15", "number: 0", 8, "greater than 0"),
    ("too many days", "number: 15", "number: 4000", 8, "less than or equal to 400"),
    ("unknown unit", "unit: days", "unit: fortnights", 8, "'days', 'working_days'"),
    ("unknown rule", "cn-calendar", "cn-calender", 9, "'cn-calendar'"),
    (
        "no source",
        'sources: [{source: cn-spc-list-2017, article: "12", mark: text}]',
        "sources: []",
        10,
        "at least 1 item",
    ),
    ("unknown mark", "mark: text", "mark: checked", 10, "'text', 'secondary' or 'unverified'"),
    ("counted though unverified", "mark: text", "mark: unverified", 7, "must not be counted; leave length null"),
    ("no number and no words", "length: {number: 15, unit: days}", "length: null", 7, "needs 'words'"),
    ("id in capitals", "id: a-limit", "id: A_Limit", 1, "pattern"),
    ("yes as a word stays text", "title: The court answers", "title: yes\nposting: yes", 3, "boolean"),
    ("anchor", "title: The court answers", "title: &a The court answers", 2, "anchors"),
    ("alias", "title: The court answers", "title: &a x\nwho: *a", 2, "anchors"),
    ("tab", "who: body", "\twho: body", 3, "not YAML"),
    ("colon in a sentence", "title: The court answers", "title: The court: answers", 2, "not YAML"),
    ("unclosed quote", "title: The court answers", 'title: "The court answers', 10, "not YAML"),
    ("unclosed bracket", "unit: days}", "unit: days", 9, "not YAML"),
    ("list instead of text", "title: The court answers", "title: [The, court]", 2, "string"),
    (
        "text instead of list",
        'sources: [{source: cn-spc-list-2017, article: "12", mark: text}]',
        "sources: cn-spc-list-2017",
        10,
        "array",
    ),
    ("empty title", "title: The court answers", "title: ''", 2, "at least 1 character"),
    ("place in words", "place: cn", "place: China", 5, "pattern"),
    ("event with a hyphen", "starts: request_received", "starts: request-received", 4, "pattern"),
)


@pytest.mark.parametrize(
    ("before", "after", "line", "words"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_one_clear_message(before: str, after: str, line: int, words: str) -> None:
    """The first message names the file, the right line and what to write."""
    assert before in LIMIT
    text = LIMIT.replace(before, after, 1)
    try:
        problems = find_problems(ROOMS["limits"], read(text, "content/limits/a-limit.yaml"))
    except ContentError as error:
        problems = [error]
    assert problems
    said = str(problems[0])
    assert said.startswith(f"content/limits/a-limit.yaml line {line}: "), said
    assert words in said
    assert "\n" not in said


def test_the_sound_record_has_no_problem() -> None:
    """So that the table above tests what it says."""
    assert find_problems(ROOMS["limits"], read(LIMIT, "a-limit.yaml")) == []


@pytest.mark.parametrize(
    "text", ["", "# only a comment\n", "- a\n- b\n", "just words", "\x00", "a: [" * 200, "? [a]\n: b\n"]
)
def test_not_even_a_record(text: str) -> None:
    """Whatever a file holds, only our own error comes out."""
    assert problems_of(text)
    assert all(str(one).startswith("x.yaml line ") for one in problems_of(text))


def problems_of(text: str) -> list[ContentError]:
    try:
        return find_problems(ROOMS["limits"], read(text, "x.yaml"))
    except ContentError as error:
        return [error]


TREE: tuple[tuple[str, str, str, str, str], ...] = (
    # what, file, before, after, words
    (
        "a source that is not there",
        "content/routes/cn-spc-list-correction.yaml",
        "source: cn-spc-list-2017",
        "source: cn-spc-list-2071",
        "nearest is 'cn-spc-list-2017'",
    ),
    (
        "a letter that is not there",
        "content/routes/cn-spc-list-correction.yaml",
        "cn-ltr-spc-correction",
        "cn-ltr-spc-corection",
        "nearest is 'cn-ltr-spc-correction'",
    ),
    (
        "file and id differ",
        "content/limits/cn-spc-list-reconsideration-filing.yaml",
        "id: cn-spc-list-reconsideration-filing",
        "id: cn-other",
        "the id must be the file's name",
    ),
    (
        "a promise",
        "content/routes/cn-spc-list-correction.yaml",
        "summary: >-\n",
        "summary: >-\n  Your entry will be deleted.\n",
        "say what can be asked",
    ),
    (
        "checked in the future",
        "content/sources/cn-spc-list-2017.yaml",
        "checked: 2026-",
        "checked: 2036-",
        "lies in the future",
    ),
    (
        "an answer that is not there",
        "content/questions/cn-what.yaml",
        "answers: [cn]",
        "answers: [china]",
        "there are: cn, de, eu, other",
    ),
    (
        "a block missing",
        "templates/letters/cn-ltr-spc-correction/en.md.j2",
        "{% block title %}",
        "{% block titel %}",
        "titel",
    ),
    (
        "a filter",
        "templates/letters/cn-ltr-spc-correction/en.md.j2",
        "{% block title %}",
        "{% block title %}{{ today|upper }}",
        "no filters",
    ),
    (
        "an unknown field",
        "templates/letters/cn-ltr-spc-correction/en.md.j2",
        "{% block title %}",
        "{% block title %}{{ case_numbr }}",
        "has no field 'case_numbr'",
    ),
    (
        "another article",
        "templates/letters/cn-ltr-spc-correction/zh_Hans.md.j2",
        "第十二条",
        "第二十一条",
        "article 21 is cited here",
    ),
    (
        "a lost placeholder",
        "locales/de/LC_MESSAGES/assistant.po",
        'msgstr "{file}',
        'msgstr "file',
        "exactly these names in braces",
    ),
    ("a broken catalogue", "locales/de/LC_MESSAGES/assistant.po", 'msgstr "', "msgstr ", "cannot be read"),
    (
        "a plural rule that never ends",
        "locales/de/LC_MESSAGES/assistant.po",
        "nplurals=2; plural=(n != 1);",
        "nplurals=2; plural=(n**99999999);",
        "plural rule",
    ),
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the three rooms."""
    return copy_rooms(tmp_path_factory.mktemp("copy"))


@pytest.mark.parametrize(("file", "before", "after", "words"), [row[1:] for row in TREE], ids=[row[0] for row in TREE])
def test_the_check_command_finds_it(copy: Path, file: str, before: str, after: str, words: str) -> None:
    """Each planted fault is found, in the file where it stands."""
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    try:
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        findings = [
            one
            for one in run(date(2026, 11, 22), copy / "content", copy / "templates", copy / "locales")
            if one.severity == "error"
        ]
        said = [fill(one.message, one.values) for one in findings]
        assert any(words in one and Path(file).name.split(".")[0] in one for one in said), said[:5]
        assert all(one.file and one.line for one in findings)
    finally:
        path.write_text(text, encoding="utf-8")
