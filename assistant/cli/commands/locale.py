"""``recourse locale``: which languages there are, and how complete they are."""

from __future__ import annotations

import click

from assistant.cli.options import json_option
from assistant.cli.output import answer, answer_json
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken, SpokenGroup
from assistant.i18n import SOURCE, locales, translator


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run_list(as_json: bool) -> int:
        rows = [{"locale": one, "name": tr.name_of(one)} for one in locales()]
        if as_json:
            answer_json(rows)
        else:
            answer("\n".join(f"{row['locale']}  {row['name']}" for row in rows))
        return 0

    def run_status(as_json: bool) -> int:
        rows = [_status(setting, one) for one in locales()]
        if as_json:
            answer_json(rows)
        else:
            answer(
                "\n".join(
                    tr(
                        "{locale}: {done} of {all} texts of records, {letters} letters. {review}",
                        **row,
                    )
                    for row in rows
                )
            )
        return 0

    as_json = json_option(tr)
    group = SpokenGroup(tr, "locale", help=tr("Languages: list them, or show how complete they are."))
    group.add_command(Spoken(tr, "list", callback=run_list, params=[as_json], help=tr("List the languages.")))
    group.add_command(
        Spoken(
            tr,
            "status",
            callback=run_status,
            params=[as_json],
            help=tr("Show how complete each language is, and who has reviewed it."),
        )
    )
    return group


def _status(setting: Setting, locale: str) -> dict[str, str | int]:
    from assistant.knowledge import messages

    every = list(messages(setting.knowledge))
    spoken = translator(locale)
    done = len(every) if locale == SOURCE else sum(spoken.has(one.context, one.text) for one in every)
    letters = sum(locale in setting.desk.languages(one) for one in setting.knowledge.letters.ids())
    return {"locale": locale, "done": done, "all": len(every), "letters": letters, "review": _review(setting, locale)}


def _review(setting: Setting, locale: str) -> str:
    if locale == SOURCE:
        return setting.tr("Written by the makers; not yet reviewed by a lawyer of each country.")
    return setting.tr("Drafted, not yet reviewed by a native legal reader.")
