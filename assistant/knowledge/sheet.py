"""What stood in a file, and on which line each part stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Plain: TypeAlias = str | int | bool | list["Plain"] | dict[str, "Plain"] | None
Where: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Sheet:
    """What stood in a file, and on which line each part stands."""

    file: str
    data: Plain
    lines: dict[Where, int]

    def line(self, where: Where) -> int:
        """The line of ``where``, or of the nearest part around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)
