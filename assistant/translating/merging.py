"""Brings a catalogue up to date with the texts there are, and loses no one's work.

A text that was reworded keeps its old translation as "fuzzy" beside the old wording: it is stale, and is not shown.
"""

from __future__ import annotations

import difflib
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

_UNDATED = re.compile(r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Report-Msgid-Bugs-To)')
_ALIKE = 0.6
"""How much of a text must be the same for its translation to be of use (0 to 1)."""
_WIDTH = 110


def first_id(message: Message) -> str:
    """The text of an entry; of an entry with a plural, the singular."""
    return message.id if isinstance(message.id, str) else message.id[0]


def key_of(message: Message) -> tuple[str, str]:
    """What tells two entries apart."""
    return message.context or "", first_id(message)


def is_translated(message: Message) -> bool:
    """Whether every form is there. A stale one counts: see ``Message.fuzzy``."""
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(strings) and all(strings)


def plain_read(path: Path) -> Catalog:
    """A catalogue of our own making, with everything that stands in it."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name if path.suffix == ".po" else None)


def brought_up_to_date(old: Catalog, wanted: Iterable[Message], locale: str) -> Catalog:
    """``old`` with exactly the messages of ``wanted``."""
    every = [message for message in wanted if message.id]
    keys = {key_of(message) for message in every}
    left: dict[str, list[Message]] = defaultdict(list)
    for message in old:
        if message.id and is_translated(message) and key_of(message) not in keys:
            left[message.context or ""].append(message)
    new = Catalog(locale=locale, project="recourse", charset="utf-8", fuzzy=False, header_comment="")
    for message in every:
        had = old.get(message.id, context=message.context)
        if had is not None and is_translated(had) and _same_forms(had, message):
            new.add(
                message.id,
                had.string,
                context=message.context,
                auto_comments=message.auto_comments,
                user_comments=had.user_comments,
                flags=had.flags,
                previous_id=had.previous_id,
            )
            continue
        before = _before(message, left[message.context or ""])
        new.add(
            message.id,
            before.string if before is not None else "",
            context=message.context,
            auto_comments=message.auto_comments,
            user_comments=before.user_comments if before is not None else (),
            flags=["fuzzy"] if before is not None else (),
            previous_id=before.id if before is not None else (),
        )
    return new


def _same_forms(one: Message, other: Message) -> bool:
    return isinstance(one.id, str) == isinstance(other.id, str)


def _before(message: Message, left: Sequence[Message]) -> Message | None:
    """The entry that ``message`` was until it was reworded, if one is near enough. A field with one text is always it."""
    alike = [one for one in left if _same_forms(one, message)]
    if message.context and len(alike) == 1:
        return alike[0]
    text = first_id(message)
    found = difflib.get_close_matches(text, [first_id(one) for one in alike], n=1, cutoff=_ALIKE)
    return next((one for one in alike if found and first_id(one) == found[0]), None)


def written(catalogue: Catalog) -> str:
    """The catalogue as text: without places and dates, so that it changes only when a text changes."""
    out = io.BytesIO()
    write_po(out, catalogue, width=_WIDTH, no_location=True, ignore_obsolete=True, include_previous=True)
    lines = out.getvalue().decode().splitlines()
    return "\n".join(line for line in lines if not _UNDATED.match(line)).strip("\n") + "\n"
