"""A letter as JSON for the page templates. Text travels here and nowhere else: never as source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.formats.breaks import announces, before_end, before_list, groups, is_box, is_short
from assistant.formats.din import FOLDS, LOWER, Envelope
from assistant.formats.flow import Piece, Row, Sheet, Side
from assistant.formats.words import is_chinese, words
from assistant.text import PARAGRAPH_LIMIT, has_arabic, has_han

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
}
_WIDE = 60
_NARROW = 34
_RUN = {wide: re.compile(rf"[^\s\u2e80-\U0003ffff-]{{{wide},}}") for wide in (_WIDE, _NARROW)}
_CHUNK = 6
_TITLE_LIMIT = 300
"""Of the file's title: PDF strings are short."""

Cell = str | list[str]


@dataclass(frozen=True)
class PageData:
    """What the engine needs: the template, the fonts, and the letter."""

    template: str
    han: bool
    arabic: bool
    json: str


def data(ready: Sheet, window: Envelope | None) -> PageData:
    """The whole letter for its template."""
    template = "aid" if ready.is_aid else ready.layout
    wide = _NARROW if ready.is_aid else _WIDE
    rest = window.rest if window else ready.pieces
    page = words(ready.locale).page
    lang, region = _language(ready.locale)
    letter = {
        "title": ready.title[:_TITLE_LIMIT],
        "lang": lang,
        "region": region,
        "chinese": is_chinese(ready.locale),
        "page": re.split(r"\{n\}|\{total\}", page),
        "notice": ready.notice,
        "heads": [words(locale).language or locale for locale in (ready.locale, ready.beside_locale) if locale],
        "groups": _groups(tuple(_parted(rest)), wide),
        "titled": any(piece.role == "title" for piece in ready.pieces),
        "subject": any(piece.role == "subject" for piece in ready.pieces),
        "lower": LOWER[ready.window],
        "folds": list(FOLDS[ready.window]),
        "back": window.back if window else "",
        "recipient": _side("recipient", window.recipient, _NARROW) if window and window.recipient else None,
        "info": [_piece(piece, _NARROW) for piece in window.info] if window else [],
    }
    text = json.dumps(letter, ensure_ascii=False)
    han, arabic = has_han(text), has_arabic(text)
    for name, faces in (("fonts", _fonts), ("bold", _bold_fonts)):
        letter[name] = {"chinese": faces(True, han, arabic), "other": faces(False, han, arabic)}
    return PageData(template, han, arabic, json.dumps(letter, ensure_ascii=False))


def _fonts(chinese: bool, han: bool, arabic: bool) -> list[object]:
    """Song for Chinese text, with Latin letters and figures from the Latin face."""
    latin: object = {"name": "Libertinus Serif", "covers": "latin-in-cjk"} if chinese else "Libertinus Serif"
    return [latin, *(["Noto Serif SC", "Noto Sans CJK SC"] if han else []), *(["Amiri"] if arabic else [])]


def _bold_fonts(chinese: bool, han: bool, arabic: bool) -> list[object]:
    """Hei for what stands out in a Chinese letter."""
    hei = ["Noto Sans CJK SC", "Noto Serif SC"] if han else []
    latin = ["Libertinus Serif"]
    return [*([*hei, *latin] if chinese else [*latin, *hei]), *(["Amiri"] if arabic else [])]


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


def _side(role: str, side: Side, wide: int) -> dict[str, object]:
    lang, region = _language(side.locale)
    narrow = _NARROW if role == "table" else wide
    return {
        "lang": lang,
        "region": region,
        "chinese": is_chinese(side.locale),
        "label": side.label,
        "rows": [_row(row, narrow) for row in side.rows],
    }


def _row(row: Row, wide: int) -> list[Cell]:
    return [breakable(cell, wide) for cell in row]


def breakable(text: str, wide: int) -> Cell:
    """``text``, in pieces where a run without a break would leave the page.

    The template joins pieces with nothing but a place to break: no character is added, so that a
    copied address or number stays whole.
    """
    if len(text) < wide:
        return text
    found: list[str] = []
    end = 0
    for run in _RUN[wide].finditer(text):
        if text[end : run.start()]:
            found.append(text[end : run.start()])
        found += [run[0][at : at + _CHUNK] for at in range(0, len(run[0]), _CHUNK)]
        end = run.end()
    return [*found, text[end:]] if found else text
