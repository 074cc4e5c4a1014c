"""The second wall: whatever text reaches the screen, no control or direction character gets out (F1)."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from assistant.text import show


class SafeText(LineFilter):
    """Replaces characters that a terminal would act on. The first wall is ``clean`` at the border."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The same segments, harmless."""
        return [
            segment
            if segment.control or (segment.text.isascii() and segment.text.isprintable())
            else Segment(show(segment.text), segment.style, None)
            for segment in segments
        ]
