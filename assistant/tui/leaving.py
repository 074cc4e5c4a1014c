"""Leaving at once: wipe the terminal, restore its line settings, end the process. Standard library only.

This file is also run by itself, as the small process that waits for the full screen and wipes when it
was killed. So it imports nothing of ours at the top.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

if TYPE_CHECKING:
    from assistant.i18n import Translator

MODES_OFF = (
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # mouse
    b"\x1b[?2004l\x1b[?1004l\x1b[?2048l\x1b[<u\x1b[?2026l\x1b[0m\x1b[?25h"  # paste, focus, size, keys, sync, cursor
)
WIPE = MODES_OFF + b"\x1b[H\x1b[2J\x1b[?1049l\x1b[H\x1b[2J\x1b[3J"
"""The order matters: any other leaves text in the scrollback of some terminals."""

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
_PATIENCE = 1
"""Seconds that a process gets to leave by itself after a signal."""

Lines = list[Any]
"""Line settings of a terminal, as ``termios`` gives them."""

_saved: dict[str, Lines | None] = {"lines": None}


def read_lines() -> Lines | None:
    """The line settings of the terminal, or ``None`` where there is none."""
    try:
        import termios

        return termios.tcgetattr(_device())
    except (ImportError, OSError, termios.error):
        return None


def _device() -> int:
    """The terminal: where the full screen writes."""
    for stream in (sys.__stderr__, sys.__stdout__, sys.__stdin__):
        with suppress(AttributeError, ValueError, OSError):
            number = stream.fileno()  # type: ignore[union-attr]
            if os.isatty(number):
                return number
    return 2


def wipe(lines: Lines | None = None) -> None:
    """Write the wipe to the terminal and restore its line settings."""
    device = _device()
    if os.isatty(device):
        with suppress(OSError):
            os.write(device, WIPE)
    if lines is not None:
        import termios

        with suppress(OSError, termios.error):
            termios.tcsetattr(device, termios.TCSANOW, lines)


def leave(code: int = 0) -> NoReturn:
    """Be gone: no question, no event loop, no thread waited for."""
    wipe(_saved["lines"])
    os._exit(code)


def watch_signals() -> None:
    """Remember the line settings, and leave at once on the signals that end a program."""
    _saved["lines"] = _saved["lines"] or read_lines()
    for name in SIGNALS:
        number = getattr(signal, name, None)  # Windows lacks some
        if number is not None:
            signal.signal(number, lambda *_: leave())


def guard() -> None:
    """Part this process in two: the child goes on, the parent becomes a small program that waits.

    To be called before anything large is imported, when standard input and output are a terminal.
    The parent wipes the terminal when the child ended, however it ended, and passes its exit code on.
    Does nothing where a process cannot be parted.
    """
    if not hasattr(os, "fork"):
        return
    _saved["lines"] = read_lines()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        return
    arguments = [sys.executable, "-I", "-S", "-B", __file__, str(child), json.dumps(_packed(_saved["lines"]))]
    os.execv(sys.executable, arguments)  # noqa: S606 - our own file, our own interpreter


def _packed(lines: Lines | None) -> Lines | None:
    """Line settings as plain numbers, for a command line."""
    if lines is None:
        return None
    return [*lines[:6], [one[0] if isinstance(one, bytes) else one for one in lines[6]]]


def _unpacked(text: str) -> Lines | None:
    lines = json.loads(text)
    if lines is None:
        return None
    import termios

    raw = (termios.VMIN, termios.VTIME)
    cells = [one if at in raw and not (lines[3] & termios.ICANON) else bytes([one]) for at, one in enumerate(lines[6])]
    return [*lines[:6], cells]


def _wait(child: int, lines: Lines | None) -> int:
    """Wait for the child, pass signals on to it, wipe, and give its exit code."""

    def pass_on(*_: object) -> None:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGTERM)
        signal.alarm(_PATIENCE)

    def kill(*_: object) -> None:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)

    for name in SIGNALS:
        signal.signal(getattr(signal, name), pass_on)
    signal.signal(signal.SIGALRM, kill)
    status = _ended(child)
    signal.alarm(0)
    if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0:
        wipe(lines)
    return 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def _ended(child: int) -> int:
    """The exit status of the child. When it was stopped (Ctrl+Z), stop as well, and go on with it."""
    while True:
        _, status = os.waitpid(child, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            return status
        os.kill(os.getpid(), signal.SIGSTOP)
        os.kill(child, signal.SIGCONT)


def say_failure(stream: TextIO, tr: Translator, write: Callable[[str], object] | None = None) -> None:
    """Three lines instead of a report that would show what the person typed (F2)."""
    from assistant.text import show

    wipe(_saved["lines"])
    put = write or stream.write
    for line in (
        tr("The program stopped because of an error of its own."),
        tr("Nothing was saved, and nothing was sent."),
        tr("You can start again with recourse, or with recourse --plain."),
    ):
        put(show(line) + "\n")


if __name__ == "__main__":
    sys.exit(_wait(int(sys.argv[1]), _unpacked(sys.argv[2])))
