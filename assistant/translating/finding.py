"""Finds the entries of a catalogue that hold some words, in English or in the translation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.i18n import DOMAIN, read_catalogue

from .merging import first_id, is_translated

MOST = 50
"""Entries that are listed: more help nobody."""


@dataclass(frozen=True)
class Entry:
    """An entry of a catalogue."""

    line: int
    context: str
    source: str
    said: str


def entries(locale: str, folder: Path, words: str) -> list[Entry]:
    """The entries whose English, translation or context holds ``words``, in the order of the file.

    Raises ``InputError`` where the catalogue cannot be read.
    """
    wanted = words.casefold()
    found = []
    for message in read_catalogue(folder / locale / "LC_MESSAGES" / f"{DOMAIN}.po"):
        if not message.id:
            continue
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        said = " / ".join(strings) if is_translated(message) else ""
        texts = (first_id(message), said, message.context or "")
        if any(wanted in one.casefold() for one in texts):
            found.append(Entry(message.lineno or 1, message.context or "", first_id(message), said))
        if len(found) == MOST:
            break
    return found
