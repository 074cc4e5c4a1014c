"""One imported record, as it is kept: cleaned text, nothing that is run or followed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assistant.model import HolderKind, Place, Record

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
WantedKind = Literal["name", "address", "email", "birthdate", "other"]


class Wanted(Record):
    """Something by which the holder finds a person, as the directory recorded it."""

    kind: WantedKind
    label: Line
    optional: bool = False


class Entry(Record):
    """A record holder or a supervisory authority."""

    id: Slug
    kind: Literal["company", "authority"]
    name: Line
    address: tuple[Line, ...] = Field(min_length=1, max_length=12)
    """Lines as on an envelope, without the country."""
    country_line: str = ""
    """The country in capitals, as it stands last on an envelope from abroad."""
    country: Place | None = None
    """From the last line of the address; ``None`` where that names no country."""
    town: str = ""
    """The line before the country, without its postal code."""
    holder: HolderKind | None = None
    """What kind of record holder it is; ``None`` where the record does not tell."""
    email: Line | None = None
    phone: Line | None = None
    webform: Line | None = None
    website: Line | None = None
    runs: tuple[Line, ...] = ()
    """Brands and sites it runs."""
    categories: tuple[Line, ...] = ()
    countries: tuple[Line, ...] = ()
    """Countries for whose people it matters; ``all`` for everywhere."""
    wanted: tuple[Wanted, ...] = ()
    id_document: bool | None = None
    """Whether it is known to ask for a copy of an identity paper."""
    channel: Literal["email", "letter", "webform", "fax"] | None = None
    """How it prefers to be written to."""
    language: str | None = None
    """In which language."""
    comments: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    quality: Literal["tested", "verified", "scraped", "imported"] | None = None
