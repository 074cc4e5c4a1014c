"""Days told of a letter: refused where they cannot be, so that nothing is counted from a slip."""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.model import N_, Arrived, InputError

from .casefile import Taken

_FUTURE = N_("This day is still to come. Tell it when it has happened.")
_BEFORE_SENT = N_("The letter was sent on {day}. It cannot have arrived before. Look at the day once more.")
_AFTER_ARRIVED = N_("The letter arrived on {day}. It cannot have been sent later. Look at the day once more.")
_BEFORE_ANSWER = N_("The letter was sent on {day}. The answer cannot have come before. Look at the day once more.")


def check_day(day: date, on: date) -> None:
    """Raise ``InputError`` for a day that is still to come."""
    if day > on:
        raise InputError(_FUTURE)


def check_moved(taken: Taken | None, kind: type[Any], day: date | None, on: date) -> None:
    """Raise ``InputError`` where a letter cannot have been sent or have arrived on ``day``."""
    if day is None or taken is None:
        return
    check_day(day, on)
    if kind is Arrived:
        if taken.sent is not None and day < taken.sent:
            raise InputError(_BEFORE_SENT, day=taken.sent.isoformat())
    elif taken.arrived is not None and day > taken.arrived:
        raise InputError(_AFTER_ARRIVED, day=taken.arrived.isoformat())


def check_answered(taken: Taken | None, day: date, on: date) -> None:
    """Raise ``InputError`` where an answer cannot have come on ``day``."""
    check_day(day, on)
    first = None if taken is None else taken.sent or taken.arrived
    if first is not None and day < first:
        raise InputError(_BEFORE_ANSWER, day=first.isoformat())
