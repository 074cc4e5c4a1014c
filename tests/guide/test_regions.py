"""A route becomes what it is in the person's place; elsewhere it says that the place's rules are not here."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.guide import Adviser, Session, in_reach, place_matters, places, plan_of, route_of
from assistant.i18n import translator
from assistant.knowledge import open_knowledge

KNOWLEDGE = open_knowledge()
ENGLISH = translator("en")
ADVISER = Adviser(KNOWLEDGE, date(2026, 11, 22), translator, ("en",))
WITH_VARIANTS = [one.id for one in KNOWLEDGE.routes if one.variants]
FIVE = ["cn-ha", "cn-sd", "cn-sh", "cn-sz", "cn-zj"]


def test_the_local_routes_have_the_five_regions() -> None:
    assert {"cn-local-objection", "cn-local-query", "cn-local-repair"} <= set(WITH_VARIANTS)
    for name in ("cn-local-objection", "cn-local-query", "cn-local-repair"):
        assert sorted(one.place for one in KNOWLEDGE.routes[name].variants) == FIVE


@pytest.mark.parametrize("name", WITH_VARIANTS)
def test_the_place_chooses(name: str) -> None:
    for variant in KNOWLEDGE.routes[name].variants:
        planned = ADVISER.route(name, {}, ENGLISH, variant.place)
        assert (planned.route.id, planned.name) == (variant.route, name)
        assert set(planned.route.letters) <= set(KNOWLEDGE.routes[name].letters) or planned.route.letters
    assert ADVISER.route(name, {}, ENGLISH, "cn").route.id == name
    assert ADVISER.route(name, {}, ENGLISH, None).route.id == name
    assert ADVISER.route(name, {}, ENGLISH, "de").route.id == name


def test_days_stay_when_the_place_changes() -> None:
    session = Session().happened("objection_received", date(2026, 11, 2), "cn-local-objection").sit("cn-sh")
    shanghai = route_of(ADVISER, session, "cn-local-objection", None, ENGLISH)
    zhejiang = route_of(ADVISER, session.sit("cn-zj"), "cn-local-objection", None, ENGLISH)
    counted = {one.limit.id: one.count for one in (*shanghai.dates, *zhejiang.dates) if one.count}
    assert any(name.startswith("cn-sh") for name in counted)
    assert any(name.startswith("cn-zj") for name in counted)
    plan = plan_of(ADVISER, session, "cn-public-credit-record", ENGLISH)
    assert any(one.route.id == "cn-sh-local-objection" and any(d.count for d in one.dates) for one in plan.routes())


def test_what_is_told_about_places() -> None:
    planned = ADVISER.route("cn-local-objection", {}, ENGLISH)
    assert [place for place, _ in places(KNOWLEDGE, planned, ENGLISH)][-1] == "cn"
    assert "Shanghai" in place_matters(planned, None, KNOWLEDGE, ENGLISH)[0]
    assert "not in here yet" in place_matters(planned, "cn", KNOWLEDGE, ENGLISH)[0]
    assert "Shanghai" in place_matters(planned, "cn-sh", KNOWLEDGE, ENGLISH)[0]
    court = ADVISER.route("cn-spc-list-correction", {}, ENGLISH)
    assert place_matters(court, "cn-sh", KNOWLEDGE, ENGLISH) == []
    assert places(KNOWLEDGE, court, ENGLISH) == ()


def test_a_region_of_china_has_the_same_days_off() -> None:
    planned = ADVISER.route("cn-spc-list-correction", {"request_received": date(2026, 11, 6)}, ENGLISH, "cn-sh")
    count = next(one.count for one in planned.dates if one.count)
    assert count is not None
    assert count.provisional is None


def test_the_region_is_filled_into_the_letter() -> None:
    letter = KNOWLEDGE.letters["cn-ltr-credit-objection"]
    field = next(one for one in letter.fields if any(option.places for option in one.options))
    shanghai = next(option.id for option in field.options if "cn-sh" in option.places)
    assert Session().sit("cn-sh").write(letter).fields[field.id] == shanghai
    assert field.id not in Session().write(letter).fields


def test_the_office_of_a_region_is_offered_there_only() -> None:
    bodies = {one.id: one for one in KNOWLEDGE.bodies}
    assert "cn-sh-credit-centre" in in_reach(KNOWLEDGE, bodies, "cn-sh")
    for place in ("cn-zj", "cn", None):
        assert "cn-sh-credit-centre" not in in_reach(KNOWLEDGE, bodies, place)
        assert {"cn-credit-china", "de-schufa"} <= set(in_reach(KNOWLEDGE, bodies, place))
