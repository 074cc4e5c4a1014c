"""The full screen, driven by keys without a terminal: one local pair of sockets for its event loop, and no file unasked (T1, T12)."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.e2e.watch import Computer, Done, holds

CANARY = "Kauz" + "4711"
ALSO = "Pirol" + "weg"

KEYS = (
    "tab",
    "enter",
    "down",
    "1",
    "2",
    "3",
    "4",
    "5",
    "shift+tab",
    "escape",
    "f1",
    "f2",
    "f3",
    "f4",
    "f8",
    "f9",
    "pagedown",
    "s",
    "space",
    "ctrl+p",
    f'"{CANARY}',
)
"""Ctrl+Q is tried elsewhere: here it would end the session."""
DIRECTED = {
    "find": ("1", '"schufa entry wrong', "enter", "enter", f'"{CANARY}', "tab", "enter", "enter", "down", "enter"),
    "interview": ("2", "2", "1", "1", "1", "enter", "1", "enter", "tab", "enter", "escape"),
    "letter": ("3", *(["tab"] * 25), "enter", f'"{CANARY}', "enter", f'"{ALSO}', "enter", "enter", "f8", "enter"),
    "pages": ("f1", "escape", "f2", "2", "f3", "escape", "f9", "ctrl+p", '"safety', "enter", "s", "escape", "f4"),
}


def at_random(seed: int) -> tuple[str, ...]:
    keys = random.Random(seed)  # noqa: S311 - no secret
    return tuple(keys.choice(KEYS) for _ in range(45))


def only_a_local_pair(done: Done) -> None:
    """What asyncio needs to wake itself: two ends of one pair, connected to each other and to nobody else."""
    sockets = done.named("socket.")
    assert [one[0] for one in sockets if one[0] != "socket.__new__"] == []
    assert len(sockets) <= 2
    assert all("AF_UNIX" in one[2] or one[2] == "1" for one in sockets), sockets
    rest = [one for one in done.events if not one[0].startswith(("socket.__new__", "open", "os.rename", "os.chmod"))]
    assert rest == []


@pytest.mark.parametrize(
    "keys", [*DIRECTED.values(), *map(at_random, range(2))], ids=[*DIRECTED, "random 0", "random 1"]
)
def test_a_session_touches_nothing(keys: tuple[str, ...], tmp_path: Path) -> None:
    computer = Computer(tmp_path / "computer", {"TEXTUAL_LOG": "keys.log", "TERM": "xterm-256color"})
    before = computer.files()
    done = computer.run("full-screen", *keys, notes=tmp_path / "notes")
    assert done.code == 0, done.err.decode()[-2000:]
    told = json.loads(done.out)
    assert told["code"] == 0
    only_a_local_pair(done)
    saved = [Path(one).name for one in told["saved"]]
    moves = done.named("os.rename")
    assert [Path(one[2]).name for one in moves] == saved
    assert done.written == [one[1] for one in moves]
    after = computer.files()
    new = {name for name in after if after[name] != before.get(name)}
    assert new == {f"cwd/{name}" for name in saved}
    assert not [name for name, data in before.items() if data and holds(data, [CANARY, ALSO])]
