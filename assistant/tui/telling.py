"""How records look on a page: statements with their degree, risks, limits, numbers of sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from assistant.guide.limits import lines as limit_lines
from assistant.guide.marks import degree
from assistant.model import Cite, Risk, Statement
from assistant.text import width
from assistant.tui.widgets import Row, fixed

if TYPE_CHECKING:
    from assistant.guide import Dated
    from assistant.i18n import Translator

    from .state import State

_DEGREES = {"law": "$accent", "reported": "$warning", "unknown": "$warning"}
_LABEL = 26
"""Cells at most for the labels of a limit."""


@dataclass(frozen=True)
class Notes:
    """Numbers for the sources of a page, in the order in which they are first used."""

    cites: tuple[Cite, ...]

    @classmethod
    def of(cls, *many: Iterable[Cite]) -> Notes:
        """Each source once."""
        return cls(tuple(dict.fromkeys(one for cites in many for one in cites)))

    def marks(self, cites: Iterable[Cite]) -> str:
        """``[1] [2]``, or nothing."""
        return " ".join(f"[{self.cites.index(one) + 1}]" for one in cites if one in self.cites)


def statement(one: Statement, notes: Notes, tr: Translator) -> Content:
    """A statement with its degree in words, and the numbers of its sources."""
    before, text, after = degree(one, tr).partition(one.text)
    marks = notes.marks(one.sources)
    style = _DEGREES.get(one.certainty, "")
    return Content.assemble(
        (before, f"bold {style}".strip()), text, (after, ""), (f" {marks}" if marks else "", "$muted")
    )


def sources_of(statements: Iterable[Statement]) -> Iterator[Cite]:
    """The sources of some statements, in order."""
    for one in statements:
        yield from one.sources


def risk(one: Risk, notes: Notes, tr: Translator) -> Content:
    """A danger in its four parts."""
    parts = (
        tr("What can happen: {text}", text=one.what),
        tr("To whom: {text}", text=one.whom),
        tr("How we know: {text}", text=one.known),
        tr("What lowers it: {text}", text=one.lowers),
    )
    return Content("\n").join(
        [*(labelled(part) for part in parts[:3]), labelled(f"{parts[3]} {notes.marks(one.sources)}".rstrip())]
    )


def labelled(text: str) -> Content:
    """The words before the first colon stand out; what comes after stays as it is."""
    label, colon, rest = _parted(text)
    return Content.assemble((label + colon, "bold"), rest) if colon else Content(text)


def _parted(text: str) -> tuple[str, str, str]:
    places = [(at, sign) for sign in (": ", "：") if 0 < (at := text.find(sign)) <= _LABEL * 2]
    if not places:
        return text, "", ""
    at, sign = min(places)
    return text[:at], sign, text[at + len(sign) :]


def limit(dated: Dated, state: State) -> Iterator[Widget]:
    """A time limit: its title, then labels and texts in two columns."""
    title, *rows = limit_lines(dated, state.adviser.knowledge, state.tr, state.on)
    yield Static(Content.styled(title, "bold"), classes="bullet gap", markup=False)
    parted = [_parted(row) for row in rows]
    column = min(_LABEL, max((width(label) for label, colon, _ in parted if colon), default=0)) + 2
    for label, colon, rest in parted:
        text = rest if colon else label
        yield Row(label if colon else "", fixed(text), state.tr, column=column)
