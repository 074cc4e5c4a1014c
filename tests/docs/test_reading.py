"""No English record is harder to read than the design allows."""

from __future__ import annotations

import pytest

from assistant.knowledge import Knowledge
from tools import reading

KNOWN: frozenset[str] = frozenset()
"""Records with one sentence that is too long. Their authors know; the list only grows shorter."""


@pytest.fixture(scope="module")
def english(knowledge: Knowledge) -> list[reading.Score]:
    return list(reading.scores(knowledge, "en"))


def test_there_is_something_to_measure(english: list[reading.Score]) -> None:
    assert {one.kind for one in english} == {"screen", "letter"}
    assert len(english) > 100


def test_no_record_is_over_its_grade(english: list[reading.Score]) -> None:
    """The worst record counts, not the mean."""
    assert [(one.name, one.over) for one in english if any(not word.startswith("longest") for word in one.over)] == []


def test_screens_together_are_for_everyone(english: list[reading.Score]) -> None:
    """Grade 6 over all screens, weighed by length."""
    screens = [one for one in english if one.kind == "screen"]
    assert sum(one.grade * one.words for one in screens) <= 6 * sum(one.words for one in screens)


def test_no_sentence_is_too_long(english: list[reading.Score]) -> None:
    """25 words on screens, 30 in letters."""
    long = {one.name: one.sentence for one in english if one.over}
    assert {name: words for name, words in long.items() if name not in KNOWN} == {}
    assert KNOWN - set(long) == set(), "these were mended: take them off the list"


def test_the_formulas() -> None:
    """Worked out by hand: 16 words in 2 sentences."""
    words = ["cat"] * 16
    assert reading.flesch_kincaid(words, 8) == pytest.approx(0.39 * 8 + 11.8 - 15.59)
    assert reading.wiener(words, 8) == pytest.approx(0.1672 * 8 - 0.0327 * 100 - 0.875)
    assert reading.syllables("Verbraucherkredit", "de_DE") == 5


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("You paid. They listed you.", 2),
        ("On 6. November 2026 they wrote. You got it.", 2),
        ("Art. 12 Abs. 1 gilt. Sie haben Zeit.", 2),
        ("A line\nand another", 2),
        ("They wrote on 6 November 2026. You answered.", 2),
        ("See e.g. the list. It is long.", 2),
    ],
)
def test_sentences(text: str, number: int) -> None:
    assert len(reading.sentences(reading._plain(text, None))) == number


def test_short_texts_have_no_score() -> None:
    assert reading.measure("x", "screen", ["Too short to say."], "en") is None


def test_chinese_counts_characters() -> None:
    found = reading.measure("x", "screen", ["你可以申请更正。" * 20], "zh_Hans")
    assert found is not None
    assert (found.words, found.mean, found.longest) == (140, 7, 7)
