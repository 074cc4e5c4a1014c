"""What every kind of answer has in common: it is cleaned, it has a limit, and it can be left as a gap."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from assistant.lexicon import everywhere
from assistant.model import N_, Body, LetterField
from assistant.text import clean, clean_line, private_use

from . import figures
from .kinds import Value
from .problems import Problem, problem

MAX_RAW = 100_000
"""Characters of an answer that are looked at; no field takes more than 5,000."""

_TOLD = 5
"""Signs that are named."""

_LONG = N_('The answer to "{label}" has {n} characters. It can have {limit}.')
_PRIVATE = N_(
    'The answer to "{label}" has a sign that every computer shows in its own way, or not at all: {signs}. '
    "Type ___ in its place, and write the sign by hand in the printed letter."
)

Found: TypeAlias = tuple[Value, tuple[Problem, ...]]
"""A value, or ``None``, and what is wrong or odd about the answer."""


@dataclass(frozen=True)
class Asked:
    """A question and what its answer is read against."""

    field: LetterField
    today: date
    currency: str
    """For sums that name none."""
    bodies: Mapping[str, Body]
    """The directory."""


def is_gap(text: str) -> bool:
    """Whether the answer says that the place is to be filled in by hand."""
    tight = figures.plain(text[:MAX_RAW]).casefold()
    return tight == "?" or tight in everywhere("unknown") or bool(re.fullmatch("_{3,}", tight))


def too_long(field: LetterField, size: int) -> tuple[Problem, ...]:
    """The problem that an answer of ``size`` characters is."""
    return (problem(field, _LONG, n=size, limit=field.max_length),)


def read_text(field: LetterField, raw: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The cleaned text, or ``None`` when it is empty. Too long is a problem, and a sign that cleaning would drop in silence."""
    if len(raw) > MAX_RAW:
        return None, too_long(field, len(raw))
    if lost := private_use(raw):
        signs = ", ".join(f"U+{ord(one):04X}" for one in lost[:_TOLD])
        return None, (problem(field, _PRIVATE, signs=signs),)
    if field.kind == "long_text":
        text = "\n".join(clean_line(line).strip() for line in clean(raw).split("\n")).strip()
    else:
        text = clean_line(raw).strip()
    if len(text) > field.max_length:
        return None, too_long(field, len(text))
    return text or None, ()
