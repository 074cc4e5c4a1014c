"""What the tests with ten thousand inputs share: how many, what they are made of, and who is asked."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from assistant.guide import Adviser
from assistant.i18n import Translator, locales, translator
from assistant.model import RecourseError
from tests.conftest import TODAY
from tests.safety.test_hostile_text import HOSTILE, knowledge_here

MORE = int(os.environ.get("FUZZ", "1"))
COUNTS = {
    "fill": 2000, "plain fill": 500, "po": 800, "plural": 400, "translation": 1500, "record": 1200, "template": 500, "day": 2000,
    "month": 500, "find": 400, "locale": 1200, "event": 1200, "place": 400,
}  # fmt: skip


def many(what: str) -> Callable[[Any], Any]:
    """So many examples, each in at most a second, the same ones in every run unless more are wanted."""
    return settings(
        max_examples=COUNTS[what] * MORE, deadline=1000, database=None, derandomize=MORE == 1, print_blob=True,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip


wild = (
    st.text(max_size=60)
    | st.sampled_from(HOSTILE)
    | st.text(st.characters(categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Nd", "Nl", "No"]), max_size=30)
)


def lines_from(pieces: list[str], most: int = 25) -> st.SearchStrategy[str]:
    """Text made of pieces that mean something to the reader, with anything between them."""
    return st.lists(st.sampled_from(pieces) | st.text(max_size=8), max_size=most).map("".join)


@lru_cache(maxsize=1)
def adviser() -> Adviser:
    """With its indexes built: that takes a second or two, once."""
    made = Adviser(knowledge_here(), TODAY, spoken, tuple(locales()))
    for locale, word in (("en", "list"), ("de", "Liste"), ("zh_Hans", "名单")):
        made.find(word, spoken(locale))
    return made


@lru_cache(maxsize=4)
def spoken(locale: str) -> Translator:
    return translator(locale)


def in_file(error: RecourseError, beginning: str) -> None:
    """An error that begins with the file and its line."""
    assert str(error).startswith(beginning)
