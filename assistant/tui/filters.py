"""The second wall: whatever text reaches the screen, no control or direction character gets out (F1)."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from assistant.text import has_right_to_left, seen_order, show


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


_BORDERS = frozenset("─━│┃┄┅┆┇┈┉┊┋┌┐└┘├┤┬┴┼╭╮╯╰═║╔╗╚╝▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▐░▒▓▔▕▖▗▘▝")


class Turned(LineFilter):
    """Shows lines from right to left in a terminal that would not do it.

    In a language of that direction the whole line is turned, so that it also begins at the right edge; in another
    language only its Arabic parts are. A frame around a text stays where it is.
    """

    def __init__(self, *, right_to_left: bool) -> None:
        super().__init__()
        self.right_to_left = right_to_left

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The same signs in the order in which they are seen, each with its style."""
        line = "".join(segment.text for segment in segments if not segment.control)
        turns = has_right_to_left(line) or (self.right_to_left and any(sign.isalnum() for sign in line))
        if not turns or any(segment.control for segment in segments):
            return segments
        first, end = _inside(line)
        styles = [segment.style for segment in segments for _ in segment.text]
        seen = seen_order(line[first:end], right_to_left=self.right_to_left)
        parts = [
            *((line[at], styles[at]) for at in range(first)),
            *((text, styles[first + at]) for text, at in seen),
            *((line[at], styles[at]) for at in range(end, len(line))),
        ]
        return list(Segment.simplify(Segment(text, style, None) for text, style in parts))


def _inside(line: str) -> tuple[int, int]:
    """From where to where a line is text, and not the frame around it."""
    first, end = 0, len(line)
    while first < end and line[first] in _BORDERS:
        first += 1
    while end > first and line[end - 1] in _BORDERS:
        end -= 1
    return first, end
