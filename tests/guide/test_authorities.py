"""Forty record holders and who supervises them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.guide import Where, authorities
from assistant.i18n import translator
from assistant.knowledge import Knowledge

CASES = yaml.safe_load(Path("tests/cases/authorities.yaml").read_text(encoding="utf-8"))


def test_there_are_forty() -> None:
    assert len(CASES) >= 40
    assert len({case["case"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_authority_in_charge(case: dict[str, Any], knowledge: Knowledge) -> None:
    body = knowledge.bodies[case["body"]] if "body" in case else None
    seat, holder = (body.seat, body.holder) if body else (case["seat"], case["holder"])
    assert holder is not None
    found = authorities(knowledge, Where(seat, holder, case.get("home"), case.get("work")), translator("en"))
    ids = [one.body.id for one in found]
    assert (sorted(ids), True) == (sorted(case["want"]), True)
    assert ids == case["want"] or case.get("any_order")


def test_without_the_land_every_land_is_told(knowledge: Knowledge) -> None:
    found = authorities(knowledge, Where("de", "company"), translator("en"))
    assert len(found) == 16


def test_nothing_is_made_up(knowledge: Knowledge) -> None:
    assert not authorities(knowledge, Where("de-he", "press", "de-he"), translator("en"))
    assert not authorities(knowledge, Where(None, "company"), translator("en"))
