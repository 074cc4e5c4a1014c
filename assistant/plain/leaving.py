"""Leaving at once: wipe the terminal and be gone. Through a pipe nothing is wiped, because nothing is shown."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

WIPE = b"\x1b[0m\x1b[H\x1b[2J\x1b[3J"
"""In this order nothing stays in the scrollback."""

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")


def wipe() -> None:
    """Nothing of ours stays on the terminal. Written past Python's buffer: this also runs amid a write."""
    with suppress(OSError, ValueError, AttributeError):
        os.write(sys.__stdout__.fileno(), WIPE)  # type: ignore[union-attr]


def leave() -> NoReturn:
    """No question, no farewell."""
    wipe()
    os._exit(0)


def watch_signals() -> None:
    """The same for the signals that end a program."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)  # Windows lacks some
        if number is not None:
            signal.signal(number, lambda *_: leave())
