"""Records made on the spot, and calendars read without the loader."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.deadlines import Law
from assistant.knowledge import Knowledge
from assistant.model import Limit

TOP = Path(__file__).resolve().parents[2]
MakeLimit = Callable[..., Limit]
RawCalendar = tuple[frozenset[date], frozenset[date], frozenset[date]]


@pytest.fixture(scope="session")
def make_limit() -> MakeLimit:
    """A limit from a rule, a number and a unit; anything else by name."""

    def make(rule: str, number: int | None, unit: str = "days", **more: Any) -> Limit:
        version = {
            "since": more.pop("since", "1950-01-01"),
            "until": more.pop("until", None),
            "counting": rule,
            "length": None if number is None else {"number": number, "unit": unit},
            "words": None if number else "The law gives no number.",
            "sources": [{"source": "some-law", "mark": "text"}],
        }
        record = {
            "id": "some-limit",
            "title": "Some limit",
            "who": "you",
            "starts": "request_received",
            "place": "de",
            "versions": [version],
            **more,
        }
        return Limit.model_validate_json(json.dumps(record))

    return make


@pytest.fixture(scope="session")
def law(knowledge: Knowledge) -> Law:
    """All records of this checkout, as a front passes them."""
    return Law(knowledge.calendars, tuple(knowledge.services), knowledge.limits)


@pytest.fixture(scope="session")
def raw_calendars() -> dict[str, RawCalendar]:
    """Off, work and regional days of every calendar file."""
    found: dict[str, RawCalendar] = {}
    for path in sorted((TOP / "content" / "calendars").glob("*.yaml")):
        # The base loader keeps everything text: for the others the key ``off`` is a truth value.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - makes text only
        off, work, regional = (
            frozenset(date.fromisoformat(day) for year in data["years"] for day in year.get(name, ()))
            for name in ("off", "work", "regional")
        )
        assert off, path
        found[path.stem] = (off, work, regional)
    return found
