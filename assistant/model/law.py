"""What the law says, as dated records: sources, limits, service rules, events, calendars."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import Cite, EventName, Id, Mark, Place, Record, Span, Statement, Text


class Version(Span):
    """One wording of an instrument and when it is in force."""

    note: Text | None = None


class Reading(Record):
    """How some articles of a source were checked."""

    articles: str
    """Which, e.g. ``1-13``; ``*`` for all."""
    mark: Mark
    how: str
    """Where the text was read, in a few words."""


class Source(Record):
    """An instrument, a judgment, an official notice or a report."""

    id: Id
    kind: Literal[
        "statute",
        "regulation",
        "interpretation",
        "policy",
        "judgment",
        "guideline",
        "standard",
        "notice",
        "report",
    ]
    title: str
    """Official title in the source's own language; never translated."""
    language: str
    """Language of the title, as a locale id (``zh_Hans``, ``de``, ``en`` ...)."""
    name: Text
    """What we call it in the reader's language."""
    issuer: Text | None = None
    """Who made it."""
    number: str | None = None
    versions: tuple[Version, ...] = Field(min_length=1)
    links: tuple[str, ...] = ()
    """Where the official text is. Shown, never opened."""
    readings: tuple[Reading, ...] = Field(min_length=1)
    checked: date
    doubts: tuple[Text, ...] = ()
    """What is not certain about it, for those who maintain the law."""
    replaced_by: Id | None = None


class Event(Record):
    """A kind of event that starts limits."""

    id: EventName
    label: Text
    """A noun phrase: ``the day the court received your application``."""
    question: Text
    """How a person is asked for the day."""
    hint: Text


Unit = Literal["days", "working_days", "weeks", "months", "years"]

CountingRule = Literal[
    "cn-calendar",
    "cn-working",
    "cn-retention",
    "eu-1182",
    "eu-1182-extension",
    "de-bgb",
    "de-retention",
    "calendar-end",
    "plain",
    "plain-first-day",
]
"""Which function counts. ``-retention`` never rolls over a rest day; ``calendar-end`` goes to the last day
of the month or year that lies so many months or years on; ``plain`` adds days only;
``plain-first-day`` too, and the day of the event is the first day."""


class Length(Record):
    """A number of days, working days, weeks, months or years."""

    number: Annotated[int, Field(gt=0, le=400)]
    unit: Unit


class LimitVersion(Span):
    """The limit as it stands in a span of days (by the day of the starting event)."""

    length: Length | None
    """``null`` where the law gives no number; then ``words`` says what it gives."""
    words: Text | None = None
    """The time in words, where no number of days can be counted."""
    counting: CountingRule
    sources: tuple[Cite, ...] = Field(min_length=1)
    note: Text | None = None
    """What a careful person should know about this count."""

    @model_validator(mode="after")
    def _number_or_words(self) -> LimitVersion:
        if self.length is None and self.words is None:
            raise ValueError("a limit without a length needs 'words': what the law says instead")
        if self.length is not None and any(c.mark == "unverified" for c in self.sources):
            raise ValueError("an unverified source must not be counted; leave length null and say so in 'words'")
        return self


class Extension(Record):
    """A longer time that the other side, or the person, may get."""

    limit: Id
    """The limit that counts the extended time."""
    text: Text
    """How long it can become, and on what condition."""
    told_within: bool = False
    """True where it holds only if it was told before the first time was over."""


class Limit(Record):
    """A time limit: who is bound, what starts it, how long, how counted, what silence means."""

    id: Id
    title: Text
    """What must happen by then, and who must act."""
    who: Literal["you", "body"]
    kind: Literal["act", "retention", "wait", "reminder"] = "act"
    """``act``: something must be done by then. ``retention``: data may stay until then. ``wait``:
    the next step opens after it. ``reminder``: our suggestion, no limit of law."""
    applies: Text | None = None
    """For which case it is, where the limits of a route are alternatives and only one of them fits:
    ``your entry is in the class "general"``."""
    exception: bool = False
    """True where it helps only in a special case: the decision did not name the way, something held the person up.
    Such a time never takes the place of the ordinary one, also when that is over."""
    starts: EventName
    once: EventName | None = None
    """A later day that starts it in place of ``starts``, once that day is known: an office took the case in."""
    after: Id | None = None
    """Another limit: without the event, the count starts at the end of that one."""
    place: Place
    """Whose calendar applies unless the person names a place."""
    posting: bool = False
    """Whether handing the letter to the post on the last day is in time."""
    versions: tuple[LimitVersion, ...] = Field(min_length=1)
    extension: Extension | None = None
    silence: Statement | None = None
    """What their silence means, once the time is over."""
    missed: Statement | None = None
    """What is still open when the day has passed."""


class ServiceRule(Record):
    """A fiction of service: the day on which the law treats a paper as received."""

    id: Id
    title: Text
    """How a paper was delivered, as a person would choose it."""
    given: EventName
    """The day that is known, e.g. ``decision_posted``."""
    gives: EventName
    """The day that follows from it, e.g. ``decision_served``."""
    place: Place
    versions: tuple[LimitVersion, ...] = Field(min_length=1)


class CalendarYear(Record):
    """Days of one year on which a place does not, or exceptionally does, work."""

    year: Annotated[int, Field(ge=2000, le=2100)]
    status: Literal["official", "provisional"]
    """Provisional: the notice for the year was not out; ``reason`` says so."""
    reason: Text | None = None
    """Why days off of that year are not certain."""
    off: tuple[date, ...]
    """Days off besides the weekend."""
    work: tuple[date, ...] = ()
    """Weekend days declared working days."""
    regional: tuple[date, ...] = ()
    """Those of ``off`` that hold in this part of the country only."""
    sources: tuple[Cite, ...] = Field(min_length=1)


class Calendar(Record):
    """The working days of a place. A year without an entry is provisional: weekends only."""

    id: Place
    name: Text
    """Whose days off these are."""
    whole: bool = False
    """True where no part of the country has days off of its own."""
    years: tuple[CalendarYear, ...]


class Region(Record):
    """A part of a country that has rules of its own for some routes (``Route.variants``)."""

    id: Place
    name: Text
    """The name of the place."""
