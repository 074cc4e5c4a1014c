"""Somebody else's computer is as it was: two homes before and after, and no word of the session anywhere (T1)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import TOP
from tests.e2e.test_nothing_leaves import ALSO, CANARY, DAY, LETTERS, SUFFIXES, filled
from tests.e2e.watch import Computer, holds

LOOKED_AT = (".py", ".pyc", ".yaml", ".json", ".j2", ".po", ".mo", ".css", ".typ", ".log", ".tmp", ".txt", ".part", "")


def sessions(computer: Computer, notes: Path) -> list[str]:
    """What one person does in an evening. The files that they asked for."""
    made: list[str] = []
    computer.run(*DAY, "find", given=f"Eintrag falsch {CANARY}".encode(), notes=notes)
    computer.run(*DAY, "--plain", "--locale", "en", given=f"1\n{CANARY}\n2\n{ALSO}\n".encode(), notes=notes)
    computer.run(*DAY, "due", "eu-gdpr-access", "--event", f"{CANARY}=2026-11-06", notes=notes)
    for letter in LETTERS:
        for suffix in SUFFIXES:
            name = f"{letter}.{suffix}"
            done = computer.run(
                *DAY, "letter", letter, "--fill", "-", "--output", f"../out/{name}", given=filled(letter), notes=notes
            )
            assert done.code == 0, done.err.decode()
            made.append(name)
    return made


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> tuple[Computer, Computer, dict[str, bytes | None], list[str]]:
    """Two people, one who uses the program and one who does not."""
    top = tmp_path_factory.mktemp("evening")
    used, unused = Computer(top / "anna", {"USER": "anna"}), Computer(top / "berta", {"USER": "berta"})
    before = used.files()
    assert before == unused.files()
    (used.root / "out").mkdir()
    return used, unused, before, sessions(used, top / "notes")


def test_both_homes_are_as_they_were(evening: tuple[Computer, Computer, dict[str, bytes | None], list[str]]) -> None:
    used, unused, before, _ = evening
    after = {name: data for name, data in used.files().items() if name.partition("/")[0] != "out"}
    assert after == before == unused.files()


def test_the_chosen_files_hold_the_letter_and_the_owner_alone_reads_them(
    evening: tuple[Computer, Computer, dict[str, bytes | None], list[str]],
) -> None:
    used, _, _, made = evening
    out = used.root / "out"
    assert sorted(path.name for path in out.iterdir()) == sorted(made)
    for path in out.iterdir():
        assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600, path
    for name in ("de-l-agency-de.txt", "cn-ltr-spc-correction.html"):
        assert holds((out / name).read_bytes(), [CANARY, ALSO]) == [CANARY, ALSO]


def test_no_word_of_the_session_stands_in_the_program_s_own_folders(
    evening: tuple[Computer, Computer, dict[str, bytes | None], list[str]],
) -> None:
    """Nor in a log, a cache, or a compiled template."""
    assert evening
    found = [
        path for folder in ("assistant", "content", "templates", "locales") for path in (TOP / folder).rglob("*")
        if path.is_file() and path.suffix in LOOKED_AT and holds(path.read_bytes(), [CANARY, ALSO])
    ]  # fmt: skip
    assert found == []
