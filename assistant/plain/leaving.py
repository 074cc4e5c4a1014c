"""Leaving at once: wipe the terminal and be gone. Through a pipe nothing is wiped, because nothing is shown."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn, TextIO

from assistant.model import N_, InputError

WIPE = b"\x1b[0m\x1b[H\x1b[2J\x1b[3J"
"""In this order nothing stays in the scrollback."""

_SHOWS = N_("This terminal shows what is typed. The passphrase was not asked for. Use another terminal.")
IDLE = 300
"""Seconds without a line after which an open book is left."""

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
_unseen: list[tuple[int, list[Any]]] = []
"""Terminals that show nothing just now, and how they were."""


def wipe() -> None:
    """Nothing of ours stays on the terminal. Written past Python's buffer: this also runs amid a write."""
    for descriptor, before in _unseen:
        _restore(descriptor, before)
    with suppress(OSError, ValueError, AttributeError):
        os.write(sys.__stdout__.fileno(), WIPE)  # type: ignore[union-attr]


def leave() -> NoReturn:
    """No question, no farewell."""
    wipe()
    os._exit(0)


@contextmanager
def unseen(reads: TextIO) -> Iterator[None]:
    """While this holds, what is typed is not shown. A pipe shows nothing anyway.

    Raises ``InputError`` where a terminal cannot be made to: then nothing is asked that others may not see.
    """
    if not reads.isatty() or os.name == "nt":
        yield
        return
    import termios

    descriptor = reads.fileno()
    try:
        before = termios.tcgetattr(descriptor)
    except termios.error as error:
        raise InputError(_SHOWS) from error
    now = [*before]
    now[3] = before[3] & ~(termios.ECHO | termios.ECHONL)
    _unseen.append((descriptor, before))
    try:
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, now)
        yield
    finally:
        _restore(descriptor, before)
        _unseen.remove((descriptor, before))


def _restore(descriptor: int, before: list[Any]) -> None:
    import termios

    with suppress(OSError, termios.error):
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


@contextmanager
def no_longer_than(seconds: float, then: Callable[[], object] = leave) -> Iterator[None]:
    """While this holds, ``then`` is called once ``seconds`` are over."""
    timer = threading.Timer(seconds, then)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def watch_signals() -> None:
    """The same for the signals that end a program."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)  # Windows lacks some
        if number is not None:
            signal.signal(number, lambda *_: leave())
