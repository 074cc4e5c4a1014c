"""A translator is an object that is passed: no global, no state, two may be used at once."""

from __future__ import annotations

import datetime as dt
import gettext
import io
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import paths
from assistant.lexicon import lexicon
from assistant.model import N_, InputError
from assistant.text import same_addresses, same_numbers

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

DOMAIN = "assistant"
SOURCE = "en"

_NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_LOCALE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")
_CONTEXT = "\x04"
_PO_LINE = re.compile(r'#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?)\s*)?"(?:[^"\\]|\\.)*"', re.DOTALL)
_NO_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Stands in a compiled catalogue, so that the same file gives the same bytes in every minute."""
_SEARCH_WORDS = ":words"
"""The end of the context of words to search by: they are written anew in each language, not translated."""


def placeholders(text: str) -> frozenset[str]:
    """The ``{names}`` in a message."""
    return frozenset(_NAME.findall(text))


def fill(text: str, values: dict[str, str | int]) -> str:
    """Put values in place of ``{names}``. Names only: no dots, brackets or format marks (F10)."""
    return _NAME.sub(lambda found: str(values.get(found[1], found[0])), text)


def harmless(text: str) -> bool:
    """Whether a translation is free of control and direction characters (T7)."""
    return all(
        c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") or c in "\u200c\u200d\u00ad" for c in text
    )


@dataclass(frozen=True)
class Translator:
    """Messages, plurals, dates and lists in one locale."""

    locale: str
    catalogue: gettext.NullTranslations
    memory: dict[int, tuple[object, object]] = field(default_factory=dict, repr=False, compare=False)
    """What was put into this language already, by identity; nothing in it depends on who asks."""

    def __call__(self, message: str, /, **values: str | int) -> str:
        """The message in this locale, with values put in."""
        return fill(self._sound(message, self.catalogue.gettext(message)), values)

    def ctx(self, context: str, message: str, /, **values: str | int) -> str:
        """The same for a short message that needs a context."""
        return fill(self._sound(message, self.catalogue.pgettext(context, message)), values)

    def plural(self, singular: str, plural: str, n: int, /, **values: str | int) -> str:
        """The form for ``n``; ``{n}`` is filled by itself."""
        found = self.catalogue.ngettext(singular, plural, n)
        names = placeholders(plural)
        more = lexicon(self.locale).numbers
        numbers = same_numbers(plural, found, more) or same_numbers(singular, found, more)
        same = placeholders(found) <= names and numbers
        sound = found if same and harmless(found) else (singular if n == 1 else plural)
        return fill(sound, {"n": n, **values})

    def content(self, context: str, message: str) -> str:
        """A text of a record. Untranslated text stays English and is marked as such."""
        if self.locale == SOURCE:
            return message
        found = self.catalogue.pgettext(context, message)
        if found == message and not self.has(context, message):
            return self("(not yet translated) {text}", text=message)
        return found if context.endswith(_SEARCH_WORDS) and harmless(found) else self._sound(message, found)

    def has(self, context: str, message: str) -> bool:
        """Whether the catalogue translates a text of a record."""
        entries = getattr(self.catalogue, "_catalog", {})
        return f"{context}{_CONTEXT}{message}" in entries

    def _sound(self, message: str, found: str) -> str:
        """A translation with other placeholders, numbers or addresses, or with hidden characters, is not used."""
        if found == message:
            return message
        same = placeholders(found) == placeholders(message) and same_numbers(
            message, found, lexicon(self.locale).numbers
        )
        return found if same and same_addresses(message, found) and harmless(found) else message

    def day(self, day: dt.date) -> str:
        """A day with its weekday, short: ``Sat 7 Nov 2026``."""
        return self._dated(day, {"en": "EEE d MMM y", "zh": "y年M月d日（EEE）", "de": "EEE d. MMM y"}, "yMMMEd")

    def full_day(self, day: dt.date) -> str:
        """A day with its weekday in words: ``Saturday 7 November 2026``."""
        return self._dated(day, {"en": "EEEE d MMMM y", "zh": "y年M月d日（EEEE）", "de": "EEEE, d. MMMM y"}, "full")

    def date(self, day: dt.date) -> str:
        """A day as it stands in a letter: ``7 November 2026``."""
        return self._dated(day, {"en": "d MMMM y", "zh": "y年M月d日", "de": "d. MMMM y"}, "long")

    def month(self, day: dt.date) -> str:
        """A month: ``November 2026``."""
        return self._dated(day, {"zh": "y年M月", "en": "LLLL y", "de": "LLLL y"}, "yMMMM")

    def _dated(self, day: dt.date, patterns: dict[str, str], default: str) -> str:
        """By our own pattern, or as CLDR has it: ``default`` is one of its lengths, or a skeleton."""
        from babel.dates import format_date, format_skeleton

        pattern = patterns.get(self.locale.partition("_")[0])
        if pattern is None and default not in ("full", "long"):
            return format_skeleton(default, dt.datetime.combine(day, dt.time()), locale=self.locale)
        return format_date(day, pattern or default, locale=self.locale)

    def list(self, items: list[str]) -> str:
        """``a, b and c``."""
        from babel.lists import format_list

        return format_list(items, locale=self.locale)

    def territory(self, code: str) -> str:
        """The name of a country in this language, from its two letters."""
        from babel import Locale

        return str(Locale.parse(self.locale).territories.get(code.upper(), code))

    def name_of(self, locale: str) -> str:
        """The name of a language in this language."""
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(locale).get_display_name(self.locale) or locale
        except (UnknownLocaleError, ValueError):
            return locale


def locales(folder: Path | None = None) -> list[str]:
    """The locales there are: English, and one for each well-named folder with a catalogue."""
    folder = folder or paths.room("locales")
    found = {SOURCE}
    if folder.is_dir():
        found |= {p.name for p in folder.iterdir() if _LOCALE.fullmatch(p.name) and (p / "LC_MESSAGES").is_dir()}
    return sorted(found)


def translator(locale: str, folder: Path | None = None) -> Translator:
    """The translator of a locale. Raises ``InputError`` when there is none of that name."""
    folder = folder or paths.room("locales")
    if locale not in locales(folder):
        raise InputError(
            N_("There is no language '{locale}'. There are: {known}."),
            locale=locale,
            known=", ".join(locales(folder)),
        )
    if locale == SOURCE:
        return Translator(SOURCE, gettext.NullTranslations())
    base = folder / locale / "LC_MESSAGES"
    compiled = base / f"{DOMAIN}.mo"
    source = base / f"{DOMAIN}.po"
    data = compiled.read_bytes() if _is_current(compiled, source) else compile_po(source)
    return Translator(locale, gettext.GNUTranslations(io.BytesIO(data)))


def voice(locale: str) -> Translator:
    """The translator of a language in which letters are filed, also where the program does not speak it."""
    return translator(locale) if locale in locales() else Translator(locale, gettext.NullTranslations())


def _is_current(compiled: Path, source: Path) -> bool:
    """Whether the compiled catalogue may be used: there is no source, or it is not newer."""
    if not compiled.is_file():
        return False
    return not source.is_file() or compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns


def read_catalogue(path: Path) -> Catalog:
    """A catalogue as data; a broken one is an ``InputError`` with file, line and problem.

    Nothing in its header is obeyed (T7): it is UTF-8 whatever it says, and the plural rule is that of
    CLDR. A header could otherwise ask for fifty million plural forms, and get them.
    """
    from babel import Locale, UnknownLocaleError
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import PoFileError, PoFileParser

    def _headers(catalogue: Catalog) -> object:
        return Catalog.mime_headers.__get__(catalogue)

    class Deaf(Catalog):
        mime_headers = property(_headers, lambda *_: None)

    try:
        # A language that CLDR does not know has no plural rule and no names of months.
        catalogue = Deaf(locale=Locale.parse(path.parent.parent.name), charset="utf-8", creation_date=_NO_DAY)
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
        for number, text in enumerate(map(str.strip, lines)):
            # The parser would take the first and the last letter for quotation marks, whatever they are.
            if text and not _PO_LINE.fullmatch(text):
                raise PoFileError("the line cannot be read; put the text in quotation marks", catalogue, text, number)  # noqa: TRY301
        PoFileParser(catalogue, abort_invalid=True).parse(lines)
        for message in catalogue:
            ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
            if len(ids) > 2 or any("\x00" in one for one in ids):  # noqa: PLR2004 - one form and the other
                raise PoFileError("the entry cannot be read", catalogue, "", (message.lineno or 1) - 1)  # noqa: TRY301
    except (
        OSError, PoFileError, UnknownLocaleError, ValueError, LookupError, AttributeError, TypeError, AssertionError,
    ) as error:  # fmt: skip
        line = getattr(error, "lineno", None)
        raise InputError(
            N_("{file}: the catalogue cannot be read: {problem}"),
            file=path.name,
            line=line + 1 if isinstance(line, int) else 1,
            problem=str(error) or type(error).__name__,
        ) from error
    return catalogue


def compile_po(path: Path) -> bytes:
    """A catalogue compiled in memory, so that a translator sees a saved file at once.

    Fuzzy entries are left out: a changed sentence falls back to English. The plural rule is taken
    from CLDR, never from the file.
    """
    try:
        seen = path.stat()
    except OSError:
        return _compiled(path, 0, 0)  # says what is wrong with it
    return _compiled(path, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=16)
def _compiled(path: Path, _changed: int, _size: int) -> bytes:
    """Compiled once for each state of the file: a large catalogue takes a second or two."""
    from babel.messages.mofile import write_mo

    out = io.BytesIO()
    write_mo(out, read_catalogue(path))
    return out.getvalue()


def negotiate(wanted: str, known: list[str]) -> str:
    """The locale of ours that serves a system's name (``zh_SG.UTF-8``, ``de_AT``), or English."""
    name = wanted.split(".", maxsplit=1)[0].split("@", maxsplit=1)[0].replace("-", "_")
    if name in known:
        return name
    if not re.fullmatch(r"[A-Za-z]{2,3}(_[A-Za-z0-9]{2,8}){0,3}", name):
        return SOURCE
    language = name.partition("_")[0].lower()
    same = [one for one in known if one.partition("_")[0] == language]
    if not same or language != "zh":
        return same[0] if same else SOURCE
    return _by_script(name, same)


def _by_script(name: str, same: list[str]) -> str:
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    likely = get_global("likely_subtags")
    try:
        parsed = Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return same[0]
    key = "_".join(part for part in (parsed.language, parsed.territory) if part)
    script = parsed.script or Locale.parse(likely.get(key, likely.get(parsed.language, "zh_Hans_CN"))).script
    fitting = f"{parsed.language}_{script}"
    return fitting if fitting in same else (SOURCE if same else same[0])
