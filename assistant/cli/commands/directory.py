"""``recourse directory``: bodies and companies to write to."""

from __future__ import annotations

import click

from assistant.cli.output import answer, answer_json, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken, SpokenGroup


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(text: tuple[str, ...], as_json: bool) -> int:
        from assistant.guide import Section
        from assistant.guide import text as as_text
        from assistant.knowledge import localise

        wanted = " ".join(text).casefold().split()
        found = [
            spoken
            for spoken in (localise(one, tr) for one in setting.knowledge.bodies)
            if all(word in f"{spoken.id} {spoken.name} {spoken.title}".casefold() for word in wanted)
        ]
        if as_json:
            answer_json([one.model_dump(mode="json") for one in found])
        elif found:
            answer(as_text([Section(one.id, tuple(setting.pages.body(one))) for one in found]))
        else:
            talk(
                tr(
                    "The directory has nobody of that name. Look at the paper you got: the name and address of the sender stand on it."
                )
            )
        return 0 if found else 1

    group = SpokenGroup(tr, "directory", help=tr("Find a body or company to write to."))
    group.add_command(
        Spoken(
            tr,
            "find",
            callback=run,
            help=tr("Find bodies and companies by name."),
            params=[
                click.Argument(["text"], nargs=-1),
                click.Option(["as_json", "--json"], is_flag=True, help=tr("Print the answer as JSON")),
            ],
        )
    )
    return group
