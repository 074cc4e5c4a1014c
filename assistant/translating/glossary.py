"""Our glossary: terms of art in each language, with where each word was seen. ``locales/glossary.csv``."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant import paths

FILE = "glossary.csv"
_TAG = re.compile(r"^\s*(?:TW|HK|PT|BR|AT|QC|US|UK|ES|РФ|152-ФЗ)[:\s]+|\s*\((?:TW|HK|PT|BR|AT|QC|US|UK|ES|РФ|152-ФЗ)\)")
_NOTE = re.compile(r"\s*[(（][^()（）]*[)）]")

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
                {one: found for one in locales if (found := variants(row[one]))},
                _standings(row["status"]),
            )
            for row in rows
        )


def variants(cell: str) -> tuple[str, ...]:
    """The words of a cell: without notes in brackets and without the tag of a country."""
    words = (_NOTE.sub("", _TAG.sub("", one)).strip() for one in cell.split(" / "))
    return tuple(dict.fromkeys(one for one in words if one))


def _standings(cell: str) -> dict[str, Standing]:
    """``official: de,fr; draft: pl`` by locale."""
    found: dict[str, Standing] = {}
    for part in cell.split(";"):
        name, _, locales = part.strip().partition(":")
        for standing in STANDINGS:
            if name.strip() == standing:
                found |= dict.fromkeys((one.strip() for one in locales.split(",") if one.strip()), standing)
    return found
