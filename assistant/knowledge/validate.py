"""From parsed YAML to a strict record, with errors that tell a lawyer what to write instead."""

from __future__ import annotations

import difflib
import json
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from assistant.model import N_, ContentError, Record

from .sheet import Sheet, Where

R = TypeVar("R", bound=Record)
_SHOWN = 80
"""Characters of a wrong value that an error shows."""


def validate(kind: type[R], sheet: Sheet) -> R:
    """The record in ``sheet``.

    Raises ``ContentError`` for the first thing that is wrong, with file and line.
    """
    try:
        return kind.model_validate_json(json.dumps(sheet.data))
    except ValidationError:
        raise find_problems(kind, sheet)[0] from None


def find_problems(kind: type[Record], sheet: Sheet) -> list[ContentError]:
    """Everything that is wrong with ``sheet`` as a record of ``kind``."""
    try:
        kind.model_validate_json(json.dumps(sheet.data))
    except ValidationError as error:
        return [_problem(kind, sheet, detail) for detail in _told(error.errors(include_url=False))]
    return []


def _told(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Unknown keys first: a misspelt key explains the one that is missing."""
    return sorted(details, key=lambda detail: detail["type"] != "extra_forbidden")


def _problem(kind: type[Record], sheet: Sheet, detail: ErrorDetails) -> ContentError:
    where: Where = tuple(detail["loc"])
    place: dict[str, str | int] = {
        "file": sheet.file,
        "line": sheet.line(where),
        "field": ".".join(str(part) for part in where) or "the record",
    }
    if detail["type"] == "extra_forbidden":
        known = _known(kind, where[:-1])
        near = difflib.get_close_matches(str(where[-1]), known, n=1)
        if near:
            return ContentError(
                N_("{file} line {line}: '{field}' is not a known key; did you mean '{near}'?"),
                **place,
                near=near[0],
            )
        return ContentError(
            N_("{file} line {line}: '{field}' is not a known key; known here: {known}"),
            **place,
            known=", ".join(sorted(known)),
        )
    if detail["type"] == "missing":
        return ContentError(N_("{file} line {line}: '{field}' is missing; add it"), **place)
    found = json.dumps(detail.get("input"), ensure_ascii=False)
    return ContentError(
        N_("{file} line {line}: '{field}': {problem} (found {found})"),
        **place,
        problem=str(detail["msg"]).removeprefix("Value error, "),
        found=found if len(found) <= _SHOWN else found[: _SHOWN - 3] + "...",
    )


def _known(kind: type[Record], where: Where) -> list[str]:
    model: type[Record] | None = kind
    for part in where:
        if isinstance(part, int) or model is None:
            continue
        field = model.model_fields.get(part)
        model = None if field is None else _record_in(field.annotation)
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _record_in(annotation: object) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _record_in(inner)
        if found is not None:
            return found
    return None
