"""The worked cases of tests/cases/plans-*.yaml: from a situation to the route, its days and its letter."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.guide import Adviser, Session, plan_of
from assistant.i18n import translator
from assistant.knowledge import Plain, open_knowledge
from assistant.knowledge.strict_yaml import read
from assistant.model import EventName, Id, Place, Record

FOLDER = Path(__file__).resolve().parents[1] / "cases"
KNOWLEDGE = open_knowledge()
ENGLISH = translator("en")


class Case(Record):
    """One worked case; README.md in the folder explains the parts."""

    name: str
    because: str
    on: date = date(2026, 11, 22)
    situation: Id
    place: Place | None = None
    route: Id
    instead: Id | None = None
    letter: Id | None = None
    limit: Id
    events: dict[EventName, date]
    nominal: date | None
    last_day: date | None = None
    safe_day: date | None = None
    provisional: bool = False
    before: Id | None = None


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("plans-*.yaml")):
        entries: Plain = read(path.read_text(encoding="utf-8"), path.name).data
        assert isinstance(entries, list)
        found += [pytest.param(one, id=f"{path.stem}: {one['name']}") for one in entries if isinstance(one, dict)]
    return found


@pytest.mark.parametrize("entry", cases())
def test_worked_case(entry: Any) -> None:
    case = Case.model_validate_json(json.dumps(entry))
    session = Session().sit(case.place)
    for event, day in case.events.items():
        session = session.happened(event, day, case.route)
    plan = plan_of(Adviser(KNOWLEDGE, case.on, translator, ("en",)), session, case.situation, ENGLISH)
    planned = next(one for one in plan.routes() if one.name == case.route)
    assert planned.route.id == (case.instead or case.route)
    assert case.letter is None or case.letter in [one.id for one in planned.letters]
    dated = next(one for one in planned.dates if one.limit.id == case.limit)
    if case.nominal is None:
        assert dated.count is None
    else:
        assert dated.count is not None, dated.result
        days = (dated.count.nominal, dated.count.last_day, dated.count.safe_day)
        assert days == (case.nominal, case.last_day, case.safe_day or days[2])
        assert bool(dated.count.provisional) is case.provisional
    if case.before is not None:
        stages = {one.name: number for number, stage in enumerate(plan.stages) for one in stage}
        assert stages[case.route] < stages[case.before]
