"""The schemas for editors are those of the records."""

from __future__ import annotations

import runpy
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


def test_schemas_are_fresh() -> None:
    """Regenerate with: make schemas."""
    made: dict[Path, str] = runpy.run_path(str(TOP / "tools" / "schemas.py"))["schemas"]()
    assert {path.name: path.read_text(encoding="utf-8") for path in made} == {p.name: t for p, t in made.items()}
