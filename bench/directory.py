"""How long reading, keeping and searching a directory takes: ``python bench/directory.py FOLDER``.

FOLDER is a copy of datenanfragen/data. Times are the best of seven; a search is the mean over the names of a hundred
records, each with one letter left out.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from assistant.directory import FILE, Catalogue, Listed, load, pack, read_folder


def best(work: Callable[[], object], rounds: int = 7) -> float:
    """Milliseconds of the quickest round."""
    found = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return min(found) * 1000


def main() -> int:
    folder = Path(sys.argv[1])
    report = read_folder(folder)
    print(f"{report.seen} files, {len(report.entries)} records taken, {len(report.skipped)} not taken")
    print(f"read the folder   {best(lambda: read_folder(folder), 3):8.1f} ms")
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / FILE).write_bytes(pack(report.entries, date(2026, 11, 22)))
        print(f"open what is kept {best(lambda: load(Path(home))):8.1f} ms")
    listed = [Listed(one.id, (one.name, *one.runs), (), one.categories, one.country) for one in report.entries]
    print(f"make it ready     {best(lambda: Catalogue(listed)):8.1f} ms")
    catalogue = Catalogue(listed)
    step = max(1, len(report.entries) // 100)
    names = [one.name[:2] + one.name[3:] for one in report.entries[::step]]
    print(f"one search        {best(lambda: [catalogue.find(name) for name in names]) / len(names):8.2f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
