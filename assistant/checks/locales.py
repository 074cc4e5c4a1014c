"""Each language says what it is: its name, its record, who has read it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from assistant.i18n import is_locale_name
from assistant.knowledge.languages import NAME
from assistant.knowledge.languages import language as record_of
from assistant.model import N_, RecourseError
from assistant.model.locale import LocaleRecord, Part

from .finding import Finding, Rooms, found, from_error
from .spoken import folders

_OF_LAW: tuple[Part, ...] = ("situations", "routes", "letters", "aids")
"""The parts that somebody must have read who knows the law."""


def locales(rooms: Rooms) -> Iterator[Finding]:
    """Each folder is named as a language, and its ``locale.yaml`` can be read and claims no review that was not made."""
    for folder in folders(rooms):
        if is_locale_name(folder.name):
            yield from _record(folder, rooms)
        else:
            yield found(
                "locale-name",
                "error",
                N_("{file} line {line}: '{name}' is no name of a language; write it as de, zh_Hans or pt_BR"),
                file=f"locales/{folder.name}",
                line=1,
                name=folder.name,
            )


def _record(folder: Path, rooms: Rooms) -> Iterator[Finding]:
    file = f"locales/{folder.name}/{NAME}"
    try:
        record = record_of(folder.name, folder.parent)
    except RecourseError as error:
        told = from_error("locale-record", error)
        yield told.at(_line(folder, "id:")) if "id" in error.values else told
        return
    if record is None:
        yield found(
            "locale-there",
            "error",
            N_("{file} line {line}: the record of the language is missing; copy the one of a language you know"),
            file=file,
            line=1,
        )
        return
    yield from _reviews(record, folder, file, rooms)
    yield from _scripts(record, folder, file)


def _reviews(record: LocaleRecord, folder: Path, file: str, rooms: Rooms) -> Iterator[Finding]:
    for review in record.reviews:
        if review.on > rooms.on:
            yield found(
                "review-is-past",
                "error",
                N_("{file} line {line}: a review lies in the future: {day}; write the day on which somebody was done"),
                file=file,
                line=_line(folder, review.on.isoformat()),
                day=review.on.isoformat(),
            )
    unread = [part for part in _OF_LAW if not any(one.legal for one in record.reviewed(part))]
    if record.tier == "official" and unread:
        yield found(
            "official-is-read",
            "error",
            N_(
                "{file} line {line}: an official language was read by a legal reader, but no review with 'legal: true' stands for: {parts}; write: tier: unofficial"
            ),
            file=file,
            line=_line(folder, "tier:"),
            parts=", ".join(unread),
        )


def _scripts(record: LocaleRecord, folder: Path, file: str) -> Iterator[Finding]:
    for script in record.typography.scripts:
        if script not in _known_scripts():
            yield found(
                "script-exists",
                "error",
                N_(
                    "{file} line {line}: Unicode has no script '{name}'; write LATIN, CYRILLIC, ARABIC, CJK or the like"
                ),
                file=file,
                line=_line(folder, script),
                name=script,
            )


def _line(folder: Path, words: str) -> int:
    """The first line of the record in which ``words`` stand."""
    text = (folder / NAME).read_text(encoding="utf-8", errors="replace")
    at = re.search(rf"(?m)^.*{re.escape(words)}", text)
    return text.count("\n", 0, at.start()) + 1 if at else 1


@lru_cache(maxsize=1)
def _known_scripts() -> frozenset[str]:
    """The first words of the names of all letters below U+FFFF."""
    letters = (chr(code) for code in range(0x41, 0xFFFF))
    return frozenset(unicodedata.name(one, "").partition(" ")[0] for one in letters if one.isalpha())
