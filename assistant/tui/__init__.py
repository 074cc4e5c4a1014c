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


_SELDOM = 100
"""How many middle collections come before a full one. Textual's own objects go in the middle ones."""


def calm() -> None:
    """Keep the garbage collector from walking through all records again and again: 0.2 s without an answer."""
    first, middle, _ = gc.get_threshold()
    gc.set_threshold(first, middle, _SELDOM)
    gc.freeze()


def run(
    adviser: Adviser | Callable[[], Adviser],
    tr: Translator,
    locale_chosen: bool = True,
    *,
    theme: str | None = None,
    home: Path | None = None,
    book: Path | None = None,
) -> int:
    """Show the full screen until the person leaves; the exit code is returned.

    ``adviser`` may be a function that opens the records: then the first screen is there before they
    are read. ``home`` is where an imported directory lies, and the case book unless ``book`` says where it is. ``locale_chosen`` says whether the person named the language or we guessed it.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL_")]:
        del os.environ[name]  # TEXTUAL_LOG would write every key to a file (F7)

    from . import leaving
    from .app import RecourseApp
    from .state import State

    leaving.watch_signals()
    app = RecourseApp(State.start(adviser, tr, locale_chosen, home, book), leaving.leave, theme)
    app.warmed = calm
    app.run(mouse=True)
    if app.failed:
        leaving.say_failure(sys.stderr, app.state.tr)
        return 1
    return app.return_code or 0
