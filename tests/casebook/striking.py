"""Makes each storage call of a change fail, or be the last one of the process (F11, R2, R17)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.casebook import BookError, Secret, open_book, peek
from assistant.casebook import layout as book_layout
from tests.casebook.helpers import SECRET, contents, sample
from tests.casebook.struck import PART
from tests.conftest import TOP

CALLS = (
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "unlink",
    "openat",
    "link",
    "rename",
    "linkat",
    "mkdir",
)
FAULTS = ("signal=KILL", "error=ENOSPC", "error=EIO", "error=EDQUOT", "error=EROFS")


@dataclass(frozen=True)
class Blow:
    task: str
    call: str
    fault: str
    when: int


@dataclass
class Seen:
    """What came of one run."""

    said: list[str]
    hit: bool
    state: str
    """"before", "after", or what is wrong."""


class Range:
    """A folder with a book as it was before, and what it holds before and after each task."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.source = folder / "source"
        self.source.mkdir()
        sample(self.source / "a.book")
        self._after: dict[str, object] = {}
        self.before = self._state(self.source)

    def after(self, task: str) -> object:
        """The state that the task leads to when nothing fails."""
        if task not in self._after:
            place = self._place()
            subprocess.run(_command(place, task), check=True, capture_output=True, cwd=TOP, env=_environment())
            self._after[task] = self._state(place)
        return self._after[task]

    def count(self, task: str) -> dict[str, int]:
        """How many calls of each kind the task makes on the book and the files beside it."""
        place = self._place()
        log = self.folder / "count.log"
        subprocess.run(
            [*_strace(log, place, CALLS), *_command(place, task)],
            check=True,
            capture_output=True,
            cwd=TOP,
            env=_environment(),
        )
        text = log.read_text(errors="replace")
        return {call: len(re.findall(rf"^\d+ +{call}\(", text, re.MULTILINE)) for call in CALLS}

    def strike(self, blow: Blow) -> Seen:
        """One run."""
        after = self.after(blow.task)
        place = self._place()
        log = self.folder / "strike.log"
        inject = f"inject={blow.call}:{blow.fault}:when={blow.when}"
        done = subprocess.run(
            [*_strace(log, place, [blow.call]), "-e", inject, *_command(place, blow.task)],
            check=False,
            capture_output=True,
            cwd=TOP,
            env=_environment(),
            timeout=60,
        )
        text = log.read_text(errors="replace")
        hit = "(INJECTED)" in text or "killed by SIGKILL" in text
        said = done.stdout.decode().splitlines()
        if b"Traceback" in done.stderr:
            return Seen(said, hit, "a trace: " + done.stderr.decode()[-600:])
        found = self._state(place)
        if found == after:
            return Seen(said, hit, "after")
        # A task that was broken off may have left the new file unnamed, or have made its backup only.
        return Seen(said, hit, "before" if self._is_before(blow.task, found, after) else f"neither: {str(found)[:300]}")

    def _is_before(self, task: str, found: object, after: object) -> bool:
        assert isinstance(found, dict)
        assert isinstance(after, dict)
        assert isinstance(self.before, dict)
        if task == "erase":  # the key may be gone, and the file still there
            return found["book"] in (self.before["book"], "WrongSecret")
        if task == "migrate":
            return found["book"] == self.before["book"] and found["aside"] in (self.before["aside"], after["aside"])
        return found == self.before

    def _place(self) -> Path:
        place = self.folder / "place"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.source, place, ignore=shutil.ignore_patterns("*-journal"))
        return place

    def _state(self, place: Path) -> object:
        aside = {
            path.name: _answer(path)
            for path in sorted(place.iterdir())
            if path.name != "a.book" and not path.name.startswith(".") and not path.name.endswith("-journal")
        }
        return {"book": _answer(place / "a.book"), "aside": aside, "format": peek(place / "a.book")}


def _answer(path: Path) -> object:
    """What the book holds, and which passphrase opens it; or our error. Names of records differ from run to run."""
    format_before = book_layout.FORMAT
    if peek(path) == "newer":
        book_layout.FORMAT = 2
        book_layout.TABLES["more"] = "CREATE TABLE more(id)"
    try:
        answers: list[object] = []
        last = "nothing opens it"
        for secret in (SECRET, Secret("new")):
            try:
                book = open_book(path, secret, older_copy=True)
            except BookError as error:
                last = type(error).__name__
                continue
            book.verify()
            answers.append((secret.passphrase, sorted(contents(book).values())))
            book.close()
        return answers or last
    finally:
        book_layout.FORMAT = format_before
        book_layout.TABLES.pop("more", None)


def blows(counts: dict[str, int], task: str, faults: tuple[str, ...] = FAULTS) -> Iterator[Blow]:
    """Every call of every kind, each with every fault."""
    for call, number in counts.items():
        for when in range(1, number + 1):
            for fault in faults:
                yield Blow(task, call, fault, when)


def wrong(blow: Blow, seen: Seen) -> str | None:
    """What is wrong with a run, if anything."""
    if seen.state not in {"before", "after"}:
        return seen.state
    if "saved" in seen.said and seen.state != "after":
        return "said saved, and is not"
    if "differs" in seen.said:
        return "after the error the open book told something else than the disk"
    if not seen.said and "KILL" not in blow.fault:
        return "said nothing"
    return None


def _strace(log: Path, place: Path, calls: tuple[str, ...] | list[str]) -> list[str]:
    watched = [place, *(place / name for name in ("a.book", "a.book-journal", "new", "new-journal"))]
    watched += [place / f".{PART}.part", place / f".{PART}.part-journal", place / "a.book.format-1-backup"]
    paths = [piece for path in watched for piece in ("-P", str(path))]
    return ["strace", "-f", "-qq", "-o", str(log), *paths, "-e", f"trace={','.join(calls)}"]


def _command(place: Path, task: str) -> list[str]:
    return [sys.executable, "-m", "tests.casebook.struck", str(place / "a.book"), task]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(TOP), "PYTHONDONTWRITEBYTECODE": "1"}
