"""Every letter in every language is what was last read and found right."""

from __future__ import annotations

import runpy
from pathlib import Path

from tests.conftest import TOP


def test_letters_are_as_they_were_read() -> None:
    """After a wanted change: make golden, read the difference, commit both."""
    made: dict[Path, str] = runpy.run_path(str(TOP / "tools" / "golden.py"))["golden"]()
    kept = set((TOP / "tests" / "golden").rglob("*.txt"))
    assert {path.relative_to(TOP) for path in made} == {path.relative_to(TOP) for path in kept}
    changed = [str(path.relative_to(TOP)) for path, text in made.items() if path.read_text(encoding="utf-8") != text]
    assert changed == []
