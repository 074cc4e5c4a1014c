"""Width on a terminal or in plain text: Han letters take two cells, combining marks none."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """Cells that ``text`` takes, one line assumed."""
    if text.isascii():
        return len(text)
    return sum(_cells(letter) for letter in text)


def pad(text: str, cells: int) -> str:
    """``text`` with spaces after it up to ``cells``; longer text stays as it is."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int, *, first: str = "", then: str = "") -> list[str]:
    """``text`` in lines of at most ``cells``, broken at spaces only.

    ``first`` stands before the first line, ``then`` before the others. A word longer than a line
    stays whole: addresses and references are copied from letters. No-break spaces do not break.
    """
    lines: list[str] = []
    line, used = first, width(first)
    empty = True
    for word in text.split(" "):
        size = width(word)
        if not empty and used + 1 + size > cells:
            lines.append(line)
            line, used, empty = then, width(then), True
        line += word if empty else f" {word}"
        used += size if empty else size + 1
        empty = False
    return [*lines, line]


def fold(text: str, cells: int) -> str:
    """Every line of ``text`` in at most ``cells``, the further lines indented as the first is."""
    found: list[str] = []
    for line in text.split("\n"):
        bare = line.lstrip(" ")
        indent = " " * (len(line) - len(bare))
        found += wrap(bare, max(cells, 20), first=indent, then=indent)
    return "\n".join(found)


def _cells(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
