"""What is wrong with an answer, in the question's own words and with the way to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date
from typing import Literal

from assistant.i18n import Translator
from assistant.model import LetterField

Severity = Literal["error", "warning"]
Kind = Literal["missing", "impossible", "other"]
_ORDER: tuple[Kind, ...] = ("missing", "impossible", "other")


@dataclass(frozen=True)
class Problem:
    """One thing to mend, or to look at once more (``warning``: it does not stop anyone)."""

    field: str
    """The field's id."""
    message: str
    """A catalogue entry with named placeholders."""
    values: Mapping[str, str | int | date] = made(default_factory=dict)
    severity: Severity = "error"
    kind: Kind = "other"

    def say(self, tr: Translator) -> str:
        """The sentence in the language of ``tr``; the letter's own texts are in it as they were given."""
        told = {name: tr.date(value) if isinstance(value, date) else value for name, value in self.values.items()}
        return tr(self.message, **told)


def problem(
    asked: LetterField,
    message: str,
    severity: Severity = "error",
    kind: Kind = "other",
    **values: str | int | date,
) -> Problem:
    """A problem with the answer to ``asked``: its question and example go into the message."""
    return Problem(asked.id, message, {"label": asked.label, "example": _known(asked), **values}, severity, kind)


def example(asked: LetterField, tr: Translator) -> str:
    """The example of ``asked``; a day as people write it in the language of ``tr``, not as records do."""
    known = _known(asked)
    return tr.date(known) if isinstance(known, date) else known


def _known(asked: LetterField) -> str | date:
    if asked.kind != "date":
        return asked.example
    try:
        return date.fromisoformat(asked.example)
    except ValueError:
        return asked.example


def highest_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors before warnings; missing, then impossible, then the rest; else in the order given."""
    return tuple(sorted(problems, key=lambda one: (one.severity != "error", _ORDER.index(one.kind))))
