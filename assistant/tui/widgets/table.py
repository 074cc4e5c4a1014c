"""A long list whose lines can be opened. Only what is in sight is drawn: five hundred cases are there at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from assistant.text import clean_line, width

from .act import MARK

_WIDE = 110
_HEAD = 2
_MARKS = 10
_NAMES = 24


@dataclass(frozen=True)
class Entry:
    """One line: what stands in each column, and what is meant by it."""

    value: str
    sign: str
    """Says besides the words how urgent it is."""
    cells: tuple[str, ...]
    """Mark, title, status, what comes next."""


Columns: TypeAlias = Callable[[int], tuple[int, ...]]


class Table(ScrollView, can_focus=True):
    """Lines of cells; in a narrow window each takes two lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"table--line", "table--muted", "table--at", "table--mark"}

    class Chosen(Message):
        """The person opened a line."""

        def __init__(self, value: str) -> None:
            self.value = value
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.entries: Sequence[Entry] = ()
        self.at = 0
        self._marks = _MARKS

    def show_entries(self, entries: Sequence[Entry], *, names: bool = False) -> None:
        """Show other lines; the mark stays on the same one where it is still there."""
        before = self.entries[self.at].value if self.at < len(self.entries) else None
        self.entries = entries
        self._marks = min(max((width(one.cells[0]) for one in entries), default=0), _NAMES if names else _MARKS)
        self.at = next((at for at, one in enumerate(entries) if one.value == before), 0)
        self._measure()
        self._in_sight()
        self.refresh()

    @property
    def rows(self) -> int:
        """Lines that an entry takes."""
        return 1 if self.size.width >= _WIDE else 2

    def on_resize(self, event: Resize) -> None:
        """Measure again."""
        self._measure(event.size.width)
        self._in_sight()

    def _measure(self, cells: int | None = None) -> None:
        rows = (1 if cells >= _WIDE else 2) if cells is not None else self.rows
        self.virtual_size = Size(cells or self.size.width, len(self.entries) * rows)

    def _in_sight(self) -> None:
        self.scroll_to_region(Region(0, self.at * self.rows, 1, self.rows), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One line on the screen."""
        number, part = divmod(y + self.scroll_offset.y, self.rows)
        cells = self.size.width
        base = self.get_component_rich_style("table--line")
        if number >= len(self.entries):
            return Strip.blank(cells, base)
        one, here = self.entries[number], number == self.at and self.has_focus
        style = self.get_component_rich_style("table--at") if here else base
        muted = base if here else self.get_component_rich_style("table--muted")
        mark = self.get_component_rich_style("table--mark")
        sign = Segment(f"{MARK if here else ' '} ", mark) if part == 0 else Segment("  ", base)
        if self.rows == 1:
            widths = self._columns(cells - _HEAD - 2)
            told = "  ".join(fitted(cell, room) for cell, room in zip(one.cells, widths, strict=True))
            line = [sign, Segment(f"{one.sign} ", mark), Segment(told, style)]
        elif part == 0:
            first, title, *_ = one.cells
            told = f"{fitted(first, self._marks)}  {title}" if self._marks else title
            line = [sign, Segment(fitted_as_is(told, cells - _HEAD), style)]
        else:
            told = " · ".join(cell for cell in one.cells[2:] if cell)
            line = [sign, Segment(f"{one.sign} ", mark), Segment(fitted(told, cells - _HEAD - 2), muted)]
        return Strip(line).adjust_cell_length(cells, base)

    def _columns(self, room: int) -> tuple[int, int, int, int]:
        mark, status = self._marks, min(46, room // 3)
        rest = room - mark - status - 6
        title = rest // 2
        return mark, title, status, rest - title

    def action_step(self, step: int) -> None:
        """To another line, or beyond the list to what comes next on the page."""
        to = self.at + step
        if 0 <= to < len(self.entries):
            self._go(to)
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_page(self, step: int) -> None:
        """A screenful on."""
        self._go(self.at + step * max(1, self.size.height // self.rows - 1))

    def action_edge(self, step: int) -> None:
        """To the first line or the last."""
        self._go(0 if step < 0 else len(self.entries) - 1)

    def action_choose(self) -> None:
        """Open the line with the mark."""
        if self.at < len(self.entries):
            self.post_message(self.Chosen(self.entries[self.at].value))

    def on_click(self, event: Click) -> None:
        """A click opens a line."""
        number = (event.y + self.scroll_offset.y) // self.rows
        if number < len(self.entries):
            self._go(number)
            self.action_choose()

    def _go(self, to: int) -> None:
        self.at = max(0, min(to, len(self.entries) - 1))
        self._in_sight()
        self.refresh()

    def on_focus(self) -> None:
        """Show the mark."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide it."""
        self.refresh()


def fitted(text: str, cells: int) -> str:
    """A text in exactly so many cells; what is too long ends with three dots."""
    return fitted_as_is(clean_line(text), cells)


def fitted_as_is(told: str, cells: int) -> str:
    """The same, with its spaces."""
    if width(told) > cells:
        kept, used = "", 0
        for letter in told:
            used += width(letter)
            if used > cells - 1:
                break
            kept += letter
        told = kept + "…"
    return told + " " * max(0, cells - width(told))
