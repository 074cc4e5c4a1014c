"""``recourse uses``: everything that uses a record."""

from __future__ import annotations

import click

from assistant.cli.options import json_option
from assistant.cli.output import answer, answer_json, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(record_id: str, article: str, as_json: bool) -> int:
        from assistant.checks.references import users

        setting.knowledge.named(record_id)
        rows = users(setting.knowledge, record_id, article)
        if as_json:
            answer_json([{"kind": room, "id": name} for room, name in rows])
        elif rows:
            answer("\n".join(f"{room}/{name}" for room, name in rows))
        else:
            talk(tr("Nothing uses {id}.", id=record_id))
        return 0 if rows else 1

    return Spoken(
        tr,
        "uses",
        callback=run,
        help=tr(
            "List every record and letter that uses this source, limit, body or other record, directly or through others. With an article of a source, only what stands on that article."
        ),
        params=[
            click.Argument(["record_id"], metavar="ID"),
            click.Argument(["article"], metavar="[ARTICLE]", default=""),
            json_option(tr),
        ],
    )
