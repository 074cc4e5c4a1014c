"""What can be read on the screen, as text."""

from __future__ import annotations

import html
import re

_LINE = re.compile(r'<text class="[^"]*" x="([0-9.]+)" y="([0-9.]+)"[^>]*>(.*?)</text>')


def visible(svg: str) -> str:
    """The lines of a picture of the screen, from top to bottom."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for x, y, text in _LINE.findall(svg):
        rows.setdefault(float(y), []).append((float(x), html.unescape(text).replace("\xa0", " ")))
    return "\n".join("".join(text for _x, text in sorted(rows[y])) for y in sorted(rows))
