"""``recourse find``: situations that fit plain words."""

from __future__ import annotations

import sys

import click

from assistant.cli.options import json_option
from assistant.cli.output import answer, answer_json, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.i18n import Translator
from assistant.model import N_, InputError
from assistant.text import clean

LONGEST = 20_000
"""Characters of a story that are read."""


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(text: tuple[str, ...], country: str | None, as_json: bool) -> int:
        found = setting.adviser.find(story(text, tr), tr, country.lower() if country else None)
        if as_json:
            answer_json(
                [
                    {
                        "id": one.situation.id,
                        "parent": one.situation.parent,
                        "title": one.situation.title,
                        "score": one.score,
                    }
                    for one in found
                ]
            )
        elif found:
            answer(
                "\n".join(f"{one.situation.id}\n  {one.situation.title}\n  {one.situation.summary}" for one in found)
            )
        else:
            talk(tr("Nothing fits these words. Try other words, or answer the questions: recourse --plain"))
        return 0 if found else 1

    return Spoken(
        tr,
        "find",
        callback=run,
        help=tr(
            "Find situations that fit plain words, best first. Without words, or with -, the story is read from the keyboard or a pipe, so that it does not stand in your shell's history."
        ),
        params=[
            click.Argument(["text"], nargs=-1),
            click.Option(["--country"], metavar="CC", help=tr("Only situations of this country, for example cn or de")),
            json_option(tr),
        ],
    )


def story(text: tuple[str, ...], tr: Translator) -> str:
    """The words of the command line, or what is typed or piped in."""
    told = clean(" ".join(text) if text and text != ("-",) else _typed(tr))
    if not told.strip():
        raise InputError(
            N_(
                "There are no words to search for. Write what happened, for example: recourse find I paid but I am still on the court list"
            )
        )
    return told[:LONGEST]


def _typed(tr: Translator) -> str:
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        talk(tr("Write what happened. End with an empty line."))
        return " ".join(iter(lambda: sys.stdin.readline(LONGEST).strip(), ""))
    return sys.stdin.read(LONGEST)
