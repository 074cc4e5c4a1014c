"""Writes docs/reference/schemas/*.json: what each kind of record may contain, for editors."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.knowledge import ROOMS, SINGULAR

TOP = Path(__file__).resolve().parent.parent


def schemas() -> dict[Path, str]:
    """Every schema file and its text."""
    folder = TOP / "docs" / "reference" / "schemas"
    return {
        folder / f"{SINGULAR[room]}.json": json.dumps(kind.model_json_schema(), indent=1, ensure_ascii=False) + "\n"
        for room, kind in ROOMS.items()
    }


if __name__ == "__main__":
    for path, text in schemas().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
