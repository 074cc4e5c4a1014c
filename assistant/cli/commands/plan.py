"""``recourse plan``: the routes of a situation, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.due_json import due_rows
from assistant.cli.known_days import known_days
from assistant.cli.output import answer, answer_json
from assistant.cli.setting import Setting, events, place
from assistant.cli.spoken import Spoken

if TYPE_CHECKING:
    from assistant.guide import Plan, PlannedRoute


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(situation: str, days: tuple[str, ...], where: str | None, as_json: bool) -> int:
        from assistant.guide import text

        given = events(days)
        made = setting.adviser.plan(situation, given, tr, place(where))
        known_days(setting, given, [dated.limit for one in made.routes() for dated in one.dates])
        if as_json:
            answer_json(_json(made))
        else:
            answer(text(setting.pages.plan(made)))
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
                help=tr("A day you know, for example decision_served=2026-06-10; may be given several times"),
            ),
            click.Option(
                ["where", "--place"], metavar="P", help=tr("Where the other side sits, for example de or de-he")
            ),
            click.Option(["as_json", "--json"], is_flag=True, help=tr("Print the answer as JSON")),
        ],
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
