"""Which questions of a letter are asked, given the answers so far."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.model import Letter, LetterField

from .kinds import Party, Value

_GROUPS = ("matter", "facts", "recipient", "you")


def on_path(letter: Letter, values: Mapping[str, Value]) -> tuple[LetterField, ...]:
    """The fields that are used, in the order in which they are asked: easy first, identity last.

    A field counts only while everything it hangs on is itself used; conditions in a ring never hold.
    """
    fields = {field.id: field for field in letter.fields}
    known: dict[str, bool] = {}

    def used(name: str, above: frozenset[str]) -> bool:
        if name not in fields or name in above:
            return False
        if name not in known:
            known[name] = all(
                used(one.of, above | {name}) and _said(values.get(one.of)) & set(one.answers)
                for one in fields[name].when
            )
        return known[name]

    order = sorted(letter.fields, key=lambda field: _GROUPS.index(field.group))
    return tuple(field for field in order if used(field.id, frozenset()))


def _said(value: Value) -> set[str]:
    """The words by which a condition can mean this value."""
    if isinstance(value, bool):
        return {"yes", "true"} if value else {"no", "false"}
    if isinstance(value, Party):
        return {value.body or value.name}
    return {value} if isinstance(value, str) else set()
