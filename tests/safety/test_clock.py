"""Counted days do not depend on zone, midnight or daylight saving, and the day is read once (R7)."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.cli import main, setting
from assistant.guide import Adviser
from assistant.i18n import locales, translator
from assistant.knowledge import open_knowledge
from tests.conftest import TOP

ZONES = (
    "Etc/GMT+12", "Pacific/Midway", "America/St_Johns", "UTC", "Europe/Berlin", "Asia/Kathmandu", "Asia/Shanghai", "Asia/Urumqi",
    "Australia/Lord_Howe", "Pacific/Apia", "Etc/GMT-14", "CET-1CEST,M3.5.0,M10.5.0/3", "nonsense/zone",
)  # fmt: skip
DAYS = (
    "2025-12-31", "2026-01-01", "2026-02-14", "2026-03-28", "2026-03-29", "2026-03-30", "2026-05-01", "2026-09-26", "2026-10-24",
    "2026-10-25", "2026-10-26", "2026-11-01", "2026-11-22", "2024-02-29", "2038-01-19", "2038-01-20",
)  # fmt: skip
"""New years, days around each change of the clock, a leap day, and the end of 32 bits."""


def counts() -> str:
    """Every limit of every route from every day, as text."""
    knowledge = open_knowledge(TOP / "content", TOP / "templates")
    english = translator("en")
    found: list[str] = []
    for text in DAYS:
        day = date.fromisoformat(text)
        adviser = Adviser(knowledge, day, translator, tuple(locales()))
        for route in knowledge.routes:
            events = {knowledge.limits[name].starts: day for name in route.limits}
            for one in adviser.route(route.id, events, english, "de" if route.id.startswith("eu") else None).dates:
                if one.count is not None:
                    ends = (one.count.nominal, one.count.last_day, one.count.safe_day, one.count.late_from)
                    found.append(f"{text} {one.limit.id} {' '.join(map(str, ends))} {one.why}")
    return "\n".join(found)


def in_zone(zone: str) -> str:
    """The same in this process with the clock of another place."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        try:
            return counts()
        finally:
            patch.undo()
            time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system sets zones for a whole process only")
def test_counted_days_are_the_same_in_every_zone() -> None:
    here = counts()
    assert here.count("\n") > 1000
    for zone in ZONES:
        assert in_zone(zone) == here, zone


@pytest.mark.parametrize("zone", ["Etc/GMT+12", "Etc/GMT-14"])
def test_the_same_in_a_process_of_its_own(zone: str, tmp_path: Path) -> None:
    code = "import hashlib\nfrom tests.safety.test_clock import counts\nprint(hashlib.sha256(counts().encode()).hexdigest())"
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=TOP,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "TZ": zone, "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1",
             "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == hashlib.sha256(counts().encode()).hexdigest()


class Running(date):
    """A clock that is a day further each time somebody looks."""

    looks = 0

    @classmethod
    def today(cls) -> date:  # type: ignore[override]
        """The next day."""
        cls.looks += 1
        return date(2026, 11, 21) + timedelta(days=cls.looks)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Running]]:
    Running.looks = 0
    monkeypatch.setattr(setting, "date", Running)
    yield Running
    Running.looks = 0


FILL = str(TOP / "tests" / "data" / "paid-in-2016.yaml")


@pytest.mark.parametrize(
    "arguments",
    [
        ("find", "schufa"), ("plan", "de-credit-file-error"), ("show", "cn-spc-list-correction"), ("check",),
        ("due", "cn-spc-list-correction", "--event", "request_received=2026-11-06"), ("letter", "cn-ltr-spc-correction", "--fill", FILL),
        ("letter", "cn-ltr-spc-correction", "--fill", FILL, "--aid", "en"), ("locale", "status"), ("directory", "find", "schufa"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_the_day_is_read_once(
    arguments: tuple[str, ...], clock: type[Running], capsys: pytest.CaptureFixture[str]
) -> None:
    """Midnight may pass while a command runs: all of its answer is of one day."""
    main(["--locale", "en", *arguments])
    said = capsys.readouterr().out
    assert clock.looks <= 1
    assert "2026年11月23日" not in said
    assert "23 November 2026;" not in said
    if arguments[0] == "letter":
        assert "2026年11月22日" in said
    if arguments[0] in ("plan", "show"):
        assert "22 November 2026; checked" in said


def test_as_of_is_the_only_day_when_it_is_given(clock: type[Running], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--as-of", "2030-01-02", "letter", "cn-ltr-spc-correction", "--fill", FILL]) == 0
    assert clock.looks == 0
    said = capsys.readouterr().out
    assert "2030年1月2日" in said
    assert "2026年11月" not in said


def test_line_mode_reads_the_day_once(
    clock: type[Running], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    monkeypatch.setattr(sys, "stdin", io.StringIO("1\nschufa entry wrong\n3\n1\n1\n1\n"))
    assert main(["--plain", "--locale", "en"]) == 0
    assert clock.looks == 1
    assert capsys.readouterr().out


CLOCKS = {
    "today",
    "now",
    "utcnow",
    "fromtimestamp",
    "localtime",
    "gmtime",
    "ctime",
    "asctime",
    "time_ns",
    "getctime",
    "getmtime",
}
ALLOWED = {("cli/setting.py", "today")}
"""Where a clock may be read, and which."""


def test_nothing_else_looks_at_a_clock() -> None:
    """``monotonic`` and ``perf_counter`` measure how long something takes and are no clock."""
    found = set()
    for path in sorted((TOP / "assistant").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            asked = node.func if isinstance(node, ast.Call) else None
            if isinstance(asked, ast.Attribute) and (asked.attr in CLOCKS or ast.unparse(asked) == "time.time"):
                found.add((path.relative_to(TOP / "assistant").as_posix(), asked.attr))
            if isinstance(node, ast.ImportFrom) and node.module == "time":
                found |= {(path.name, one.name) for one in node.names if one.name in CLOCKS | {"time"}}
    assert found == ALLOWED


def test_the_contract_s_days_in_the_furthest_zones(tmp_path: Path) -> None:
    """On the command line, in processes of their own: the same JSON."""
    told = set()
    for zone in ("Etc/GMT+12", "Etc/GMT-14"):
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "due", "cn-spc-list-correction", "--event", "request_received=2026-11-06", "--json"],
            check=True, capture_output=True, cwd=TOP,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "TZ": zone, "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        told.add(done.stdout)
        assert {row["last_day"] for row in json.loads(done.stdout)} == {"2026-11-23", None}
    assert len(told) == 1
