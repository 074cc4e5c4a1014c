"""Slips: which changes of a case can be taken back, and what each is called."""

from __future__ import annotations

from assistant.i18n import Translator
from assistant.knowledge import Knowledge, localise
from assistant.model import (
    N_,
    Arrived,
    Attached,
    CaseLog,
    Change,
    Changed,
    Detached,
    Ended,
    Happened,
    InputError,
    Noted,
    Opened,
    Replied,
    Resumed,
    Sent,
    Sits,
    Undone,
    Written,
)

from .casefile import CaseFile, standing
from .shelf import Shelf

_NOTHING = N_("There is no change here that can be taken back.")


def undoable(log: CaseLog) -> list[Change]:
    """The changes that count and can be taken back, in order. A paper that is gone does not come back."""
    gone = {one.of for one in log.changes if isinstance(one, Detached)}
    return [one for one in standing(log.changes) if not isinstance(one, Opened | Detached) and one.n not in gone]


def take_back(shelf: Shelf, name: str, number: int | None = None) -> tuple[CaseFile, Change]:
    """Take back the last change, or the one with this number; the case, and what it was. Raises ``InputError``."""
    known = undoable(shelf.log(name))
    wanted = next((one for one in reversed(known) if number is None or one.n == number), None)
    if wanted is None:
        raise InputError(_NOTHING)
    return shelf.tell(name, Undone, of=wanted.n), wanted


def change_words(change: Change, knowledge: Knowledge, tr: Translator) -> str:  # noqa: C901, PLR0911 - a table: one line a change
    """What was told, in a few words."""
    match change:
        case Happened():
            known = change.event in knowledge.events
            label = localise(knowledge.events[change.event], tr).label if known else change.event
            return tr("{event}: {day}", event=label, day=tr.full_day(change.day) if change.day else tr("not known"))
        case Sits():
            return tr("Where the other side sits: {place}", place=change.place or tr("not known"))
        case Written():
            return tr("Step {n}: written", n=change.step)
        case Sent():
            return tr("Step {n}: sent", n=change.step)
        case Arrived():
            return tr("Step {n}: arrived", n=change.step)
        case Replied():
            return tr("Step {n}: their answer", n=change.step)
        case Noted():
            return tr("A note")
        case Attached():
            return tr("A paper: {name}", name=change.about or change.file.name)
        case Changed():
            return tr("The name of the case, what it is about, or whose it is")
        case Ended():
            return tr("The case was ended")
        case Resumed():
            return tr("The case was resumed")
        case _:
            return tr("Another change")
