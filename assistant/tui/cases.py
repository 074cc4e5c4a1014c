"""What the full screen knows of cases: the room they are in, the one that is open, and how they are marked.

Whatever reads or writes the book is called in worker threads; everything else here only looks at what was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from assistant.guide.caselink import prefilled, session_for, session_of
from assistant.guide.casepersons import mark_of
from assistant.guide.caseroom import CaseRoom
from assistant.guide.session import Session

from .marking import Marked

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.guide.following import Item
    from assistant.guide.shelf import Loose
    from assistant.i18n import Translator
    from assistant.model import Given, PersonKept

    from .listing import Listing
    from .state import State


@dataclass(frozen=True)
class Made:
    """A letter as it was saved: what a case keeps of it."""

    letter: str
    route: str | None
    locale: str
    recipient: str
    answers: Mapping[str, Given]
    files: tuple[Loose, ...]
    follows: int | None = None
    step: int | None = None
    """Its number in the open case, once it is kept there."""

    def same(self, other: Made) -> bool:
        """Whether it is the same letter, perhaps in another format."""
        return replace(self, files=(), step=None) == replace(other, files=(), step=None)


@dataclass
class Cases:
    """One for each run of the program."""

    state: State
    room: CaseRoom
    persons: Mapping[str, PersonKept] = field(default_factory=dict)
    """As they were read last."""
    opened: CaseFile | None = None
    """The case on which the person works now."""
    names: bool = False
    """Whether names are shown in lists; marks otherwise."""
    chosen: str | None = None
    """The person that was picked for a case."""
    made: Made | None = None
    """The letter that was saved last."""
    listing: Listing | None = None
    """The lines of the overview, as they were read last."""
    _outside: Session | None = None
    """What was told before a case was opened."""
    _begun: dict[tuple[str, str, int | None], Session] = field(default_factory=dict)
    """Letters begun in cases and not finished, by case, letter and the step they follow; in memory only."""

    def enter(self, case: CaseFile) -> None:
        """Work on a case: every page knows its days."""
        if self.opened is not None and self.opened.name == case.name:
            self.renew(case)
            return
        self.leave()
        self._outside, self.opened, self.made = self.state.session, case, None
        self.state.session = session_of(self.state.adviser.knowledge, case)

    def renew(self, case: CaseFile, *, written: bool = False) -> None:
        """The open case has changed. ``written``: the letter that was begun is finished."""
        self.opened = case
        session, before = session_of(self.state.adviser.knowledge, case), self.state.session
        if not written:
            # Days that an earlier step handed to the letter that was begun count on.
            handed = {name: day for name, day in before.events.items() if "/" in name and name not in session.events}
            session = replace(
                session,
                events=MappingProxyType({**handed, **session.events}),
                letter=before.letter,
                fields=before.fields,
                filing=before.filing,
                follows=before.follows,
            )
        elif before.letter is not None:
            self._begun.pop((case.name, before.letter, before.follows), None)
        self.state.session = session
        self.state.changes += 1

    def leave(self) -> None:
        """Work on no case. What was told before it was opened is there again."""
        if self.opened is None:
            return
        self._lay_aside()
        self.opened, self.made = None, None
        self.state.session = self._outside or Session()
        self.state.changes += 1

    def forget_session(self) -> None:
        """What was told is in a case now: the next person's letter begins with nothing of it (T17)."""
        self.made = None
        self.state.session = Session()

    def lock(self) -> None:
        """Forget the book and everything read from it."""
        self.opened, self.made, self.chosen, self.persons, self.names = None, None, None, {}, False
        self.listing = None
        self._begun.clear()
        self._outside = None
        self.state.session = Session()
        self.state.saved.clear()
        self.room.lock()
        self.state.changes += 1

    def set_out(self, item: Item, route: str | None = None) -> None:
        """Go a way of the open case: days that are handed on count there. A letter begun before is laid aside."""
        if self.opened is not None:
            self._lay_aside()
            self.state.session = session_for(self.state.adviser.knowledge, self.opened, item, route)

    def begun(self, letter: str, route: str | None) -> Session:
        """The session with a letter begun in the open case: as it was laid aside, or with what the case says."""
        case, session, knowledge = self.opened, self.state.session, self.state.adviser.knowledge
        if case is None:
            return session.write(knowledge.letters[letter], route=route)
        self._lay_aside()
        before = self._begun.get((case.name, letter, session.follows))
        if before is not None:
            return replace(session, letter=letter, fields=before.fields, filing=before.filing)
        return prefilled(knowledge, case, session, knowledge.letters[letter], route, self.state.on)

    def _lay_aside(self) -> None:
        session = self.state.session
        if self.opened is not None and session.letter is not None:
            self._begun[self.opened.name, session.letter, session.follows] = session

    def marked(self, case: CaseFile, tr: Translator) -> Marked:
        """How a case is named on the screen."""
        from assistant.guide.caserows import title_of

        person, title = self.persons.get(case.person or ""), title_of(self.state.adviser.knowledge, case, tr)
        return Marked(mark_of(person), person.name if person is not None else "", title)
