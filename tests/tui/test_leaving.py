"""Leaving at once: by key from everywhere, by signal, and when killed."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.tui import waiting
from assistant.tui.places import Find, Write

from .conftest import LETTER, ROUTE, Maker, every_place, settle

TOP = Path(__file__).resolve().parents[2]


async def test_one_key_leaves_from_everywhere(make_app: Maker) -> None:
    """On every page, in fields, and over the list of actions."""
    left: list[str] = []
    app = make_app(left=left)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for number, place in enumerate(every_place(app), 1):
            app.show_place(place)
            await settle(pilot)
            await pilot.press("ctrl+q")
            assert len(left) == number, place
        app.show_place(Find())
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        before = len(left)
        await pilot.press("ctrl+q")
        assert len(left) == before + 1


async def test_escape_three_times_leaves(make_app: Maker) -> None:
    """Twice says what a third does; slowly pressed it only goes back."""
    left: list[str] = []
    app = make_app(left=left)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.show_place(Write(LETTER, ROUTE))
        await settle(pilot)
        await pilot.press("escape", "escape")
        assert not left
        await pilot.press("escape")
        assert left == ["left"]


async def test_escape_goes_back_when_pressed_slowly(make_app: Maker) -> None:
    left: list[str] = []
    app = make_app(left=left)
    clock = [0.0]
    app.clock = lambda: clock[0]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for _ in range(4):
            clock[0] += 3.0
            await pilot.press("escape")
        assert not left


def test_line_settings_survive_the_command_line() -> None:
    """What is handed to the waiting process comes back unchanged."""
    lines = [25862, 5, 191, 35387, 15, 15, [b"\x03", b"\x1c", 1, 0, b"\x00"]]
    assert waiting.unpacked(waiting.packed(lines)) == lines
    assert waiting.unpacked(waiting.packed(None)) is None


def test_the_order_of_the_wipe() -> None:
    """Home and clear, leave the other screen, home and clear, then the scrollback."""
    assert waiting.WIPE.endswith(b"\x1b[H\x1b[2J\x1b[?1049l\x1b[H\x1b[2J\x1b[3J")


PROGRAM = """
import sys
from assistant.tui import leaving, run
leaving.guard()
def opening():
    from datetime import date
    from assistant.guide import Adviser
    from assistant.i18n import translator
    from assistant.knowledge import open_knowledge
    return Adviser(open_knowledge(), date(2026, 11, 22), translator, ("en",))
from assistant.i18n import translator
sys.exit(run(opening, translator("en")))
"""


def read_until(terminal: int, wanted: bytes, seconds: float = 20.0) -> bytes:
    """What the terminal was sent, until ``wanted`` or the end."""
    found, end = b"", time.monotonic() + seconds
    while wanted not in found and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            found += part
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system with fork")
@pytest.mark.parametrize("way", ["key", "TERM", "HUP", "INT", "QUIT", "KILL"])
def test_nothing_is_left_on_the_terminal(way: str, tmp_path: Path) -> None:
    """In a terminal of our own: whatever ends it, the last thing sent is the wipe, and the process is gone."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    before = termios.tcgetattr(theirs)
    surroundings = {
        **os.environ,
        "TERM": "xterm-256color",
        "PYTHONPATH": str(TOP),
        "TEXTUAL_LOG": str(tmp_path / "log"),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=surroundings,
        start_new_session=True,
    )
    try:
        assert b"Language" in read_until(ours, b"Language")
        child = int(Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()[0])
        if way == "key":
            os.write(ours, b"\x11")
        else:
            os.kill(child, getattr(signal, f"SIG{way}"))
        sent = read_until(ours, b"\x1b[3J")
        assert sent.endswith(waiting.WIPE) or waiting.WIPE in sent
        assert process.wait(10) == (137 if way == "KILL" else 0)
        assert termios.tcgetattr(theirs) == before
        rest = sent.rpartition(b"\x1b[3J")[2]
        assert b"Recourse" not in rest
        assert not (tmp_path / "log").exists()
    finally:
        if process.poll() is None:
            process.kill()
        os.close(ours)
        os.close(theirs)
