"""Hostile surroundings: the same answer or a clear message, never a trace (R5, R14, T15)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import PAID, TOP, process

DUE = ("--as-of", "2026-11-22", "due", "cn-spc-list-correction", "--event", "request_received=2026-11-02", "--json")
LETTER = ("--as-of", "2026-11-22", "letter", "cn-ltr-spc-correction", "--fill", str(PAID))


@pytest.fixture(scope="module")
def usual() -> bytes:
    os.environ.setdefault("HOME", "/")
    found = process(*DUE)
    assert found.returncode == 0
    return found.stdout


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C"},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX"},
        {"LANG": "xx_YY.UTF-8"},
        {"LANG": "../../etc"},
        {"LANGUAGE": "tlh"},
        {"TERM": ""},
        {"TERM": "dumb"},
        {"TERM": "no-such-terminal"},
        {"PYTHONOPTIMIZE": "2"},
        {"PYTHONWARNINGS": "error"},
        {"PYTHONUTF8": "0"},
        {"HOME": "/nonexistent"},
        {"HOME": ""},
        {"TMPDIR": "/nonexistent"},
        {"NO_COLOR": "1"},
        {"COLUMNS": "5"},
        {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "1"},
        {"TZ": "Pacific/Kiritimati"},
    ],
    ids=str,
)
def test_the_same_answer(usual: bytes, env: dict[str, str]) -> None:
    found = process(*DUE, env=env)
    assert (found.returncode, found.stdout) == (0, usual)
    assert b"Traceback" not in found.stderr


def test_letters_the_terminal_lacks_become_question_marks() -> None:
    found = process("show", "cn-spc-list-2017", env={"PYTHONIOENCODING": "latin-1"})
    assert found.returncode == 0
    assert b"?" in found.stdout
    assert b"Traceback" not in found.stderr


def test_a_letter_is_utf_8_whatever_the_terminal_is() -> None:
    found = process(*LETTER, env={"PYTHONIOENCODING": "ascii"})
    assert found.returncode == 0
    assert "纠正失信信息申请书" in found.stdout.decode("utf-8")


def test_the_current_folder_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = "import os, sys; os.chdir(sys.argv[1]); os.rmdir(sys.argv[1]); os.execv(sys.executable, sys.argv[2:])"
    found = subprocess.run(
        [sys.executable, "-c", code, str(gone), sys.executable, "-P", "-m", "assistant", *DUE],
        capture_output=True,
        env={"PYTHONPATH": str(TOP), "LANG": "C.UTF-8"},
        check=False,
    )
    assert found.returncode == 0, found.stderr
    assert b"2026-11-17" in found.stdout


@pytest.mark.parametrize("arguments", [DUE, LETTER, ("--version",), ("--help",), ("find", "score"), ()])
def test_nobody_reads_the_answer(arguments: tuple[str, ...]) -> None:
    """A broken pipe is no mistake of ours."""
    reads, writes = os.pipe()
    os.close(reads)
    child = subprocess.Popen(
        [sys.executable, "-m", "assistant", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=writes,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": str(TOP), "LANG": "C.UTF-8"},
    )
    os.close(writes)
    _, told = child.communicate(timeout=60)
    assert told == b""
    assert child.returncode == 0


@pytest.mark.parametrize("arguments", [DUE, LETTER, ("--version",), ("--help",), ()])
@pytest.mark.parametrize("closed", [">&-", "<&-", "<&- >&- 2>&-", "2>&-"])
def test_closed_streams(arguments: tuple[str, ...], closed: str) -> None:
    line = f'exec "$0" -m assistant "$@" {closed}'
    child = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={"PYTHONPATH": str(TOP), "LANG": "C.UTF-8"},
        check=False,
        timeout=60,
    )
    assert child.returncode in (0, 2)
    assert b"Traceback" not in child.stderr
    assert b"mistake of its own" not in child.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [DUE, LETTER, ("--help",)])
def test_a_full_device_is_said(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        child = subprocess.run(
            [sys.executable, "-m", "assistant", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            env={"PYTHONPATH": str(TOP), "LANG": "C.UTF-8"},
            check=False,
        )
    assert child.returncode == 2
    assert b"could not be printed" in child.stderr
    assert b"Traceback" not in child.stderr


@pytest.mark.parametrize("name", ["a b.txt", "信.txt", "new\nline.txt", "x" * 250 + ".txt", "-dash.txt"])
def test_names_of_files(tmp_path: Path, name: str) -> None:
    found = process(*LETTER, f"--output={tmp_path / name}")
    assert found.returncode == 0, found.stderr
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "no/folder.txt", "\x1b]0;t\x07.txt/a.txt"])
def test_names_that_cannot_be(tmp_path: Path, name: str) -> None:
    found = process(*LETTER, "--output", str(tmp_path / name))
    assert found.returncode == 2
    assert b"could not be saved" in found.stderr
    assert b"\x1b" not in found.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the administrator may write everywhere")
    tmp_path.chmod(0o500)
    assert process(*LETTER, "--output", str(tmp_path / "letter.pdf")).returncode == 2


def test_nothing_is_written_unasked(tmp_path: Path) -> None:
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    env = {"HOME": str(home), "TMPDIR": str(home), "XDG_CACHE_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    for arguments in (
        DUE,
        ("find", "score"),
        ("--home", str(home / "case"), "show", "eu-gdpr"),
        (*LETTER, "--format", "pdf"),
    ):
        assert process(*arguments, env=env, cwd=work).returncode == 0
    assert process("--plain", typed=b"1\nI paid\n1\n", env=env, cwd=work).returncode == 0
    assert list(home.rglob("*")) == []
    assert list(work.rglob("*")) == []


def test_the_last_resort_says_no_value() -> None:
    code = (
        "import sys; sys.argv = ['recourse', 'show', 'x']\n"
        "import assistant.cli\n"
        "def bad(*_): raise RuntimeError('SECRET')\n"
        "assistant.cli.build = bad\n"
        "from assistant.__main__ import main\n"
        "main()"
    )
    env = {"PYTHONPATH": str(TOP), "LANG": "C.UTF-8", "RECOURSE_DEBUG": "1"}
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=False)
    assert found.returncode == 2
    assert found.stdout == b""
    assert len(found.stderr.splitlines()) == 3
    assert b"RuntimeError" in found.stderr
    assert b"SECRET" not in found.stderr
    assert b"Traceback" not in found.stderr


@pytest.mark.parametrize(
    ("env", "locale"),
    [
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_Hans"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "tlh_XX.UTF-8"}, "en"),
    ],
    ids=str,
)
def test_the_language_of_the_surroundings(env: dict[str, str], locale: str) -> None:
    assert process("--help", env=env).stdout == process("--help", "--locale", locale).stdout


@pytest.mark.parametrize("place", ["find", "plan", "question", "route"])
def test_a_mistake_of_ours_in_line_mode_says_no_value(place: str) -> None:
    code = (
        "import sys; sys.argv = ['recourse', '--locale', 'en']\n"
        "from assistant.guide import Adviser\n"
        "def bad(*a, **k): raise ValueError('CANARY', a)\n"
        f"setattr(Adviser, {place!r}, bad)\n"
        "from assistant.__main__ import main\n"
        "main()"
    )
    lines = {
        "find": ["tell", "CANARY"],
        "plan": ["situations", "1", "plan"],
        "question": ["questions"],
        "route": ["situations", "1", "plan", "1"],
    }[place]
    env = {"PYTHONPATH": str(TOP), "LANG": "C.UTF-8"}
    found = subprocess.run(
        [sys.executable, "-c", code], input="\n".join(lines).encode() + b"\n", capture_output=True, env=env, check=False
    )
    assert found.returncode == 2
    assert len(found.stderr.splitlines()) == 3
    assert b"CANARY" not in found.stderr + found.stdout
    assert b"ValueError" in found.stderr
