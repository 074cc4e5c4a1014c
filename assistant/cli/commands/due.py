"""``recourse due``: the time limits of a route, counted."""

from __future__ import annotations

import click

from assistant.cli.due_json import due_rows
from assistant.cli.output import answer, answer_json, talk
from assistant.cli.setting import Setting, event


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(route: str, events: tuple[str, ...], place: str | None, as_json: bool) -> int:
        given = dict(map(event, events))
        planned = setting.adviser.route(route, given, tr, place)
        known = {one.limit.starts for one in planned.dates}
        unused = sorted(name for name in given if name not in setting.knowledge.events)
        if unused:
            talk(
                tr(
                    "No limit starts with {names}. This route knows: {known}",
                    names=", ".join(unused),
                    known=", ".join(sorted(known)),
                )
            )
            return 2
        if as_json:
            answer_json(due_rows(planned.dates))
        else:
            answer("\n\n".join("\n  ".join(setting.pages.limit(one)) for one in planned.dates))
        return 0

    return click.Command(
        "due",
        callback=run,
        help=tr("Count the time limits of a route from the days you know."),
        params=[
            click.Argument(["route"]),
            click.Option(
                ["events", "--event"],
                multiple=True,
                metavar="NAME=DATE",
                help=tr("A day you know, for example decision_served=2026-06-10; may be given several times"),
            ),
            click.Option(["--place"], metavar="P", help=tr("Where the other side sits, for example de or de-he")),
            click.Option(["as_json", "--json"], is_flag=True, help=tr("Print the answer as JSON")),
        ],
    )
