"""``recourse plan``: the routes of a situation, in order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import click

from assistant.cli.due_json import due_rows
from assistant.cli.known_days import known_days
from assistant.cli.options import json_option, place_option
from assistant.cli.output import answer, answer_json, talk
from assistant.cli.setting import Setting, events, place
from assistant.cli.spoken import Spoken
from assistant.model import N_, InputError

if TYPE_CHECKING:
    from assistant.guide import Plan, PlannedRoute


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(situation: str, days: tuple[str, ...], where: str | None, as_json: bool) -> int:
        from assistant.guide import text

        given = events(days)
        made = _plan(setting, situation, given, place(where))
        _shared(setting, made, given)
        if as_json:
            answer_json(_json(made))
        else:
            answer(text(setting.pages.plan(made, place(where))))
        return 0

    return Spoken(
        tr,
        "plan",
        callback=run,
        help=tr(
            "Show the routes of a situation in the order to try them, with time limits, papers, cost, risks and letters."
        ),
        params=[
            click.Argument(["situation"]),
            click.Option(
                ["days", "--event"],
                multiple=True,
                metavar="NAME=DATE",
                help=tr(
                    "A day you know, for example decision_served=2026-06-10, or ROUTE/decision_served=2026-06-10 for one route only; may be given several times"
                ),
            ),
            place_option(tr),
            json_option(tr),
        ],
    )


def _plan(setting: Setting, situation: str, given: Mapping[str, date], where: str | None) -> Plan:
    """The plan; ``ROUTE/NAME`` is a day that counts for that route only."""
    from assistant.guide import Session, plan_of

    session = Session().sit(where)
    for name, day in given.items():
        route, sign, event = name.rpartition("/")
        session = session.happened(event, day, route if sign else None)
    routes = {one.name: one for one in plan_of(setting.adviser, Session(), situation, setting.tr).routes()}
    for name, day in given.items():
        route, sign, event = name.rpartition("/")
        if sign and route not in routes:
            raise InputError(
                N_("--event {name}: this plan has no way named {route}. It has: {known}."),
                name=name,
                route=route,
                known=", ".join(routes),
            )
        wanted = [routes[route]] if sign else list(routes.values())
        known_days(setting, {event: day}, [dated.limit for one in wanted for dated in one.dates])
    return plan_of(setting.adviser, session, situation, setting.tr)


def _shared(setting: Setting, plan: Plan, given: Mapping[str, date]) -> None:
    """Say where one day was taken for several routes: each office has a day of its own."""
    for name in given:
        counted = [
            one.name for one in plan.routes() if any(dated.count and dated.limit.starts == name for dated in one.dates)
        ]
        if len(counted) > 1:
            talk(
                setting.tr(
                    "{name} was taken as the day for each of these: {routes}. If it belongs to one only, write --event {first}/{name}=DATE.",
                    name=name,
                    routes=", ".join(counted),
                    first=counted[0],
                )
            )


def _json(plan: Plan) -> dict[str, object]:
    return {
        "situation": plan.situation.id,
        "title": plan.situation.title,
        "events": [one.id for one in plan.asked],
        "stages": [[_route(one) for one in stage] for stage in plan.stages],
    }


def _route(planned: PlannedRoute) -> dict[str, object]:
    route = planned.route
    return {
        "route": route.id,
        "variant_of": planned.name if planned.name != route.id else None,
        "places": list(planned.places),
        "kind": route.kind,
        "title": route.title,
        "why": planned.use.why if planned.use else None,
        "limits": due_rows(planned.dates),
        "letters": [one.id for one in planned.letters],
        "evidence": [one.model_dump(mode="json", include={"text", "need"}) for one in route.evidence],
        "cost": route.cost.text,
        "pending": route.pending.text,
        "risks": [one.model_dump(mode="json", exclude={"sources"}) for one in route.risks],
        "next": route.next.model_dump(mode="json"),
    }
