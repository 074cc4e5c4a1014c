"""The ground every record stands on: strictness, ids, translated text, certainty, citations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator


class Record(BaseModel):
    """A frozen record that refuses unknown keys and wrong types."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


@dataclass(frozen=True)
class Translated:
    """Mark of a field that people read: it goes into the catalogues.

    The catalogue context is the record's id and the field's path without list positions.
    """

    note: str = ""
    """A word to translators, shown above the entry."""


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
"""Lower-case words with hyphens; equals the file's name; never renamed, never reused."""

EventName = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$", max_length=60)]
"""Something that happened on a day and starts a limit, e.g. ``request_received``."""

Place = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[a-z]{2,3})?$")]
"""A country (``cn``) or a part of one (``de-he``)."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=3000), Translated()]
"""A sentence or two for people, written in English here and translated in the catalogues."""

Words = Annotated[
    str,
    StringConstraints(min_length=1, max_length=12000),
    Translated(
        "One phrase a line. Do not translate: write the words people in your language use "
        "when they tell this story, also clumsy or short ones."
    ),
]
"""Lines of people's own words, used by the search."""

Mark = Literal["text", "secondary", "unverified"]
"""How a provision was checked: the text itself was read, a reliable second source, or not checked."""

MARKS: tuple[Mark, ...] = ("text", "secondary", "unverified")
"""The surest first."""

Certainty = Literal["law", "reported", "unknown", "advice"]
"""What a statement claims: the law says (text read); reported, not confirmed by us; we do not
know; or practical advice that claims nothing about the law."""


class Cite(Record):
    """A place in a source, with the mark of how that place was checked."""

    source: Id
    article: str = Field(default="", max_length=120)
    """Article, section or point as it is numbered there, e.g. ``12(3)``; empty for the whole."""
    mark: Mark


class Statement(Record):
    """One thing we tell a person, with what it rests on."""

    text: Text
    certainty: Certainty = "law"
    sources: tuple[Cite, ...] = ()
    ask: Text | None = None
    """For what we do not know: who would know."""

    @model_validator(mode="after")
    def _rests_on_something(self) -> Statement:
        marks = {cite.mark for cite in self.sources}
        if self.certainty == "law" and marks != {"text"}:
            raise ValueError(
                "certainty 'law' needs at least one source, and every source with mark 'text'; "
                "write certainty: reported for a second-hand source"
            )
        if self.certainty == "reported" and not marks:
            raise ValueError("certainty 'reported' needs a source")
        if self.certainty == "unknown" and self.ask is None:
            raise ValueError("certainty 'unknown' needs 'ask': who would know")
        return self


class Risk(Record):
    """A danger, told before the choice, in the four parts people can use."""

    what: Text
    """What can happen."""
    whom: Text
    """To whom."""
    known: Text
    """How we know."""
    lowers: Text
    """What lowers it."""
    sources: tuple[Cite, ...] = ()


class Condition(Record):
    """True when the question (or field) ``of`` was answered with one of ``answers``."""

    of: str
    answers: tuple[str, ...]


class Span(Record):
    """From which day to which day something holds, both included; an open end is ``null``."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies in the span."""
        return self.since <= day and (self.until is None or day <= self.until)
