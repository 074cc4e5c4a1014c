"""The small process that waits for the full screen and wipes the terminal when it ended, however it ended.

Run by itself (``python -I -S waiting.py <child> <numbers>``), so it imports next to nothing: it has to
stay below 10 MB, since it lives as long as the program.
"""

from __future__ import annotations

import os
import signal
import sys

MODES_OFF = (
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # mouse
    b"\x1b[?2004l\x1b[?1004l\x1b[?2048l\x1b[<u\x1b[?2026l\x1b[0m\x1b[?25h"  # paste, focus, size, keys, sync, cursor
)
LEAVE_LINES = "\x1b[8l"
"""Asks a terminal of the GNOME kind to show lines from right to left as they come: the program turned them round."""
_TURN_LINES = b"\x1b[8h" if os.environ.get("VTE_VERSION") else b""
WIPE = MODES_OFF + _TURN_LINES + b"\x1b[H\x1b[2J\x1b[?1049l\x1b[H\x1b[2J\x1b[3J"
"""The order matters: any other leaves text in the scrollback of some terminals."""

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
_PATIENCE = 1
"""Seconds that the child gets to leave by itself after a signal."""
_CELLS = 6
"""Where the control characters stand among line settings."""


def device() -> int:
    """The terminal: where the full screen writes."""
    for number in (2, 1, 0):
        try:
            if os.isatty(number):
                return number
        except OSError:
            continue
    return 2


def read_lines() -> list | None:  # type: ignore[type-arg]
    """The line settings of the terminal as ``termios`` gives them, or ``None`` where there is none."""
    try:
        import termios
    except ImportError:  # Windows
        return None
    try:
        return termios.tcgetattr(device())
    except (OSError, termios.error):
        return None


def wipe(lines: list | None = None, where: int | None = None) -> None:  # type: ignore[type-arg]
    """Write the wipe to the terminal (``where``, or the one we find) and restore its line settings."""
    where = device() if where is None else where
    if not os.isatty(where):
        return
    try:
        os.write(where, WIPE)
    except OSError:
        return
    if lines is not None:
        import termios

        try:
            termios.tcsetattr(where, termios.TCSANOW, lines)
        except (OSError, termios.error):
            return


def packed(lines: list | None) -> str:  # type: ignore[type-arg]
    """Line settings as numbers between commas, for a command line; ``b`` marks a character."""
    if lines is None:
        return "-"
    cells = [f"b{one[0]}" if isinstance(one, bytes) else str(one) for one in lines[_CELLS]]
    return ",".join([*(str(one) for one in lines[:_CELLS]), *cells])


def unpacked(text: str) -> list | None:  # type: ignore[type-arg]
    """The line settings again."""
    if text == "-":
        return None
    parts = text.split(",")
    cells = [bytes([int(one[1:])]) if one[0] == "b" else int(one) for one in parts[_CELLS:]]
    return [*(int(one) for one in parts[:_CELLS]), cells]


def wait(child: int, lines: list | None) -> int:  # type: ignore[type-arg]
    """Wait for the child, pass signals on to it, wipe, and give its exit code."""

    def send(number: int) -> None:
        try:
            os.kill(child, number)
        except ProcessLookupError:
            return

    def pass_on(*_: object) -> None:
        send(signal.SIGTERM)
        signal.alarm(_PATIENCE)

    for name in SIGNALS:
        signal.signal(getattr(signal, name), pass_on)
    signal.signal(signal.SIGALRM, lambda *_: send(signal.SIGKILL))
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


if __name__ == "__main__":
    sys.exit(wait(int(sys.argv[1]), unpacked(sys.argv[2])))
