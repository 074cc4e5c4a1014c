"""The tour: every page of the full screen, reached in the running program. For pictures and for tests, never for people.

A stop says which page it shows and how it is reached. The guide leads a running program from stop to stop: what stands
below a stop (nothing told, somebody's answers, an open case) is its ground, and is laid anew when the ground changes.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from textual.worker import WorkerCancelled

from assistant.guide import Session

from .places import To
from .screens.base import Page
from .widgets import Act
from .widgets.field import Field
from .widgets.secret import SecretField

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from .app import RecourseApp
    from .state import State

_ROUNDS = 2
"""How often the guide waits for messages and workers: what a worker tells may start another one."""


class Guide:
    """Leads a program from stop to stop. ``folder`` is where books and files of the made-up persons may lie."""

    def __init__(self, pilot: Pilot[None], app: RecourseApp, folder: Path) -> None:
        self.pilot = pilot
        self.app = app
        self.folder = folder
        self._ground: Ground | None = None
        self._told = Session()
        self._depth = 1

    @property
    def state(self) -> State:
        """What the program knows."""
        return self.app.state

    async def visit(self, stop: Stop) -> None:
        """Show a stop. Raises ``RuntimeError`` where another page is shown."""
        app, state = self.app, self.state
        if stop.ground is not self._ground or len(app.screen_stack) < self._depth:
            await self._lay(stop.ground)
        while len(app.screen_stack) > self._depth and (
            len(app.screen_stack) > self._depth + 1 or not isinstance(app.screen, Page)
        ):
            _ = app.pop_screen()
        app.clear_notifications()
        state.session, state.country, state.turning = self._told, None, "program"
        if stop.before is not None:
            stop.before(self)
        if stop.to is not None:
            app.show_place(stop.to(self) if callable(stop.to) else stop.to, instead=len(app.screen_stack) > self._depth)
        elif len(app.screen_stack) > self._depth:
            _ = app.pop_screen()
        await self.settle()
        if stop.then is not None:
            await stop.then(self)
            await self.settle()
        shown = type(app.screen).__name__
        if shown != stop.page:
            raise RuntimeError(f"{stop.name}: {shown} is shown instead of {stop.page}")

    async def _lay(self, ground: Ground) -> None:
        app, state = self.app, self.state
        app.action_go_home()
        state.cases.lock()
        state.session = Session()
        await self.settle()
        await ground(self)
        await self.settle()
        self._ground, self._told, self._depth = ground, state.session, len(app.screen_stack)

    async def settle(self) -> None:
        """Wait for messages and for workers, then for the messages of workers."""
        for _ in range(_ROUNDS):
            await self.pilot.pause(0)
            while True:
                try:
                    await self.app.workers.wait_for_complete()
                except WorkerCancelled:  # a newer one took its place
                    continue
                break
        await self.pilot.pause(0)
        screen = self.app.screen
        while isinstance(screen, Page) and not any(one.region.area for one in screen.children):
            await self.pilot.pause(0)  # it has no places yet

    async def choose(self, *names: str) -> None:
        """Press the lines with these ids, one after the other."""
        for name in names:
            act = self.app.screen.query_one(f"#{name}", Act)
            act.focus()
            await self.settle()
            act.action_press()
            await self.settle()

    async def put(self, **texts: str) -> None:
        """Write into fields; a line below in an id is a stroke."""
        for name, text in texts.items():
            field = self.app.screen.query_one(f"#{name.replace('_', '-')}", Field)
            if isinstance(field, SecretField):
                field.put(text)
            else:
                field.text = text
        await self.settle()

    async def answer(self, text: str) -> None:
        """Write into the first field of the page."""
        self.app.screen.query(Field).first().text = text
        await self.settle()


Ground: TypeAlias = Callable[[Guide], Awaitable[None]]


@dataclass(frozen=True)
class Stop:
    """One page in one state."""

    name: str
    """Also of its picture."""
    page: str
    """The name of the page's class."""
    ground: Ground
    """What stands below it."""
    to: To | Callable[[Guide], To] | None = None
    """The place that shows it; without one it is the page of the ground."""
    then: Callable[[Guide], Awaitable[None]] | None = None
    """What is done there."""
    before: Callable[[Guide], None] | None = None
    """What is told before it is shown."""


def stops() -> tuple[Stop, ...]:
    """All stops, in the order in which a person meets them."""
    from .tour_cases import CASES
    from .tour_letters import LETTERS
    from .tour_pages import PAGES

    return (*PAGES, *LETTERS, *CASES)


async def walk(guide: Guide, wanted: Iterable[Stop]) -> None:
    """Visit stops one after the other; what is to be done at each is the caller's."""
    for stop in wanted:
        await guide.visit(stop)


def named(names: Iterable[str]) -> Iterator[Stop]:
    """The stops of these names. Raises ``KeyError`` for a name that is none."""
    known = {one.name: one for one in stops()}
    for name in names:
        yield known[name]
