"""The full screen. Textual is imported here only, and only when the screen is opened."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.guide import Adviser
    from assistant.i18n import Translator
    from assistant.text import Turning


_SELDOM = 100
"""How many middle collections come before a full one. Textual's own objects go in the middle ones."""


def calm() -> None:
    """Keep the garbage collector from walking through all records again and again: 0.2 s without an answer."""
    first, middle, _ = gc.get_threshold()
    gc.set_threshold(first, middle, _SELDOM)
    gc.freeze()


def run(  # noqa: PLR0913 - what a session depends on
    adviser: Adviser | Callable[[], Adviser],
    tr: Translator,
    locale_chosen: bool = True,
    *,
    theme: str | None = None,
    home: Path | None = None,
    book: Path | None = None,
    turning: Turning = "program",
) -> int:
    """Show the full screen until the person leaves; the exit code is returned.

    ``adviser`` may be a function that opens the records: then the first screen is there before they
    are read. ``home`` is where an imported directory lies, and the case book unless ``book`` says where it is. ``locale_chosen`` says whether the person named the language or we guessed it;
    ``turning`` who puts lines from right to left into the order in which they are seen.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL_")]:
        del os.environ[name]  # TEXTUAL_LOG would write every key to a file (F7)

    from . import leaving, waiting
    from .app import RecourseApp
    from .state import State

    leaving.watch_signals()
    state = State.start(adviser, tr, locale_chosen, home, book)
    state.turning = turning
    if turning == "program" and os.environ.get("VTE_VERSION") and sys.stdout is not None:
        sys.stdout.write(waiting.LEAVE_LINES)
        sys.stdout.flush()
    app = RecourseApp(state, leaving.leave, theme)
    app.warmed = calm
    app.run(mouse=True)
    if app.failed:
        leaving.say_failure(sys.stderr, app.state.tr)
        return 1
    return app.return_code or 0
