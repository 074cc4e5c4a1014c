"""The glossary itself: ids, columns, and where each word was seen."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator

from assistant.model import N_
from assistant.translating.glossary import FILE, STANDINGS

from .finding import Finding, Rooms, found

_TOLD = ("id", "domain", "definition_en", "evidence", "status")
_NEEDED = ("id", "domain", "en", "definition_en", "evidence")


def glossaries(rooms: Rooms) -> Iterator[Finding]:
    """Every row of ``glossary.csv`` is whole, and says of each of its words how well it is evidenced."""
    path = rooms.locales / FILE
    if not path.is_file():
        return
    file = f"locales/{FILE}"
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        rows = csv.DictReader(stream, strict=False)
        heads = tuple(rows.fieldnames or ())
        seen: dict[str, int] = {}
        before = 1
        for row in rows:
            line, before = before + 1, rows.line_num
            if None in row or None in row.values():
                yield found(
                    "glossary-columns",
                    "error",
                    N_("{file} line {line}: the row must have {count} cells, parted by commas"),
                    file=file,
                    line=line,
                    count=len(heads),
                )
                continue
            yield from _row(row, file, line, heads)
            if row["id"] in seen:
                yield found(
                    "glossary-id",
                    "error",
                    N_("{file} line {line}: the id '{name}' stands in line {other} already; ids are unique"),
                    file=file,
                    line=line,
                    name=row["id"],
                    other=seen[row["id"]],
                )
            seen.setdefault(row["id"], line)


def _row(row: dict[str, str], file: str, line: int, heads: tuple[str, ...]) -> Iterator[Finding]:
    for name in _NEEDED:
        if not row.get(name, "").strip():
            yield found(
                "glossary-cell",
                "error",
                N_("{file} line {line}: the cell '{name}' is empty; fill it in"),
                file=file,
                line=line,
                name=name,
            )
    told: Counter[str] = Counter()
    for part in filter(None, (one.strip() for one in row.get("status", "").split(";"))):
        standing, _, locales = part.partition(":")
        told.update(one.strip() for one in locales.split(",") if one.strip())
        if standing.strip() not in STANDINGS:
            yield found(
                "glossary-status",
                "error",
                N_("{file} line {line}: '{name}' says nothing of a word; there are: {known}"),
                file=file,
                line=line,
                name=standing.strip(),
                known=", ".join(STANDINGS),
            )
    for locale in (one for one in heads if one not in _TOLD):
        wanted = 1 if row[locale].strip() else 0
        if told[locale] != wanted:
            yield found(
                "glossary-status",
                "error",
                N_(
                    "{file} line {line}: each word stands in 'status' once, and an empty cell never: look at '{locale}' of '{name}'"
                ),
                file=file,
                line=line,
                locale=locale,
                name=row["id"],
            )
