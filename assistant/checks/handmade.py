"""Dates by hand: a day is put in by the program, in the form that the language has (CLDR)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from assistant.model import N_

from .finding import Finding, Rooms, found
from .spoken import Entry, Language, languages

_DAY = re.compile(r"\{(?:day|since|until|checked)\}")
_GLUED = re.compile(
    r"\{(?:day|since|until|checked)\}(?:[日号號年月]|er\b|º|ª|\.º|-?го\b|th\b|\.[ \u00a0]?(?:\d|\{month\}))"
)
_PATTERN = re.compile(
    r"%[dmYjBy]\b|\b(?:TT|DD|JJ|GG|gg|dd|jj|tt|дд|ДД|dag)[./-](?:MM|mm|мм|ММ)[./-]?\w*|\b(?:yyyy|YYYY|JJJJ|AAAA|aaaa|гггг|ГГГГ|rrrr)\b"
)


def handmade(rooms: Rooms) -> Iterator[Finding]:
    """No translation adds a month, a day of the week or a pattern of its own to a day that is filled in."""
    for language in languages(rooms):
        names = _calendar_names(language.locale)
        yield from language.each(lambda entry, of=language, known=names: _written(entry, of, known))  # type: ignore[misc]


def _written(entry: Entry, language: Language, names: re.Pattern[str] | None) -> Iterator[Finding]:
    if not _DAY.search(entry.english):
        return
    english = _calendar_names("en")
    for string in entry.strings:
        hit = _GLUED.search(string) or (_PATTERN.search(string) if not _PATTERN.search(entry.english) else None)
        if hit is None and names is not None and not (english and english.search(entry.english)):
            hit = names.search(string)
        if hit is not None:
            yield found(
                "written-date",
                "error",
                N_(
                    "{file} line {line}: '{text}': the whole day is filled in as {locale} writes it; leave out '{part}'"
                ),
                **entry.place,
                locale=language.locale,
                part=hit[0],
            )


@lru_cache(maxsize=64)
def _calendar_names(locale: str) -> re.Pattern[str] | None:
    """Months and days of the week, written out, of a language that CLDR knows."""
    try:
        known = Locale.parse(locale)
    except (UnknownLocaleError, ValueError):
        return None
    tables = [kind.get("wide", {}) for calendar in (known.months, known.days) for kind in calendar.values()]
    names = {name for table in tables for name in table.values() if name.isalpha() and not name[:1].isdigit()}
    words = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None
