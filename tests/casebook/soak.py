"""The long tests: ``python -m tests.casebook.soak kill 1000``, ``strike``, ``corrupt``, ``share 8 60``.

Each prints its figures and ends with 1 when anything was bad. Not part of the suite.
"""

# ruff: noqa: S311, T201 - no secrets; prints its figures

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.casebook.corrupting import Victim, row_attacks, while_open
from tests.casebook.killing import kill_once
from tests.casebook.sharing import share
from tests.casebook.striking import Range, blows, wrong
from tests.casebook.struck import TASKS


def kill(folder: Path, runs: int) -> int:
    """Kill -9 at random moments."""
    first = random.SystemRandom().randrange(10**9)
    bad = acknowledged = 0
    for seed in range(first, first + runs):
        place = folder / str(seed)
        place.mkdir()
        try:
            acknowledged += kill_once(place, seed)
        except AssertionError as error:
            bad += 1
            print(f"BAD: {error}", flush=True)
        else:
            shutil.rmtree(place)
    print(f"kill: {runs} runs from seed {first}, {acknowledged} changes acknowledged, {bad} bad")
    return bad


def strike(folder: Path, tasks: tuple[str, ...]) -> int:
    """Every storage call of every task, each with every fault."""
    place = Range(folder)
    bad = 0
    for task in tasks:
        counts = place.count(task)
        tally: Counter[str] = Counter()
        for blow in blows(counts, task):
            seen = place.strike(blow)
            problem = wrong(blow, seen)
            tally["runs"] += 1
            tally["hit"] += seen.hit
            tally[seen.state if problem is None else "bad"] += 1
            tally["said " + (seen.said[0] if seen.said else "nothing")] += 1
            if problem is not None:
                bad += 1
                print(f"BAD: {blow}: {problem}; said {seen.said}", flush=True)
        used = {call: number for call, number in counts.items() if number}
        print(f"strike {task}: calls {used}; {dict(tally)}", flush=True)
    return bad


def corrupt(folder: Path, positions: int) -> int:
    """Flips, cuts, rows, overwriting; an ``AssertionError`` or any other exception is bad."""
    victim = Victim(folder)
    seed = random.SystemRandom().randrange(10**9)
    chance = random.Random(seed)
    size = len(victim.bytes)
    bad = 0

    def guarded(name: str, *arguments: object) -> None:
        nonlocal bad
        try:
            getattr(victim, name)(*arguments)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            bad += 1
            print(f"BAD: seed {seed}, {name} {arguments}: {error!r}", flush=True)

    for place in chance.sample(range(size), min(positions, size)):
        for bits in (1 << chance.randrange(8), chance.randrange(1, 256), 0xFF):
            guarded("flip", place, bits)
    for place in range(min(4096 * 3, size)):  # the pages with the schema, the header and the head: every byte
        guarded("flip", place, chance.randrange(1, 256))
    for length in range(0, size, 64):
        guarded("cut", length)
    for _, change in row_attacks(victim):
        guarded("with_rows", change)
    for _ in range(1000):
        guarded("overwrite", chance)
    for place in chance.sample(range(size), min(positions, size)):
        try:
            victim.results["open: " + while_open(victim, place, 1 << chance.randrange(8))] += 1
        except Exception as error:  # noqa: BLE001 - as above
            bad += 1
            print(f"BAD: seed {seed}, while open, {place}: {error!r}", flush=True)
    print(f"corrupt: {sum(victim.results.values())} runs, {dict(victim.results)}, {bad} bad, seed {seed}, {size} bytes")
    return bad


def main() -> int:
    """Run one of them."""
    what, *rest = sys.argv[1:]
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if what == "kill":
            bad = kill(folder, int(rest[0]) if rest else 1000)
        elif what == "strike":
            bad = strike(folder, tuple(rest) or TASKS)
        elif what == "corrupt":
            bad = corrupt(folder, int(rest[0]) if rest else 1000)
        else:
            bad = share(folder, int(rest[0]) if rest else 8, int(rest[1]) if len(rest) > 1 else 100)
        print(f"{time.monotonic() - begun:.0f} s, {bad} bad")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
