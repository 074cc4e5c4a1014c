"""Writes locales/han.txt: Han signs that stand in simplified texts only, and in traditional texts only.

The program needs no library for it: the list is made once, from the tables of OpenCC (Apache License 2.0), the folder
``data/dictionary`` of its source, or the same tables unpacked from its package with ``opencc_dict``:

    .venv-dev/bin/python tools/make_han.py FOLDER-WITH-STCharacters.txt

A sign is *simplified* if its table gives other signs for it, never itself, and no region writes it in traditional texts;
*traditional* the other way round. Signs that stand in both, such as 后 or 里, are in neither list.
"""

from __future__ import annotations

import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "locales" / "han.txt"
SELDOM = "徵於諮祕託瞭"
"""Stand in simplified texts in names and classical words only: a slip in ours."""
IN_A_LINE = 50


def table(path: Path) -> dict[str, list[str]]:
    """A sign and what it may become, the usual one first."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {row[0]: row[1].split() for row in rows if len(row[0]) == 1 and not row[0].startswith("#")}


def signs(folder: Path) -> tuple[list[str], list[str]]:
    """Simplified signs, and pairs of a traditional sign and its simplified one."""
    to_traditional, to_simplified = table(folder / "STCharacters.txt"), table(folder / "TSCharacters.txt")
    regions = [table(folder / f"{name}Variants.txt") for name in ("TW", "HK")]
    regional = {one for region in regions for every in region.values() for one in every}
    simplified = [
        one for one, every in to_traditional.items() if one not in every and one not in regional | set(to_simplified)
    ]
    pairs = [
        one + next(other for other in every if other != one)
        for one, every in to_simplified.items()
        if one not in every or one in SELDOM
    ]
    return sorted(simplified), sorted(pairs)


def text(simplified: list[str], pairs: list[str]) -> str:
    lines = [
        "# Han signs of one way of writing only. Made by tools/make_han.py from the tables of OpenCC (Apache License 2.0).",
        "# simplified: stand in simplified texts only. traditional: stand in traditional texts only, each with its simplified sign.",
    ]
    rows = [simplified[at : at + IN_A_LINE] for at in range(0, len(simplified), IN_A_LINE)]
    lines += [f"simplified: {''.join(row)}" for row in rows]
    rows = [pairs[at : at + IN_A_LINE] for at in range(0, len(pairs), IN_A_LINE)]
    lines += [f"traditional: {' '.join(row)}" for row in rows]
    return "\n".join(lines) + "\n"


def main() -> int:
    TARGET.write_text(text(*signs(Path(sys.argv[1]))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
