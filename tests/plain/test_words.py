"""The words that are understood everywhere, in every language."""

from __future__ import annotations

from typing import get_args

import pytest

from assistant.i18n import Translator
from assistant.plain.ask import Choice, fitting
from assistant.plain.words import Command, commands, handbook, plain, spoken, unquoted, unsure

NAMES: tuple[Command, ...] = get_args(Command)


def test_each_word_means_one_thing(tr: Translator) -> None:
    words = [plain(spoken(name, tr)) for name in NAMES]
    words += [
        plain(tr.ctx("word to type", "gap")),
        plain(tr.ctx("word to type", "none")),
        plain(tr("Yes")),
        plain(tr("No")),
    ]
    assert len(words) == len(set(words))
    assert all(word and " " not in word and not word.isdecimal() for word in words)


def test_english_words_are_always_understood(tr: Translator) -> None:
    known = commands(tr)
    assert {name: known[name] for name in NAMES} == {name: name for name in NAMES}
    assert unsure("I don\u2019t know.", tr)
    assert unsure(tr("I don't know"), tr)


def test_the_handbook_names_each_word(tr: Translator) -> None:
    told = "\n".join(handbook(tr))
    assert all(spoken(name, tr) in told for name in NAMES if name != "help")


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"back"', "back"),
        ("\u201eBack\u201c", "Back"),
        ("\u300c\u8fd4\u56de\u300d", "\u8fd4\u56de"),
        ("back", None),
        ('""', None),
    ],
)
def test_quotation_marks(text: str, inner: str | None) -> None:
    assert unquoted(text) == inner


CHOICES = (Choice("one", "The first way"), Choice("two", "The second way"), Choice("ten", "Ten, or more"))


@pytest.mark.parametrize(
    ("heard", "ids"),
    [
        ("1", ["one"]),
        ("\uff12", ["two"]),
        ("3.", ["ten"]),
        ("\u4e00", []),
        ("4", []),
        ("0", []),
        ("-1", []),
        ("two", ["two"]),
        ("the FIRST way", ["one"]),
        ("the", ["one", "two"]),
        ("second", ["two"]),
        ("more", ["ten"]),
        ("way", ["one", "two"]),
        ("", []),
        ("xyzzy", []),
        ("9" * 5000, []),
    ],
)
def test_what_an_answer_can_mean(heard: str, ids: list[str]) -> None:
    assert fitting(heard, CHOICES) == ids
