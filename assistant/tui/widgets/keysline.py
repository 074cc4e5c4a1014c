"""The line of keys: whole entries only. Where there is no room, what matters less is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from assistant.i18n import Translator
from assistant.tui.actions import ACTIONS

from .hanging import Hanging
from .say import Say

if TYPE_CHECKING:
    from textual.css.styles import RulesMap

_DISPENSABLE = ("go_home", "sources", "go_language", "go_safety", "go_help", "go_back")
"""What leaves the line of keys first where there is no room. The help page names all keys."""


def key_lines(own: Sequence[tuple[str, str, str]], tr: Translator) -> list[Content]:
    """The line of keys at full length, then shorter ones. ``own``: name, key and words of keys of one page."""
    shown = [(one.name, one.shown, tr(one.words)) for one in ACTIONS if one.footer]
    shown[-1:-1] = own
    lines = []
    for dropped in range(len(_DISPENSABLE) + 1):
        parts: list[tuple[str, str]] = []
        for name, key, words in shown:
            if name not in _DISPENSABLE[:dropped]:
                parts += [(f"{key} ", "bold $accent"), (f"{words}  ", "")]
        lines.append(Content.assemble(*parts).rstrip())
    return lines


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
