"""The cases of this run: in memory, or in a book; which one is open, and the letter that was saved last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.guide import Adviser, Form, Session
from assistant.i18n import Translator
from assistant.model import NotFoundError, PersonKept

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.guide.caseroom import CaseRoom
    from assistant.guide.caserows import Row
    from assistant.guide.shelf import Loose, Shelf


@dataclass(frozen=True)
class Saved:
    """A letter that was saved, as long as nothing else was."""

    session: Session
    form: Form
    route: str | None
    locale: str
    files: tuple[Loose, ...]
    step: int | None = None
    """Its number in the case, once it is there."""


class Cases:
    """What line mode holds of cases. Made anew for each run; nothing is read before it is asked for."""

    def __init__(self, path: Path, on: date) -> None:
        self.path = path
        """Where the book is, or would be."""
        self.on = on
        self.name: str | None = None
        """The open case."""
        self.saved: Saved | None = None
        self.declined = False
        """Whether the person goes on without the book that is there."""
        self._room: CaseRoom | None = None
        self._rows: tuple[tuple[object, ...], tuple[Row, ...]] | None = None
        self._persons: tuple[tuple[object, ...], Mapping[str, PersonKept]] | None = None

    @property
    def room(self) -> CaseRoom:
        """Where cases are."""
        if self._room is None:
            from assistant.guide.caseroom import CaseRoom

            self._room = CaseRoom(self.path, self.on)
        self._room.path = self.path
        return self._room

    @property
    def shelf(self) -> Shelf:
        """The cases of the book, or of memory."""
        return self.room.shelf

    @property
    def kept(self) -> bool:
        """Whether a book is open."""
        return self._room is not None and self._room.kept

    def there(self) -> str:
        """What lies where the book would be."""
        return self.room.there()

    def case(self) -> CaseFile | None:
        """The open case as it stands now."""
        if self.name is None:
            return None
        try:
            return self.shelf.case(self.name)
        except NotFoundError:
            self.name = None
            raise

    def leave(self) -> bool:
        """Close the open case; whether there was one."""
        there, self.name, self.saved = self.name is not None, None, None
        return there

    def rows(self, adviser: Adviser, tr: Translator) -> tuple[Row, ...]:
        """Every case at a glance: made once for each state of the book."""
        from assistant.guide.caserows import rows

        shelf = self.shelf
        shelf.store.roots("case")  # looks whether another window wrote
        state = (id(shelf.store), shelf.store.counter, tr.locale)
        if self._rows is None or self._rows[0] != state:
            self._rows = (state, rows(adviser, shelf, tr))
        return self._rows[1]

    def persons(self) -> Mapping[str, PersonKept]:
        """Everybody whose cases these are: read once for each state of the book."""
        shelf = self.shelf
        shelf.store.roots("person")  # looks whether another window wrote
        state = (id(shelf.store), shelf.store.counter)
        if self._persons is None or self._persons[0] != state:
            self._persons = (state, shelf.persons())
        return self._persons[1]

    def enter(self, uid: str | None) -> None:
        """After a book was opened: the open case has another name there."""
        self._rows = self._persons = None
        found = next((one.name for one in self.shelf.cases() if one.uid == uid), None)
        self.name = found

    def lock(self) -> None:
        """Forget the book's key and everything read from it, and the cases in memory."""
        if self._room is not None:
            self._room.lock()
        self.name = self.saved = self._rows = self._persons = None
        self.declined = False
