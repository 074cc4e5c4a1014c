"""Leaving at once: wipe the terminal, restore its line settings, end the process. Standard library only."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from . import waiting

if TYPE_CHECKING:
    from assistant.i18n import Translator

_saved: dict[str, Any] = {"lines": None, "parent": None, "copied": False}
"""Line settings as they were before the full screen, a pipe that ends when the waiting parent does, and whether the
clipboard holds something of ours.

Needed by signals, which can be given nothing.
"""


_CLEAR_CLIPBOARD = b"\x1b]52;c;\x07"


def copied(*, still: bool = True) -> None:
    """Remember that the clipboard holds something of ours, or no longer does."""
    _saved["copied"] = still


def leave(code: int = 0) -> NoReturn:
    """Be gone: no question, no event loop, no thread waited for."""
    terminal = os.dup(waiting.device())
    # Another thread may be in the middle of drawing: from here on it draws into nothing.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(nowhere, number)
    if _saved["copied"] and os.isatty(terminal):
        with suppress(OSError):
            os.write(terminal, _CLEAR_CLIPBOARD)
    waiting.wipe(_saved["lines"], terminal)
    os._exit(code)


def watch_signals() -> None:
    """Remember the line settings, and leave at once on the signals that end a program."""
    _saved["lines"] = _saved["lines"] or waiting.read_lines()
    for name in waiting.SIGNALS:
        number = getattr(signal, name, None)  # Windows lacks some
        if number is not None:
            signal.signal(number, lambda *_: leave())
    if _saved["parent"] is not None:
        Thread(target=_watch_parent, daemon=True).start()


def _watch_parent() -> None:
    """Leave when the waiting parent is gone: nobody would wipe any more."""
    os.read(_saved["parent"], 1)
    leave()


def guard() -> None:
    """Part this process in two: the child goes on, the parent becomes a small program that waits.

    To be called before anything large is imported, when standard input and output are a terminal.
    The parent wipes the terminal when the child ended, however it ended, and passes its exit code on.
    Does nothing where a process cannot be parted.
    """
    if not hasattr(os, "fork"):
        return
    _saved["lines"] = waiting.read_lines()
    sys.stdout.flush()
    sys.stderr.flush()
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(theirs)
        _saved["parent"] = ours
        return
    os.close(ours)
    os.set_inheritable(theirs, True)
    arguments = [sys.executable, "-I", "-S", "-B", waiting.__file__, str(child), waiting.packed(_saved["lines"])]
    os.execv(sys.executable, arguments)  # noqa: S606 - our own file, our own interpreter


def say_failure(stream: TextIO, tr: Translator) -> None:
    """Three lines instead of a report that would show what the person typed (F2)."""
    from assistant.text import show

    waiting.wipe(_saved["lines"])
    lines = (
        tr("The program stopped because of an error of its own."),
        tr("Nothing was saved, and nothing was sent."),
        tr("You can start again with recourse, or with recourse --plain."),
    )
    stream.writelines(show(line) + "\n" for line in lines)
