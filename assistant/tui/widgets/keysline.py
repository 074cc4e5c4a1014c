"""The line of keys: whole entries only. Where there is no room, what matters less is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from assistant.i18n import Translator

from .hanging import Hanging
from .say import Say

if TYPE_CHECKING:
    from textual.css.styles import RulesMap


class FirstThatFits(Hanging):
    """One line out of several; the last is cut where even that is too long."""

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The first text that fits."""
        found = next((one for one in self.texts if one.cell_length <= width), self.texts[-1])
        return found.render_strips(width, height, style, options)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Always one line."""
        return 1


class KeysLine(Say):
    """``tell_all`` gives the line at full length, then shorter ones."""

    def __init__(self, tell_all: Callable[[Translator], Sequence[Content]], tr: Translator) -> None:
        self._tell_all = tell_all
        super().__init__(lambda _: "", tr, classes="keys")

    def drawn(self, tr: Translator) -> Hanging:
        """All lengths of the line."""
        return FirstThatFits(*self._tell_all(tr))
