"""``recourse due``: the time limits of a route, counted."""

from __future__ import annotations

import click

from assistant.cli.due_json import due_rows
from assistant.cli.known_days import known_days
from assistant.cli.output import answer, answer_json, talk
from assistant.cli.setting import Setting, events, place
from assistant.cli.spoken import Spoken


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(route: str, days: tuple[str, ...], where: str | None, as_json: bool) -> int:
        given = events(days)
        there = setting.adviser.route(route, {}, tr, place(where)).route
        known_days(setting, given, [setting.knowledge.limits[one] for one in there.limits])
        planned = setting.adviser.route(route, given, tr, place(where))
        if as_json:
            answer_json(due_rows(planned.dates))
        elif planned.dates:
            answer("\n\n".join("\n  ".join(setting.pages.limit(one)) for one in planned.dates))
        else:
            talk(tr("We know of no time limit for this route."))
        return 0

    return Spoken(
        tr,
        "due",
        callback=run,
        help=tr("Count the time limits of a route from the days you know."),
        params=[
            click.Argument(["route"]),
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
