"""Text that keeps its left edge below a sign or label, and its marks off the start of a line.

One widget draws head and text: a page of two hundred parts must be there within the blink of an eye.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from assistant.text import breaks, width

if TYPE_CHECKING:
    from textual.css.styles import RulesMap

_NARROW = 12
"""Cells that the text needs beside its head; with less it stands below it."""
_INDENT = 2


class Hanging(Visual):
    """Texts below each other; ``head`` stands before the first in a column of its own."""

    def __init__(self, *texts: Content, head: Content | None = None, column: int = 0) -> None:
        self.head = head
        self.texts = texts
        self.column = column
        self._folded: tuple[int, Content] = (-1, Content(""))

    def __str__(self) -> str:
        """What is said, before it is laid out."""
        return "\n".join(one.plain for one in ((self.head,) if self.head else ()) + self.texts)

    def fold(self, cells: int) -> Content:
        """The lines for a width."""
        if self._folded[0] != cells:
            self._folded = (cells, Content("\n").join(self._lines(cells)))
        return self._folded[1]

    @property
    def shown(self) -> str:
        """The lines as they were drawn last."""
        return self._folded[1].plain

    def _lines(self, cells: int) -> Iterator[Content]:
        column, head = self.column, self.head
        if head is not None and (cells - column < _NARROW or width(head.plain) > column):
            column = column if cells - column >= _NARROW else min(_INDENT, column)
            if width(head.plain) > column:
                yield from _parted(head, cells)
                head = None
        for text in self.texts:
            for line in _parted(text, max(cells - column, 1)):
                before = _room(column) if head is None else head + _room(column - width(head.plain))
                yield before + line if column else line
                head = None

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Textual's way to draw."""
        if not width:
            return []
        found = self._raw(options.rules) or self.fold(width)
        return found.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Without any break."""
        return self.column + max((one.get_optimal_width(rules, container_width) for one in self.texts), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Lines for a width."""
        raw = self._raw(rules)
        return raw.get_height(rules, width) if raw is not None else self.fold(width).plain.count("\n") + 1

    def _raw(self, rules: Mapping[str, Any] | RulesMap) -> Content | None:
        """The one text, where it must stay on one line."""
        one_line = rules.get("text_wrap", "wrap") == "nowrap" and self.head is None and len(self.texts) == 1
        return self.texts[0] if one_line else None


def _room(cells: int) -> Content:
    """Empty cells in a style of their own: pictures of the screen lose spaces that begin a piece of text."""
    return Content.styled(" " * cells, "$muted")


def _parted(text: Content, cells: int) -> Iterator[Content]:
    for line in text.split("\n", allow_blank=True):
        for part in line.divide(breaks(line.plain, cells)):
            yield part.rstrip()
