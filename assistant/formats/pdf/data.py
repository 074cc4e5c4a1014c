"""A letter as JSON for the page templates. Text travels here and nowhere else: never as source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.formats.breaks import announces, before_end, before_list, groups, is_box, is_short
from assistant.formats.din import FOLDS, LOWER, Envelope
from assistant.formats.direction import has_right
from assistant.formats.flow import Piece, Row, Sheet, Side
from assistant.formats.words import is_chinese, words
from assistant.model import Role
from assistant.text import PARAGRAPH_LIMIT, has_arabic, has_han

from .cells import NARROW, WIDE, Cell, cell, column
from .faces import bold_fonts_of, face, fonts_of, packages
from .fonts import Package

_LANGUAGES = {
    "zh_Hans": ("zh", "cn"),
    "zh_Hant": ("zh", "tw"),
    "zh_Hant_HK": ("zh", "hk"),
    "en": ("en", "gb"),
    "de": ("de", "de"),
    "fr": ("fr", "fr"),
    "es": ("es", "es"),
    "it": ("it", "it"),
    "nl": ("nl", "nl"),
    "pl": ("pl", "pl"),
    "pt": ("pt", "pt"),
    "ru": ("ru", "ru"),
}
_TITLE_LIMIT = 300
"""Of the file's title: PDF strings are short."""


@dataclass(frozen=True)
class PageData:
    """What the engine needs: the template, the fonts, and the letter."""

    template: str
    packages: tuple[Package, ...]
    json: str


def data(ready: Sheet, window: Envelope | None) -> PageData:
    """The whole letter for its template."""
    template = "aid" if ready.is_aid else ready.layout
    wide = NARROW if ready.is_aid else WIDE
    rest = window.rest if window else ready.pieces
    page = words(ready.locale).page
    lang, region = _language(ready.locale)
    own = Side(ready.locale, ())
    letter = {
        "title": ready.title[:_TITLE_LIMIT],
        "lang": lang,
        "region": region,
        "rtl": own.right_to_left,
        "chinese": is_chinese(ready.locale),
        "face": face(ready.locale),
        "page": re.split(r"\{n\}|\{total\}", page),
        "notice": _cell(ready.notice, own, wide),
        "heads": [_head(locale) for locale in (ready.locale, ready.beside_locale) if locale],
        "groups": _groups(tuple(_parted(rest)), wide),
        "titled": any(piece.role == "title" for piece in ready.pieces),
        "subject": any(piece.role == "subject" for piece in ready.pieces),
        "lower": LOWER[ready.window],
        "folds": list(FOLDS[ready.window]),
        "back": _cell(window.back, own, WIDE) if window else "",
        "back-rtl": bool(window and own.right_to_left and has_right(window.back)),
        "recipient": _address(window.recipient) if window and window.recipient else None,
        "info": [_piece(piece, NARROW) for piece in window.info] if window else [],
    }
    text = json.dumps(letter, ensure_ascii=False)
    han, arabic = has_han(text), has_arabic(text)
    faces = {face(locale) for locale in (ready.locale, ready.beside_locale) if locale}
    needed = packages(faces, han=han, arabic=arabic)
    faces |= {"arabic"} if arabic else set()
    for name, fonts in (("fonts", fonts_of), ("bold", bold_fonts_of)):
        letter[name] = {one: fonts(one, han=han, arabic=arabic) for one in sorted(faces)}
    return PageData(template, needed, json.dumps(letter, ensure_ascii=False))


def _head(locale: str) -> dict[str, object]:
    """The name of a language over its half of a reading aid."""
    return {
        "name": words(locale).language or locale,
        "rtl": Side(locale, ()).right_to_left,
        "face": face(locale),
    }


def _address(side: Side) -> dict[str, object]:
    """The recipient. An address without a letter from right to left stands at the left, also in such a letter."""
    turned = any(has_right(text) for row in side.rows for text in row)
    return _side("recipient", side, NARROW) | {"rtl": side.right_to_left and turned}


def _language(locale: str) -> tuple[str, str | None]:
    return _LANGUAGES.get(locale, (locale.partition("_")[0], None))


def _parted(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Paragraphs of a size the engine can hold; longer ones go on in a new paragraph."""
    for piece in pieces:
        if piece.role == "paragraph":
            yield Piece(piece.role, _short(piece.text), _short(piece.beside) if piece.beside else None)
        else:
            yield piece


def _short(side: Side) -> Side:
    if all(len(text) <= PARAGRAPH_LIMIT for (text,) in side.rows):
        return side
    return Side(side.locale, tuple((part,) for (text,) in side.rows for part in _parts(text)), side.label)


def _parts(text: str) -> Iterable[str]:
    while len(text) > PARAGRAPH_LIMIT:
        space = text.rfind(" ", PARAGRAPH_LIMIT // 2, PARAGRAPH_LIMIT)
        end = space if space > 0 else PARAGRAPH_LIMIT
        yield text[:end]
        text = text[end:].lstrip(" ")
    yield text


def _groups(pieces: tuple[Piece, ...], wide: int) -> list[list[dict[str, object]]]:
    """The pieces in groups, each with what its last and its announcing lines have to stay with."""
    followed = dict(zip(map(id, pieces), (*pieces[1:], None), strict=False))
    return [[_piece(piece, wide) | _bound(piece, followed[id(piece)]) for piece in group] for group in groups(pieces)]


def _bound(piece: Piece, after: Piece | None) -> dict[str, object]:
    """``hold``: what the end of the piece stays with. ``leads``: rows that stay with the row after them."""
    rows = piece.text.rows
    hold = "end" if before_end(piece, after) else "next" if before_list(piece, after) else ""
    leads = [announces(piece, at) and is_short(row[-1]) for at, row in enumerate(rows)]
    return {"hold": hold, "short": bool(rows) and is_short(rows[-1][-1]), "leads": leads, "box": is_box(piece)}


def _piece(piece: Piece, wide: int) -> dict[str, object]:
    beside = _side(piece.role, piece.beside, wide) if piece.beside else None
    return {"role": piece.role, "text": _side(piece.role, piece.text, wide), "beside": beside}


def _side(role: Role, side: Side, wide: int) -> dict[str, object]:
    lang, region = _language(side.locale)
    narrow = column(len(side.rows[0]), wide) if role == "table" and side.rows else wide
    return {
        "lang": lang,
        "region": region,
        "rtl": side.right_to_left,
        "chinese": is_chinese(side.locale),
        "face": face(side.locale),
        "label": side.label,
        "rows": [_row(role, row, side, narrow) for row in side.rows],
        "turned": [side.faces_left(role, row) for row in side.rows],
    }


def _row(role: Role, row: Row, side: Side, wide: int) -> list[Cell]:
    turned = side.faces_left(role, row)
    return [cell(text, wide, right_to_left=turned) for text in row]


def _cell(text: str, side: Side, wide: int) -> Cell:
    return cell(text, wide, right_to_left=side.right_to_left)
