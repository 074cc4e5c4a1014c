"""The worked cases of tests/cases/follow-*.yaml: what is open in a case on a day, worked out on paper first."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.guide.following import items, summary
from assistant.knowledge import open_knowledge

from .following_support import Expected, Seen, looks, seen, stories

KNOWLEDGE = open_knowledge()


def worked() -> list[Any]:
    """Every look of every story. Where the program is known to differ from paper, the test must fail."""
    found = []
    for name, story in stories():
        for at in looks(story):
            told = at.look.differs
            marks = () if told is None else (pytest.mark.xfail(reason=told, raises=AssertionError),)
            found.append(pytest.param(at, id=f"{name}: {at.look.look}: {at.case.last}", marks=marks))
    return found


@pytest.mark.parametrize("at", worked())
def test_what_follows(at: Seen) -> None:
    on = at.look.look
    found = items(KNOWLEDGE, at.case, on)
    paper = (*at.look.items, *(Expected(kind="nothing") for _ in found))
    assert [seen(item, wanted, on) for item, wanted in zip(found, paper, strict=False)] == list(at.look.items)
    short = summary(KNOWLEDGE, at.case, on)
    assert at.look.status is None or short.status == at.look.status
    assert at.look.due is None or short.due == at.look.due


def test_there_are_enough() -> None:
    assert len(stories()) >= 40
    assert len(worked()) >= 100
