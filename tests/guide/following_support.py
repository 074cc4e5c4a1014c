"""Stories of cases: what is told, day by day, and what the person should see on the days on which one looks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field

from assistant.guide.casefile import CaseFile, fold
from assistant.guide.following import Item
from assistant.knowledge.strict_yaml import read
from assistant.model import (
    Arrived,
    CaseLog,
    Change,
    Ended,
    Happened,
    Id,
    Opened,
    Place,
    Record,
    Replied,
    Resumed,
    Sent,
    Sits,
    Undone,
    Written,
)

FOLDER = Path(__file__).resolve().parents[1] / "cases"


class Expected(Record):
    """One thing to do or to wait for, as it was worked out on paper; ``None`` for what paper does not say."""

    kind: str
    step: int | None = None
    route: Id | None = None
    others: tuple[Id, ...] | None = None
    outcome: str | None = None
    limit: Id | None = None
    aim: date | None = None
    last: date | None = None
    passed: bool = False


class Look(Record):
    """What is to be seen on a day."""

    look: date
    status: str | None = None
    due: date | None = None
    items: tuple[Expected, ...]
    differs: str | None = None
    """What the program still says otherwise, and what is wrong there. Goes when the program agrees with paper."""


class Story(Record):
    """One worked case."""

    name: str
    because: str
    situation: Id
    place: Place | None = None
    story: tuple[dict[str, Any], ...] = Field(min_length=1)


@dataclass(frozen=True)
class Seen:
    """The case as it is when one looks."""

    case: CaseFile
    look: Look


def stories() -> list[tuple[str, Story]]:
    """Every worked case, with a name for the test's report."""
    found = []
    for path in sorted(FOLDER.glob("follow-*.yaml")):
        entries = read(path.read_text(encoding="utf-8"), path.name).data
        assert isinstance(entries, list)
        for one in entries:
            assert isinstance(one, dict)
            found.append((f"{path.stem}: {one['name']}", Story.model_validate_json(json.dumps(one))))
    return found


def looks(story: Story) -> Iterator[Seen]:
    """Tell the story, and stop where one looks."""
    told: list[Change] = [Opened(n=1, told=date(2026, 7, 1), situation=story.situation, place=story.place)]
    for entry in story.story:
        if "look" in entry:
            yield Seen(
                fold(CaseLog(uid="5e", changes=tuple(told)), "case"), Look.model_validate_json(json.dumps(entry))
            )
        else:
            told.append(change_of(entry, len(told) + 1, told))


def change_of(entry: Mapping[str, Any], n: int, told: list[Change]) -> Change:  # noqa: PLR0911 - a table
    """The change that an entry of a story tells."""
    day = entry.get("day") or entry.get("on")
    at: dict[str, Any] = {"n": n, "told": day or told[-1].told.isoformat()}
    match entry:
        case {"write": route}:
            step = 1 + sum(isinstance(one, Written) for one in told)
            parts = {"letter": entry.get("letter"), "recipient": entry.get("to", ""), "follows": entry.get("follows")}
            return _made(Written, at | {"step": step, "route": route} | parts)
        case {"sent": step}:
            return _made(Sent, at | {"step": step, "day": day})
        case {"arrived": step}:
            return _made(Arrived, at | {"step": step, "day": day})
        case {"replied": step}:
            return _made(Replied, at | {"step": step, "reply": entry["reply"], "day": day})
        case {"happened": event}:
            where = {"route": entry.get("route"), "step": entry.get("step")}
            return _made(Happened, at | {"event": event, "day": day} | where)
        case {"sits": place}:
            return _made(Sits, at | {"place": place, "route": entry.get("route")})
        case {"undone": of}:
            return _made(Undone, at | {"of": of})
        case {"ended": why}:
            return _made(Ended, at | {"why": why})
        case {"resumed": _}:
            return _made(Resumed, at)
    raise AssertionError(entry)


def _made(kind: type[Any], parts: dict[str, Any]) -> Change:
    made: Change = kind.model_validate_json(json.dumps(parts))
    return made


def seen(item: Item, expected: Expected, on: date) -> Expected:
    """What the program says, in as many words as paper does."""
    return Expected(
        kind=item.kind,
        step=item.step,
        route=item.route,
        others=None if expected.others is None else item.others,
        outcome=item.outcome,
        limit=None if expected.limit is None or item.count is None else item.count.limit.id,
        aim=item.aim,
        last=None if expected.last is None or item.count is None else item.count.last_day,
        passed=item.passed(on),
    )
