"""Letters: what they ask for, their paragraphs, and the document that comes out."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Cite, Condition, Id, Place, Record, Span, Statement, Text

FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z0-9]+)*$", max_length=40)]

FieldKind = Literal[
    "text",
    "long_text",
    "date",
    "month",
    "amount",
    "choice",
    "yes_no",
    "person",
    "address",
    "cn_resident_id",
    "cn_case_number",
    "email",
    "phone",
    "lines",
    "entries",
    "body",
]
"""``lines``: a list of short texts. ``entries``: a list of contested entries, each with the parts
named in ``columns``. ``body``: an addressee from the directory or typed (name and address lines)."""


class Choice(Record):
    """One option of a choice field."""

    id: Id
    label: Text
    """An answer to choose."""
    places: tuple[Place, ...] = ()
    """Where the person's place is one of these, this option is filled in for them."""
    routes: tuple[Id, ...] = ()
    """Where the letter follows one of these routes, this option is filled in for them."""
    outcomes: tuple[Literal["yes", "partly", "no", "silence"], ...] = ()
    """Where it follows an earlier letter with one of these outcomes, this option is filled in for them."""


class Column(Record):
    """One part of an ``entries`` field."""

    id: FieldName
    label: Text
    """What one part of an entry is called."""
    example: Text
    """An example of it; names and numbers stay as they are."""


class LetterField(Record):
    """Something a letter asks of the person: the least that is needed, and why."""

    id: FieldName
    kind: FieldKind
    label: Text
    """The question, as the person reads it."""
    why: Text
    """Why it is asked and where it appears, one short sentence."""
    example: Text
    """An example of a good answer, used in error messages and blank fill files."""
    required: Cite | None = None
    """The rule that demands it. Without one the field is optional."""
    needed: bool = False
    """True where no rule demands it but the letter makes no sense without it (a ground, say)."""
    sensitive: bool = False
    group: Literal["matter", "facts", "recipient", "you"]
    """Easy first, identity last: the form asks in the order matter, facts, recipient, you."""
    options: tuple[Choice, ...] = ()
    columns: tuple[Column, ...] = ()
    when: tuple[Condition, ...] = ()
    """Asked and used only when all hold."""
    not_future: bool = False
    max_length: int = Field(default=300, ge=1, le=5000)
    bodies: tuple[Id, ...] = ()
    """For ``body``: suggestions from the directory."""
    stands_for: Id | None = None
    """For ``body``: the generic body whose real one is wanted. The one in charge of the person's case is suggested first."""
    holder: FieldName | None = None
    """With ``stands_for``: the field that names the record holder, if the letter asks for one."""
    event: str | None = None
    """For ``date``: the event of the plan whose day this is, so that nothing is asked twice."""
    earlier: Literal["recipient", "dated", "sent", "received", "answered"] | None = None
    """In a letter that follows an earlier one: which fact of that letter answers the question. ``recipient``: whom it
    went to; ``dated``: its date; ``sent``, ``received``: the days it was sent and reached them; ``answered``: the day
    their answer came. Offered, never silently used."""


Role = Literal[
    "title",
    "sender",
    "recipient",
    "reference",
    "date",
    "subject",
    "salutation",
    "parties",
    "heading",
    "paragraph",
    "numbered",
    "bullets",
    "table",
    "closing",
    "addressee",
    "signature",
    "enclosures",
]


class Paragraph(Record):
    """A named paragraph: the same name in every locale; ``role`` says how it is laid out."""

    id: FieldName
    role: Role


class LawCited(Record):
    """Articles that every locale of the letter must cite."""

    source: Id
    articles: tuple[str, ...]
    """Bare numbers as the source numbers them: ``11``, ``22``, ``31``."""


class Counted(Record):
    """A date that the letter states and we count: a limit, started by one of the letter's dates."""

    id: FieldName
    limit: Id
    starts: FieldName
    """The date field whose day starts the limit."""
    place: Place | None = None


class Letter(Record):
    """One letter: its contract with every locale."""

    id: Id
    country: Place
    title: Text
    """What the letter does, a verb first."""
    purpose: Text
    """When a person needs it, and what it asks for."""
    span: Span
    filing: tuple[str, ...] = Field(min_length=1)
    """Locales in which it may be filed; every other locale is a reading aid."""
    layout: Literal["cn-application", "din-5008", "plain"]
    signature: Literal["hand", "none"]
    fields: tuple[LetterField, ...]
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1)
    counted: tuple[Counted, ...] = ()
    cites: tuple[LawCited, ...] = ()
    sources: tuple[Cite, ...] = Field(min_length=1)
    never: tuple[Text, ...] = ()
    """What must not stand in it; shown before the free-text fields."""
    send: tuple[Statement, ...] = Field(min_length=1)
    """How to hand it in and what to keep."""
    checked: date


class Block(Record):
    """A paragraph of a document, ready to lay out. All text is data; nothing in it is markup."""

    id: str
    role: Role
    lines: tuple[str, ...] = ()
    """Lines or list items. In ``parties`` a tab parts label and value; in ``table`` cells."""
    beside: tuple[str, ...] = ()
    """In a reading aid: the lines of the letter itself."""


Window = Literal["a", "b"]
"""Where the address stands for a window envelope: DIN 5008 form A or form B."""


class Document(Record):
    """A letter or a reading aid, independent of any output format."""

    letter: Id
    sheet: Literal["letter", "aid"]
    locale: str
    """Language of the text."""
    beside_locale: str | None = None
    """In a reading aid: the language of the letter."""
    layout: Literal["cn-application", "din-5008", "plain"]
    window: Window = "a"
    """For the layout ``din-5008``: form A has the address 18 mm higher than form B."""
    title: str
    dated: date
    notice: str = ""
    """In a reading aid: ``Reading aid. Do not send.`` in both languages."""
    email: str | None = None
    """Where an e-mail draft would go."""
    blocks: tuple[Block, ...]
