"""How long text from people may be, in characters after cleaning."""

from __future__ import annotations

LINE_LIMIT = 300
"""One line: a name, a street, a reference."""

TEXT_LIMIT = 5_000
"""A story told in one field; what a letter field may hold at most."""

PARAGRAPH_LIMIT = 100_000
"""A paragraph handed to the PDF engine at once: ten times as much takes ten times the memory,
and a whole second. Longer text is parted, never cut."""
