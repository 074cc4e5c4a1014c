"""The last resort: whatever fails unexpectedly is told in three lines, without a value in them (T15)."""

from __future__ import annotations

import sys

WRONG = 2


def guarded() -> int:
    """The exit code of the program."""
    try:
        from assistant.cli import main

        return main()
    except Exception as error:  # noqa: BLE001 - the one place where everything is caught
        _tell(type(error).__name__)
        return WRONG


def _tell(name: str) -> None:
    """English, because the language may be what failed. The name of the error says nothing of the person."""
    lines = (
        "Recourse has stopped because of a mistake of its own. Nothing was saved that you did not ask for.",
        "Start it again. If it stops at the same place, --plain can be another way through.",
        f"For a report, this name is enough: {name}",
    )
    try:
        sys.stderr.write("\n".join(lines) + "\n")
    except OSError:
        return
