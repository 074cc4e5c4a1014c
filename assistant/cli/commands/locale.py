"""``recourse locale``: the translator's bench."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from assistant import paths
from assistant.cli.options import json_option
from assistant.cli.output import answer, answer_json
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken, SpokenGroup
from assistant.i18n import PSEUDO, locales
from assistant.model import N_

if TYPE_CHECKING:
    from assistant.model.locale import Review
    from assistant.translating.standing import Standing

PART_NAMES = {
    "interface": N_("interface"),
    "situations": N_("situations"),
    "routes": N_("routes"),
    "letters": N_("questions of letters"),
    "aids": N_("letters"),
    "glossary": N_("glossary"),
}


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr
    group = SpokenGroup(tr, "locale", help=tr("Languages: list them, see how far they are, make a new one."))
    for one in (_list(setting), _status(setting), _new(setting), _preview(setting)):
        group.add_command(one)
    return group


def _list(setting: Setting) -> click.Command:
    def run(as_json: bool) -> int:
        rows = [{"locale": one, "name": setting.tr.name_of(one)} for one in locales()]
        if as_json:
            answer_json(rows)
        else:
            answer("\n".join(f"{row['locale']}  {row['name']}" for row in rows))
        return 0

    return Spoken(
        setting.tr, "list", callback=run, params=[json_option(setting.tr)], help=setting.tr("List the languages.")
    )


def _status(setting: Setting) -> click.Command:
    tr = setting.tr

    def run(locale: str | None, as_json: bool) -> int:
        wanted = [locale] if locale is not None else locales()
        found = {one: _standings(setting, one) for one in wanted}
        if as_json:
            answer_json([_as_json(setting, one, parts) for one, parts in found.items()])
        else:
            answer("\n\n".join(_table(setting, one, parts) for one, parts in found.items()))
        return 0

    return Spoken(
        tr,
        "status",
        callback=run,
        params=[click.Argument(["locale"], required=False), json_option(tr)],
        help=tr("Show how far each language is, part by part: done, draft, stale, and who has read it."),
    )


def _new(setting: Setting) -> click.Command:
    tr = setting.tr

    def run(locale: str) -> int:
        from assistant.translating.creating import create, plural_forms

        path, every, filled = create(locale, paths.room("locales"))
        place = path.parent.parent.name
        answer(
            "\n".join(
                [
                    tr("Made: locales/{place} for {name}.", place=place, name=tr.name_of(locale)),
                    tr(
                        "{every} texts to translate; {filled} have a word of the glossary to look at.",
                        every=every,
                        filled=filled,
                    ),
                    tr.plural(
                        "A word beside a number has {n} form in this language.",
                        "A word beside a number has {n} forms in this language.",
                        plural_forms(locale),
                    ),
                    tr("1. Fill in locales/{place}/locale.yaml and lexicon.txt with a text editor.", place=place),
                    tr("2. Open locales/{place}/LC_MESSAGES/assistant.po in Poedit.", place=place),
                    tr("3. See it in the program: recourse locale preview {place}", place=place),
                    tr("4. Ask what is missing or damaged: recourse check --warnings locales/{place}", place=place),
                ]
            )
        )
        return 0

    return Spoken(
        tr,
        "new",
        callback=run,
        params=[click.Argument(["locale"])],
        help=tr("Make a new language: its folder, its empty catalogue, and what CLDR and the glossary know."),
    )


def _preview(setting: Setting) -> click.Command:
    tr = setting.tr

    def run(locale: str, text: str | None) -> int:
        if text is not None:
            return _search(setting, locale, text)
        from assistant.cli.opening import open_program

        return open_program(replace(setting, locale=locale, previewed=True))

    return Spoken(
        tr,
        "preview",
        callback=run,
        params=[
            click.Argument(["locale"]),
            click.Option(
                ["--text"], metavar="WORDS", help=tr("Do not open the program; print the entries that hold these words")
            ),
        ],
        help=tr(
            "Open the program in a language. F7 lists the texts of the page, with the entry of each. For tests there are also: {names}",
            names=", ".join(PSEUDO),
        ),
    )


def _search(setting: Setting, locale: str, text: str) -> int:
    from assistant.translating.finding import entries

    tr = setting.tr
    found = entries(locale, paths.room("locales"), text)
    answer(
        "\n\n".join(
            "\n".join(
                [
                    tr("line {line}: {context}", line=one.line, context=one.context or tr("program")),
                    f"  {one.source}",
                    f"  {one.said or tr('(not translated)')}",
                ]
            )
            for one in found
        )
        or tr("No entry holds these words.")
    )
    return 0 if found else 1


def _standings(setting: Setting, locale: str) -> tuple[Standing, ...]:
    from assistant.knowledge.languages import language
    from assistant.translating.glossary import terms
    from assistant.translating.standing import standings

    folder = paths.room("locales")
    ids = setting.knowledge.letters.ids()
    written = sum(locale in setting.desk.languages(one) for one in ids)
    return standings(locale, folder, language(locale, folder), (written, len(ids)), terms(folder))


def _as_json(setting: Setting, locale: str, parts: tuple[Standing, ...]) -> dict[str, object]:
    """``done`` and ``all`` count the texts of records, ``letters`` the letters written in the language."""
    from assistant.guide.drafted import drafted

    records = [one for one in parts if one.part in ("situations", "routes", "letters")]
    return {
        "locale": locale,
        "name": setting.tr.name_of(locale),
        "done": sum(one.done for one in records),
        "all": sum(one.every for one in records),
        "letters": sum(one.done for one in parts if one.part == "aids"),
        "review": " ".join(drafted(locale, setting.tr)),
        "parts": [_part(one) for one in parts],
    }


def _part(one: Standing) -> dict[str, object]:
    return {
        "part": one.part,
        "texts": one.every,
        "done": one.done,
        "draft": one.drafted,
        "stale": one.stale,
        "missing": one.missing,
        "reviews": [{"by": review.by, "on": review.on.isoformat(), "legal": review.legal} for review in one.reviews],
    }


def _table(setting: Setting, locale: str, parts: tuple[Standing, ...]) -> str:
    """One language: a line of names, and a line a part. Figures stand right, so that they can be compared."""
    from assistant.guide.drafted import drafted
    from assistant.text import width

    tr = setting.tr
    heads = [tr("part"), tr("done"), tr("of"), tr("draft"), tr("stale"), tr("missing"), tr("read by")]
    rows = [heads]
    for one in parts:
        figures = (one.done, one.every, one.drafted, one.stale, one.missing)
        rows.append([tr(PART_NAMES[one.part]), *map(str, figures), _readers(setting, one.reviews)])
    widths = [max(width(row[at]) for row in rows) for at in range(len(heads) - 1)]
    lines = [
        "  ".join(
            [
                row[0] + " " * (widths[0] - width(row[0])),
                *(" " * (widths[at] - width(row[at])) + row[at] for at in range(1, len(widths))),
                row[-1],
            ]
        ).rstrip()
        for row in rows
    ]
    return "\n".join([f"{locale}  {tr.name_of(locale)}", *lines, *drafted(locale, tr)])


def _readers(setting: Setting, reviews: tuple[Review, ...]) -> str:
    tr = setting.tr
    words = {True: N_("{name}, who knows the law, {day}"), False: N_("{name}, {day}")}
    said = [tr(words[one.legal], name=one.by, day=tr.date(one.on)) for one in reviews]
    return tr.list(said) if said else tr("nobody yet")
