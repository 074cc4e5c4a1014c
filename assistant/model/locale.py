"""One language: who translates it, in which tone, how it is written, and what was looked at by whom."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Record

Part = Literal["interface", "situations", "routes", "letters", "aids", "glossary"]
"""What a language consists of: the program's own texts; texts of situations and questions; of routes, limits, offices
and sources; of letters, as they are asked and explained; the letters themselves, for filing or as reading aids; and the
terms of the glossary."""

PARTS: tuple[Part, ...] = ("interface", "situations", "routes", "letters", "aids", "glossary")

LocaleName = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?$")]
"""A language as gettext and CLDR name it: ``de``, ``zh_Hans``, ``pt_BR``."""

Short = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Review(Record):
    """A part that a native reader has read from beginning to end."""

    part: Part
    by: Short
    """The name or sign under which the reader wants to be named."""
    on: date
    legal: bool = False
    """Whether the reader knows the law and its words."""


class Avoid(Record):
    """Words that do not belong into this language, and what stands there instead."""

    words: Short
    """The word, or several parted by ``|``; an inflected form is found by its beginning with ``*``."""
    instead: Short
    severity: Literal["error", "warning"] = "warning"


class Typography(Record):
    """How the language is written, as far as a machine can look after it."""

    quotes: tuple[Annotated[str, StringConstraints(min_length=2, max_length=2)], ...] = ()
    """Pairs of quotation marks that may stand, the usual one first. Without any, marks are not checked."""
    space_before: str = Field(default="", max_length=20)
    """Signs that need a space before them which does not break: ``;!?`` in French."""
    space_after: str = Field(default="", max_length=20)
    """Signs that need such a space after them: the opening mark of quotation in French."""
    opened: tuple[Annotated[str, StringConstraints(min_length=2, max_length=2)], ...] = ()
    """Signs that come in pairs around a sentence, such as the question marks of Spanish."""
    full_width: bool = False
    """Whether commas, stops and brackets beside Han signs are full-width ones."""
    scripts: tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]+$")], ...] = ()
    """The scripts of its words, by their names in Unicode: ``LATIN``, ``CYRILLIC``, ``ARABIC``, ``CJK``. Latin words and
    Chinese terms in brackets may stand in every language."""
    hans: Literal["simplified", "traditional"] | None = None
    """Which Han signs it is written with."""


class LocaleRecord(Record):
    """``locales/<locale>/locale.yaml``."""

    id: LocaleName
    name: Short
    """What the language calls itself."""
    tier: Literal["official", "unofficial", "incubating"]
    """``official``: complete, and read by a native legal reader. ``unofficial``: complete, not read by one.
    ``incubating``: being made; the program speaks it when asked, but does not offer it."""
    tone: Short
    """The tone: formal or not, and the word for "you"."""
    drafted: Literal["person", "machine"]
    """Who wrote the first draft. What a machine drafted is said to be so, in the language itself."""
    people: tuple[Short, ...] = ()
    """Translators, if they want to be named."""
    reviews: tuple[Review, ...] = ()
    reading_aids: bool = False
    """Whether every letter has a reading aid in this language."""
    typography: Typography = Field(default_factory=Typography)
    avoid: tuple[Avoid, ...] = ()

    def reviewed(self, part: Part) -> tuple[Review, ...]:
        """Who has read a part."""
        return tuple(one for one in self.reviews if one.part == part)
