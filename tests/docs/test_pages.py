"""The pages: links lead somewhere, commands do what is shown, words are plain, and nothing private stands in them."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from tests.conftest import TOP
from tools import console

OWN = [
    TOP / "README.md",
    TOP / "CHANGELOG.md",
    *sorted((TOP / "docs").rglob("*.md")),
    *sorted((TOP / "changelog.d").glob("*.md")),
]
ROOMS = [TOP / "content" / "README.md", TOP / "templates" / "letters" / "README.md", TOP / "locales" / "README.md"]
PAGES = [*OWN, *ROOMS]
FOR_PEOPLE = [
    TOP / "README.md",
    *sorted((TOP / "docs" / "how-to").glob("*.md")),
    *sorted((TOP / "docs" / "tutorial").glob("*.md")),
]

LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LONGEST = 25
"""Words in a sentence, as for screens."""


def name(path: Path) -> str:
    return str(path.relative_to(TOP))


def anchors(text: str) -> set[str]:
    """The anchors that a page's headings make, and those it names itself."""
    headings = re.findall(r"^#+ (.*)$", FENCE.sub("", text), re.MULTILINE)
    made = {re.sub(r"[^\w\- ]", "", one.lower()).strip().replace(" ", "-") for one in headings}
    return made | set(re.findall(r"id='([^']+)'", text))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in LINK.findall(FENCE.sub("", text)):
        if link.startswith(("http://", "https://")):
            continue
        where, _, part = link.partition("#")
        target = (page.parent / where).resolve() if where else page
        assert target.is_relative_to(TOP), link
        assert target.exists(), link
        if part:
            assert part in anchors(target.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("page", OWN, ids=name)
def test_every_file_that_is_named_exists(page: Path) -> None:
    """Paths in code marks that begin with a folder of ours."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    named = re.findall(
        r"`((?:assistant|content|templates|locales|tests|tools|docs|changelog\.d|\.ci)/[^`\s<…{*]*)`", text
    )
    assert [one for one in named if not (TOP / one).exists()] == []


@pytest.mark.parametrize("page", console.with_console_blocks(), ids=name)
def test_commands_do_what_the_page_shows(page: Path) -> None:
    """Mend with: .venv-dev/bin/python tools/console.py --write; read the difference before you commit it."""
    wrong = [one for one in console.run_page(page.read_text(encoding="utf-8")) if not one.right]
    assert [(one.command, one.code, one.printed) for one in wrong] == []


def test_a_gap_in_a_block_stands_for_any_lines() -> None:
    assert console.matches(("a", "…", "d"), ("a", "b", "c", "d"))
    assert console.matches(("a", "…"), ("a",))
    assert not console.matches(("a", "…", "c"), ("a", "b"))
    assert not console.matches(("a",), ("a", "b"))


def test_the_readme_begins_with_what_it_is_and_the_two_commands() -> None:
    """Before the first scroll: 24 lines."""
    first = "\n".join((TOP / "README.md").read_text(encoding="utf-8").splitlines()[:24])
    for wanted in ("python3 tools/start.py ", "python3 tools/start.py check", "Python 3.11", "git", "Ctrl+Q"):
        assert wanted in first


def test_the_readme_says_honestly_how_far_it_is() -> None:
    text = (TOP / "README.md").read_text(encoding="utf-8")
    for wanted in ("information, not legal representation", "22 November 2026", "No native legal reader has reviewed"):
        assert wanted in text


FORBIDDEN = re.compile(r"/(?:work|home|root|tmp|Users)/|[A-Z]:\\|localhost|127\.0\.0\.1")
ADDRESS = re.compile(r"https?://([^/\s)\"'<>`]+)")
OFFICIAL = {"zxgk.court.gov.cn", "flk.npc.gov.cn"}
"""The only addresses in the pages: places of official texts, as examples."""


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_page_names_this_machine_or_a_registry(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert FORBIDDEN.findall(text) == []
    assert set(ADDRESS.findall(text)) <= OFFICIAL


@pytest.mark.parametrize("picture", sorted((TOP / "docs" / "pictures").glob("*")), ids=name)
def test_pictures_ask_nobody(picture: Path) -> None:
    """Take them again with: .venv-dev/bin/python tools/pictures.py."""
    text = picture.read_text(encoding="utf-8")
    tool = runpy.run_path(str(TOP / "tools" / "pictures.py"))
    assert picture.stem in tool["pictures"]()
    assert tool["own"](text) == text


def test_every_picture_is_shown() -> None:
    shown = {link for page in OWN for link in LINK.findall(page.read_text(encoding="utf-8"))}
    assert [
        one.name for one in (TOP / "docs" / "pictures").glob("*") if not any(link.endswith(one.name) for link in shown)
    ] == []


@pytest.mark.parametrize("page", FOR_PEOPLE, ids=name)
def test_sentences_for_people_are_short(page: Path) -> None:
    long = [one for one in prose(page) if len(re.findall(r"[\w'’/.-]*\w", one)) > LONGEST]
    assert long == []


AVOID = re.compile(
    r"\b(?:simply|easy|easily|sorry|don't worry|likely|usually|rarely|and/or|please|as soon as possible|shall)\b|!(?!\[)",
    re.IGNORECASE,
)


@pytest.mark.parametrize("page", FOR_PEOPLE, ids=name)
def test_words_for_people_are_plain(page: Path) -> None:
    assert [(AVOID.findall(one), one) for one in prose(page) if AVOID.search(one)] == []


def prose(page: Path) -> list[str]:
    """The sentences of a page, without code, links' targets and tables' bars."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"`[^`]*`", "code", text))
    blocks = re.split(r"\n\s*\n|\n(?=[#|>-]|\d+\. )| \| |;\s", text)
    return [one for block in blocks for one in re.split(r"(?<=[.?:])\s+", block.strip("#|>-* \n")) if one]
