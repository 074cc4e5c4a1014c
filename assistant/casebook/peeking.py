"""What a file is, without a passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from .database import identity
from .errors import BookMissing, Damaged, NewerFormat, NotABook, OlderFormat
from .faults import at
from .opening import header_of

Peeked = Literal["book", "newer", "older", "damaged", "other", "missing"]
_ANSWERS: dict[type[Exception], Peeked] = {
    BookMissing: "missing",
    Damaged: "damaged",
    NewerFormat: "newer",
    NotABook: "other",
    OlderFormat: "older",
}


def peek(path: Path) -> Peeked:
    """What stands at ``path``. "book" says that its header is whole, no more.

    Raises ``Unreadable``, ``Busy`` and ``TooLarge``.
    """
    path = path.absolute()
    try:
        with at(path):
            identity(path)
        header_of(path)
    except tuple(_ANSWERS) as error:
        return _ANSWERS[type(error)]
    return "book"
