"""Errors carry a message and values; the fronts put them into the person's language."""

from __future__ import annotations


class RecourseError(Exception):
    """The base of all our errors.

    ``message`` is an English catalogue entry with named placeholders, marked with ``N_`` where it
    is raised; ``values`` fills them. Nothing here is formatted: a front does that once.
    """

    def __init__(self, message: str, **values: str | int) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        """Plain English, for developers and tests."""
        text = self.message
        for name, value in self.values.items():
            text = text.replace("{" + name + "}", str(value))
        return text


class ContentError(RecourseError):
    """A record, template or catalogue of ours is wrong: file, line, what, and what to write."""


class NotFoundError(RecourseError):
    """No record of that kind has that id."""


class InputError(RecourseError):
    """What the person gave is wrong: what, where, and how to mend it."""


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark ``message`` for the catalogues without translating it."""
    return message
