"""``python -m assistant`` and ``recourse``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program and leave with its exit code. No traceback ever reaches a person's screen."""
    from assistant.cli.last_resort import guarded

    sys.exit(guarded())


if __name__ == "__main__":
    main()
