"""What all screens share: the adviser, the language, the day, and what the person has told us."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.i18n import Translator
from assistant.text import Turning

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from assistant.guide import Adviser, Desk, Session
    from assistant.guide.casefile import CaseFile

    from .cases import Cases


@dataclass
class State:
    """Held by the app, handed to each screen. What the person said is an immutable ``Session`` in it."""

    open_adviser: Callable[[], Adviser]
    """Opens the records; called once, when they are first needed."""
    tr: Translator
    locale_chosen: bool = True
    country: str | None = None
    """Where it happened, if the person said so: ``cn``, ``de``, ``eu``."""
    saved: list[str] = field(default_factory=list)
    """Files made in this session, to be shown at the end. In memory only."""
    changes: int = 0
    """Grows with each change of the session: screens see that they are out of date."""

    home: Path | None = None
    """The person's home folder, for what they imported."""
    book: Path | None = None
    """Where the case book is, if the person named a place; else it is in the home folder."""

    turning: Turning = "program"
    """Who shows lines from right to left: this program, or the terminal."""

    _spoken: dict[str, Translator] = field(default_factory=dict)

    @classmethod
    def start(
        cls,
        adviser: Adviser | Callable[[], Adviser],
        tr: Translator,
        locale_chosen: bool = True,
        home: Path | None = None,
        book: Path | None = None,
    ) -> State:
        """A fresh state around an adviser, or around a function that opens one."""
        opener = adviser if not hasattr(adviser, "knowledge") else lambda: adviser
        return cls(opener, tr, locale_chosen, home=home, book=book)  # type: ignore[arg-type]

    @cached_property
    def adviser(self) -> Adviser:
        """The adviser, opened at first use."""
        return self.open_adviser()

    @cached_property
    def desk(self) -> Desk:
        """The writing desk, with its compiled templates."""
        from contextlib import suppress

        from assistant import paths
        from assistant.directory import Store, load
        from assistant.guide import Desk, Holders
        from assistant.letters import Templates
        from assistant.model import InputError

        store: Store | None = None
        with suppress(InputError):  # the command says what is wrong with it; here ours are enough
            store = load(self.home) if self.home is not None else None
        knowledge = self.adviser.knowledge
        return Desk(knowledge, Templates(paths.room("templates") / "letters"), self.on, Holders(knowledge, store))

    @cached_property
    def _first(self) -> Session:
        from assistant.guide import Session

        return Session()

    @cached_property
    def cases(self) -> Cases:
        """The cases at hand. Made when they are first asked for: most sessions have none."""
        from assistant.guide.caseroom import CaseRoom

        from .cases import Cases

        return Cases(self, CaseRoom(self.book_path, self.on))

    @property
    def book_path(self) -> Path:
        """Where the case book is, or would be."""
        from pathlib import Path

        return self.book if self.book is not None else (self.home or Path.cwd()) / "book"

    @property
    def opened(self) -> CaseFile | None:
        """The case on which the person works now."""
        return self.cases.opened if "cases" in self.__dict__ else None

    @property
    def book_open(self) -> bool:
        """Whether a book is open: then the program locks itself when nobody types."""
        return "cases" in self.__dict__ and self.cases.room.kept

    def whose(self, tr: Translator) -> str:
        """The mark of the open case, for the title row of every page; empty where none is open (T17)."""
        case = self.opened
        return "" if case is None else tr("Case: {case}", case=self.cases.marked(case, tr).line())

    def begun(self, letter: str, route: str | None) -> Session:
        """The session with a letter begun; in a case with what the case knows."""
        if self.opened is not None:
            return self.cases.begun(letter, route)
        return self.session.write(self.adviser.knowledge.letters[letter], route=route)

    def speak(self, locale: str) -> Translator:
        """The translator of a locale, made once."""
        if locale not in self._spoken:
            self._spoken[locale] = self.adviser.speak(locale)
        return self._spoken[locale]

    @property
    def on(self) -> date:
        """The day from which limits are counted."""
        return self.adviser.on

    @property
    def session(self) -> Session:
        """What the person has told us so far."""
        return getattr(self, "_session", None) or self._first

    @session.setter
    def session(self, session: Session) -> None:
        if session is not self.session:
            self._session = session
            self.changes += 1
