"""What a person can do: bodies, routes, situations, and the questions that lead there."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from .base import Cite, Condition, EventName, Id, Mark, Place, Record, Risk, Span, Statement, Text, Words


class Contact(Record):
    """How to reach a body, with the mark of how each was checked as a whole."""

    mark: Mark
    recorded: date
    by: Text
    """Who recorded it, e.g. ``datenanfragen/data``."""
    address: tuple[str, ...] = ()
    """Lines as on an envelope, without the name; the last is the town."""
    email: str | None = None
    phone: str | None = None
    website: str | None = None
    """Shown as text, never opened."""


HolderKind = Literal["company", "federal", "land", "telecom", "catholic", "protestant", "broadcaster", "press"]
"""What kind of body holds a record, as far as it decides who supervises it: a private company or association; an
office of the federation; of a part of the country or a town; a telecom or postal company; a church and its
hospitals and schools; a public broadcaster; the press."""


class Competence(Record):
    """For what a body is the one that a generic body stands for."""

    stands_for: Id
    """The generic body: ``eu-dpa``, ``de-central-enforcement-court``."""
    places: tuple[Place, ...] = Field(min_length=1)
    """Where the record holder, or the debtor, sits; a country stands for all its parts."""
    holders: tuple[HolderKind, ...] = ()
    """For which kinds of record holders; empty for all."""


class Body(Record):
    """A court, authority, company or office that people write to."""

    id: Id
    country: Place
    kind: Literal["court", "authority", "procuratorate", "company", "association", "help"]
    generic: bool = False
    """True where the record stands for many bodies (``the executing court``): no contact."""
    name: str
    """Its name in the language of filing; never translated."""
    title: Text
    """What it is, in the reader's language."""
    seat: Place | None = None
    """Where it sits: decides holidays and which authority supervises it."""
    supervisor: Id | None = None
    """Who supervises it, where that does not follow from its seat and kind; can be a generic body."""
    holder: HolderKind | None = None
    """What kind of record holder it is, where it is one."""
    competent: tuple[Competence, ...] = ()
    languages: tuple[str, ...] = ()
    """Languages in which it can be written to, as locale ids; empty where we do not know."""
    contact: Contact | None = None
    choose: Text | None = None
    """How to find the right one, for generic bodies."""
    note: Text | None = None
    """What a person should know before writing to it."""


class Step(Record):
    """What comes next after an outcome."""

    text: Text
    """What to do next, in one or two sentences."""
    routes: tuple[Id, ...] = ()
    answer: tuple[EventName, ...] = ()
    """The day on which the answer came is the day of these events, for the routes that follow: the day of a refusal
    is ``decision_served`` for the objection against it. Also for limits of this very route that begin with the answer.
    Empty where no limit starts with it."""
    keeps: tuple[EventName, ...] = ()
    """Days of this route that count for the routes that follow as well: ``request_received`` for a court that is
    asked because nobody answered. A day not named here is never taken over; nor is one given to a route whose own
    ``arrival`` has the same name."""


Outcome = Literal["yes", "partly", "no", "silence", "late"]


class Outcomes(Record):
    """The next step for each outcome."""

    yes: Step
    """They did what was asked."""
    partly: Step
    """They did a part of it, or asked for something."""
    no: Step
    """They refused."""
    silence: Step
    """No answer came in time."""
    late: Step
    """The person's own limit was missed."""


class Evidence(Record):
    """A paper to find or ask for."""

    text: Text
    """A paper or proof that helps, and what it shows."""
    need: Literal["required", "helpful"]
    sources: tuple[Cite, ...] = ()


class Channel(Record):
    """A way to hand something in."""

    kind: Literal["counter", "post", "email", "online", "phone"]
    statement: Statement
    """How to hand it in this way."""


RouteKind = Literal[
    "access",
    "explanation",
    "correction",
    "deletion",
    "restriction",
    "objection",
    "human_review",
    "exemption",
    "list_removal",
    "opt_out",
    "reconsideration",
    "complaint",
    "reminder",
    "litigation",
    "compensation",
    "support",
]


class Reply(Record):
    """A kind of answer that a person can get, described so that they recognise it. Asked in ``order``."""

    id: Id
    order: int
    label: Text
    """What they answered, as the person would say it: ``They ask for a copy of my ID card``."""
    hint: Text
    """How to recognise it, one or two short sentences."""
    outcome: Literal["yes", "partly", "no", "waiting"]
    """Which next step of the route it leads to; ``waiting``: it is no answer yet, their time goes on."""
    kinds: tuple[RouteKind, ...] = ()
    """Offered for routes of these kinds only; empty for all."""
    places: tuple[Place, ...] = ()
    """Offered for routes of these countries only (``eu`` stands for the law of the Union); empty for all."""
    routes: tuple[Id, ...] = ()
    """Offered for these routes only; empty for all that ``kinds`` and ``places`` leave."""
    without: tuple[Id, ...] = ()
    """Not offered for these routes."""
    extends: bool = False
    """True where they took more time: a limit of theirs that can be extended then counts to its longer end."""
    event: EventName | None = None
    """What this answer's day is for the route itself: ``completion_requested``."""
    step: Step | None = None
    """What comes first after this answer, before what the route itself says."""
    sources: tuple[Cite, ...] = ()
    checked: date


class Variant(Record):
    """What a route becomes in one place, where that place has rules of its own."""

    place: Place
    route: Id


class Route(Record):
    """One way to see, correct, contest or delete a record."""

    id: Id
    country: Place
    kind: RouteKind
    title: Text
    """A verb first: ``Ask the court to correct the list``."""
    summary: Text
    """What it is and what it can bring, two sentences."""
    span: Span
    """In which days the route exists in this form."""
    bodies: tuple[Id, ...]
    addressee: Text
    """Whom to write to, in words."""
    who: Statement
    """Who may use it."""
    grounds: tuple[Statement, ...] = ()
    """Reasons that the law accepts."""
    law: tuple[Statement, ...] = ()
    """What the law requires the request to contain or look like."""
    practice: tuple[Statement, ...] = ()
    """What offices ask for in practice."""
    evidence: tuple[Evidence, ...] = ()
    cost: Statement
    """What it costs."""
    channels: tuple[Channel, ...] = ()
    pending: Statement
    """What happens meanwhile: does the measure go on?"""
    risks: tuple[Risk, ...] = ()
    limits: tuple[Id, ...] = ()
    arrival: EventName | None = None
    """Which of the days that start its limits is the day the other side received what was handed in;
    ``null`` where no limit starts with it."""
    awaits: tuple[Id, ...] = ()
    """Which of its limits end the other side's time to answer: silence has come when all of them that can be counted
    are over. Empty where every limit of theirs that is counted from the arrival is one of them."""
    letters: tuple[Id, ...] = ()
    next: Outcomes
    variants: tuple[Variant, ...] = ()
    """Places that have rules of their own for this route. Where the person's place is not among them,
    the route itself says what holds in the whole country, and that the place's own rules are not here."""
    place_question: Text | None = None
    """How the place is asked for where it is not the seat of the other side: ``In which country do you complain?``
    Such a place counts for this route only."""
    sources: tuple[Cite, ...] = Field(min_length=1)
    checked: date


class RouteUse(Record):
    """A route as it serves one situation."""

    route: Id
    stage: int = Field(ge=1, le=9)
    """Routes of one stage run side by side; a later stage follows when the earlier did not help."""
    why: Text
    """Why here, for this person."""


class Myth(Record):
    """What people say, and what is known."""

    claim: Text
    """What many people believe."""
    truth: Statement
    """What is true, as far as we know."""


class Said(Record):
    """What one of the source documents said, and when."""

    document: Literal["lam", "chinafile", "aldendorff", "kuehnreich", "manifesto"]
    year: int | None
    """``null`` where the document itself gives none."""
    text: Text
    """What follows from what the person said."""


class Situation(Record):
    """What happened to a person, explained honestly, with the routes out."""

    id: Id
    parent: Id | None = None
    country: Place | None
    """``null`` where it is the same everywhere."""
    general: bool = False
    """True for the page of a person whom nothing else fits: it stands below all others."""
    title: Text
    """As the person would say it, in a few words."""
    summary: Text
    """What happened, two or three sentences for the list."""
    words: Words
    """What the search knows the situation by."""
    recognise: tuple[Text, ...] = Field(min_length=1)
    """By what a person recognises that this is their situation."""
    about: tuple[Statement, ...] = Field(min_length=1)
    """What this record or measure is."""
    myths: tuple[Myth, ...] = ()
    uncertain: tuple[Statement, ...] = ()
    """What nobody knows for certain."""
    may: tuple[Statement, ...] = ()
    """What the body may do."""
    may_not: tuple[Statement, ...] = ()
    """What the body may not do."""
    consequences: tuple[Statement, ...] = ()
    """What it leads to in daily life."""
    said: tuple[Said, ...] = ()
    danger: tuple[Risk, ...] = ()
    """Risks of acting at all; told before anything else."""
    routes: tuple[RouteUse, ...]
    help: tuple[Statement, ...] = ()
    """Real places to turn to."""
    also: tuple[Id, ...] = ()
    """What else it could be."""
    checked: date


class Point(Record):
    """How much an answer speaks for a situation, and the words for it."""

    situation: Id
    weight: int = Field(ge=1, le=100)
    because: Text
    """``you said that ...``: ends the sentence "This fits because"."""


class Option(Record):
    """An answer to choose."""

    id: Id
    label: Text
    """An answer to choose, in the words of the person."""
    points: tuple[Point, ...] = ()


class Question(Record):
    """A question of the interview. "I don't know" is always there and need not be listed."""

    id: Id
    order: int
    text: Text
    """The question of the interview."""
    why: Text
    """Why it is asked, one short sentence."""
    options: tuple[Option, ...] = Field(min_length=2)
    when: tuple[Condition, ...] = ()
    """Asked only when all hold."""
