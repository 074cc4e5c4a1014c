"""What a person has told us so far. Immutable; lives in memory only; every front works on the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from assistant.letters import Answers, Raw
from assistant.model import Letter


@dataclass(frozen=True)
class Session:
    """One person's way through the program."""

    story: str = ""
    """What happened, in their own words. Used for the search only; it goes into no letter."""
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Of the interview: question to option, or to ``unknown``."""
    situation: str | None = None
    events: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    """Days the person knows."""
    place: str | None = None
    """Where the other side sits, where it matters for holidays."""
    letter: str | None = None
    fields: Answers = field(default_factory=lambda: MappingProxyType({}))
    """Answers to letters' questions, by the question's name: what one letter asked, the next offers."""
    filing: str | None = None
    """The language the letter is filed in, where there is a choice."""

    def tell(self, story: str) -> Session:
        """With another story."""
        return replace(self, story=story)

    def answer(self, question: str, option: str) -> Session:
        """With an answer of the interview given or changed."""
        return replace(self, answers=MappingProxyType({**self.answers, question: option}))

    def take_back(self, question: str) -> Session:
        """Without the answer to ``question``."""
        return replace(self, answers=MappingProxyType({k: v for k, v in self.answers.items() if k != question}))

    def choose(self, situation: str) -> Session:
        """With a situation chosen."""
        return replace(self, situation=situation)

    def happened(self, event: str, day: date | None) -> Session:
        """With the day of an event, or without it."""
        events = {k: v for k, v in self.events.items() if k != event}
        if day is not None:
            events[event] = day
        return replace(self, events=MappingProxyType(events))

    def sit(self, place: str | None) -> Session:
        """With the place whose holidays count."""
        return replace(self, place=place)

    def write(self, letter: Letter, filing: str | None = None) -> Session:
        """With a letter begun: days that are known already are filled in."""
        known: dict[str, Raw] = {
            one.id: self.events[one.event].isoformat()
            for one in letter.fields
            if one.event is not None and one.event in self.events
        }
        language = filing if filing in letter.filing else letter.filing[0]
        return replace(self, letter=letter.id, filing=language, fields=MappingProxyType({**known, **self.fields}))

    def fill(self, name: str, raw: Raw) -> Session:
        """With the answer to one question of a letter."""
        return replace(self, fields=MappingProxyType({**self.fields, name: raw}))
