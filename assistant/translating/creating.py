"""A new language: its folder with everything that a translator needs, and what can be filled without knowing it."""

from __future__ import annotations

import json
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural

from assistant.i18n import DOMAIN, is_locale_name
from assistant.model import N_, InputError

from .glossary import terms
from .merging import first_id, plain_read, written

_RECORD = """\
# Who translates this language, in which tone, how it is written, and who has read it. Every key: docs/reference/content.md
id: {id}
name: {name}
tier: incubating          # official, unofficial or incubating: this one is being made
tone: to be chosen        # formal or not, and the word for "you"
drafted: person           # person, or machine if a machine wrote the first draft
people: []                # names of translators, if they want to be named
reviews: []               # - {{part: routes, by: name, on: 2027-01-31, legal: true}}   who has read a part from beginning to end
reading_aids: false       # true once every letter has a file {id}.md.j2
typography:
  quotes: []              # pairs of marks that may stand, the usual one first: ["„“", "«»"]
  space_before: ""        # signs that need a space before them which does not break: ";!?"
  scripts: [{script}]
avoid: []                 # - {{words: "arquivo|usuário", instead: "ficheiro, utilizador"}}   words that do not belong here
"""
_LEXICON = """\
# Words of this language that the program reads. One meaning a line; a meaning may have several lines.
# yes, no, unknown: answers people type. date: words that may stand in a date and say nothing.
# stop: words that tell nothing in a story.
# article: what stands before the number of an article in letters (art. article articles). part: before the number of a part of
# an article (paragraph point). join: what joins such numbers (and or to). All forms.
# place-cn, place-de, place-eu: towns, money and firms that tell where a story happened. home: where, if nothing tells (cn, de, eu).
# A number: the words for it, with all their forms.
# The months come from CLDR. Fill in what is empty; look into the folder of a language you know.
yes:
no:
unknown:
date:
stop:
article:
part:
join:
place-cn:
place-de:
place-eu:
home:
{numbers}
"""
_NUMBERS = (*range(1, 21), *range(30, 100, 10), *range(100, 1000, 100), 1000, 1_000_000, 1_000_000_000)


def create(locale: str, folder: Path) -> tuple[Path, int, int]:
    """Make ``folder/locale``. Gives the catalogue, how many of its texts there are, and how many were filled.

    Raises ``InputError`` for a name that is none, for a language that CLDR does not know, and where it is there already.
    """
    if not is_locale_name(locale):
        raise InputError(N_("'{name}' is no name of a language; write it as de, zh_Hans or pt_BR"), name=locale)
    try:
        known = Locale.parse(locale)
    except (UnknownLocaleError, ValueError) as error:
        raise InputError(
            N_("CLDR knows no language '{name}'. Look for its name at Unicode CLDR."), name=locale
        ) from error
    home = folder / locale
    if home.exists():
        raise InputError(N_("The language '{name}' is there already: {place}"), name=locale, place=f"locales/{locale}")
    template = folder / f"{DOMAIN}.pot"
    if not template.is_file():
        raise InputError(
            N_(
                "The texts to translate are not here. A new language is made in a copy of the source: see locales/README.md"
            )
        )
    catalogue, filled = seeded(plain_read(template), locale, folder)
    path = home / "LC_MESSAGES" / f"{DOMAIN}.po"
    path.parent.mkdir(parents=True)
    path.write_text(written(catalogue), encoding="utf-8")
    (home / "locale.yaml").write_text(_record(known, locale), encoding="utf-8")
    (home / "lexicon.txt").write_text(_LEXICON.format(numbers="\n".join(_numbers(known))), encoding="utf-8")
    return path, len(catalogue), filled


def seeded(template: Catalog, locale: str, folder: Path) -> tuple[Catalog, int]:
    """The empty catalogue of a language; a text that is a term of the glossary has that term, to be looked at."""
    by_english = {
        word.casefold(): (term.words[locale][0], term.standing.get(locale, "draft"))
        for term in terms(folder)
        if locale in term.words
        for word in term.words.get("en", ())[:1]
    }
    new = Catalog(locale=locale, project="recourse", charset="utf-8", fuzzy=False, header_comment="")
    filled = 0
    for message in template:
        if not message.id:
            continue
        seed = by_english.get(first_id(message).casefold()) if isinstance(message.id, str) else None
        filled += seed is not None
        new.add(
            message.id,
            seed[0] if seed is not None else "",
            context=message.context,
            auto_comments=message.auto_comments,
            user_comments=[f"From the glossary ({seed[1]})"] if seed is not None else (),
            flags=["fuzzy"] if seed is not None else (),
        )
    return new, filled


def _record(known: Locale, locale: str) -> str:
    name = known.get_display_name(locale) or locale
    return _RECORD.format(id=locale, name=json.dumps(name, ensure_ascii=False), script=_script(known))


def _script(known: Locale) -> str:
    """The script of the names of months: what the language is written in."""
    import unicodedata

    letters = [sign for sign in known.months["format"]["wide"][1] if sign.isalpha()]
    return unicodedata.name(letters[0]).split()[0] if letters else "LATIN"


def _numbers(known: Locale) -> list[str]:
    """Lines for numbers in words. The months stand there already."""
    months: dict[int, list[str]] = {}
    for kind in ("format", "stand-alone"):
        for number, name in known.months.get(kind, {}).get("wide", {}).items():
            if name.isalpha():  # abbreviations are left out: many are words of their own, as Czech "pro"
                months.setdefault(number, []).append(name.casefold())
    return [f"{number}: {' '.join(dict.fromkeys(months.get(number, [])))}".rstrip() for number in _NUMBERS]


def plural_forms(locale: str) -> int:
    """How many forms a word has beside a number, by CLDR."""
    return int(get_plural(locale).num_plurals)
