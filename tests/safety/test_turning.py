"""Lines from right to left, as they are seen in a terminal that knows nothing of direction."""

from __future__ import annotations

import unicodedata

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from assistant.text import as_seen, starts_right_to_left, turned, who_turns, who_turns_pages, width
from assistant.tui.filters import Turned

DAY = "آخر يوم"
BLACK = Color(0, 0, 0)


def bare(text: str) -> str:
    """Letters in their plain form."""
    return unicodedata.normalize("NFKC", text)


def test_letters_are_joined_and_run_from_the_right() -> None:
    seen = turned(DAY, right_to_left=True)
    assert bare(seen) == DAY[::-1]
    assert seen != DAY[::-1]  # the forms that letters have beside each other
    assert "\ufefc" not in turned("لا", right_to_left=True)  # two letters stay two cells
    assert len(turned("لا", right_to_left=True)) == len("لا")


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        (f"{DAY}: 7 2026", f"2026 7 :{DAY[::-1]}"),
        (f"{DAY}: 2026-11-07.", f".2026-11-07 :{DAY[::-1]}"),
        (f"{DAY} (Widerspruch)", f"(Widerspruch) {DAY[::-1]}"),
        (f"{DAY} （2026）京0105执1234号", f"(2026)京0105执1234号 {DAY[::-1]}"),
        (f"{DAY} +49 30 1234-56", f"+49 30 1234-56 {DAY[::-1]}"),
        (f"{DAY} name@example.org، {DAY}", f"{DAY[::-1]} ،name@example.org {DAY[::-1]}"),
        (f"{DAY} [x]", f"[x] {DAY[::-1]}"),
        (f"recourse --plain {DAY}", f"{DAY[::-1]} recourse --plain"),
        (f"1. {DAY}", f"{DAY[::-1]} .1"),
    ],
)
def test_numbers_and_latin_words_keep_their_order(line: str, seen: str) -> None:
    assert bare(turned(line, right_to_left=True)) == seen
    assert width(turned(line, right_to_left=True)) == width(line)


def test_an_arabic_name_in_a_german_line() -> None:
    assert bare(turned("Name: محمد, Berlin", right_to_left=False)) == "Name: دمحم, Berlin"
    assert turned("Nichts davon", right_to_left=False) == "Nichts davon"


def test_marks_stay_with_their_letter() -> None:
    word = "مُحَمَّد"
    seen = turned(word, right_to_left=True)
    assert [sign for sign in bare(seen) if not unicodedata.combining(sign)] == list("دمحم")
    assert not unicodedata.combining(bare(seen)[0])
    assert sorted(bare(seen)) == sorted(word)


def test_a_paragraph_begins_at_the_right_edge() -> None:
    lines = as_seen(f"{DAY}\nGDPR {DAY}", 20).split("\n")
    assert [width(line) for line in lines] == [20, 20]
    assert as_seen("Last day", 20) == "Last day"
    assert starts_right_to_left(f"1. {DAY}")
    assert not starts_right_to_left("Name: محمد")


def test_a_turned_line_keeps_frame_styles_and_width() -> None:
    bold, red = Style(bold=True), Style(color="red")
    line = [Segment("│ ", red), Segment("آخر", bold), Segment(" يوم  "), Segment("│", red)]
    seen = Turned(right_to_left=True).apply(line, BLACK)
    text = "".join(one.text for one in seen)
    assert text[0] == text[-1] == "│"
    assert width(text) == width("".join(one.text for one in line))
    styles = {sign: one.style for one in seen for sign in bare(one.text)}
    assert styles["خ"] == bold
    assert styles["ي"] is None
    assert Turned(right_to_left=True).apply([Segment("──────")], BLACK) == [Segment("──────")]
    assert Turned(right_to_left=False).apply([Segment("plain text")], BLACK) == [Segment("plain text")]


@pytest.mark.parametrize(
    ("surroundings", "lines", "pages"),
    [
        ({}, "program", "program"),
        ({"VTE_VERSION": "7600"}, "terminal", "program"),
        ({"KONSOLE_VERSION": "230800"}, "terminal", "terminal"),
        ({"VTE_VERSION": "7600", "TMUX": "a socket"}, "program", "program"),
        ({"VTE_VERSION": "7600", "RECOURSE_TURN": "terminal"}, "terminal", "terminal"),
        ({"KONSOLE_VERSION": "230800", "RECOURSE_TURN": "program"}, "program", "program"),
        ({"RECOURSE_TURN": "sideways"}, "program", "program"),
    ],
)
def test_who_turns_lines(surroundings: dict[str, str], lines: str, pages: str) -> None:
    assert who_turns(surroundings) == lines
    assert who_turns_pages(surroundings) == pages
