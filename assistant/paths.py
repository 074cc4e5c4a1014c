"""Where the rooms lie: at the top of a checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent

RoomName = Literal["content", "templates", "locales"]


def room(name: RoomName) -> Path:
    """The folder of a room. Only this module knows that a wheel keeps it under ``_data``."""
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


def bundle() -> Path | None:
    """The one-file form of the records that a wheel carries, or ``None`` in a checkout."""
    path = _PACKAGE / "_data" / "records.json"
    return path if path.is_file() else None
