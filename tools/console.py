"""Runs the ``console`` blocks of the documentation, so that what they show is what happens.

    .venv-dev/bin/python tools/console.py              tell which blocks show something else
    .venv-dev/bin/python tools/console.py --write      put what happens now into the pages

A block marked ``console`` holds lines that begin with ``$ `` and, below each, what it prints. A line ``…`` stands
for any lines left out. A block marked ``yaml NAME`` is written to the file NAME first. The blocks of a page run in
order, in one empty folder. Blocks marked ``sh`` are only read.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
LEFT_OUT = "…"
_BLOCK = re.compile(r"^```(?P<kind>console|yaml) ?(?P<name>[a-z0-9.-]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_SECONDS = 120


@dataclass(frozen=True)
class Shown:
    """A command of a page, what the page shows, and what it prints now."""

    command: str
    shown: tuple[str, ...]
    printed: tuple[str, ...]
    code: int

    @property
    def right(self) -> bool:
        return self.code == 0 and matches(self.shown, self.printed)


def with_console_blocks() -> list[Path]:
    """The pages that hold such blocks."""
    every = [TOP / "README.md", *sorted((TOP / "docs").rglob("*.md"))]
    return [page for page in every if "\n```console\n" in page.read_text(encoding="utf-8")]


def run_page(text: str) -> Iterator[Shown]:
    """Run every command of a page, in an empty folder that is removed afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        surroundings = _surroundings(folder)
        (folder / "work").mkdir()
        for block in _BLOCK.finditer(text):
            if block["kind"] == "yaml":
                if block["name"]:
                    (folder / "work" / block["name"]).write_text(block["text"], encoding="utf-8")
                continue
            for command, shown in commands(block["text"]):
                yield _run(command, shown, folder / "work", surroundings)


def commands(block: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The commands of a block, each with the lines below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, rest = part.partition("\n")
        yield command, _trim(rest)


def _run(command: str, shown: tuple[str, ...], folder: Path, surroundings: dict[str, str]) -> Shown:
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_SECONDS,
        check=False,
    )
    return Shown(command, shown, _trim(done.stdout.decode("utf-8", "replace")), done.returncode)


def _surroundings(folder: Path) -> dict[str, str]:
    """The environment of a person who has nothing set, with ``recourse`` on the path."""
    (folder / "bin").mkdir()
    (folder / "home").mkdir()
    start = folder / "bin" / "recourse"
    start.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m assistant "$@"\n', encoding="utf-8")
    start.chmod(0o755)
    return {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "PYTHONPATH": str(TOP),
        "HOME": str(folder / "home"),
        "LANG": "C.UTF-8",
    }


def _trim(text: str) -> tuple[str, ...]:
    lines = [line.rstrip() for line in text.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def matches(shown: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """Whether ``printed`` is what is shown, where ``…`` stands for any lines."""
    pattern = "".join(r"(?:.*\n)*" if line.strip() == LEFT_OUT else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def rewritten(text: str) -> str:
    """The page with what happens now."""
    done = run_page(text)

    def block(found: re.Match[str]) -> str:
        if found["kind"] == "yaml":
            return found[0]
        lines: list[str] = []
        for _ in commands(found["text"]):
            one = next(done)
            if one.code:
                raise SystemExit(f"$ {one.command}\n" + "\n".join(one.printed))
            lines += [f"$ {one.command}", *(one.shown if one.right else _shorten(one)), ""]
        return "\n".join(["```console", *lines[:-1], "```"])

    return _BLOCK.sub(block, text)


def _shorten(one: Shown) -> tuple[str, ...]:
    """What is printed, left out where the page left out: as many first and last lines as it showed."""
    gaps = [i for i, line in enumerate(one.shown) if line.strip() == LEFT_OUT]
    if not gaps:
        return one.printed
    first, last = gaps[0], len(one.shown) - 1 - gaps[-1]
    if first + last >= len(one.printed):
        return one.printed
    return (*one.printed[:first], LEFT_OUT, *(one.printed[-last:] if last else ()))


def main(arguments: list[str]) -> int:
    wrong = 0
    for page in with_console_blocks():
        text = page.read_text(encoding="utf-8")
        if "--write" in arguments:
            page.write_text(rewritten(text), encoding="utf-8")
            continue
        for one in run_page(text):
            if not one.right:
                wrong += 1
                print(f"{page.relative_to(TOP)}: $ {one.command} (ends with {one.code})", *one.printed, sep="\n  ")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
