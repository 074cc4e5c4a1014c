"""Our glossary: terms of art in each language, with where each word was seen. ``locales/glossary.csv``."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant import paths

FILE = "glossary.csv"
_PLACES = "TW|HK|PT|BR|AT|QC|US|UK|ES|РФ|152-ФЗ"
_TAG = re.compile(rf"^\s*({_PLACES})[:\s]+|\s*\(({_PLACES})\)")
_NOTE = re.compile(rf"\s*[(（](?!(?:{_PLACES})\))[^()（）]*[)）]")
_HOME = {"pt": "PT", "es": "ES", "ru": "РФ"}
"""Whose words a language without a country in its name uses, where countries differ."""

Standing = Literal["official", "attested", "draft"]
STANDINGS: tuple[Standing, ...] = ("official", "attested", "draft")
"""Seen in an official text of that language; seen in a good second source; our own rendering."""


@dataclass(frozen=True)
class Term:
    """One term of art."""

    id: str
    domain: str
    definition: str
    evidence: str
    words: Mapping[str, tuple[str, ...]]
    """By locale: its variants, the preferred one first."""
    common: Mapping[str, tuple[str, ...]]
    """By locale: those that are not for letters to one place only."""
    standing: Mapping[str, Standing]
    """By locale: how well the first variant is evidenced."""


def terms(folder: Path | None = None) -> tuple[Term, ...]:
    """Every term, in the order of the file. A glossary that is not there has none."""
    path = (folder or paths.room("locales")) / FILE
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        known = ("id", "domain", "definition_en", "evidence", "status")
        locales = [name for name in rows.fieldnames or () if name not in known]
        return tuple(
            Term(
                row["id"],
                row["domain"],
                row["definition_en"],
                row["evidence"],
                {one: found for one in locales if (found := variants(row[one] or ""))},
                {one: found for one in locales if (found := common(row[one] or "", one))},
                _standings(row["status"] or ""),
            )
            for row in rows
        )


def variants(cell: str) -> tuple[str, ...]:
    """The words of a cell: without notes in brackets and without the tag of a country."""
    return tuple(dict.fromkeys(word for word, _ in _parts(cell)))


def common(cell: str, locale: str) -> tuple[str, ...]:
    """The words of a cell that are used in ``locale`` whomever one writes to."""
    return tuple(dict.fromkeys(word for word, place in _parts(cell) if place in ("", _HOME.get(locale, ""))))


def _parts(cell: str) -> Iterator[tuple[str, str]]:
    """Each word, and the place it is for."""
    for one in re.split(r" / |;\s", _NOTE.sub("", cell)):
        tag = _TAG.search(one)
        word = _TAG.sub("", one).strip()
        if word:
            yield word, (tag[1] or tag[2]) if tag else ""


def _standings(cell: str) -> dict[str, Standing]:
    """``official: de,fr; draft: pl`` by locale."""
    found: dict[str, Standing] = {}
    for part in cell.split(";"):
        name, _, locales = part.strip().partition(":")
        for standing in STANDINGS:
            if name.strip() == standing:
                found |= dict.fromkeys((one.strip() for one in locales.split(",") if one.strip()), standing)
    return found
