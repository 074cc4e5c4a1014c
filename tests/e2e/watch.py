"""Another computer's user: an empty home, and notes of everything a command did there."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tests.conftest import TOP

HERE = Path(__file__).parent
ROOMS = ("home", "config", "data", "cache", "state", "runtime", "tmp", "cwd")


@dataclass(frozen=True)
class Done:
    """What came of a run."""

    code: int
    out: bytes
    err: bytes
    events: tuple[tuple[str, ...], ...]
    """Name and arguments of each event, in order."""

    def named(self, *names: str) -> list[tuple[str, ...]]:
        """The events whose name begins with one of ``names``."""
        return [one for one in self.events if one[0].startswith(names)]

    @property
    def written(self) -> list[str]:
        """Paths opened for writing."""
        return [one[1] for one in self.named("open")]


@dataclass(frozen=True)
class Computer:
    """Folders that stand for somebody's computer, all under ``root``."""

    root: Path
    more: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for room in ROOMS:
            (self.root / room).mkdir(parents=True, mode=0o700)
        (self.root / "home" / "diary.txt").write_text("mine\n", encoding="utf-8")

    @property
    def env(self) -> dict[str, str]:
        """The surroundings of a process on this computer."""
        room = {name: str(self.root / name) for name in ROOMS}
        return {
            "PATH": os.environ["PATH"], "HOME": room["home"], "USERPROFILE": room["home"], "XDG_CONFIG_HOME": room["config"],
            "XDG_DATA_HOME": room["data"], "XDG_CACHE_HOME": room["cache"], "XDG_STATE_HOME": room["state"],
            "XDG_RUNTIME_DIR": room["runtime"], "TMPDIR": room["tmp"], "TEMP": room["tmp"], "LANG": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join([str(TOP), *(one for one in sys.path if one)]), "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8", **self.more,
        }  # fmt: skip

    def run(self, *arguments: str, given: bytes = b"", notes: Path) -> Done:
        """``recourse`` with these arguments, watched; ``notes`` lies outside the computer."""
        done = subprocess.run(
            [sys.executable, str(HERE / "watched.py"), str(notes), *arguments], input=given, capture_output=True,
            check=False, cwd=self.root / "cwd", env=self.env, timeout=120,
        )  # fmt: skip
        return Done(done.returncode, done.stdout, done.stderr, tuple(_read(notes)))

    def converse(self, *arguments: str, notes: Path, answer: Callable[[str], str], most: int = 120) -> Done:
        """The same for line mode, where ``answer`` gets what was said since the last answer and gives the next line."""
        said: list[bytes] = []
        with subprocess.Popen(
            [sys.executable, str(HERE / "watched.py"), str(notes), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, cwd=self.root / "cwd", env=self.env,
        ) as child:  # fmt: skip
            assert child.stdin is not None
            assert child.stdout is not None
            assert child.stderr is not None
            for _ in range(most):
                heard = _until_prompt(child.stdout)
                said.append(heard)
                if not heard.endswith(b"> "):
                    break
                child.stdin.write(f"{answer(heard.decode())}\n".encode())
                child.stdin.flush()
            rest, errors = child.communicate(timeout=60)
        return Done(child.returncode, b"".join([*said, rest]), errors, tuple(_read(notes)))

    def files(self) -> dict[str, bytes | None]:
        """Every file with its bytes, every folder with ``None``."""
        return {
            str(path.relative_to(self.root)): path.read_bytes() if path.is_file() else None
            for path in sorted(self.root.rglob("*"))
        }


def _until_prompt(stream: IO[bytes]) -> bytes:
    """What is said up to the next prompt, or to the end."""
    heard = b""
    while not heard.endswith(b"\n> ") and (part := os.read(stream.fileno(), 65536)):
        heard += part
    return heard


def _read(notes: Path) -> Iterator[tuple[str, ...]]:
    for line in notes.read_text(encoding="utf-8").splitlines():
        yield tuple(json.loads(line))


def disguises(canary: str) -> list[bytes]:
    """A text as it could stand in a file: plain, wide, in base64 at each of its three places, in hexadecimal."""
    plain = canary.encode()
    in_base64 = [base64.b64encode(b"x" * shift + plain)[4 if shift else 0 : -4] for shift in range(3)]
    return [plain, canary.encode("utf-16-le"), canary.encode("utf-16-be"), plain.hex().encode(), *in_base64]


def holds(data: bytes, canaries: Sequence[str]) -> list[str]:
    """The canaries that ``data`` holds in any disguise."""
    return [one for one in canaries if any(form in data for form in disguises(one))]
