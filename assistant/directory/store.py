"""The imported records on disk: one file in the person's home folder, written only by an import."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.model import N_, InputError
from assistant.text import show

from .entry import Entry

FILE = "directory.json"
_FORMAT = 1
_LARGEST = 60_000_000
_BROKEN = N_("{path} cannot be read. Import the folder again: recourse directory import FOLDER")


@dataclass(frozen=True)
class Store:
    """What was imported, and when."""

    imported: date
    entries: tuple[Entry, ...]


def pack(entries: Iterable[Entry], imported: date) -> bytes:
    """The bytes of the file."""
    rows = [one.model_dump(mode="json", exclude_defaults=True) for one in entries]
    whole = {"format": _FORMAT, "imported": imported.isoformat(), "entries": rows}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def load(home: Path) -> Store | None:
    """What was imported into ``home``; ``None`` where nothing was.

    Raises ``InputError`` for a file that this program did not write.
    """
    path = home / FILE
    if not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        whole = json.loads(data) if len(data) <= _LARGEST else None
        if not isinstance(whole, dict) or whole.get("format") != _FORMAT:
            raise InputError(_BROKEN, path=show(str(path)))
        entries = _entries().validate_json(json.dumps(whole["entries"]))
        return Store(date.fromisoformat(whole["imported"]), tuple(entries))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, ValidationError) as error:
        raise InputError(_BROKEN, path=show(str(path))) from error


@lru_cache(maxsize=1)
def _entries() -> TypeAdapter[list[Entry]]:
    """Built when a directory is first opened: most people have none."""
    return TypeAdapter(list[Entry])
