"""Which part of a language a text belongs to."""

from __future__ import annotations

from assistant.model.locale import Part

_PARTS: dict[str, Part] = {
    "situations": "situations",
    "questions": "situations",
    "replies": "situations",
    "letters": "letters",
}


def part_of(context: str | None) -> Part:
    """``interface`` without a record, else the part of the record's room."""
    room, slash, _ = (context or "").partition("/")
    return _PARTS.get(room, "routes") if slash else "interface"
