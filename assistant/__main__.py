"""``python -m assistant`` and ``recourse``. Loads nothing before it knows what is asked."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

WRONG = 2


def main() -> None:
    """Run the program and leave with its exit code. No traceback ever reaches a person's screen (T15)."""
    sys.exit(_version() if sys.argv[1:] == ["--version"] and sys.stdout is not None else guarded())


def _version() -> int:
    """Answered at once."""
    from assistant import __version__

    try:
        sys.stdout.write(f"recourse {__version__}\n")
        sys.stdout.flush()
    except OSError:  # nobody reads it
        _silence()
    return 0


def guarded() -> int:
    """The exit code of the program, whatever fails."""
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # no other package's code runs on what people write
    gc.disable()  # a command is over before there is garbage; what stays open turns it on again
    try:
        from assistant.cli import main as run

        return run()
    except Exception as error:  # noqa: BLE001 - the one place where everything is caught
        _tell(type(error).__name__)
        return WRONG


def _tell(name: str) -> None:
    """Three lines without a value in them. English, because the language may be what failed.

    The name of the error says nothing of the person.
    """
    lines = (
        "Recourse has stopped because of a mistake of its own. Nothing was saved that you did not ask for.",
        "Start it again. If it stops at the same place, --plain can be another way through.",
        f"For a report, this name is enough: {name}",
    )
    with suppress(OSError, AttributeError, ValueError):
        sys.stderr.write("\n".join(lines) + "\n")


def _silence() -> None:
    """What is still buffered must not raise again at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
