"""What the core and each command load. A module that is not there cannot talk to anybody (T12)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import TOP

CORE = (
    "model",
    "text",
    "paths",
    "lexicon",
    "i18n",
    "deadlines",
    "directory",
    "knowledge",
    "letters",
    "formats",
    "guide",
    "translating",
    "checks",
    "plain",
)
NETWORK = (
    "socket", "ssl", "asyncio", "http", "http.client", "http.server", "urllib.request", "urllib.error", "ftplib", "smtplib",
    "imaplib", "poplib", "socketserver", "xmlrpc", "webbrowser", "requests", "httpx", "urllib3", "aiohttp", "websockets",
)  # fmt: skip
SCREEN = ("textual", "rich")
STARTS_OTHERS = ("subprocess", "multiprocessing", "concurrent.futures", "ctypes")

FOR_RECORDS = {"socket"}
"""``pydantic`` looks for plug-ins (and is told to load none), for that ``importlib.metadata``, for that ``email``, which
imports ``socket`` for the name of the computer. Nothing calls it: ``test_nothing_leaves`` sees no event of a socket."""
FOR_ID_NUMBERS = {"socket", "ssl"}
"""``stdnum``, which checks the digit of a Chinese identity number, can ask tax registers and imports ``ssl`` for that."""
FOR_CATALOGUES = {"translating": {"socket"}, "checks": {"socket"}}
"""``babel`` reads the head of a catalogue with ``email``, as above."""

COMMANDS: dict[tuple[str, ...], set[str]] = {
    ("--version",): set(),
    ("--help",): set(),
    ("due", "cn-spc-list-correction", "--event", "request_received=2026-11-06"): FOR_RECORDS,
    ("find", "schufa"): FOR_RECORDS,
    ("plan", "de-credit-file-error"): FOR_RECORDS,
    ("show", "cn-spc"): FOR_RECORDS,
    ("uses", "eu-gdpr"): FOR_RECORDS,
    ("locale", "status"): FOR_RECORDS,
    ("directory", "find", "schufa"): FOR_RECORDS,
    ("letter", "eu-l-access", "--blank"): FOR_RECORDS,
    ("--locale", "de", "due", "cn-spc-list-correction"): FOR_RECORDS,
    **{("letter", "cn-ltr-spc-correction", "--fill", str(TOP / "tests" / "data" / "paid-in-2016.yaml"), "--format", name): FOR_ID_NUMBERS
       for name in ("text", "markdown", "html", "docx", "pdf", "eml")},
}  # fmt: skip


def loaded(code: str, folder: Path) -> set[str]:
    """The names of all modules after ``code`` ran in a process of its own."""
    told = folder / "modules.json"
    after = f"\nimport json, pathlib, sys\npathlib.Path({str(told)!r}).write_text(json.dumps(sorted(sys.modules)))\n"
    env = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "PYTHONWARNINGS": "error", "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": os.pathsep.join([str(TOP), *(one for one in sys.path if one)]),
    }  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code + after], check=False, capture_output=True, cwd=folder, env=env)
    assert told.is_file(), done.stderr.decode()
    return set(json.loads(told.read_text(encoding="utf-8")))


@pytest.mark.parametrize("room", CORE)
def test_a_room_of_the_core_loads_neither_network_nor_screen(room: str, tmp_path: Path) -> None:
    """Every module of the room, also those that are loaded late."""
    code = f"""
import importlib, pkgutil
room = importlib.import_module("assistant.{room}")
for one in pkgutil.walk_packages(getattr(room, "__path__", []), "assistant.{room}."):
    importlib.import_module(one.name)
"""
    found = loaded(code, tmp_path)
    assert found & {*NETWORK, *SCREEN, *STARTS_OTHERS} <= FOR_CATALOGUES.get(room, set())
    assert not [name for name in found if name.startswith("assistant.") and name.split(".")[1] in ("cli", "tui")]


@pytest.mark.parametrize("arguments", COMMANDS, ids=[" ".join(one)[:50].replace(str(TOP), "") for one in COMMANDS])
def test_a_command_loads_no_screen_and_no_network(arguments: tuple[str, ...], tmp_path: Path) -> None:
    code = f"""
import sys
sys.argv = ["recourse", *{list(arguments)!r}]
from assistant.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
"""
    found = loaded(code, tmp_path)
    assert found & set(NETWORK) <= COMMANDS[arguments]
    assert found & {*SCREEN, *STARTS_OTHERS} == set()
    assert not [name for name in found if name.startswith(("assistant.tui", "assistant.plain"))]


def test_line_mode_loads_no_screen(tmp_path: Path) -> None:
    code = """
import io, sys
sys.argv = ["recourse", "--plain", "--locale", "en"]
sys.stdin = io.StringIO("1\\nschufa\\n1\\n1\\n")
from assistant.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
"""
    found = loaded(code, tmp_path)
    assert found & {*SCREEN, *STARTS_OTHERS} == set()
    assert found & set(NETWORK) <= FOR_RECORDS


def test_no_plug_in_of_another_program_sees_a_letter(tmp_path: Path) -> None:
    """A plug-in for the library that reads our records, installed by somebody else, is not loaded."""
    (tmp_path / "spy.py").write_text(
        "class plugin:\n    new_schema_validator = staticmethod(lambda *a, **k: (None, None, None))\n", encoding="utf-8"
    )
    info = tmp_path / "spy-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: spy\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[pydantic]\nspy = spy:plugin\n", encoding="utf-8")
    code = "import sys\nsys.path.insert(0, '.')\n{}\nfrom assistant.knowledge import open_knowledge\nopen_knowledge().sources['eu-gdpr']"
    assert "spy" in loaded(code.format("import os, assistant\ndel os.environ['PYDANTIC_DISABLE_PLUGINS']"), tmp_path)
    assert "spy" not in loaded(code.format(""), tmp_path)
