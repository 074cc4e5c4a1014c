"""Which authority is in charge, asked one question at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from assistant.guide import HOLDERS, Session, authorities, chosen_holder, home_matters, known_where, reason, seats
from assistant.model import HolderKind, LetterField

from .ask import Choice, Question, choose
from .front import Front

_NONE = "-"


def in_charge(front: Front, field: LetterField, session: Session) -> str | None:
    """The id of the authority the person chose; ``None`` where they chose none."""
    tr = front.tr
    where, asked = known_where(chosen_holder(field, front.desk.bodies(), session.fields))
    if "seat" in asked:
        where = replace(where, seat=_place(front, tr("Where does the record holder sit?")))
    if "holder" in asked:
        kinds = [Choice(name, tr(label)) for name, label in HOLDERS]
        kind = choose(front, Question(tr("What is the record holder?")), kinds, unsure_as="company")
        where = replace(where, holder=cast("HolderKind", kind))
    if "home" in asked and home_matters(where.holder):
        where = replace(where, home=_place(front, tr("Where do you live?")))
    found = authorities(front.adviser.knowledge, where, tr)
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
    places = [Choice(place, name) for place, name in seats(front.adviser.knowledge, tr)]
    options = [*places, Choice(_NONE, tr("Another country"))]
    chosen = choose(front, Question(text), options, unsure_as=_NONE, empty_as=_NONE)
    return None if chosen == _NONE else chosen
