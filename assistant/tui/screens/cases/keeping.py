"""Making a case from what was told, and putting a saved letter into it. Called in worker threads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.guide.caselink import session_of, told_between
from assistant.guide.session import Session
from assistant.model import Attached, Written

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.guide.shelf import Shelf
    from assistant.knowledge import Knowledge
    from assistant.tui.cases import Made


def new_case(
    shelf: Shelf,
    knowledge: Knowledge,
    session: Session | None,
    made: Made | None,
    *,
    label: str,
    person: str | None,
) -> CaseFile:
    """A case with what the session knows: situation, place, the letter that was saved, days."""
    told = session or Session()
    case = shelf.open(situation=told.situation, place=told.place, label=label, person=person)
    if made is not None:
        case, _ = keep_letter(shelf, case.name, made)
    known = replace(session_of(knowledge, case), place=told.place)
    for kind, parts in told_between(knowledge, case, known, told):
        case = shelf.tell(case.name, kind, **parts)
    return case


def keep_letter(shelf: Shelf, name: str, made: Made) -> tuple[CaseFile, Made]:
    """Put the very files of a letter into a case; the case, and the letter with its number there.

    The same letter in another format becomes a paper of the same step.
    """
    if made.step is not None:
        case = shelf.case(name)
        for one in made.files:
            case = shelf.tell(name, Attached, files=[one], step=made.step)
        return case, made
    case = shelf.tell(
        name,
        Written,
        files=made.files,
        route=made.route,
        letter=made.letter,
        locale=made.locale,
        recipient=made.recipient,
        answers=dict(made.answers),
        follows=made.follows,
    )
    return case, replace(made, step=case.steps[-1].number)
