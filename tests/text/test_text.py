"""Cleaning, showing, measuring."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text import (
    breaks,
    clean,
    clean_line,
    has_arabic,
    has_han,
    is_right_to_left,
    mixed_words,
    pad,
    private_use,
    show,
    width,
    wrap,
)

ANYTHING = st.text(st.characters(), max_size=200)


@pytest.mark.parametrize(
    ("given_text", "wanted"),
    [
        ("plain", "plain"),
        ("e\u0301", "\xe9"),
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("\x00\x1b[31m\x07\x7f\x9bx", "[31mx"),
        ("\u202egnp\u202c \u2066x\u2069\u200e\u200f\u061c", "gnp x"),
        ("\ud800a\udfff", "a"),
        ("\ue000a\U000f0000\U0010fffd", "a"),
        ("\ufeffa\ufffe\ufdd0\U0001ffff\ufff9", "a"),
        ("Daten\xadschutz", "Datenschutz"),
        ("\U000e0041tag\U000e007f", "tag"),
        ("می\u200cخواهم \u200d", "می\u200cخواهم \u200d"),
        ("tab\tstays\u00a0so\u202fdo\u3000spaces", "tab\tstays\u00a0so\u202fdo\u3000spaces"),
    ],
)
def test_clean(given_text: str, wanted: str) -> None:
    assert clean(given_text) == wanted


def test_unassigned_code_points_stay_because_people_bear_them() -> None:
    unassigned = next(chr(code) for code in range(0x323B0, 0x3F000) if unicodedata.category(chr(code)) == "Cn")
    assert clean(f"张{unassigned}") == f"张{unassigned}"


@given(ANYTHING)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)
    assert once.encode().decode() == once


@given(ANYTHING)
def test_what_is_shown_moves_no_cursor(text: str) -> None:
    shown = show(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Co", "Zl", "Zp")]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def test_show_keeps_lines_only_when_asked() -> None:
    assert show("a\nb\t\x1b]0;x\x07") == "a\ufffdb\ufffd\ufffd]0;x\ufffd"
    assert show("a\nb\t\x1b", lines=True) == "a\nb\t\ufffd"
    assert show("umlaut ä 中文") == "umlaut ä 中文"


def test_private_use_is_reported() -> None:
    assert private_use("张\ue123和\ue123\U000f1234") == ("\ue123", "\U000f1234")
    assert private_use("张三") == ()


def test_mixed_words() -> None:
    assert mixed_words("Pаypal und Müller, 张San, αβγ Πλάτων") == ("Pаypal",)
    assert mixed_words("plain ASCII") == ()


def test_scripts() -> None:
    assert has_han("x：")
    assert has_han("𬭼")
    assert not has_han("Müller „x“ Ж")
    assert has_arabic("ئابدۇرېھىم")
    assert not has_arabic("中文\ufeff")
    assert is_right_to_left("ug_CN")
    assert not is_right_to_left("zh_Hans")


def test_width_and_padding() -> None:
    assert (width("abc"), width("中文：a"), width("e\u0301"), width("")) == (3, 7, 1, 0)
    assert pad("中", 4) == "中  "
    assert pad("long", 2) == "long"


@given(st.text("ab 中é", max_size=80), st.integers(1, 30))
def test_wrapping_keeps_every_word_and_the_width(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert " ".join(lines) == text
    assert all(width(line) <= cells or " " not in line.strip() for line in lines)


def test_wrapping_hangs_under_the_first_line() -> None:
    assert wrap("aaa bbb cccc dd", 8, first="1. ", then="   ") == ["1. aaa", "   bbb", "   cccc", "   dd"]
    assert wrap("a\u00a0b c", 3) == ["a\u00a0b", "c"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("请贵院自收到本申请之日起十五日内审查，并将结果书面答复申请人。决定驳回的，请在决定书中写明理由。", 44),
        ("您的名字还在“失信被执行人名单”（失信名单）上。每个电话都请用12368核实。", 20),
        ("对方最迟答复或办理2026年11月23日（星期一），1天后", 16),
        ("The court (失信被执行人名单) must answer, „gewiss“ or not, by 23 November 2026.", 24),
        ("Verwaltungsverfahrensgesetzbuchabschnitt und https://example.org/a/very/long/address", 18),
    ],
)
def test_lines_break_where_they_may(text: str, cells: int) -> None:
    """Nothing is lost, no line is too long, none begins with a mark that closes, no number is cut."""
    places = [0, *breaks(text, cells), len(text)]
    lines = [text[one:other] for one, other in pairwise(places)]
    assert "".join(lines) == text
    assert len(lines) > 1
    for line, after in pairwise([*lines, ""]):
        assert width(line.rstrip()) <= cells
        assert line[0] not in "，。、；：！？）》”"
        assert line.rstrip()[-1] not in "（《“"
        assert not (line[-1].isdigit() and after[:1].isdigit())


def test_words_stay_whole() -> None:
    """Outside Han text, lines break at spaces only; a short text never."""
    assert breaks("short", 5) == []
    assert breaks("", 5) == []
    assert breaks("one two three", 8) == [8]
    assert breaks("„eins“ zwei", 8) == [7]
    assert breaks("  1  x", 3) == [5]
