"""What the keys do that work everywhere."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual.app import App

from .places import Help, Language, Safety, To
from .screens.base import Page
from .screens.cover import Cover
from .state import State
from .themes import DARK, LIGHT

PALETTE = "--command-palette"
"""Textual's own name for the list of actions."""
_ESCAPES = 3
_ESCAPE_SECONDS = 2.0


class KeysApp(App[None]):
    """The actions of ``actions.py``. The app adds pages and languages."""

    def __init__(self, state: State, leave: Callable[[], object]) -> None:
        super().__init__()
        self.state = state
        self.clock = time.monotonic
        self._leave = leave
        self._escapes: list[float] = []

    def show_place(self, to: To, *, instead: bool = False) -> None:
        """Make the page of a place and show it. The app knows the pages."""

    def action_leave(self) -> None:
        """Be gone."""
        self._leave()

    def action_quit(self) -> None:  # type: ignore[override]
        """Textual's own way out is ours."""
        self._leave()

    def action_help_quit(self) -> None:
        """Ctrl+C copies in fields; elsewhere it says how to leave."""
        self.notify(self.state.tr("Ctrl+Q leaves at once."))

    def action_go_back(self) -> None:
        """One step back; three times within two seconds leaves."""
        now = self.clock()
        self._escapes = [*(at for at in self._escapes if now - at <= _ESCAPE_SECONDS), now]
        if len(self._escapes) >= _ESCAPES:
            self._leave()
            return
        if len(self._escapes) == _ESCAPES - 1:
            self.notify(self.state.tr("Esc once more leaves at once."), timeout=_ESCAPE_SECONDS)
        if isinstance(self.screen, Page) and self.screen.back():
            return
        if len(self.screen_stack) > 1:
            _ = self.pop_screen()

    def action_go_home(self) -> None:
        """Show the first page; answers stay."""
        while len(self.screen_stack) > 1:
            _ = self.pop_screen()

    def action_go_help(self) -> None:
        """Show the help page."""
        self.show_place(Help())

    def action_go_language(self) -> None:
        """Show the languages."""
        self.show_place(Language())

    def action_go_safety(self) -> None:
        """Show the safety page."""
        self.show_place(Safety())

    def action_go_cases(self) -> None:
        """Show the cases. The app knows where they are."""

    def action_lock(self) -> None:
        """Lock the book. The app knows it."""

    def action_cover(self) -> None:
        """An empty screen, and nothing lost: the next key brings the page back."""
        if not isinstance(self.screen, Cover):
            _ = self.push_screen(Cover())

    def action_change_theme(self) -> None:
        """Light or dark."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_command_palette(self) -> None:
        """All actions, with our words in the field."""
        if self.screen.id != PALETTE:
            from textual.command import CommandPalette  # loads slowly, and is seldom needed

            _ = self.push_screen(CommandPalette(placeholder=self.state.tr("Type to search the actions"), id=PALETTE))
