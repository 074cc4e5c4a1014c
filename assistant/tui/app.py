"""The app: holds the state, opens pages, changes the language, and leaves at once."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from rich.console import Console
from textual import on
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from assistant.model import RecourseError

from .actions import ACTIONS
from .filters import SafeText, Turned
from .keeping import KeepingApp
from .keys import PALETTE
from .looking import visible
from .messages import Finished, HomeChosen, LanguageChosen, PlaceChosen
from .pages import make
from .places import Texts, To
from .screens.base import Page
from .screens.welcome import WelcomePage
from .state import State
from .themes import DARK, EDGE, LIGHT, MUTED, RAISED, THEMES

if TYPE_CHECKING:
    from textual.command import Provider

_WARM_UP_AFTER = 0.1
"""Seconds after the first screen is there: reading the records must not hold it up."""


def _actions() -> type[Provider]:
    from .palette import Actions  # loads slowly, and is seldom needed

    return Actions


@cache
def _turned(right_to_left: bool) -> Turned:
    return Turned(right_to_left=right_to_left)


class RecourseApp(KeepingApp):
    """The full screen."""

    CSS_PATH = "base.tcss"
    TITLE = None
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = {_actions}  # noqa: RUF012 - Textual's class attribute
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(one.key, one.name, one.words, priority=one.priority, show=one.footer) for one in ACTIONS),
        Binding("f7", "show_texts", show=False, priority=True),  # for translators; nothing outside the preview
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (60, "-normal"), (120, "-wide")]  # noqa: RUF012 - Textual declares it without ClassVar
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - as above

    def __init__(self, state: State, leave: Callable[[], object], theme: str | None = None) -> None:
        super().__init__(state, leave)
        self.warmed: Callable[[], object] = lambda: None
        """Called once the records are read."""
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
        own: list[LineFilter] = [SafeText()]
        if self.state.turning == "program":
            own.append(_turned(self.state.tr.right_to_left))
        return [*super().get_line_filters(), *own]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """None of the framework's: one of them takes pictures of the screen (F7)."""
        return ()

    def on_ready(self) -> None:
        """Read the records and prepare the search while the person reads the first screen."""
        self.set_timer(_WARM_UP_AFTER, self._start_warm_up)
        self.watch_idleness()

    def _start_warm_up(self) -> None:
        self.run_worker(self._warm_up, thread=True, exit_on_error=False, group="warm-up")

    def _warm_up(self) -> None:
        from assistant.knowledge import localise

        self.state.adviser.find("?a", self.state.tr)
        for letter in self.state.adviser.knowledge.letters:
            localise(letter, self.state.tr)  # the list of all letters is there at once
        self.warmed()

    @on(PlaceChosen)
    def open_place(self, event: PlaceChosen) -> None:
        """Show a page, on top or in place of the one shown."""
        event.stop()
        self.show_place(event.to, instead=event.instead)

    def show_place(self, to: To, *, instead: bool = False) -> None:
        """Make the page of a place and show it. What our records cannot give is told, never raised."""
        if self.screen.id == PALETTE:
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

    def action_show_texts(self) -> None:
        """In the preview of a language: which texts stand on this page. In ordinary use nothing is remembered."""
        heard = getattr(self.state.tr.catalogue, "heard", None)
        if heard is None or isinstance(getattr(self.screen, "place", None), Texts):
            return
        from assistant.translating.preview import on_page

        self.show_place(Texts(tuple(on_page(heard.values(), visible(self.export_screenshot())))))

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
