"""Records in the reader's language, and the messages that make that possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, cast

from assistant.i18n import Translator
from assistant.model import Letter, Record, Route, Situation

from .rooms import room_of
from .store import Knowledge
from .walk import replace, texts

Titled: TypeAlias = Situation | Route | Letter
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Message:
    """One catalogue entry that comes from a record."""

    context: str
    text: str
    note: str
    file: str


def context_of(room: str, record_id: str, path: str) -> str:
    """The catalogue context: room, id and field path without list positions."""
    return f"{room}/{record_id}:{path}"


def localise(record: R, tr: Translator) -> R:
    """``record`` with its texts in the language of ``tr``.

    A text without a translation stays English and says so; languages are never mixed silently.
    """
    if tr.locale == "en":
        return record
    known = tr.memory.get(id(record))
    if known is not None and known[0] is record:
        return cast("R", known[1])
    room, record_id = room_of(type(record)), getattr(record, "id")  # noqa: B009 - every room's record has one

    def visit(path: str, text: str) -> str:
        return tr.content(context_of(room, record_id, path), text)

    spoken = replace(record, visit)
    tr.memory[id(record)] = (record, spoken)
    return spoken


def title_in(record: Titled, tr: Translator) -> str:
    """The title of a record in the language of ``tr``, without translating the rest of it: for long lists."""
    if tr.locale == "en":
        return record.title
    return tr.content(context_of(room_of(type(record)), record.id, "title"), record.title)


def messages(knowledge: Knowledge) -> Iterator[Message]:
    """Every translatable text of every record, in a fixed order, without repeats."""
    seen: set[tuple[str, str]] = set()
    for room, records in knowledge.rooms.items():
        for record in records:
            record_id = str(getattr(record, "id"))  # noqa: B009
            for path, text, mark in texts(record):
                context = context_of(room, record_id, path)
                if (context, text) not in seen:
                    seen.add((context, text))
                    yield Message(context, text, mark.note, f"{room}/{record_id}")
