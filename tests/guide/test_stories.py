"""Two hundred and twenty people say in their own words what happened: the right situation comes first."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from assistant.guide import Adviser
from assistant.i18n import locales, translator
from assistant.knowledge import Plain, open_knowledge
from assistant.knowledge.strict_yaml import read
from assistant.model import Id, Record
from tests.conftest import TODAY

FOLDER = Path(__file__).with_name("stories")
SPEAK = cache(translator)
ADVISER = Adviser(open_knowledge(), TODAY, SPEAK, tuple(locales()))
LOCALE = {"zh": "zh_Hans"}
HALVES = ("tuned", "held", "tuned-europe", "held-europe")


class Story(Record):
    """What a person typed, and the situation it tells of."""

    id: Id
    lang: str
    story: str
    situation: Id
    accept: tuple[Id, ...] = ()


def stories(half: str) -> list[Story]:
    path = FOLDER / f"{half}.yaml"
    entries: Plain = read(path.read_text(encoding="utf-8"), path.name).data
    assert isinstance(entries, list)
    return [Story.model_validate_json(json.dumps(one)) for one in entries]


def first(story: Story) -> str:
    found = ADVISER.find(story.story, SPEAK(LOCALE.get(story.lang, story.lang)))
    return found[0].situation.id if found else ""


def fits(found: str, story: Story) -> bool:
    """Whether it is the page told of, one as right, or a finer page below it."""
    if found in (story.situation, *story.accept):
        return True
    return bool(found) and ADVISER.knowledge.situations[found].parent == story.situation


@pytest.mark.parametrize(("half", "number"), [("tuned", 60), ("held", 60), ("tuned-europe", 50), ("held-europe", 50)])
def test_nine_of_ten_come_first(half: str, number: int) -> None:
    told = stories(half)
    assert len(told) == number
    right = [one for one in told if fits(first(one), one)]
    missed = [(one.id, one.situation) for one in told if one not in right]
    assert len(right) >= 0.9 * len(told), missed


def test_all_are_among_the_first_three() -> None:
    missed = []
    for one in (story for half in HALVES for story in stories(half)):
        found = ADVISER.find(one.story, SPEAK(LOCALE.get(one.lang, one.lang)))[:3]
        if not any(fits(hit.situation.id, one) for hit in found):
            missed.append(one.id)
    assert len(missed) <= len([one for half in HALVES for one in stories(half)]) / 40, missed
