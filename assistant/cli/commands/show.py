"""``recourse show``: any record as a page, or as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from assistant.cli.options import json_option
from assistant.cli.output import answer, answer_json
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.model import Body, Letter, Limit, Record, Route, Situation, Source


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(record_id: str, as_json: bool) -> int:
        from assistant.knowledge import SINGULAR, localise

        room, record = setting.knowledge.named(record_id)
        spoken = localise(record, tr)
        if as_json:
            answer_json({"record": SINGULAR[room], **spoken.model_dump(mode="json")})
        else:
            answer(page(setting, spoken))
        return 0

    return Spoken(
        tr,
        "show",
        callback=run,
        help=tr("Show any record by its name: a situation, route, limit, letter, source or body."),
        params=[
            click.Argument(["record_id"], metavar="ID"),
            json_option(tr),
        ],
    )


def page(setting: Setting, record: Record) -> str:
    """A record as plain lines; kinds without a page of their own as their fields."""
    from assistant.guide import Section, text

    pages = setting.pages
    makers: dict[type[Record], Callable[[Any], list[Section]]] = {
        Situation: pages.situation,
        Source: pages.source,
        Letter: pages.letter,
        Route: lambda one: pages.route(setting.adviser.route(one.id, {}, setting.tr)),
        Limit: lambda one: [Section(one.title, tuple(_limit(setting, one)[1:]))],
        Body: lambda one: [Section(one.title, tuple(pages.body(one)))],
    }
    maker = makers.get(type(record))
    if maker is not None:
        return text(maker(record))
    return "\n".join(f"{name}: {value}" for name, value in record.model_dump(mode="json").items())


def _limit(setting: Setting, limit: Limit) -> list[str]:
    from assistant.deadlines import Law, due
    from assistant.guide import Dated

    law = Law(setting.knowledge.calendars, tuple(setting.knowledge.services), setting.knowledge.limits)
    result = due([setting.knowledge.limits[limit.id]], {}, law, None, setting.on)[0]
    return setting.pages.limit(Dated(limit, result, ""))
