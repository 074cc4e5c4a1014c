"""Web and e-mail addresses in a text: a changed one leads people to somebody else (T7)."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+|(?:https?://|www\.)[A-Za-z0-9./_?=&%#~:+-]+")


def same_addresses(source: str, translation: str) -> bool:
    """Whether both texts name the same web and e-mail addresses, in any order and number."""
    return _addresses(source) == _addresses(translation)


def _addresses(text: str) -> set[str]:
    if "@" not in text and "://" not in text and "www." not in text:
        return set()
    return {one.rstrip(".,;:") for one in _ADDRESS.findall(text)}
