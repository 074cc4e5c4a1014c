"""The program without a command: the full screen where there is one, line mode elsewhere."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

from assistant.text import who_turns, who_turns_pages

from .setting import Setting


def open_program(setting: Setting) -> int:
    """Open the program and give its exit code."""
    gc.enable()  # switched off for short commands
    if wants_lines(setting):
        return _lines(setting)
    from assistant.tui import leaving, run

    leaving.guard()  # before anything large is read
    return run(
        lambda: setting.adviser,
        setting.tr,
        setting.locale is not None,
        home=setting.folder,
        turning=who_turns_pages(os.environ),
    )


def wants_lines(setting: Setting) -> bool:
    """Whether line mode fits: asked for, no terminal at either end, or one that cannot do more."""
    ends = (sys.stdin, sys.stdout)
    return setting.plain or os.environ.get("TERM", "") in ("", "dumb") or not all(one and one.isatty() for one in ends)


def _lines(setting: Setting) -> int:
    from assistant.model import N_, InputError
    from assistant.plain import leaving, run
    from assistant.plain.talk import Talk, screen_columns

    if sys.stdin is None or sys.stdout is None:
        raise InputError(N_("Line mode needs standard input and standard output. One of them is closed."))
    seen = sys.stdout.isatty()
    if seen:
        leaving.watch_signals()
    talk = Talk(sys.stdin, sys.stdout, screen_columns(sys.stdout), turns=seen and who_turns(os.environ) == "program")
    try:
        run(
            setting.adviser,
            lambda: setting.desk,
            setting.tr,
            talk,
            locale_chosen=setting.locale is not None,
            book=setting.book_path,
        )
        sys.stdout.flush()
    except Exception:
        if seen:
            with suppress(OSError):
                sys.stdout.flush()
            leaving.wipe()  # what was typed must not stay above the message
        raise
    if seen:
        leaving.leave()
    return 0
