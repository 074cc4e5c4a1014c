"""Says whether two wheels hold the same files with the same bytes: one from a checkout, one from its sdist."""

from __future__ import annotations

import sys
import zipfile


def contents(path: str) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist()}


def main(first: str, second: str) -> int:
    one, other = contents(first), contents(second)
    different = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    for name in different:
        print(f"differs: {name}", file=sys.stderr)
    if not different:
        print(f"the wheel and the wheel from the sdist are the same: {len(one)} files")
    return 1 if different else 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:3]))
