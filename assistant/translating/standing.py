"""How far a language is: done, stale, missing, in each of its parts, and who has read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from assistant.i18n import DOMAIN, SOURCE
from assistant.model.locale import PARTS, LocaleRecord, Part, Review

from .glossary import Term
from .parts import part_of

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog


PACKED = "status.json"
"""In a wheel: how far each language was when it was built."""


@dataclass(frozen=True)
class Standing:
    """One part of one language."""

    part: Part
    every: int = 0
    """Texts, letters or terms that there are in English."""
    done: int = 0
    """Translated and up to date."""
    stale: int = 0
    """Translated, but the source was reworded since: not shown until someone has looked."""
    drafted: int = 0
    """Of those done, how many no native reader has read: all of them, or none."""
    reviews: tuple[Review, ...] = ()

    @property
    def missing(self) -> int:
        """Not translated at all."""
        return self.every - self.done - self.stale


def standings(
    locale: str,
    folder: Path,
    record: LocaleRecord | None,
    letters: tuple[int, int],
    terms: Iterable[Term],
) -> tuple[Standing, ...]:
    """Each part of ``locale``. ``letters``: how many are written in it, and how many there are.

    Raises ``InputError`` where the catalogue cannot be read.
    """
    packed = folder / PACKED
    if packed.is_file():
        return unpacked(packed, locale)
    every = list(terms)
    aids = Standing("aids", letters[1], letters[0])
    glossary = Standing("glossary", len(every), sum(locale in one.words for one in every))
    found = {**_texts(locale, folder), "aids": aids, "glossary": glossary}
    return tuple(_with_reviews(found.get(part, Standing(part)), record) for part in PARTS)


def packed(parts: dict[str, tuple[Standing, ...]]) -> str:
    """What a wheel carries instead of the catalogues that translators work on."""
    kind = TypeAdapter(dict[str, tuple[Standing, ...]])
    return kind.dump_json(parts, indent=1).decode()


def unpacked(path: Path, locale: str) -> tuple[Standing, ...]:
    """What was packed for ``locale``."""
    kind = TypeAdapter(dict[str, tuple[Standing, ...]])
    return kind.validate_json(path.read_bytes()).get(locale, ())


def _with_reviews(one: Standing, record: LocaleRecord | None) -> Standing:
    reviews = record.reviewed(one.part) if record is not None else ()
    return replace(one, reviews=reviews, drafted=0 if reviews else one.done)


def _texts(locale: str, folder: Path) -> dict[Part, Standing]:
    """The parts that stand in the catalogue. The source language is always done: it is written, not translated."""
    from .merging import first_id, is_translated

    catalogue = _catalogue(locale, folder)
    found: dict[Part, Standing] = {}
    for message in catalogue:
        if not message.id or not first_id(message):
            continue
        part = part_of(message.context)
        now = found.get(part, Standing(part))
        whole = locale == SOURCE or is_translated(message)
        stale = whole and message.fuzzy
        found[part] = replace(now, every=now.every + 1, done=now.done + (whole and not stale), stale=now.stale + stale)
    return found


def _catalogue(locale: str, folder: Path) -> Catalog:
    from assistant.i18n import read_catalogue

    from .merging import plain_read

    if locale == SOURCE:
        return plain_read(folder / f"{DOMAIN}.pot")
    return read_catalogue(folder / locale / "LC_MESSAGES" / f"{DOMAIN}.po")
