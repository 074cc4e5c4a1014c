"""Which front opens."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.cli import Setting
from assistant.cli.opening import open_program, wants_lines
from assistant.guide import Adviser
from assistant.i18n import Translator
from assistant.text import TURNINGS

from .conftest import process


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("plain", "term", "reads", "writes", "lines"),
    [
        (False, "xterm-256color", True, True, False),
        (True, "xterm-256color", True, True, True),
        (False, "dumb", True, True, True),
        (False, "", True, True, True),
        (False, "xterm", False, True, True),
        (False, "xterm", True, False, True),
    ],
)
def test_the_front_that_fits(
    monkeypatch: pytest.MonkeyPatch, plain: bool, term: str, reads: bool, writes: bool, lines: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "stdin", Terminal() if reads else io.StringIO())
    monkeypatch.setattr(sys, "stdout", Terminal() if writes else io.StringIO())
    assert wants_lines(Setting(plain=plain)) is lines


def test_the_full_screen_gets_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    from assistant import tui
    from assistant.tui import leaving

    seen: list[object] = []
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(leaving, "guard", lambda: seen.append("guard"))

    def run(adviser: Callable[[], Adviser], tr: Translator, chosen: bool, *, home: Path, turning: str) -> int:
        assert turning in TURNINGS
        assert not home.exists()
        seen.extend([adviser().on, tr.locale, chosen])
        return 0

    monkeypatch.setattr(tui, "run", run)
    assert open_program(Setting(locale="de", as_of="2026-11-22", home=Path("no-home-here"))) == 0
    assert [str(one) for one in seen] == ["guard", "2026-11-22", "de", "True"]


def test_line_mode_through_a_pipe_needs_no_option() -> None:
    found = process("--locale", "en", typed=b"leave\n")
    assert found.returncode == 0
    assert b"How do you want to begin?" in found.stdout
    assert os.linesep.encode() in found.stdout


def test_a_wrong_day_is_told_before_anything_opens() -> None:
    found = process("--as-of", "yesterday", typed=b"leave\n")
    assert found.returncode == 2
    assert b"--as-of" in found.stderr
