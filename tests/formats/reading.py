"""The text of a tagged PDF as a screen reader takes it: by the order of its tags, not by places on the page."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf

from assistant.formats.direction import has_right

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)


def logical_text(data: bytes) -> str:
    """The text of all tagged parts in the order of the tags; pages' numbers and other ornaments are left out."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        told = {page.obj.objgen: _marked(page) for page in pdf.pages}
        return "".join(_tags(pdf.Root.StructTreeRoot, None, told))


def _tags(tag: Any, page: Any, told: dict[Any, dict[int, str]]) -> list[str]:
    page = tag.get("/Pg", page)
    if tag.get("/Type") == "/MCR":
        return [told[page.objgen].get(int(tag.MCID), "")]
    kids = tag.get("/K", pikepdf.Array())
    found: list[str] = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found += _tags(kid, page, told)
        else:
            found.append(told[page.objgen].get(int(kid), ""))
    return found if tag.get("/S") in ("/Span", "/Lbl", "/Strong") else [*found, "\n"]


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked part of a page. A part from right to left is drawn from its left end.

    The engine says so for letters (``ReversedChars``), for brackets by what they stand for (``ActualText``), and not at
    all where letters bear marks. It writes such a letter twice.
    """
    resources: Any = page.obj.get("/Resources", pikepdf.Dictionary())
    fonts = {name: _letters(font) for name, font in resources.get("/Font", pikepdf.Dictionary()).items()}
    found: dict[int, list[str]] = {}
    backwards: set[int] = set()
    open_: list[tuple[int | None, str | None]] = []
    font: dict[bytes, str] = {}
    instructions: Any = pikepdf.parse_content_stream(page)
    for operands, operator in instructions:
        name = str(operator)
        if name == "Tf":
            font = fonts[str(operands[0])]
        elif name in ("BMC", "BDC"):
            given = operands[1] if len(operands) > 1 else {}
            open_.append((_number(given), _actual(given)))
            if str(operands[0]) == "/ReversedChars" or (_actual(given) or "x") in "()[]«»<>{}":
                backwards |= {mark for mark, _ in open_ if mark is not None}
        elif name == "EMC":
            open_.pop()
        elif name in ("Tj", "TJ"):
            marks = [mark for mark, _ in open_ if mark is not None]
            actual = [text for _, text in open_ if text is not None]
            parts = operands[0] if name == "TJ" else [operands[0]]
            codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            signs = [font.get(codes[at : at + 2], "") for at in range(0, len(codes), 2)]
            if marks and not (actual and found.get(marks[0], [])[-1:] == actual[:1]):
                found.setdefault(marks[0], []).extend(actual[:1] or signs)
    return {
        mark: "".join(reversed(signs) if mark in backwards or has_right("".join(signs)) else signs)
        for mark, signs in found.items()
    }


def _number(given: Any) -> int | None:
    return int(given["/MCID"]) if "/MCID" in given else None


def _actual(given: Any) -> str | None:
    return str(given["/ActualText"]) if "/ActualText" in given else None


def _letters(font: Any) -> dict[bytes, str]:
    """What each code of a font stands for."""
    found: dict[bytes, str] = {}
    if "/ToUnicode" not in font:
        return found
    for kind, body in _SECTION.findall(font.ToUnicode.read_bytes()):
        if kind == b"bfchar":
            found |= {bytes.fromhex(code.decode()): _text(text) for code, text in _PAIR.findall(body)}
        for first, last, text in _RANGE.findall(body) if kind == b"bfrange" else ():
            for at in range(int(last, 16) - int(first, 16) + 1):
                begun = _text(text)
                found[(int(first, 16) + at).to_bytes(2)] = begun[:-1] + chr(ord(begun[-1]) + at)
    return found


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")
