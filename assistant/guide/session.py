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
    """Days the person knows: ``event``, or ``route/event`` where the day belongs to one route only."""
    place: str | None = None
    """Where the other side sits, where it matters for holidays."""
    own_places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Places that count for one route only, by the route's id."""
    letter: str | None = None
    fields: Answers = field(default_factory=lambda: MappingProxyType({}))
    """Answers to letters' questions, by the question's name: what one letter asked, the next offers."""
    filing: str | None = None
    """The language of filing that the person chose; without it the recipient's or the reader's is taken."""
    follows: int | None = None
    """The step of the open case that the next letter follows."""

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

    def happened(self, event: str, day: date | None, route: str | None = None) -> Session:
        """With the day of an event, or without it; with ``route`` the day counts for that route only.

        One court can have received a request on another day than an authority did.
        """
        name = event if route is None else f"{route}/{event}"
        events = {k: v for k, v in self.events.items() if k != name}
        if day is not None:
            events[name] = day
        return replace(self, events=MappingProxyType(events))

    def days(self, route: str | None = None) -> Mapping[str, date]:
        """The days that count for a route: its own before those that count everywhere."""
        shared = {name: day for name, day in self.events.items() if "/" not in name}
        own = {
            name.partition("/")[2]: day
            for name, day in self.events.items()
            if route is not None and name.partition("/")[0] == route and "/" in name
        }
        return MappingProxyType({**shared, **own})

    def sit(self, place: str | None, route: str | None = None) -> Session:
        """With the place whose holidays and rules count; with ``route``, for that route only."""
        if route is None:
            return replace(self, place=place)
        own = {name: one for name, one in self.own_places.items() if name != route}
        return replace(self, own_places=MappingProxyType(own if place is None else {**own, route: place}))

    def place_of(self, route: str) -> str | None:
        """The place that counts for a route."""
        return self.own_places.get(route, self.place)

    def write(self, letter: Letter, filing: str | None = None, route: str | None = None) -> Session:
        """With a letter begun: days that are known already are filled in."""
        days = self.days(route)
        # Whom one letter went to is not whom another goes to: an authority is never filled in from a company.
        others = {one.id for one in letter.fields if one.stands_for is not None} if letter.id != self.letter else set()
        kept = {name: raw for name, raw in self.fields.items() if name not in others}
        known: dict[str, Raw] = {
            one.id: days[one.event].isoformat() for one in letter.fields if one.event is not None and one.event in days
        }
        known |= {one.id: place.id for one in letter.fields for place in one.options if self.place in place.places}
        language = filing if filing in letter.filing else self.filing
        return replace(self, letter=letter.id, filing=language, fields=MappingProxyType({**known, **kept}))

    def fill(self, name: str, raw: Raw) -> Session:
        """With the answer to one question of a letter."""
        return replace(self, fields=MappingProxyType({**self.fields, name: raw}))
