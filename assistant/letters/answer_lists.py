"""Reads answers of several parts: lines, addresses, contested entries, and whom the letter is for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.model import N_, Body, LetterField
from assistant.text import clean_line, mixed_words

from .answer_text import MAX_RAW, Asked, Found, is_gap, read_text, too_long
from .contract import nearest
from .kinds import GAP, GAP_TEXT, Entry, Open, Party, Raw
from .problems import Problem, problem

MAX_ITEMS = 50
_RECORD_ID = re.compile(r"[a-z]{2}(-[a-z0-9]+)+")

_MANY = N_('The answer to "{label}" has {n} lines. It can have {limit}.')
_COLUMNS = N_('Each line of "{label}" can have {limit} parts, separated by |.')
_COLUMN = N_('"{label}" has no part "{part}". It has: {options}')
_GENERIC = N_(
    '"{label}" needs the name of one office. "{name}" stands for many; write the name from the paper you received.'
)
_NO_BODY = N_('There is no entry "{part}" in the directory for "{label}". Write a name, or use: {nearest}')
_UNCHECKED = N_("We have not checked an address of {name}. Write the address under the name.")
_SCRIPTS = N_(
    'In the answer to "{label}", letters of different alphabets stand in one word: {word}. Look at it once more.'
)
_PARTS = N_('The answer to "{label}" must be lines of text, for example: {example}')


def read_lines(asked: Asked, raw: Raw) -> Found:
    """Short texts, from a list or from the lines of one text."""
    texts, problems = _texts(asked.field, raw)
    if problems or not texts:
        return None, problems
    if len(texts) == 1 and is_gap(texts[0]):
        return GAP, ()
    return tuple(GAP if is_gap(text) else text for text in texts), ()


def _texts(field: LetterField, raw: object) -> tuple[list[str], tuple[Problem, ...]]:
    """Cleaned texts; empty ones are left out."""
    if isinstance(raw, str):
        if len(raw) > MAX_RAW:
            return [], too_long(field, len(raw))
        raw = raw.splitlines()
    if not isinstance(raw, Sequence) or not all(isinstance(one, str) for one in raw):
        return [], (problem(field, _PARTS),)
    given = [one for one in raw if one[:MAX_RAW].strip()]
    if len(given) > MAX_ITEMS:
        return [], (problem(field, _MANY, n=len(given), limit=MAX_ITEMS),)
    texts: list[str] = []
    for one in given:
        text, problems = read_text(field, one)
        if problems:
            return [], problems
        if text:
            texts.append(text)
    return texts, ()


def read_entries(asked: Asked, raw: Raw) -> Found:
    """Entries from mappings, or from lines with their parts between bars."""
    field = asked.field
    if isinstance(raw, str) and is_gap(raw):
        return GAP, ()
    if isinstance(raw, str) and len(raw) > MAX_RAW:
        return None, too_long(field, len(raw))
    rows = _rows(raw)
    if len(rows) > MAX_ITEMS:
        return None, (problem(field, _MANY, n=len(rows), limit=MAX_ITEMS),)
    entries: list[Entry] = []
    for row in rows:
        entry, problems = _entry(field, row)
        if problems:
            return None, problems
        if any(entry.values()):
            entries.append(entry)
    return tuple(entries) or None, ()


def _rows(raw: Raw) -> list[object]:
    if isinstance(raw, Mapping):
        return [raw]
    if isinstance(raw, str):
        return [row for row in raw.splitlines() if row.strip()]
    return list(raw)


def _entry(field: LetterField, row: object) -> tuple[Entry, tuple[Problem, ...]]:
    names = [column.id for column in field.columns]
    parts: Mapping[str, object]
    if isinstance(row, str):
        cells = re.split("[|｜]", row)
        if len(cells) > len(names):
            return {}, (problem(field, _COLUMNS, limit=len(names)),)
        parts = dict(zip(names, cells, strict=False))
    elif isinstance(row, Mapping):
        parts = row
    else:
        return {}, (problem(field, _PARTS),)
    return _cells(field, names, parts)


def _cells(field: LetterField, names: list[str], parts: Mapping[str, object]) -> tuple[Entry, tuple[Problem, ...]]:
    entry: dict[str, str | Open | None] = dict.fromkeys(names)
    for name, cell in parts.items():
        if name not in names:
            return {}, (problem(field, _COLUMN, part=clean_line(str(name)[:40]), options=", ".join(names)),)
        if not isinstance(cell, str):
            return {}, (problem(field, _PARTS),)
        text, problems = read_text(field, cell)
        if problems:
            return {}, problems
        entry[name] = GAP if text and is_gap(text) else text
    return entry, ()


def read_body(asked: Asked, raw: Raw) -> Found:
    """An entry of the directory by its id, or a name and address as typed."""
    field = asked.field
    if isinstance(raw, Mapping):
        name, address = raw.get("name", ""), raw.get("address", "")
        lines = address[:MAX_RAW].splitlines() if isinstance(address, str) else address
        if not isinstance(lines, Sequence) or not isinstance(name, str) or not name[:MAX_RAW].strip():
            return None, (problem(field, _PARTS),)
        return _typed(field, [name, *lines])
    if isinstance(raw, str) and raw.strip() in asked.bodies:
        return _from_directory(field, asked.bodies[raw.strip()])
    texts, problems = _texts(field, raw)
    if not problems and len(texts) == 1 and _RECORD_ID.fullmatch(texts[0]):
        known = nearest(texts[0], [*field.bodies, *asked.bodies]) or field.example
        return None, (problem(field, _NO_BODY, part=texts[0], nearest=known),)
    return (None, problems) if problems else _typed(field, texts)


def _typed(field: LetterField, given: Sequence[object]) -> Found:
    texts, problems = _texts(field, given)
    if problems or not texts:
        return None, problems
    if len(texts) == 1 and is_gap(texts[0]):
        return GAP, ()
    name, *address = (GAP_TEXT if is_gap(text) else text for text in texts)
    odd = tuple(problem(field, _SCRIPTS, "warning", word=word[:40]) for word in mixed_words(name)[:1])
    return Party(name, tuple(address)), odd


def _from_directory(field: LetterField, body: Body) -> Found:
    """A contact that nobody checked is never put into a letter."""
    if body.generic:
        return None, (problem(field, _GENERIC, name=body.title),)
    contact = body.contact
    if contact is None or contact.mark == "unverified":
        return Party(body.name, body=body.id), (problem(field, _UNCHECKED, "warning", name=body.name),)
    return Party(body.name, contact.address, contact.email, body.id), ()
