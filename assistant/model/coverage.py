"""What the researched law holds, row by row, and where it stands in the content: for maintainers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from .base import Id, Record


class Covered(Record):
    """One row of a fact sheet or of the list of situations."""

    kind: Literal["situation", "route", "letter"]
    name: str
    """As it is called there."""
    by: tuple[Id, ...] = ()
    """Ids of the records that cover it."""
    why: str | None = None
    """Why no record does, or what to know; in English, for maintainers."""

    @model_validator(mode="after")
    def _covered_or_why(self) -> Covered:
        if not self.by and self.why is None:
            raise ValueError("name the records under 'by', or say under 'why' why there is none")
        return self


class Coverage(Record):
    """One fact sheet, or one part of the list of situations."""

    id: Id
    title: str
    country: str
    """Whose records belong to it."""
    rows: tuple[Covered, ...] = Field(min_length=1)
