"""Which authority is in charge, asked one question at a time."""

from __future__ import annotations

from typing import cast

from assistant.guide import HOLDERS, Session, Where, authorities, chosen_holder, home_matters, reason
from assistant.knowledge import localise
from assistant.model import HolderKind, LetterField

from .ask import Choice, Question, choose
from .front import Front

_NONE = "-"


def in_charge(front: Front, field: LetterField, session: Session) -> str | None:
    """The id of the authority the person chose; ``None`` where they chose none."""
    tr = front.tr
    known = chosen_holder(field, front.desk.bodies(), session.fields)
    seat = known.seat if known is not None and known.seat not in (None, "de") else None
    if seat is None:
        seat = _place(front, tr("Where does the record holder sit?"))
    holder = known.holder if known is not None else None
    if holder is None:
        kinds = [Choice(name, tr(label)) for name, label in HOLDERS]
        asked = choose(front, Question(tr("What is the record holder?")), kinds, unsure_as="company")
        holder = cast("HolderKind", asked)
    home = _place(front, tr("Where do you live?")) if home_matters(holder) else None
    found = authorities(front.adviser.knowledge, Where(seat, holder, home), tr)
    if not found:
        front.talk.say(
            tr("We know no data protection authority for this. Look in the privacy notice of the record holder.")
        )
        return None
    offered = [
        Choice(one.body.id, tr("{name}. Why: {why}.", name=one.body.name, why=reason(one.links, tr))) for one in found
    ]
    question = Question(tr("You can choose among these. The first one is our suggestion."))
    chosen = choose(front, question, [*offered, Choice(_NONE, tr("Go back without choosing"))], unsure_as=_NONE)
    return None if chosen == _NONE else chosen


def _place(front: Front, text: str) -> str | None:
    tr = front.tr
    places = [
        Choice(one.id, localise(one, tr).name)
        for one in front.adviser.knowledge.calendars
        if one.id not in ("cn", "de")
    ]
    options = [*places, Choice(_NONE, tr("Another country"))]
    chosen = choose(front, Question(text), options, unsure_as=_NONE, empty_as=_NONE)
    return None if chosen == _NONE else chosen
