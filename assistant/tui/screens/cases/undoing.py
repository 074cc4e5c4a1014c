"""Taking back a slip: the last change that counts, told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guide.casefile import standing
from assistant.model import N_, Detached, InputError, Opened, Undone

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.guide.shelf import Shelf

WORDS = {
    "changed": N_("what the case is called, or is about"),
    "happened": N_("a day"),
    "sits": N_("where the other side sits"),
    "written": N_("a letter or step"),
    "sent": N_("the day something was sent"),
    "arrived": N_("the day something reached them"),
    "replied": N_("their answer"),
    "noted": N_("a note"),
    "attached": N_("a paper that was put in"),
    "ended": N_("the end of the case"),
    "resumed": N_("that the case goes on"),
}
_NOTHING = N_("There is no change here that can be taken back.")


def take_back(shelf: Shelf, name: str) -> tuple[CaseFile, str]:
    """Take the last change back; the case, and what it was. A paper that was taken out for good stays out."""
    log = shelf.log(name)
    gone = {one.of for one in log.changes if isinstance(one, Detached)}
    last = next(
        (
            one
            for one in reversed(standing(log.changes))
            if not isinstance(one, Opened | Detached) and one.n not in gone
        ),
        None,
    )
    if last is None:
        raise InputError(_NOTHING)
    return shelf.tell(name, Undone, of=last.n), WORDS[last.kind]
