"""Putting into a case what was told and made on the way: days and places, and the letter as it was saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from assistant.knowledge import Knowledge
from assistant.letters import Answers, Party
from assistant.model import Attached, Given, Written

from .casefile import CaseFile, Taken
from .caselink import told_between
from .session import Session
from .shelf import Loose, Shelf

if TYPE_CHECKING:
    from .desk import Form


def tell_days(knowledge: Knowledge, shelf: Shelf, case: CaseFile, old: Session, new: Session) -> CaseFile:
    """Tell the case every day and place that was changed on a page. Each is kept when this returns."""
    for kind, parts in told_between(knowledge, case, old, new):
        case = shelf.tell(case.name, kind, **parts)
    return case


def case_from(knowledge: Knowledge, shelf: Shelf, session: Session, label: str, person: str | None) -> CaseFile:
    """A new case of what was told so far."""
    case = shelf.open(situation=session.situation, place=session.place, label=label, person=person)
    return tell_days(knowledge, shelf, case, Session(place=session.place), session)


def recipient_of(form: Form) -> str:
    """Whom a letter goes to, as it stands on it; empty where the letter names nobody."""
    for field in form.fields:
        value = form.filled.values.get(field.id)
        if field.group == "recipient" and isinstance(value, Party):
            return value.name
    return ""


def keep_letter(  # noqa: PLR0913 - what a letter is made of
    shelf: Shelf,
    case: CaseFile,
    form: Form,
    answers: Answers,
    files: Iterable[Loose],
    *,
    route: str | None,
    locale: str,
    follows: int | None,
) -> CaseFile:
    """Put a letter into the case, byte for byte as it was saved, with what it was made from.

    The same letter saved once more, in another format, goes to the step it belongs to.
    """
    asked = given(form, answers)
    loose = list(files)
    last = case.steps[-1] if case.steps else None
    if last is not None and _is_same(last, form, asked, route, locale) and last.made == shelf.on:
        for file in loose:
            case = shelf.tell(case.name, Attached, [file], step=last.number)
        return case
    return shelf.tell(
        case.name,
        Written,
        loose,
        route=route,
        letter=form.letter.id,
        locale=locale,
        recipient=recipient_of(form)[:300],
        answers=asked,
        follows=follows,
    )


def _is_same(last: Taken, form: Form, asked: Mapping[str, Given], route: str | None, locale: str) -> bool:
    same = (last.letter, last.route, last.locale, dict(last.answers)) == (form.letter.id, route, locale, dict(asked))
    return same and last.sent is None and last.arrived is None


def given(form: Form, answers: Answers) -> dict[str, Given]:
    """The answers to this letter's questions, and no other's."""
    return {one.id: _frozen(answers[one.id]) for one in form.fields if answers.get(one.id)}


def _frozen(raw: object) -> Given:
    match raw:
        case str():
            return raw
        case Mapping():
            return {str(name): part if isinstance(part, str) else tuple(part) for name, part in raw.items()}
        case Iterable():
            rows = list(raw)
            if rows and isinstance(rows[0], Mapping):
                return tuple({str(k): str(v) for k, v in row.items()} for row in rows)
            return tuple(str(one) for one in rows)
        case _:
            return str(raw)
