"""Which bodies to suggest as addressee: the one in charge first, then those the letter names."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.i18n import Translator
from assistant.letters import Answers
from assistant.model import Body, Letter, LetterField

from .authority import SUPERVISORY, Where, authorities, responsible
from .holders import Holders
from .regions import in_reach


def suggestions(
    field: LetterField, holders: Holders, answers: Answers, place: str | None, tr: Translator
) -> tuple[Body, ...]:
    """Real bodies for an addressee field, best first; generic ones are never suggested."""
    known = in_reach(holders.knowledge, holders.bodies, place)
    first = _in_charge(field, holders, answers, place, tr)
    named = [known[one] for one in field.bodies if one in known and not known[one].generic]
    rest = [] if field.stands_for is None else [one for one in known.values() if _stands(one, field.stands_for)]
    return tuple({body.id: body for body in (*first, *named, *rest)}.values())


def _in_charge(field: LetterField, holders: Holders, answers: Answers, place: str | None, tr: Translator) -> list[Body]:
    if field.stands_for is None:
        return []
    chosen = chosen_holder(field, holders.bodies, answers)
    seat = (chosen.seat if chosen else None) or place
    if seat is None:
        return []
    kind = (chosen.holder if chosen else None) or "company"
    if field.stands_for == SUPERVISORY:
        found = authorities(holders.knowledge, Where(seat, kind), tr)
        # Without the part of the country there are sixteen: that is no suggestion.
        return [one.body for one in found] if len(found) < _MANY else []
    return responsible(holders.knowledge.bodies, field.stands_for, place or seat)


def chosen_holder(field: LetterField, bodies: Mapping[str, Body], answers: Answers) -> Body | None:
    """The record holder that the letter is about, if it was chosen from the directory."""
    given = answers.get(field.holder or "")
    return bodies.get(given) if isinstance(given, str) else None


def known_needs(letter: Letter, field: LetterField, holders: Holders, answers: Answers, tr: Translator) -> list[str]:
    """What the chosen recipient is known to need, beside a question about the person."""
    if field.group != "you":
        return []
    to = next((one for one in letter.fields if one.kind == "body" and one.group == "recipient"), None)
    given = answers.get(to.id) if to is not None else None
    return holders.needs(given, tr) if isinstance(given, str) else []


def _stands(body: Body, generic: str) -> bool:
    return any(one.stands_for == generic for one in body.competent)


_MANY = 6
