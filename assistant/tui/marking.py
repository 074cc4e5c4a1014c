"""How a case is named where others may look over a shoulder: a mark, and a name only when it is asked for (T2)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Marked:
    """What stands for a case."""

    mark: str
    """The person's reference or initials; empty where the case belongs to nobody named."""
    name: str
    """The person's name; empty as above."""
    title: str
    """What the case is called: its label, or its situation."""

    def line(self, *, names: bool = False) -> str:
        """Mark and title in one line."""
        return " · ".join(one for one in (self.name if names else self.mark, self.title) if one)
