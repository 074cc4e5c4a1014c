"""Answers to a letter's questions as they are heard, and as they are read back."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.guide import SUPERVISORY, Session, suggestions
from assistant.i18n import Translator
from assistant.letters import Ambiguous, Raw, read_day
from assistant.model import Body, LetterField

from .ask import Choice, Question, choose, either, text, yes
from .authority import in_charge
from .front import Front
from .words import plain, unsure

GAP = "?"
"""What the form takes as "I fill this in by hand"."""
_SEVERAL = ("lines", "address", "body", "long_text")
_OFFERED, _LOOKED_UP = 9, 5
_TYPED = "typed"
_MASKED = 2
"""Characters of a sensitive answer that stay visible at each end."""


def hear(front: Front, field: LetterField, question: Question, session: Session, *, again: bool = False) -> Raw | None:
    """The answer; ``""`` for none, ``None`` when Enter alone was pressed. ``again``: the question stands above."""
    if field.options or field.kind == "yes_no":
        return _choice(front, field, question)
    first = text(front, question, again=not again)
    if not first:
        return None
    if _is_gap(first, front.tr):
        return GAP
    return "" if _is_none(first, front.tr) else _rest(front, field, first, session)


def _rest(front: Front, field: LetterField, first: str, session: Session) -> Raw:
    """What belongs to an answer after its first line."""
    if field.kind == "entries":
        return _entries(front, field, first)
    if field.kind in _SEVERAL:
        return _more(front, field, first, session)
    return _day(front, first) if field.kind == "date" else first


def _choice(front: Front, field: LetterField, question: Question) -> str | None:
    tr = front.tr
    options = [Choice(one.id, one.label) for one in field.options]
    if field.kind == "yes_no":
        options = [Choice("yes", tr("Yes")), Choice("no", tr("No"))]
    due = field.required is not None or field.needed
    label = tr("I don't know: leave this part blank") if due else tr("I don't know, or leave it out")
    chosen = choose(front, question, [*options, Choice(GAP, label)], unsure_as=GAP, empty_as="")
    return chosen or None


def _more(front: Front, field: LetterField, first: str, session: Session) -> Raw:
    """The lines after the first, up to an empty one."""
    if field.kind == "body" and (known := _known_body(front, field, first, session)):
        return known
    found = [first]
    while line := front.talk.hear():
        found.append(line)
    return "\n".join(found) if field.kind == "long_text" else found


def suggested(front: Front, field: LetterField, session: Session) -> tuple[Body, ...]:
    """The bodies that are offered by number."""
    return suggestions(field, front.desk.directory, session.fields, session.place, front.tr)[:_OFFERED]


def _known_body(front: Front, field: LetterField, first: str, session: Session) -> str | None:
    """The entry whose number was typed, or one of the directory that fits the name and was chosen."""
    offered = suggested(front, field, session)
    number = int(first) if first.isdecimal() and len(first) < 4 else 0  # noqa: PLR2004 - a number in a short list
    if first == "0" and field.stands_for == SUPERVISORY:
        return in_charge(front, field, session)
    if 1 <= number <= len(offered):
        return offered[number - 1].id
    if first.isdecimal():
        return None
    tr = front.tr
    found = [one for one in front.desk.directory.find(first, limit=_LOOKED_UP) if not one.generic]
    if not found:
        return None
    question = Question(tr("The directory has these. Is it one of them?"))
    options = [*(Choice(one.id, _envelope(one)) for one in found), Choice(_TYPED, tr("No, I type the address"))]
    chosen = choose(front, question, options, unsure_as=_TYPED, empty_as=_TYPED)
    if chosen is None or chosen == _TYPED:
        return None
    for line in front.desk.directory.about(chosen, tr):
        front.talk.say(line)
    return chosen


def _envelope(body: Body) -> str:
    return ", ".join((body.name, *(body.contact.address if body.contact else ())))


def _entries(front: Front, field: LetterField, first: str) -> Raw:
    """Each entry part by part."""
    tr = front.tr
    rows: list[Mapping[str, str]] = []
    while True:
        row = {field.columns[0].id: first}
        for column in field.columns[1:]:
            row[column.id] = text(
                front, Question(column.label, hints=(tr("Example: {example}", example=column.example),))
            )
        rows.append(row)
        if not yes(front, Question(tr("Is there another one?"))):
            return rows
        first = text(front, Question(field.columns[0].label))
        if not first:
            return rows


def _day(front: Front, told: str) -> str:
    """What can mean two days is asked back, never guessed."""
    found = read_day(told)
    return either(front, found) if isinstance(found, Ambiguous) else told


def _is_gap(heard: str, tr: Translator) -> bool:
    return plain(heard) in ("gap", plain(tr.ctx("word to type", "gap"))) or unsure(heard, tr)


def _is_none(heard: str, tr: Translator) -> bool:
    return plain(heard) in ("none", plain(tr.ctx("word to type", "none")))


def read_back(front: Front, field: LetterField, raw: Raw | None, *, mask: bool = False) -> str:
    """An answer on one line, as the person knows it; empty when there is none."""
    if raw in (None, "", [], ()):
        return ""
    known = front.desk.bodies() if field.kind == "body" else {}
    return read_as_text(field, raw, known, front.tr, mask=mask)


def read_as_text(
    field: LetterField, raw: Raw | None, bodies: Mapping[str, Body], tr: Translator, *, mask: bool = False
) -> str:
    """The same for those who have no front."""
    if raw in (None, "", [], ()):
        return ""
    if raw == GAP:
        return tr("(blank, to fill in by hand)")
    if isinstance(raw, str):
        if field.kind == "body" and raw in bodies:
            return bodies[raw].name
        return _said(field, raw, tr, mask=mask)
    if isinstance(raw, Mapping):
        return "; ".join(str(part) for part in raw.values())
    return "; ".join(one if isinstance(one, str) else " | ".join(one.values()) for one in raw or ())


def _said(field: LetterField, raw: str, tr: Translator, *, mask: bool) -> str:
    if field.kind == "yes_no":
        return {"yes": tr("Yes"), "no": tr("No")}.get(raw, raw)
    label = next((one.label for one in field.options if one.id == raw), None)
    if label is not None:
        return label
    line = " ".join(raw.split())
    if mask and field.sensitive and len(line) > 3 * _MASKED:
        return line[:_MASKED] + "*" * (len(line) - 2 * _MASKED) + line[-_MASKED:]
    return line
