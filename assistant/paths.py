"""Where the rooms lie: at the top of a checkout, or inside the installed package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Literal

RoomName = Literal["content", "templates", "locales"]


def room(name: RoomName) -> Path:
    """The folder of a room. Only this module knows that a wheel keeps it under ``_data``."""
    package = Path(str(files("assistant")))
    packaged = package / "_data" / name
    return packaged if packaged.is_dir() else package.parent / name


def bundle() -> Path | None:
    """The one-file form of the records that a wheel carries, or ``None`` in a checkout."""
    path = Path(str(files("assistant"))) / "_data" / "records.json"
    return path if path.is_file() else None
