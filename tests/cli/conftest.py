"""Runs commands in this process, or in one of their own where streams and surroundings matter."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main

TOP = Path(__file__).resolve().parents[2]
PAID = TOP / "tests" / "data" / "paid-in-2016.yaml"


@dataclass(frozen=True)
class Answer:
    """What a command gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def recourse(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The program as of a fixed day, in English unless told."""

    def run(*arguments: str, typed: str = "", as_of: str = "2026-11-22", locale: str = "en") -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        capsys.readouterr()
        code = main(["--as-of", as_of, "--locale", locale, *arguments])
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return run


def process(
    *arguments: str,
    typed: bytes = b"",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    python: tuple[str, ...] = (),
) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, with nothing in its surroundings but ``env``."""
    surroundings = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(TOP), "HOME": os.environ["HOME"]}
    return subprocess.run(
        [sys.executable, *python, "-m", "assistant", *arguments],
        input=typed,
        capture_output=True,
        env={**surroundings, "LANG": "C.UTF-8", **(env or {})},
        cwd=cwd or TOP,
        check=False,
        timeout=120,
    )


PASSPHRASE = "untold-words of the book"  # noqa: S105 - of a test


@pytest.fixture
def cheap_books(monkeypatch: pytest.MonkeyPatch) -> None:
    """Books whose passphrase takes no time to try: what is tested here is not how hard it is to guess."""
    from assistant.casebook import handing, opening
    from assistant.casebook.kdf import Cost

    cheap = {"_cost": Cost(memory=64, passes=1, lanes=1)}
    monkeypatch.setattr(opening.create, "__kwdefaults__", cheap)
    monkeypatch.setattr(handing.hand_over, "__kwdefaults__", cheap)


@pytest.fixture
def case(recourse: Run, cheap_books: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``recourse case`` with a book that was made for the test, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pass").write_text(f"{PASSPHRASE}\n", encoding="utf-8")

    def run(*arguments: str, **more: str) -> Answer:
        opens = () if arguments[0] in ("erase", "backup") else ("--passphrase-file", "pass")
        return recourse("--home", str(tmp_path / "home"), "case", *arguments, *opens, **more)

    assert run("start").code == 0
    return run
