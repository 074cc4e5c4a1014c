"""What a file is, without a passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from .errors import BookMissing, Damaged, NewerFormat, NotABook, OlderFormat
from .opening import header_of
from .placing import where

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
    try:
        header_of(where(path))
    except tuple(_ANSWERS) as error:
        return _ANSWERS[type(error)]
    return "book"
