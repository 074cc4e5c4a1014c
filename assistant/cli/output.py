"""Printing: answers on standard output, talk on standard error, both free of anything a terminal would obey."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TextIO

from assistant.i18n import Translator
from assistant.model import N_, InputError, RecourseError
from assistant.text import as_seen, fold, show, who_turns

_WIDEST = 100
STANDARD = "-"
"""Standard input or output, where a path is asked for."""


def ready_streams() -> None:
    """Letters that the terminal's encoding lacks become question marks, never an error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change is not None:
            change(errors="replace")


def answer(text: str) -> None:
    """The answer, on standard output. On a terminal, lines are broken at its width."""
    out = output()
    safe = harmless(text)
    if out.isatty():
        columns = min(shutil.get_terminal_size().columns, _WIDEST)
        turns = who_turns(os.environ) == "program"
        folded = (fold(line, columns) for line in safe.split("\n"))
        safe = "\n".join(as_seen(one, columns) if turns else one for one in folded)
    out.write(safe if safe.endswith("\n") else safe + "\n")


def answer_json(value: object) -> None:
    """The answer as JSON."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str)
    safe = harmless(text)
    # What a terminal would obey is escaped, not replaced: a program that reads this gets the very text.
    exact = (
        text if safe == text else "".join(a if a == b else f"\\u{ord(a):04x}" for a, b in zip(text, safe, strict=True))
    )
    output().write(exact + "\n")


def answer_exactly(text: str) -> None:
    """A file's text on standard output: no line is broken."""
    output().write(harmless(text))


def stream(data: bytes) -> None:
    """Bytes on standard output, as they are."""
    out = output()
    out.flush()
    out.buffer.write(data)
    out.buffer.flush()


def output() -> TextIO:
    """Standard output. Raises ``InputError`` where it is closed."""
    if sys.stdout is None or sys.stdout.closed:
        raise InputError(N_("Standard output is closed, so the answer has nowhere to go. Nothing was done."))
    return sys.stdout


def talk(text: str) -> None:
    """A remark or an error, on standard error, or nowhere when that is closed."""
    if sys.stderr is not None:
        sys.stderr.write(harmless(text) + "\n")


def harmless(text: str) -> str:
    """The same lines with control and direction characters made visible."""
    return "\n".join(show(line) for line in text.split("\n"))


def say_error(error: RecourseError, tr: Translator) -> None:
    """What is wrong, where, and how to mend it, in the person's language."""
    talk(tr(error.message, **error.values))
