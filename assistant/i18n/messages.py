"""Messages with names in braces, and what a translation may not bring along."""

from __future__ import annotations

import re
import unicodedata

_NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def placeholders(text: str) -> frozenset[str]:
    """The ``{names}`` in a message."""
    return frozenset(_NAME.findall(text))


def fill(text: str, values: dict[str, str | int]) -> str:
    """Put values in place of ``{names}``. Names only: no dots, brackets or format marks (F10)."""
    return _NAME.sub(lambda found: str(values.get(found[1], found[0])), text)


def harmless(text: str) -> bool:
    """Whether a translation is free of control and direction characters (T7)."""
    return all(
        c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") or c in "\u200c\u200d\u00ad" for c in text
    )
