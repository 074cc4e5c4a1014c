"""What a template may do with each value: the shapes of a letter's fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from assistant.model import FieldKind, Letter

Form = Literal["text", "choice", "truth", "texts", "rows", "row", "body", "loop"]

TODAY = "today"
"""The name under which a template finds the letter's own date."""

LOOP = "loop"
RESERVED = frozenset({TODAY, LOOP, "letter"})
"""Names that no field can have; ``letter`` is the first line of a fill file."""
LOOP_PARTS = ("first", "last", "index")

_FORMS: Mapping[FieldKind, Form] = MappingProxyType(
    {
        "choice": "choice",
        "yes_no": "truth",
        "lines": "texts",
        "address": "texts",
        "entries": "rows",
        "body": "body",
    }
)


@dataclass(frozen=True)
class Shape:
    """What can be done with a value: write it, ask it, go through it, or take a part of it."""

    form: Form
    parts: tuple[str, ...] = ()
    """Names behind the dot."""
    options: tuple[str, ...] = ()
    """Of a choice: the ids it can be compared to."""

    def part(self, name: str) -> Shape:
        """The shape of the part called ``name``, which must be one of ``parts``."""
        return Shape("texts") if self.form == "body" and name == "address" else Shape("text")

    def item(self) -> Shape:
        """The shape of one item of a list."""
        return Shape("row", self.parts) if self.form == "rows" else Shape("text")


def shapes(letter: Letter) -> dict[str, Shape]:
    """Every name that a template of this letter may use."""
    found = {TODAY: Shape("text")}
    for field in letter.fields:
        form = _FORMS.get(field.kind, "text")
        parts = ("name", "address") if form == "body" else tuple(column.id for column in field.columns)
        found[field.id] = Shape(form, parts, tuple(option.id for option in field.options))
    found.update({counted.id: Shape("text") for counted in letter.counted})
    return found
