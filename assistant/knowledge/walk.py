"""Walks a record's translatable texts by the ``Translated`` mark in its type.

The same walk serves the catalogue extractor and the display, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, TypeAlias, TypeVar, Union, get_args, get_origin

from assistant.model import Record, Translated

R = TypeVar("R", bound=Record)

Visit: TypeAlias = Callable[[str, str], str]
"""Called with the path (without list positions) and the English text; gives the text to put."""


@cache
def marks_of(kind: type[Record]) -> dict[str, Translated | None]:
    """Fields of ``kind`` that hold translatable text (with the mark) or records (``None``)."""
    found: dict[str, Translated | None] = {}
    for name, field in kind.model_fields.items():
        mark = next((m for m in field.metadata if isinstance(m, Translated)), None) or _mark(field.annotation)
        if mark is not None:
            found[name] = mark
        elif _holds_records(field.annotation):
            found[name] = None
    return found


def _mark(annotation: object) -> Translated | None:
    if get_origin(annotation) is Annotated:
        return next((m for m in get_args(annotation)[1:] if isinstance(m, Translated)), None)
    if get_origin(annotation) in (Union, UnionType, tuple):
        return next((m for m in map(_mark, get_args(annotation)) if m is not None), None)
    return None


def _holds_records(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return any(_holds_records(inner) for inner in get_args(annotation) if inner is not Ellipsis)


def texts(record: Record, path: str = "") -> Iterator[tuple[str, str, Translated]]:
    """Each translatable text: path without list positions, English text, mark."""
    for name, mark in marks_of(type(record)).items():
        here = f"{path}.{name}" if path else name
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Record):
                yield from texts(one, here)
            elif isinstance(one, str) and mark is not None:
                yield here, one, mark


def replace(record: R, visit: Visit, path: str = "") -> R:
    """The same record with every translatable text put through ``visit``."""
    changed: dict[str, object] = {}
    for name, mark in marks_of(type(record)).items():
        here = f"{path}.{name}" if path else name
        value = getattr(record, name)
        if isinstance(value, tuple):
            changed[name] = tuple(_one(item, mark, visit, here) for item in value)
        elif value is not None:
            changed[name] = _one(value, mark, visit, here)
    return record.model_copy(update=changed)


def _one(value: object, mark: Translated | None, visit: Visit, here: str) -> object:
    if isinstance(value, Record):
        return replace(value, visit, here)
    if isinstance(value, str) and mark is not None:
        return visit(here, value)
    return value
