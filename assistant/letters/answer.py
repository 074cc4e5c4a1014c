"""Reads the answer to one question by the kind of its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from assistant.lexicon import everywhere
from assistant.model import N_, Body, FieldKind, Letter, LetterField
from assistant.text import mixed_words

from . import figures
from .answer_lists import read_body, read_entries, read_lines
from .answer_text import Asked, Found, is_gap, read_text
from .dates import Ambiguous, Month, Unread, read_day, read_month
from .kinds import GAP, Raw
from .problems import problem

_CURRENCY = MappingProxyType({"cn": "CNY", "de": "EUR", "eu": "EUR"})

_ONE = N_('"{label}" takes one answer, not a list.')
_OPTION = N_('The answer to "{label}" must be one of: {options}')
_YES_NO = N_('The answer to "{label}" must be yes or no.')
_OPEN = N_('Without an answer to "{label}", part of the letter stays blank for you to fill in by hand.')
_DAY = N_('The answer to "{label}" must be a day, with the month in words, for example: {example}')
_NO_DAY = N_('The answer to "{label}" must also say the day of the month, for example: {example}')
_NO_YEAR = N_('The answer to "{label}" must also say the year, for example: {example}')
_NO_MONTH = N_('The answer to "{label}" must also say the month, for example: {example}')
_IMPOSSIBLE = N_('The answer to "{label}" is a day that does not exist. Look it up again, for example: {example}')
_WEEKDAY = N_('The answer to "{label}" names a day of the week that is not that of {day}. Look it up again.')
_EITHER = N_('The answer to "{label}" can mean {first} or {second}. Write the month in words.')
_FUTURE = N_('The answer to "{label}" must be today or in the past.')
_MONTH = N_('The answer to "{label}" must be a month and a year, for example: {example}')
_AMOUNT = N_('The answer to "{label}" must be one sum in figures, for example: {example}')
_RESIDENT = N_(
    'The answer to "{label}" must have 18 digits; the last can be X. Look it up on the card, or write ? to fill it in by hand.'
)
_RESIDENT_ODD = N_('The number given for "{label}" does not add up. Compare it with the card.')
_CASE_ODD = N_(
    'The answer to "{label}" does not look like a case number. Compare it with the paper, for example: {example}'
)
_EMAIL = N_('The answer to "{label}" must be one e-mail address, for example: {example}')
_EMAIL_ODD = N_('The address given for "{label}" has no dot after the @, or one too many. Look at it once more.')
_SCRIPTS = N_(
    'In the answer to "{label}", letters of different alphabets stand in one word: {word}. Look at it once more.'
)


def read_field(
    letter: Letter,
    field: LetterField,
    raw: Raw,
    today: date,
    bodies: Mapping[str, Body] = MappingProxyType({}),
) -> Found:
    """Read the answer to one question. An empty answer is ``None`` without a problem."""
    asked = Asked(field, today, _CURRENCY.get(letter.country[:2], "EUR"), bodies)
    by_list = _LISTS.get(field.kind)
    if by_list is not None:
        return by_list(asked, raw)
    if not isinstance(raw, str):
        return None, (problem(field, _ONE),)
    text, problems = read_text(field, raw)
    if text is None or problems:
        return None, problems
    return _gap(field) if is_gap(text) else _KINDS.get(field.kind, _free)(asked, text)


def _gap(field: LetterField) -> Found:
    """A choice that need not be made is simply not made; one that must be leaves its paragraphs blank."""
    if field.kind not in ("choice", "yes_no"):
        return GAP, ()
    due = field.required is not None or field.needed
    return (GAP, (problem(field, _OPEN, "warning"),)) if due else (None, ())


def _free(asked: Asked, text: str) -> Found:
    words = mixed_words(text) if asked.field.kind in ("text", "person") else ()
    return text, tuple(problem(asked.field, _SCRIPTS, "warning", word=word[:40]) for word in words[:1])


def _date(asked: Asked, text: str) -> Found:
    found = read_day(text)
    if not isinstance(found, date):
        return _unread(asked, found, _DAY)
    return _unless_future(asked, found, found)


def _month(asked: Asked, text: str) -> Found:
    found = read_month(text)
    if not isinstance(found, Month):
        return _unread(asked, found, _MONTH)
    return _unless_future(asked, found, found.first())


def _unless_future(asked: Asked, value: date | Month, begins: date) -> Found:
    if asked.field.not_future and begins > asked.today:
        return None, (problem(asked.field, _FUTURE, kind="impossible"),)
    return value, ()


def _unread(asked: Asked, found: Ambiguous | Unread, otherwise: str) -> Found:
    field = asked.field
    if isinstance(found, Ambiguous):
        return None, (problem(field, _EITHER, first=found.readings[0], second=found.readings[1]),)
    if found.fault == "weekday" and found.day is not None:
        return None, (problem(field, _WEEKDAY, day=found.day),)
    if found.fault == "impossible":
        return None, (problem(field, _IMPOSSIBLE, kind="impossible"),)
    messages = {"no_year": _NO_YEAR, "no_day": _NO_DAY, "no_month": _NO_MONTH}
    return None, (problem(field, messages.get(found.fault, otherwise)),)


def _choice(asked: Asked, text: str) -> Found:
    """By the option's id, its number as shown, or its label."""
    wanted = figures.plain(text).casefold()
    for number, option in enumerate(asked.field.options, 1):
        if wanted in (option.id, str(number), figures.plain(option.label).casefold()):
            return option.id, ()
    labels = " / ".join(option.label for option in asked.field.options)
    return None, (problem(asked.field, _OPTION, options=labels),)


def _yes_no(asked: Asked, text: str) -> Found:
    word = figures.plain(text).casefold().rstrip(".。!")
    if word == "1" or word in everywhere("yes"):
        return True, ()
    if word == "2" or word in everywhere("no"):
        return False, ()
    return None, (problem(asked.field, _YES_NO),)


def _amount(asked: Asked, text: str) -> Found:
    found = figures.amount(text, asked.currency)
    return (found, ()) if found else (None, (problem(asked.field, _AMOUNT),))


def _graded(read: Callable[[str], tuple[str, figures.Finding]], wrong: str, odd: str) -> Callable[[Asked, str], Found]:
    """A reader that refuses what cannot be right and points out what is odd."""

    def reader(asked: Asked, text: str) -> Found:
        value, finding = read(text)
        if finding == "wrong":
            return None, (problem(asked.field, wrong),)
        return value, (problem(asked.field, odd, "warning"),) if finding == "odd" else ()

    return reader


_LISTS: Mapping[FieldKind, Callable[[Asked, Raw], Found]] = MappingProxyType(
    {
        "lines": read_lines,
        "address": read_lines,
        "entries": read_entries,
        "body": read_body,
    }
)
_KINDS: Mapping[FieldKind, Callable[[Asked, str], Found]] = MappingProxyType(
    {
        "date": _date,
        "month": _month,
        "choice": _choice,
        "yes_no": _yes_no,
        "amount": _amount,
        "cn_resident_id": _graded(figures.resident_id, _RESIDENT, _RESIDENT_ODD),
        "cn_case_number": _graded(figures.case_number, _CASE_ODD, _CASE_ODD),
        "email": _graded(figures.email, _EMAIL, _EMAIL_ODD),
    }
)
