"""Days told of a step: refused where they cannot be, so that nothing is counted from a slip."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from assistant.model import N_, InputError

if TYPE_CHECKING:
    from assistant.guide.casefile import Taken

_BEFORE_SENT = N_("The letter was sent on {day}. It cannot have arrived before. Look at the day once more.")
_AFTER_ARRIVED = N_("The letter arrived on {day}. It cannot have been sent later. Look at the day once more.")
_BEFORE_ANSWER = N_("The letter was sent on {day}. The answer cannot have come before. Look at the day once more.")


def check_order(taken: Taken | None, what: Literal["sent", "arrived", "answer"], day: date | None) -> None:
    """Raise ``InputError`` where a letter cannot have been sent, have arrived or been answered on ``day``."""
    if day is None or taken is None:
        return
    if what == "sent":
        if taken.arrived is not None and day > taken.arrived:
            raise InputError(_AFTER_ARRIVED, day=taken.arrived.isoformat())
        return
    first = taken.sent if what == "arrived" else taken.sent or taken.arrived
    if first is not None and day < first:
        raise InputError(_BEFORE_SENT if what == "arrived" else _BEFORE_ANSWER, day=first.isoformat())
