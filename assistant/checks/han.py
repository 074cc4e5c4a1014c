"""Han signs of one way of writing only: those that are simplified, and those that never stand in simplified texts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant import paths

FILE = "han.txt"


@dataclass(frozen=True)
class Signs:
    """The two sets, read from ``locales/han.txt``, which ``tools/make_han.py`` makes."""

    simplified: frozenset[str] = frozenset()
    """Signs that stand in simplified texts only."""
    traditional: frozenset[str] = frozenset()
    """Signs that stand in traditional texts only."""
    table: dict[int, str] | None = None
    """For each traditional sign its simplified one."""

    def strange(self, written: str | None) -> frozenset[str]:
        """The signs that a language written in this way does not use."""
        return {"simplified": self.traditional, "traditional": self.simplified}.get(written or "", frozenset())


@lru_cache(maxsize=4)
def signs(folder: Path | None = None) -> Signs:
    """The sets that lie beside the languages. Without the file, as in a wheel, nothing is known."""
    try:
        lines = ((folder or paths.room("locales")) / FILE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return Signs()
    simplified, pairs = set[str](), dict[str, str]()
    for line in lines:
        name, _, rest = line.partition(":")
        if name == "simplified":
            simplified |= set(rest.strip())
        elif name == "traditional":
            pairs |= {pair[0]: pair[1] for pair in rest.split()}
    return Signs(frozenset(simplified), frozenset(pairs), {ord(one): other for one, other in pairs.items()})


def folded(text: str) -> str:
    """``text`` with traditional signs written as simplified ones, to compare by."""
    return text if text.isascii() else text.translate(signs().table or {})
