"""Printing: answers on standard output, talk on standard error, both free of anything a terminal would obey."""

from __future__ import annotations

import json
import sys

from assistant.i18n import Translator
from assistant.model import RecourseError
from assistant.text import show


def answer(text: str) -> None:
    """The answer, on standard output."""
    sys.stdout.write(harmless(text))
    if not text.endswith("\n"):
        sys.stdout.write("\n")


def answer_json(value: object) -> None:
    """The answer as JSON."""
    answer(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def talk(text: str) -> None:
    """A remark or an error, on standard error."""
    sys.stderr.write(harmless(text) + "\n")


def harmless(text: str) -> str:
    """The same lines with control and direction characters made visible."""
    return "\n".join(show(line) for line in text.split("\n"))


def say_error(error: RecourseError, tr: Translator) -> None:
    """What is wrong, where, and how to mend it, in the person's language."""
    talk(tr(error.message, **error.values))
