"""One HTML page with its styles inside: no script, no font, no address; prints like the PDF."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from assistant.model import Document
from assistant.text import is_right_to_left

from .base import Written
from .breaks import groups
from .din import Envelope, envelope
from .direction import has_right, spans
from .flow import LABELLED, LISTS, Row, Sheet, Side, sheet
from .words import is_chinese, words

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(document: Document) -> Written:
    """The document as a page that can be read, printed and copied from."""
    ready = sheet(document)
    body = _aid(ready) if ready.is_aid else _letter(ready)
    kind = "aid" if ready.is_aid else ready.layout
    style = files(__package__).joinpath("letter.css").read_text("utf-8")
    page = (
        f'<!DOCTYPE html>\n<html{_language(ready.locale)}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(ready.title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f'<body>\n<main class="{kind}{_script(ready.locale)}">\n{body}</main>\n</body>\n</html>\n'
    )
    return Written(page.encode())


def _language(locale: str, page: str = "") -> str:
    """Language and direction; the latter where it is another than that of the ``page``."""
    turned = is_right_to_left(locale)
    direction = "" if turned == is_right_to_left(page) else f' dir="{"rtl" if turned else "ltr"}"'
    return f' lang="{escape(locale.replace("_", "-"))}"{direction}'


def _script(locale: str) -> str:
    return " chinese" if is_chinese(locale) else " arabic" if is_right_to_left(locale) else ""


def _text(text: str, side: Side) -> str:
    """Text, with what runs against its line set apart."""
    return _spans(text, right_to_left=side.right_to_left)


def _spans(text: str, *, right_to_left: bool) -> str:
    return "".join(
        '<bdi dir="ltr">' + escape(span.text) + "</bdi>"
        if span.way == "ltr"
        else f"<bdi>{_spans(span.text, right_to_left=True)}</bdi>"
        if span.way
        else escape(span.text)
        for span in spans(text, right_to_left=right_to_left)
    )


def _letter(ready: Sheet) -> str:
    window = envelope(ready)
    first = _window(window, ready) if window else ""
    top = "h1" if not any(piece.role == "title" for piece in ready.pieces) else "h2"
    rest = window.rest if window else ready.pieces
    return first + "".join(
        '<div class="keep">\n' + "".join(_block(piece.role, piece.text, top) for piece in group) + "</div>\n"
        if len(group) > 1
        else _block(group[0].role, group[0].text, top)
        for group in groups(rest)
    )


def _window(window: Envelope, ready: Sheet) -> str:
    """The parts of a DIN 5008 letter that have fixed places, and the marks for folding.

    An address without a letter from right to left stands at the left, also in such a letter.
    """
    marks = "".join(f'<i class="mark" style="top:{height}mm"></i>' for height in ("87", "148.5", "192"))
    back = (
        f'<p class="return"{_left(window.back, ready)}>{_text(window.back, Side(ready.locale, ()))}</p>\n'
        if window.back
        else ""
    )
    told = "".join(row[0] for row in window.recipient.rows) if window.recipient else ""
    to = f'<p class="recipient"{_left(told, ready)}>{_lines(window.recipient)}</p>\n' if window.recipient else ""
    info = "".join(_block(piece.role, piece.text, "h1") for piece in window.info)
    return f'<div aria-hidden="true">{marks}</div>\n<div class="head">\n{back}{to}<div class="info">\n{info}</div>\n</div>\n'


def _left(address: str, ready: Sheet) -> str:
    return ' dir="ltr"' if is_right_to_left(ready.locale) and not has_right(address) else ""


def _aid(ready: Sheet) -> str:
    """A table: the reader's language at one side, the letter at the other, the notice everywhere."""
    notice = f'<p class="notice" role="note">{_text(ready.notice, Side(ready.locale, ()))}</p>\n'
    rows = "".join(
        f"<tr>\n<td>{_block(piece.role, piece.text, 'p')}</td>\n"
        f"<td{_language(ready.beside_locale, ready.locale)}>{_block(piece.role, piece.beside, 'p') if piece.beside else ''}</td>\n</tr>\n"
        for piece in ready.pieces
    )
    heads = "".join(
        f'<th scope="col"{_language(locale, ready.locale)}>{escape(words(locale).language or locale)}</th>'
        for locale in (ready.locale, ready.beside_locale)
    )
    return f'{notice}<table class="aid">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n{notice}'


def _block(role: str, side: Side, top: str) -> str:
    if not side.rows:
        return ""
    if role == "table":
        return _table(side)
    if role in LISTS:
        return _list(role, side)
    if role in LABELLED:
        return '<dl class="{}">\n{}</dl>\n'.format(role, "".join(_labelled(row, side) for row in side.rows))
    if role == "paragraph":
        return "".join(_paragraph(row[0], side) for row in side.rows)
    tag = {"title": "p" if top == "p" else "h1", "subject": top, "heading": "p" if top == "p" else "h2"}.get(role, "p")
    return f'<{tag} class="{role}">{_lines(side)}</{tag}>\n'


def _paragraph(text: str, side: Side) -> str:
    turned = side.faces_left("paragraph", (text,))
    direction = ' dir="rtl"' if turned and not side.right_to_left else ""
    return f'<p class="paragraph"{direction}>{_spans(text, right_to_left=turned)}</p>\n'


def _lines(side: Side) -> str:
    return "<br>\n".join(" ".join(_text(cell, side) for cell in row) for row in side.rows)


def _labelled(row: Row, side: Side) -> str:
    gap = "" if is_chinese(side.locale) else " "
    if len(row) == 1:
        return f"<div><dd>{_text(row[0], side)}</dd></div>\n"
    return f"<div><dt>{_text(row[0], side)}{gap}</dt><dd>{_text(row[1], side)}</dd></div>\n"


def _list(role: str, side: Side) -> str:
    """Numbers are written out: copied text keeps them, and they are the same in every format."""
    label = f'<p class="label">{escape(side.label)}</p>\n' if side.label else ""
    items = "".join(
        "<li>{}<span>{}</span></li>\n".format(f"<span>{escape(marker)}</span> " if marker else "", _text(text, side))
        for marker, text in side.rows
    )
    return f'{label}<ul class="{role}">\n{items}</ul>\n'


def _table(side: Side) -> str:
    head = "".join(f'<th scope="col">{_text(cell, side)}</th>' for cell in side.rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{_text(cell, side)}</td>" for cell in row) + "</tr>\n" for row in side.rows[1:]
    )
    return f'<table class="entries">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n'
