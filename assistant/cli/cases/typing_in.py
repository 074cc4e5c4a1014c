"""Words that must not stand in a shell's history: read from the keyboard or a pipe."""

from __future__ import annotations

import sys

from assistant.cli.output import talk
from assistant.model import N_, InputError
from assistant.text import clean, clean_line

LONGEST = 20_000
"""Characters of a note."""
_NOTHING = N_("Nothing came from the keyboard or the pipe. Nothing was changed.")
_LONG = N_("The text is too long. It can have {n} characters. Nothing was changed.")


def typed_text(prompt: str) -> str:
    """Several lines: from the keyboard up to an empty one, from a pipe all of it."""
    if sys.stdin is None:
        raise InputError(_NOTHING)
    if sys.stdin.isatty():
        talk(prompt)
        told = "\n".join(iter(lambda: sys.stdin.readline(LONGEST).rstrip("\r\n"), ""))
    else:
        told = sys.stdin.read(LONGEST + 1)
    text = clean(told).strip()
    if not text:
        raise InputError(_NOTHING)
    if len(text) > LONGEST:
        raise InputError(_LONG, n=LONGEST)
    return text


def typed_line(prompt: str) -> str:
    """One line."""
    if sys.stdin is None:
        raise InputError(_NOTHING)
    if sys.stdin.isatty():
        talk(prompt)
    text = clean_line(sys.stdin.readline(LONGEST)).strip()
    if not text:
        raise InputError(_NOTHING)
    return text[:300]
