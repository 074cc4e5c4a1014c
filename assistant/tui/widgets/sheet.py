"""A letter on the screen, paragraph by paragraph, with what it says in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from assistant.formats.words import counter
from assistant.model import Block, Document

from .hanging import Hanging

_BOLD = frozenset({"title", "subject", "heading"})


class Sheet(Vertical):
    """Shows a letter; with an aid, each paragraph has its meaning beside it (wide) or below (narrow)."""

    def __init__(self, *, beside: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.beside = beside
        self._shown: tuple[Document, Document | None] | None = None

    def compose(self) -> ComposeResult:
        """The paragraphs."""
        if self._shown is None:
            return
        letter, aid = self._shown
        for own, other in pairs(letter, aid):
            with Horizontal(classes="pair beside" if self.beside else "pair"):
                yield Static(Hanging(own), classes="own", markup=False)
                if other is not None:
                    yield Static(Hanging(other), classes="aid", markup=False)

    async def show(self, letter: Document, aid: Document | None) -> None:
        """Show another state of the letter; where nothing changed, nothing moves."""
        if (letter, aid) != self._shown:
            self._shown = (letter, aid)
            await self.recompose()


def pairs(letter: Document, aid: Document | None) -> Iterator[tuple[Content, Content | None]]:
    """Each paragraph of the letter with what it says."""
    meaning = {block.id: block for block in aid.blocks} if aid else {}
    for block in letter.blocks:
        other = meaning.get(block.id)
        yield content(block, letter.locale), content(other, aid.locale) if other and aid else None


def content(block: Block, locale: str) -> Content:
    """A paragraph as text."""
    return Content.styled("\n".join(_lines(block, locale)), "bold" if block.role in _BOLD else "")


def _lines(block: Block, locale: str) -> Iterator[str]:
    for number, line in enumerate(block.lines, 1):
        match block.role:
            case "numbered":
                sign = counter(locale, number)
                yield f"{sign}{line}" if sign.endswith("、") else f"{sign} {line}"
            case "bullets" | "enclosures":
                yield f"• {line}"
            case "parties":
                yield line.replace("\t", "：" if locale.startswith("zh") else ": ")
            case "table":
                yield line.replace("\t", " | ")
            case _:
                yield line
