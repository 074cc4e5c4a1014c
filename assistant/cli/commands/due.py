"""``recourse due``: the time limits of a route, counted."""

from __future__ import annotations

import click

from assistant.cli.due_json import due_rows
from assistant.cli.known_days import known_days
from assistant.cli.options import days_option, json_option, place_option
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
            days_option(tr),
            place_option(tr),
            json_option(tr),
        ],
    )
