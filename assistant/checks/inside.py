"""Every record of one kind that stands inside another, with the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from assistant.model import Record

R = TypeVar("R", bound=Record)
Where = tuple[str | int, ...]


def inside(record: Record, kind: type[R], where: Where = ()) -> Iterator[tuple[Where, R]]:
    """``record`` itself if it is of ``kind``, and all of that kind in it, in the order of the file."""
    if isinstance(record, kind):
        yield where, record
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from inside(value, kind, (*where, name))
        elif isinstance(value, tuple):
            for i, item in enumerate(value):
                if isinstance(item, Record):
                    yield from inside(item, kind, (*where, name, i))
