"""Measures speed, as ratios to what could at best be had on the same machine, and prints a table.

    python bench/run.py            with the checkout
    python bench/run.py --wheel    with an installed wheel (run it outside the checkout)

Process times are the best of several runs, so that other work on the machine disturbs least. Nothing here fails a
test: machines differ. The figures of the last release stand in bench/README.md.
"""

from __future__ import annotations

import os
import pty
import select
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

RUNS = 7
TOP = Path(__file__).resolve().parent.parent
FILL = TOP / "tests" / "data" / "paid-in-2016.yaml"
HELLO = "from textual.app import App\nfrom textual.widgets import Label\nclass A(App):\n    def compose(self):\n        yield Label('hello')\nA().run()"


def main() -> None:
    """Print every figure with its aim."""
    floor = process(["-c", "import pydantic, jinja2"])
    print(f"{'python -c import pydantic, jinja2':52} {floor * 1000:8.0f} ms")
    for name, arguments in ONE_SHOT.items():
        row(name, process(["-m", "assistant", *arguments]), floor, 2.0)
    hello = first_frame(["-c", HELLO])
    print(f"{'Textual hello world, first frame':52} {hello * 1000:8.0f} ms")
    row("recourse, first frame", first_frame(["-m", "assistant"]), hello, 1.6)
    for name, seconds, aim in inside():
        print(f"{name:52} {seconds * 1000:8.2f} ms   aim {aim:g} ms   {'ok' if seconds * 1000 <= aim else 'OVER'}")


ONE_SHOT: dict[str, Sequence[str]] = {
    "recourse --version": ["--version"],
    "recourse due ... --json": ["due", "cn-spc-list-correction", "--event", "request_received=2026-11-06", "--json"],
    "recourse show ROUTE --json": ["show", "cn-spc-list-correction", "--json"],
    "recourse find ... --json": [
        "find",
        "I",
        "paid",
        "but",
        "I",
        "am",
        "still",
        "on",
        "the",
        "court",
        "list",
        "--json",
    ],
    "recourse letter ... (text)": ["letter", "cn-ltr-spc-correction", "--fill", str(FILL)],
}


def row(name: str, seconds: float, floor: float, aim: float) -> None:
    ratio = seconds / floor
    print(f"{name:52} {seconds * 1000:8.0f} ms   {ratio:5.2f} x   aim {aim:g} x   {'ok' if ratio <= aim else 'OVER'}")


def process(arguments: Sequence[str]) -> float:
    """Seconds of a whole process, best of several."""
    return min(
        clock(lambda: subprocess.run([sys.executable, *arguments], check=False, capture_output=True))
        for _ in range(RUNS)
    )


def clock(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def first_frame(arguments: Sequence[str]) -> float:
    """Seconds from the start of a process to the first picture in its terminal, best of several."""
    return min(_frame(arguments) for _ in range(RUNS))


def _frame(arguments: Sequence[str]) -> float:
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update({"TERM": "xterm-256color", "LANG": "C.UTF-8", "COLUMNS": "80", "LINES": "24"})
        os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606 - the program under measure
    seen = b""
    try:
        while time.perf_counter() - start < 20:
            if select.select([terminal], [], [], 0.5)[0]:
                seen += os.read(terminal, 65536)
                _, entered, drawn = seen.partition(b"\x1b[?1049h")
                # Modes and questions to the terminal are short; a picture of 24 lines is not.
                if entered and len(drawn) > 900:
                    return time.perf_counter() - start
        return float("inf")
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
        os.close(terminal)


def inside() -> list[tuple[str, float, float]]:
    """What happens inside a running program."""
    from datetime import date

    from assistant import paths
    from assistant.formats import format_named
    from assistant.guide import Adviser, Desk
    from assistant.i18n import locales, translator
    from assistant.knowledge import open_knowledge
    from assistant.letters import Templates, read_fill

    def load() -> None:
        knowledge = open_knowledge()
        for room in knowledge.rooms.values():
            for record_id in room.ids():
                room[record_id]

    load()
    figures = [("all content loaded and checked for use, warm", min(clock(load) for _ in range(3)), 100.0)]
    knowledge, english = open_knowledge(), translator("en")
    adviser = Adviser(knowledge, date(2026, 11, 22), translator, tuple(locales()))
    story = "I paid but I am still on the court list"
    adviser.find(story, english)
    keys = [clock(lambda typed=story[:end]: adviser.find(typed, english)) for end in range(1, len(story) + 1)]  # type: ignore[misc]
    figures += [
        ("a keystroke in search, median", statistics.median(keys), 16.0),
        ("a keystroke in search, longest", max(keys), 16.0),
    ]
    desk = Desk(knowledge, Templates(paths.room("templates") / "letters"), date(2026, 11, 22))
    letter = knowledge.letters["cn-ltr-spc-correction"]
    answers = read_fill(FILL.read_text(encoding="utf-8"), "fill.yaml", letter).answers

    def write(name: str) -> Callable[[], object]:
        chosen = format_named(name)
        return lambda: chosen.write(desk.letter(desk.draft(letter.id, answers, english), "zh_Hans"))

    for name, aim in (("text", 2.0), ("docx", 10.0), ("pdf", 60.0)):
        make = write(name)
        make()
        figures.append((f"a letter as {name}, warm", statistics.median(clock(make) for _ in range(9)), aim))
    return figures


if __name__ == "__main__":
    main()
