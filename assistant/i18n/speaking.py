"""A translator is an object that is passed: no global, no state, two may be used at once."""

from __future__ import annotations

import datetime as dt
import gettext
from dataclasses import dataclass, field

from assistant.lexicon import lexicon
from assistant.model import N_
from assistant.text import is_right_to_left, same_addresses, same_numbers

from .messages import fill, harmless, placeholders
from .pseudo import PSEUDO

SOURCE = "en"
_CONTEXT = "\x04"
SEARCH_WORDS = ":words"
"""The end of the context of words to search by: they are written anew in each language, not translated."""

_UNTRANSLATED = N_("(not yet translated) {text}")


@dataclass(frozen=True)
class Translator:
    """Messages, plurals, dates and lists in one locale."""

    locale: str
    catalogue: gettext.NullTranslations
    memory: dict[int, tuple[object, object]] = field(default_factory=dict, repr=False, compare=False)
    """What was put into this language already, by identity; nothing in it depends on who asks."""

    @property
    def cldr(self) -> str:
        """The name under which CLDR knows the language: dates and lists of a language to test with are English."""
        return SOURCE if self.locale in PSEUDO else self.locale

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return is_right_to_left(self.locale)

    @property
    def made_up(self) -> bool:
        """Whether it is one of the languages to test with: it has every message, and none is checked."""
        return bool(getattr(self.catalogue, "made_up", False))

    def __call__(self, message: str, /, **values: str | int) -> str:
        """The message in this locale, with values put in."""
        return fill(self._sound(message, self.catalogue.gettext(message)), values)

    def ctx(self, context: str, message: str, /, **values: str | int) -> str:
        """The same for a short message that needs a context."""
        return fill(self._sound(message, self.catalogue.pgettext(context, message)), values)

    def plural(self, singular: str, plural: str, n: int, /, **values: str | int) -> str:
        """The form for ``n``; ``{n}`` is filled by itself."""
        found = self.catalogue.ngettext(singular, plural, n)
        if self.made_up:
            return fill(found, {"n": n, **values})
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
            return self(_UNTRANSLATED, text=message)
        return found if context.endswith(SEARCH_WORDS) and harmless(found) else self._sound(message, found)

    def has(self, context: str, message: str) -> bool:
        """Whether the catalogue translates a text of a record."""
        if self.made_up:
            return True
        entries = getattr(self.catalogue, "_catalog", {})
        return f"{context}{_CONTEXT}{message}" in entries

    def _sound(self, message: str, found: str) -> str:
        """A translation with other placeholders, numbers or addresses, or with hidden characters, is not used."""
        if found == message or self.made_up:
            return found
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

        pattern = patterns.get(self.cldr.partition("_")[0])
        if pattern is None and default not in ("full", "long"):
            return format_skeleton(default, dt.datetime.combine(day, dt.time()), locale=self.cldr)
        return format_date(day, pattern or default, locale=self.cldr)

    def list(self, items: list[str]) -> str:
        """``a, b and c``."""
        from babel.lists import format_list

        return format_list(items, locale=self.cldr)

    def territory(self, code: str) -> str:
        """The name of a country in this language, from its two letters."""
        from babel import Locale

        return str(Locale.parse(self.cldr).territories.get(code.upper(), code))

    def name_of(self, locale: str) -> str:
        """The name of a language in this language."""
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(locale).get_display_name(self.cldr) or locale
        except (UnknownLocaleError, ValueError):
            return locale
