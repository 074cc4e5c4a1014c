"""Invented people, and the answers they give to each real letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assistant.letters import fields_on_path
from assistant.model import Letter, LetterField
from tests.conftest import TOP

LETTERS = sorted(path.parent.name for path in (TOP / "templates" / "letters").glob("*/letter.yaml"))
FREE = ("text", "long_text", "person", "lines", "address", "body", "entries", "phone")
"""Kinds of fields that take any words."""

_SHORT = 60

Words = Callable[[LetterField, int], str]
"""Gives the words for a field; the number counts lines and columns."""


def answers(letter: Letter, words: Words | None = None) -> dict[str, Any]:
    """An answer to every question: the letter's own examples, and ``words`` where any words are taken."""
    return {field.id: _answer(field, words) for field in letter.fields}


def takes_words(field: LetterField) -> bool:
    """Whether any words will do: also not the last four signs of a number."""
    return field.kind in FREE and field.max_length >= _SHORT


def _answer(field: LetterField, words: Words | None) -> Any:
    if field.options:
        return field.options[0].id
    if field.kind == "yes_no":
        return "yes"
    if words is None or not takes_words(field):
        return [{one.id: one.example for one in field.columns}] if field.kind == "entries" else field.example
    if field.kind == "entries":
        return [{one.id: words(field, at) for at, one in enumerate(field.columns)}]
    if field.kind == "body":
        return {"name": words(field, 0), "address": [words(field, 1)]}
    return [words(field, 0), words(field, 1)] if field.kind in ("lines", "address") else words(field, 0)


def free_fields(letter: Letter, given: Mapping[str, Any]) -> list[LetterField]:
    """The questions on the path of these answers that take any words."""
    return [one for one in fields_on_path(letter, given) if takes_words(one)]


def fill_file(letter: Letter, given: Mapping[str, Any]) -> str:
    """The answers as a person would have them in a file. Characters no file may hold are written as escapes."""
    return f"letter: {letter.id}\n" + "".join(f"{name}: {_yaml(value)}\n" for name, value in given.items())


def _yaml(value: Any) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_yaml(one)}" for name, one in value.items()) + "}"
    return "[" + ", ".join(map(_yaml, value)) + "]"


def _quoted(text: str) -> str:
    """Double quotation marks, in which YAML reads every character by its number."""
    return (
        '"'
        + "".join(
            f"\\{sign}" if sign in '"\\' else sign if " " <= sign <= "~" else f"\\U{ord(sign):08x}" for sign in text
        )
        + '"'
    )
