"""``recourse case new``: begin a case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import click

from assistant.cli.known_days import known_days
from assistant.cli.options import days_option, json_option, label_option, person_option, place_option
from assistant.cli.output import answer, answer_json
from assistant.cli.setting import Setting, events, place
from assistant.cli.spoken import Spoken

from .hidden import Given, options
from .room import find_person, opened


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(situation: str | None, days: tuple[str, ...], as_json: bool, **given: str | None) -> int:
        from assistant.model import Happened
        from assistant.text import clean_line

        from .telling import headline, row_json, row_of

        told = events(days)
        _check(setting, situation, told)
        where = place(given["where"])
        with opened(setting, Given(given["passphrase_file"], given["key_file"])) as room:
            who = given["person"]
            person = find_person(room.shelf, who) if who else None
            label = clean_line(given["label"] or "")[:300]
            case = room.shelf.open(situation=situation, place=where, label=label, person=person)
            for name, day in told.items():
                route, sign, event = name.rpartition("/")
                case = room.shelf.tell(case.name, Happened, event=event, day=day, route=route if sign else None)
            one = row_of(setting, room.shelf, case)
            if as_json:
                answer_json(row_json(one, names=False))
            else:
                answer(headline(one, setting))
        return 0

    return Spoken(
        tr,
        "new",
        callback=run,
        help=tr(
            "Begin a case in a situation of the program, or without one. The label stays in your shell's history: choose one that says nothing."
        ),
        params=[
            click.Argument(["situation"], required=False),
            label_option(tr),
            person_option(tr),
            days_option(tr),
            place_option(tr),
            json_option(tr),
            *options(tr),
        ],
    )


def _check(setting: Setting, situation: str | None, told: Mapping[str, date]) -> None:
    """The situation is one of ours, and each day starts a limit in it: a slip must not go unseen."""
    uses = [one.route for one in setting.knowledge.situations[situation].routes] if situation is not None else []
    for name, day in told.items():
        route, sign, event = name.rpartition("/")
        wanted = [route] if sign else uses or setting.knowledge.routes.ids()
        limits = [setting.knowledge.limits[one] for way in wanted for one in setting.knowledge.routes[way].limits]
        known_days(setting, {event: day}, limits)
