"""The worked examples of tests/cases, one test each."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.deadlines import Count, Law, due, words
from assistant.i18n import Translator
from assistant.knowledge import Plain
from assistant.knowledge.strict_yaml import read
from assistant.model import CountingRule, EventName, Id, Length, Limit, Place, Record

FOLDER = Path(__file__).resolve().parents[1] / "cases"


class Case(Record):
    """One worked example; README.md there explains the parts."""

    name: str
    because: str
    limit: Id | None = None
    rule: CountingRule | None = None
    length: Length | None = None
    who: str = "you"
    kind: str = "act"
    base: Length | None = None
    events: dict[EventName, date]
    place: Place | None = None
    nominal: date
    last_day: date
    safe_day: date | None = None
    provisional: bool = False
    words: str | None = None


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("deadlines-*.yaml")):
        entries: Plain = read(path.read_text(encoding="utf-8"), path.name).data
        assert isinstance(entries, list)
        found += [
            pytest.param(entry, id=f"{path.stem}: {entry['name']}") for entry in entries if isinstance(entry, dict)
        ]
    return found


@pytest.mark.parametrize("entry", cases())
def test_worked_example(entry: Any, law: Law, make_limit: Any, english: Translator) -> None:
    case = Case.model_validate_json(json.dumps(entry))
    limit = law.limits[case.limit] if case.limit is not None else inline(case, make_limit)
    where = law
    if case.base is not None:
        base = make_limit("eu-1182", case.base.number, case.base.unit, id="first-limit", who=case.who)
        where = Law(law.calendars, law.services, {"first-limit": base})
    found = due([limit], case.events, where, case.place)[0]
    assert isinstance(found, Count), found
    assert found.nominal == case.nominal
    assert found.last_day == case.last_day
    assert case.safe_day in (None, found.safe_day)
    assert bool(found.provisional) is case.provisional
    if case.words is not None:
        assert words(found.steps, english) == case.words


def inline(case: Case, make_limit: Any) -> Limit:
    assert case.rule is not None
    assert case.length is not None
    made: Limit = make_limit(
        case.rule,
        case.length.number,
        case.length.unit,
        who=case.who,
        kind=case.kind,
        place=case.place,
        after="first-limit" if case.base else None,
    )
    return made
