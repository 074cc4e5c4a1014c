"""What a format is: a document goes in, bytes come out, and perhaps a remark about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assistant.model import Document


@dataclass(frozen=True)
class Remark:
    """Something the person must know about a finished file: a catalogue message and its values."""

    message: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """A finished file, and what is to be said about it."""

    data: bytes
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Format:
    """An output format. Same document, same bytes: no clock, no user, no computer in them."""

    name: str
    suffix: str
    """Of the file name, with its dot."""
    media_type: str
    render: Callable[[Document], Written]

    def write(self, document: Document) -> bytes:
        """The bytes of ``document``. Raises ``InputError`` where this format cannot hold it."""
        return self.render(document).data
