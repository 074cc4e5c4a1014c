"""From the text of a block to lines. What people wrote comes in last and is never looked at for structure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from assistant.model import N_, ContentError, Role
from assistant.text import clean

from .syntax import PARAGRAPH

_OPEN, _CLOSE, _JOIN = "\ue000", "\ue001", "\ue003"
_PIECE = re.compile(f"({_OPEN}[0-9]+{_CLOSE}|{_JOIN})")
_UNSPACED = ("zh", "ja")

_STRAY = N_("{file}, line 1: block '{block}' has text before its first item. Begin each item with '- '.")
_CELLS = N_("{file}, line 1: block '{block}' has a row with {n} cells under a head with {limit}. Make them equal.")


class Marks:
    """What people wrote, kept aside. In the text that is laid out only a mark stands for it."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def put(self, text: str | None) -> str | None:
        """A mark for ``text``, or ``None`` when there is nothing to stand for."""
        cleaned = clean(text).replace("\t", " ").strip() if text else ""
        if not cleaned:
            return None
        self._texts.append(cleaned)
        return f"{_OPEN}{len(self._texts) - 1}{_CLOSE}"

    def text(self, mark: str) -> str:
        """What the mark stands for."""
        return self._texts[int(mark[1:-1])]


class Layout:
    """Lays out the blocks of one letter in one locale. ``file`` is named in errors."""

    def __init__(self, marks: Marks, locale: str, file: str) -> None:
        self.marks = marks
        self.file = file
        self.spaced = not locale.startswith(_UNSPACED)

    def lines(self, block: str, role: Role, text: str) -> tuple[str, ...]:
        """The lines of a block by its role; none when it renders to nothing."""
        return _BY_ROLE.get(role, Layout.each_line)(self, block, text)

    def one_line(self, _block: str, text: str) -> tuple[str, ...]:
        """All of it on one line."""
        line = self.finish(_JOIN.join(_rows(text)))
        return (line,) if line else ()

    def each_line(self, _block: str, text: str) -> tuple[str, ...]:
        """Each line of the template as it stands."""
        return tuple(line for line in map(self.finish, _rows(text)) if line)

    def labelled(self, _block: str, text: str) -> tuple[str, ...]:
        """Label and value parted by a tab; a label without a value is dropped."""
        found: list[str] = []
        for row in _rows(text):
            label, bar, value = map(self.finish, row.partition("|"))
            if not bar:
                found.append(label)
            elif value:
                found.append(f"{label}\t{value}")
        return tuple(found)

    def paragraphs(self, _block: str, text: str) -> tuple[str, ...]:
        """A line for each paragraph; blank lines of the template and line breaks of the person part them."""
        found: list[str] = []
        for part in text.split(PARAGRAPH):
            whole = self.finish(_JOIN.join(_rows(part)), own_breaks=True)
            found += [line.strip() for line in whole.split("\n")]
        return tuple(line for line in found if line)

    def items(self, block: str, text: str) -> tuple[str, ...]:
        """A line for each item."""
        return tuple(item for item in map(self.finish, self.raw_items(block, text)) if item)

    def raw_items(self, block: str, text: str) -> list[str]:
        """The items with their marks; a line without ``- `` goes on with the item before it."""
        found: list[str] = []
        for row in _rows(text):
            if row.startswith("- ") or row == "-":
                found.append(row[2:])
            elif found:
                found[-1] += _JOIN + row
            else:
                raise ContentError(_STRAY, file=self.file, block=block)
        return found

    def table(self, block: str, text: str) -> tuple[str, ...]:
        """A line for each row, cells parted by tabs; a head without rows is nothing."""
        rows = [[self.finish(cell) for cell in item.split("|")] for item in self.raw_items(block, text)]
        for row in rows:
            if len(row) != len(rows[0]):
                raise ContentError(_CELLS, file=self.file, block=block, n=len(row), limit=len(rows[0]))
        filled = [row for row in rows[1:] if any(row)]
        return tuple("\t".join(row) for row in (rows[0], *filled)) if filled else ()

    def finish(self, text: str, *, own_breaks: bool = False) -> str:
        """The text with marks replaced and lines joined.

        ``own_breaks`` keeps line breaks that the person made; elsewhere each becomes a space.
        """
        out = ""
        joining = False
        for piece in _PIECE.split(text):
            if piece == _JOIN:
                joining = True
                continue
            if piece.startswith(_OPEN):
                told = self.marks.text(piece)
                told = told if own_breaks else " ".join(told.split("\n"))
            else:
                told = re.sub("[ \t\n]+", " ", piece)
            if told and joining:
                out, told = self.joined(out, told)
                joining = False
            out += told
        return out.strip()

    def joined(self, before: str, after: str) -> tuple[str, str]:
        """Both sides of a line break of the template; Han text is joined without a space."""
        if self.spaced or (_is_word(before[-1:]) and _is_word(after[:1])):
            return f"{before} ", after
        return before, after


def _rows(text: str) -> list[str]:
    return [row for row in (one.strip() for one in text.replace(PARAGRAPH, "").split("\n")) if row]


def _is_word(sign: str) -> bool:
    """A letter or digit of a script that puts spaces between words."""
    return sign.isalnum() and ord(sign) < 0x2E80  # noqa: PLR2004 - the first block of Han radicals


_BY_ROLE: Mapping[Role, Callable[[Layout, str, str], tuple[str, ...]]] = MappingProxyType(
    {
        "title": Layout.one_line,
        "subject": Layout.one_line,
        "salutation": Layout.one_line,
        "date": Layout.one_line,
        "heading": Layout.one_line,
        "parties": Layout.labelled,
        "reference": Layout.labelled,
        "paragraph": Layout.paragraphs,
        "numbered": Layout.items,
        "bullets": Layout.items,
        "enclosures": Layout.items,
        "table": Layout.table,
    }
)
