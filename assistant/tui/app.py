"""The app: holds the state, opens pages, changes the language, and leaves at once."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.console import Console
from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.filter import LineFilter
from textual.screen import Screen

from assistant.model import RecourseError

from .actions import ACTIONS
from .filters import SafeText
from .messages import Finished, HomeChosen, LanguageChosen, PlaceChosen
from .pages import make
from .palette import Actions
from .places import Help, Language, Safety, To
from .screens.base import Page
from .screens.welcome import WelcomePage
from .state import State
from .themes import DARK, EDGE, LIGHT, MUTED, RAISED, THEMES

_ESCAPES = 3
_ESCAPE_SECONDS = 2.0


class RecourseApp(App[None]):
    """The full screen."""

    CSS_PATH = "base.tcss"
    TITLE = None
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = {lambda: Actions}  # noqa: RUF012 - Textual's class attribute
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, one.name, one.words, priority=one.priority, show=one.footer) for one in ACTIONS
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (60, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    def __init__(self, state: State, leave: Callable[[], object], theme: str | None = None) -> None:
        super().__init__()
        self.state = state
        self._leave = leave
        self._escapes: list[float] = []
        # A crash report would show what the person typed (F2): it goes nowhere.
        self.error_console = Console(file=io.StringIO(), quiet=True)
        self.animation_level = "none"
        for one in THEMES:
            self.register_theme(one)
        self.theme = LIGHT.name if theme == "light" else DARK.name

    @property
    def failed(self) -> bool:
        """Whether the program ended by an error of its own."""
        return bool(self.return_code)

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        return WelcomePage(self.state)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own names of colours, for themes that do not have them."""
        return {name: DARK.variables[name] for name in (MUTED, RAISED, EDGE)}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and our wall behind them."""
        return [*super().get_line_filters(), SafeText()]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """None of the framework's: one of them takes pictures of the screen (F7)."""
        return ()

    def on_ready(self) -> None:
        """Read the records and prepare the search while the person reads the first screen."""
        self.run_worker(self._warm_up, thread=True, exit_on_error=False, group="warm-up")

    def _warm_up(self) -> None:
        self.state.adviser.find("?a", self.state.tr)

    @on(PlaceChosen)
    def open_place(self, event: PlaceChosen) -> None:
        """Show a page, on top or in place of the one shown."""
        event.stop()
        self.show_place(event.to, instead=event.instead)

    def show_place(self, to: To, *, instead: bool = False) -> None:
        """Make the page of a place and show it. What our records cannot give is told, never raised."""
        if isinstance(self.screen, CommandPalette):
            _ = self.pop_screen()
        if not instead and getattr(self.screen, "place", None) == to:
            return
        try:
            page = make(to, self.state)
        except RecourseError as error:
            self.notify(self.state.tr(error.message, **error.values), severity="error")
            return
        page.place = to
        _ = self.switch_screen(page) if instead else self.push_screen(page)

    @on(Finished)
    def finish(self, event: Finished) -> None:
        """Show the page below again."""
        event.stop()
        if len(self.screen_stack) > 1:
            _ = self.pop_screen()

    @on(LanguageChosen)
    async def change_language(self, event: LanguageChosen) -> None:
        """Speak another language on every page that is open."""
        event.stop()
        await self.speak(event.locale)

    async def speak(self, locale: str) -> None:
        """Change the language, keeping everything else."""
        self.state.tr = self.state.speak(locale)
        if isinstance(self.screen, Page):
            await self.screen.respeak()  # the pages below follow when they come back
        self.refresh_bindings()

    @on(HomeChosen)
    def go_home_when_asked(self, event: HomeChosen) -> None:
        """Show the first page."""
        event.stop()
        self.action_go_home()

    def action_leave(self) -> None:
        """Be gone."""
        self._leave()

    def action_quit(self) -> None:  # type: ignore[override]
        """Textual's own way out is ours."""
        self._leave()

    def action_go_back(self) -> None:
        """One step back; three times within two seconds leaves."""
        now = time.monotonic()
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

    def action_change_theme(self) -> None:
        """Light or dark."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_command_palette(self) -> None:
        """All actions, with our words in the field."""
        if not isinstance(self.screen, CommandPalette):
            _ = self.push_screen(
                CommandPalette(placeholder=self.state.tr("Type to search the actions"), id="--command-palette")
            )
