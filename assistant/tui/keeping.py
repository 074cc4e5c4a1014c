"""What the app does about cases: opens and leaves them, keeps what pages tell, locks the book, clears the clipboard."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.await_complete import AwaitComplete
from textual.events import Event, InputEvent, Key, MouseDown
from textual.message import Message
from textual.timer import Timer

from assistant.model import RecourseError

from .case_places import CaseOf, Cases, Unlock
from .keys import PALETTE, KeysApp
from .messages import CaseChosen, CasesWanted, CaseWanted, DaysTold, LockWanted
from .screens.cover import Cover

if TYPE_CHECKING:
    from assistant.guide import Session
    from assistant.guide.casefile import CaseFile

    from .state import State

IDLE = 300.0
"""Seconds without a key after which an open book is locked."""
_LOOK = 5.0
"""Seconds between two looks at the clock."""
CLEARED = 10.0
"""Seconds after which the clipboard is cleared."""


def awake() -> float:
    """Seconds, those during which the computer slept among them, where the system tells."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class KeepingApp(KeysApp):
    """Cases, the lock, and the clipboard."""

    class Kept(Message):
        """What a page told is in the case, or the reason why not."""

        def __init__(self, case: CaseFile | None, error: RecourseError | None = None) -> None:
            self.case = case
            self.error = error
            super().__init__()

    def __init__(self, state: State, leave: Callable[[], object]) -> None:
        super().__init__(state, leave)
        self.idle_clock = awake
        self._touched = awake()
        self._copied: Timer | None = None

    # The open case: it is open as long as its page is among those that are shown.

    @on(CaseChosen)
    def open_case(self, event: CaseChosen) -> None:
        """Show a case above the list of cases, and nothing else: no page of another case stays below it (T17)."""
        event.stop()
        self.state.cases.persons = event.persons
        self.show_case(event.case)

    def show_case(self, case: CaseFile) -> None:
        """Work on a case from now on."""
        self.action_go_home()
        self.show_place(Cases())
        self.state.cases.enter(case)
        self.show_place(CaseOf(case.name))

    @on(CaseWanted)
    def back_to_case(self, event: CaseWanted) -> None:
        """Show the open case again."""
        event.stop()
        while len(self.screen_stack) > 1 and not isinstance(getattr(self.screen, "place", None), CaseOf):
            _ = self.pop_screen()

    @on(CasesWanted)
    def back_to_cases(self, event: CasesWanted) -> None:
        """Show the list again."""
        event.stop()
        self.action_go_home()
        self.show_place(Cases())

    def pop_screen(self) -> AwaitComplete:
        """Take the page away; with its own page a case is left."""
        popped = super().pop_screen()
        stays = any(isinstance(getattr(one, "place", None), CaseOf) for one in self.screen_stack)
        if self.state.opened is not None and not stays:
            self.state.cases.leave()
        return popped

    def action_go_cases(self) -> None:
        """Show the cases, or ask for the passphrase of a book that is locked."""
        self.show_place(self.state_of_cases())

    def state_of_cases(self) -> Cases | Unlock:
        """Where the way to the cases leads: to the list, or to a locked book while there is nothing else."""
        room = self.state.cases.room
        locked = not room.kept and not room.shelf.store.roots("case") and self.state.book_path.exists()
        return Unlock() if locked else Cases()

    # Days told on pages of the plan.

    @on(DaysTold)
    def keep_days(self, event: DaysTold) -> None:
        """Let the open case know."""
        event.stop()
        case = self.state.opened
        if case is not None:
            self.tell_days(case, event.old, event.new)

    def tell_days(self, case: CaseFile, old: Session, new: Session) -> None:
        """Put days and places into a case, in a thread."""
        from assistant.guide.caselink import told_between

        shelf, knowledge = self.state.cases.room.shelf, self.state.adviser.knowledge

        def work() -> None:
            try:
                now = shelf.case(case.name)
                for kind, parts in told_between(knowledge, now, old, new):
                    now = shelf.tell(case.name, kind, **parts)
            except RecourseError as error:
                self.post_message(self.Kept(None, error))
            else:
                self.post_message(self.Kept(now))

        self.run_worker(work, thread=True, exit_on_error=False, group="days")

    @on(Kept)
    def know_days(self, event: Kept) -> None:
        """Show the case as it is now."""
        opened = self.state.opened
        if event.error is not None:
            error = event.error
            self.notify(self.state.tr(error.message, **error.values), severity="error", markup=False)
        elif opened is not None and event.case is not None and event.case.name == opened.name:
            self.state.cases.renew(event.case)
            with suppress(AttributeError):
                self.call_later(self.screen.catch_up)  # type: ignore[attr-defined]

    # The lock.

    def watch_idleness(self) -> None:
        """Look at the clock from time to time."""
        self.set_interval(_LOOK, self.look_at_clock)

    def look_at_clock(self) -> bool:
        """Lock an open book when nobody typed for five minutes; whether it was locked."""
        if not self.state.book_open or self.idle_clock() - self._touched < IDLE:
            return False
        self.lock_now()
        return True

    async def on_event(self, event: Event) -> None:
        """Every key and click counts; one that comes too late finds the book locked, and does nothing else."""
        if isinstance(event, InputEvent) and not event.is_forwarded:
            late = self.look_at_clock()
            self._touched = self.idle_clock()
            if late and isinstance(event, Key | MouseDown):
                return
        await super().on_event(event)

    def action_lock(self) -> None:
        """Lock the book now."""
        if self.state.book_open:
            self.lock_now()
        else:
            self.notify(self.state.tr("No case book is open. There is nothing to lock."), markup=False)

    @on(LockWanted)
    def lock_when_asked(self, event: LockWanted) -> None:
        """Lock the book now."""
        event.stop()
        self.action_lock()

    def lock_now(self) -> None:
        """Forget the book; no page that showed something of it stays."""
        covered = isinstance(self.screen, Cover)
        if self.screen.id == PALETTE:
            _ = self.pop_screen()
        self.action_go_home()
        self.clear_notifications()
        self.clear_clipboard()
        self.state.cases.lock()
        self.show_place(Unlock(locked=True))
        if covered:
            self.action_cover()

    # The clipboard.

    def copy_to_clipboard(self, text: str) -> None:
        """Copy, also for fields of Textual; ten seconds later the clipboard is cleared where the terminal does it."""
        from . import leaving

        super().copy_to_clipboard(text)
        leaving.copied()
        if self._copied is not None:
            self._copied.stop()
        self._copied = self.set_timer(CLEARED, self.clear_clipboard)
        words = self.state.tr("Copied. After 10 seconds the clipboard is cleared, where the terminal allows it.")
        self.notify(words, markup=False)

    def clear_clipboard(self) -> None:
        """Clear what we copied; what others copied is not ours to clear."""
        from . import leaving

        if self._copied is not None:
            self._copied.stop()
            self._copied = None
            super().copy_to_clipboard("")
            leaving.copied(still=False)
