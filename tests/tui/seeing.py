"""What is wrong with a page as it stands on the screen: cut, sticking out, or never marked for translation."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from errno import ENOENT
from typing import Any

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets._toast import Toast

from assistant.guide.pages import DOCUMENTS
from assistant.knowledge import Knowledge
from assistant.text import width
from assistant.tui.app import RecourseApp
from assistant.tui.screens.base import Body, Page
from assistant.tui.screens.texts import TextsPage
from assistant.tui.tour_made import WORDS
from assistant.tui.widgets.keysline import FirstThatFits
from assistant.tui.widgets.sheet import Sheet
from assistant.tui.widgets.table import Table

_SPACE = re.compile(r"\s+")
_ADDRESS = re.compile(r"\S+@\S+|\w+://\S+|www\.\S+|/\S+")
_PLAIN = re.compile(r"(?<![^\W_])[A-Za-z]{2,}(?:[-'’][A-Za-z]+)*(?:[ ,;:&]+[A-Za-z]{2,}(?:[-'’][A-Za-z]+)*)+")
"""Two words or more of plain letters."""
_ROOM = 2
"""Lines that what scrolls must have at least."""


def told(widget: Widget) -> str:
    """What a widget was told to show; what a person typed is theirs."""
    match widget:
        case Static():
            return str(widget.render())
        case Input():
            return "" if widget.value else str(widget.placeholder)
        case OptionList():
            return "\n".join(str(one.prompt) for one in widget.options)
        case Table():
            return "\n".join(cell for one in widget.entries for cell in one.cells)
        case _:
            return ""


def _shown(widget: Widget) -> str:
    """What it shows, at the width that it has, before lines are turned round."""
    return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


def bare(text: str) -> str:
    """Without spaces."""
    return _SPACE.sub("", text)


def widgets(screen: Screen[Any]) -> list[Widget]:
    """Everything that is displayed, in the window or below its edge."""
    found: list[Widget] = []
    waiting: list[Widget] = [screen]
    while waiting:
        one = waiting.pop(0)
        found.append(one)
        waiting += [child for child in one.children if child.display and child.visible]
    return found[1:]


def texts(screen: Screen[Any]) -> list[str]:
    """All that a page says by itself: no letter, nothing found or judged while one types, no message that passes."""
    return [said for one in widgets(screen) if not _of_the_moment(one) and (said := told(one))]


def _of_the_moment(widget: Widget) -> bool:
    around = [widget, *widget.ancestors]
    return any(isinstance(one, Sheet | Toast) or one.id in ("found", "hits", "strength") for one in around)


def faults(app: RecourseApp) -> Iterator[str]:
    """What is cut without a sign, and what sticks out."""
    screen = app.screen
    columns = screen.size.width
    lines = ["".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()]
    for line in lines:
        if width(line) > columns:
            yield f"wider than the window: {line!r}"
    if isinstance(screen, Page) and "Ctrl+Q" not in lines[-1]:
        yield f"no way out: {lines[-1]!r}"
    for widget in widgets(screen):
        yield from _cut(widget)
        yield from _sticks_out(widget)


def _cut(widget: Widget) -> Iterator[str]:
    wanted = told(widget)
    if not bare(wanted):
        return
    seen = _shown(widget)
    if isinstance(widget, Table):
        yield from _cut_cells(widget, seen)
    elif isinstance(widget, OptionList):  # it scrolls by itself
        if not bare(wanted).startswith(bare(seen)) or not bare(seen):
            yield f"cut: {wanted!r} shows as {seen!r}"
    else:
        visual = widget.render() if isinstance(widget, Static) else None
        choices = [one.plain for one in visual.texts] if isinstance(visual, FirstThatFits) else [wanted]
        signed = bare(seen).endswith("…")
        if not any(bare(one) == bare(seen) or (signed and bare(one).startswith(bare(seen)[:-1])) for one in choices):
            yield f"cut: {wanted!r} shows as {seen!r}"


def _cut_cells(table: Table, seen: str) -> Iterator[str]:
    """Cells of the lines in sight. A mark such as ``W. X.`` is what must never be cut."""
    rows = seen.split("\n")
    first = table.scroll_offset.y // table.rows
    for at, one in enumerate(table.entries[first : first + len(rows) // table.rows]):
        shown = "\n".join(rows[at * table.rows : (at + 1) * table.rows])
        for cell in one.cells:
            if bare(cell) not in bare(shown) and "…" not in shown:
                yield f"cut: {cell!r} shows as {shown!r}"


def _sticks_out(widget: Widget) -> Iterator[str]:
    parent = widget.parent
    if not isinstance(parent, Widget) or not widget.region.area:
        if bare(told(widget)) and not widget.size.height:
            yield f"no room: {widget!r} {told(widget)!r}"
        return
    room = parent.region if isinstance(parent, Screen) else parent.scrollable_content_region
    if widget.region.right > room.right or widget.region.x < room.x:
        yield f"sticks out: {widget!r} {widget.region} of {parent!r} {room}"
    scrolls = parent.allow_vertical_scroll and not isinstance(parent, Screen)
    if not scrolls and (widget.region.bottom > parent.region.bottom or widget.region.y < parent.region.y):
        yield f"below the edge: {widget!r} {widget.region} of {parent!r} {parent.region}"
    if widget.allow_vertical_scroll and widget.size.height < min(_ROOM, widget.virtual_size.height):
        yield f"hardly any room: {widget!r} {widget.size}"


def out_of_sight(app: RecourseApp) -> Iterator[str]:
    """The focus, where it is not in the window. A danger comes first: what can be done then lies below it."""
    focused, page = app.focused, app.screen
    if focused is None or not isinstance(page, Page):
        return
    around = next((one for one in focused.ancestors if isinstance(one, Widget) and one.allow_vertical_scroll), page)
    first = page.query(".danger") and not page.query_one(Body).scroll_y
    if not first and not around.region.overlaps(focused.region):
        yield f"out of sight: {focused!r} {focused.region}"


def untranslated(screen: Screen[Any], names: Iterable[str]) -> Iterator[str]:
    """In ``en_XA``: texts without their last bracket, and words that stayed plain. ``names`` longest first."""
    if isinstance(screen, TextsPage):  # shows the English on purpose
        return
    for widget in widgets(screen):
        # Letters have files of their own, in languages that exist; six words are chosen by chance from a list.
        if any(isinstance(one, Sheet) for one in widget.ancestors) or widget.has_class("offer"):
            continue
        text = told(widget)
        if "…" not in text and text.count("⟦") != text.count("⟧"):
            yield f"cut: {text!r}"
        rest = text
        for name in names if _PLAIN.search(text) else ():
            rest = rest.replace(name, "·") if name in rest else rest
        for plain in _PLAIN.findall(_ADDRESS.sub("·", rest)):
            yield f"not marked for translation: {plain!r} in {text!r}"


def known_names(knowledge: Knowledge) -> list[str]:
    """What stays as it is in every language: names and addresses of records, titles of articles, and typed words."""
    found = {*DOCUMENTS.values(), *WORDS, *(line for one in WORDS for line in one.split("\n"))}
    found.add(os.strerror(ENOENT))  # the system says it
    for body in knowledge.bodies:
        found.add(body.name)
        found |= set(_values(body.contact.model_dump() if body.contact else {}))
    for source in knowledge.sources:
        found |= {source.name, source.number or "", *source.links}
    short = 3
    return sorted((one for one in found if len(one) > short), key=len, reverse=True)


def _values(part: object) -> Iterator[str]:
    match part:
        case dict():
            for one in part.values():
                yield from _values(one)
        case list() | tuple():
            for one in part:
                yield from _values(one)
        case str():
            yield part
