"""What pages of the case book share: work in a thread, errors in words, and nothing typed is lost."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from assistant.model import N_, InputError, NotFoundError, RecourseError
from assistant.tui.messages import CaseChosen, CasesWanted
from assistant.tui.screens.base import Page
from assistant.tui.widgets import Act, Tell
from assistant.tui.widgets.field import Field

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.guide.shelf import Shelf
    from assistant.model import PersonKept
    from assistant.tui.cases import Cases
    from assistant.tui.state import State

T = TypeVar("T")

_FAULT = N_("This did not work because of an error of this program. Look at the case before you go on.")
_NO_CASE = N_("No case is open. Choose one from the list.")
MEMORY = N_("This case is in memory only. It is gone when you leave.")
WAIT = N_("This takes a moment.")


def typed_path(told: str) -> Path:
    """A path as a person types it, or drops a file into the window."""
    bare = told.strip().strip("'\"").removeprefix("file://")
    return Path.cwd() / os.path.expanduser(bare)  # noqa: PTH111 - pathlib raises for an unknown person


def looked_at(shelf: Shelf, case: CaseFile) -> tuple[CaseFile, Mapping[str, PersonKept]]:
    """A case, and the people there are. For threads."""
    return case, dict(shelf.persons())


def with_uid(shelf: Shelf, uid: str | None) -> tuple[CaseFile, Mapping[str, PersonKept]] | None:
    """The case of that uid, if it is there: in another store it has another name. For threads."""
    found = next((one for one in shelf.cases() if one.uid == uid), None) if uid is not None else None
    return None if found is None else looked_at(shelf, found)


class Problem(Vertical):
    """Where problems are told. Its lines lead to the field; the page does not hear of them."""

    def __init__(self) -> None:
        super().__init__(id="problem")

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        page = self.screen
        if event.value == "field" and isinstance(page, WorkPage):
            event.stop()
            page.mend()
        elif event.value == "to-list":
            event.stop()
            self.post_message(CasesWanted())


class WorkPage(Page):
    """A page that reads or writes cases."""

    section: ClassVar[str] = N_("Cases")
    refills: ClassVar[bool] = False

    class Worked(Message):
        """The work is done, or could not be."""

        def __init__(
            self, then: Callable[[Any], Awaitable[None] | None], result: object, error: RecourseError | None
        ) -> None:
            self.then = then
            self.result = result
            self.error = error
            super().__init__()

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.busy = False

    @property
    def cases(self) -> Cases:
        """What the program knows of cases."""
        return self.state.cases

    @property
    def shelf(self) -> Shelf:
        """The cases themselves: for threads only."""
        return self.state.cases.room.shelf

    def head(self, title: Tell, *lines: Tell) -> Iterator[Widget]:
        """Title, what it is about, and the place where problems are told."""
        yield self.say(title, classes="title")
        for at, line in enumerate(lines):
            yield self.say(line, classes="quiet" if at == len(lines) - 1 else "")
        yield Problem()

    def mend(self) -> None:
        """To the field that is to be changed."""
        if self.query(Field):
            self.query(Field).first().focus()

    def work(self, job: Callable[[], T], then: Callable[[T], Awaitable[None] | None]) -> None:
        """Do ``job`` in a thread, then ``then`` with what it gave; what goes wrong is told on the page."""
        if self.busy:
            return
        self.busy = True

        def run() -> None:
            result: object = None
            error: RecourseError | None = None
            try:
                result = job()
            except RecourseError as told:
                error = told
            except Exception:  # noqa: BLE001 - a fault of ours must not freeze the page, nor show a trace (F2)
                error = InputError(_FAULT)
            self.post_message(self.Worked(then, result, error))

        self.run_worker(run, thread=True, exit_on_error=False, group="case")
        self.set_timer(0.1, self._wait)

    async def _wait(self) -> None:
        if self.busy and self.query("#problem"):
            await self.problem(None)
            await self.query_one("#problem").mount(self.say(lambda tr: tr(WAIT), classes="muted"))

    @on(Worked)
    async def _worked(self, event: Worked) -> None:
        self.busy = False
        if event.error is not None:
            await self.failed(event.error)
            return
        await self.problem(None)
        done = event.then(event.result)
        if done is not None:
            await done

    async def failed(self, error: RecourseError) -> None:
        """Tell what went wrong. A case that is gone leads back to the list."""
        await self.problem(lambda tr: tr(error.message, **error.values))
        if isinstance(error, NotFoundError) and self.query("#problem"):
            back = Act(lambda tr: tr("Back to the list of cases"), self.tr, "to-list", id="to-list")
            await self.query_one("#problem").mount(back)

    async def problem(self, tell: Tell | None, *, warns: bool = False) -> None:
        """Show a problem, with the way to the field; or none."""
        if not self.query("#problem"):
            return
        box = self.query_one("#problem")
        await box.remove_children()
        if tell is None:
            return
        heading = N_("Look at this once more") if warns else N_("There is a problem")
        act = Act(tell, self.tr, "field", id="mend")
        await box.mount(self.say(lambda tr: tr(heading), classes="warn"), act)
        self.turn_to(act)

    def back(self) -> bool:
        """Stay while something is being written."""
        return self.busy

    def open_case(self, looked: tuple[CaseFile, Mapping[str, PersonKept]]) -> None:
        """Show a case that was read just now, with the people there are."""
        self.post_message(CaseChosen(*looked))

    def case(self) -> CaseFile:
        """The open case. Raises ``NotFoundError`` where none is open."""
        if self.state.opened is None:
            raise NotFoundError(_NO_CASE)
        return self.state.opened
