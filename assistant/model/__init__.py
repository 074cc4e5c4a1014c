"""The vocabulary: frozen, strict records. Imports nothing of ours.

Each part is loaded when it is first used: an error message needs no records.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .advice import (
        Body,
        Channel,
        Contact,
        Evidence,
        Myth,
        Option,
        Outcomes,
        Point,
        Question,
        Route,
        RouteUse,
        Said,
        Situation,
        Step,
    )
    from .base import (
        Certainty,
        Cite,
        Condition,
        EventName,
        Id,
        Mark,
        Place,
        Record,
        Risk,
        Span,
        Statement,
        Text,
        Translated,
        Words,
    )
    from .errors import N_, ContentError, InputError, NotFoundError, RecourseError
    from .law import (
        Calendar,
        CalendarYear,
        CountingRule,
        Event,
        Extension,
        Length,
        Limit,
        LimitVersion,
        Reading,
        ServiceRule,
        Source,
        Unit,
        Version,
    )
    from .letter import (
        Block,
        Choice,
        Column,
        Counted,
        Document,
        FieldKind,
        LawCited,
        Letter,
        LetterField,
        Paragraph,
        Role,
    )

_PARTS = {
    "advice": (
        "Body",
        "Channel",
        "Contact",
        "Evidence",
        "Myth",
        "Option",
        "Outcomes",
        "Point",
        "Question",
        "Route",
        "RouteUse",
        "Said",
        "Situation",
        "Step",
    ),
    "base": (
        "Certainty",
        "Cite",
        "Condition",
        "EventName",
        "Id",
        "Mark",
        "Place",
        "Record",
        "Risk",
        "Span",
        "Statement",
        "Text",
        "Translated",
        "Words",
    ),
    "errors": ("N_", "ContentError", "InputError", "NotFoundError", "RecourseError"),
    "law": (
        "Calendar",
        "CalendarYear",
        "CountingRule",
        "Event",
        "Extension",
        "Length",
        "Limit",
        "LimitVersion",
        "Reading",
        "ServiceRule",
        "Source",
        "Unit",
        "Version",
    ),
    "letter": (
        "Block",
        "Choice",
        "Column",
        "Counted",
        "Document",
        "FieldKind",
        "LawCited",
        "Letter",
        "LetterField",
        "Paragraph",
        "Role",
    ),
}
_WHERE = {name: part for part, names in _PARTS.items() for name in names}


def __getattr__(name: str) -> object:
    """Load the part that holds ``name``, and keep what it holds."""
    if name not in _WHERE:
        raise AttributeError(name)
    part = import_module(f".{_WHERE[name]}", __name__)
    globals().update({one: getattr(part, one) for one in _PARTS[_WHERE[name]]})
    return getattr(part, name)


__all__ = [
    "N_",
    "Block",
    "Body",
    "Calendar",
    "CalendarYear",
    "Certainty",
    "Channel",
    "Choice",
    "Cite",
    "Column",
    "Condition",
    "Contact",
    "ContentError",
    "Counted",
    "CountingRule",
    "Document",
    "Event",
    "EventName",
    "Evidence",
    "Extension",
    "FieldKind",
    "Id",
    "InputError",
    "LawCited",
    "Length",
    "Letter",
    "LetterField",
    "Limit",
    "LimitVersion",
    "Mark",
    "Myth",
    "NotFoundError",
    "Option",
    "Outcomes",
    "Paragraph",
    "Place",
    "Point",
    "Question",
    "Reading",
    "Record",
    "RecourseError",
    "Risk",
    "Role",
    "Route",
    "RouteUse",
    "Said",
    "ServiceRule",
    "Situation",
    "Source",
    "Span",
    "Statement",
    "Step",
    "Text",
    "Translated",
    "Unit",
    "Version",
    "Words",
]
