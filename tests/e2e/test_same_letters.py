"""A letter tells the letter and nothing else: not who wrote it, where, when, after whom (T11, R16)."""

from __future__ import annotations

import io
import json
import os
import random
import re
import subprocess
import sys
import zipfile
from functools import lru_cache
from pathlib import Path

import pytest

from assistant.formats import format_named
from assistant.guide import Desk
from assistant.i18n import Translator
from assistant.knowledge import Knowledge
from assistant.letters import Templates
from assistant.model import LetterField
from tests.conftest import TODAY, TOP
from tests.e2e.clients import LETTERS, answers
from tests.e2e.write_all import IN_PDF, digests
from tests.formats.helpers import EXTRACT

SURROUNDINGS: dict[str, dict[str, str]] = {
    "far west": {
        "TZ": "Etc/GMT+12",
        "LANG": "C",
        "USER": "canary",
        "LOGNAME": "canary",
        "HOSTNAME": "canary",
        "PYTHONHASHSEED": "1",
    },
    "far east": {
        "TZ": "Pacific/Kiritimati",
        "LANG": "zh_CN.UTF-8",
        "LC_ALL": "zh_CN.UTF-8",
        "PYTHONHASHSEED": "77",
        "COLUMNS": "20",
    },
    "half hours": {
        "TZ": "America/St_Johns",
        "LANG": "de_DE.UTF-8",
        "LANGUAGE": "de",
        "EMAIL": "canary@example.org",
        "NAME": "canary",
    },
    "no surroundings": {"PYTHONHASHSEED": "random", "SOURCE_DATE_EPOCH": "1", "LINES": "3"},
}
QUICK = ("text", "markdown", "html", "docx", "eml")


@lru_cache(maxsize=1)
def here() -> dict[str, str]:
    return digests(0)


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_same_bytes_for_another_person_elsewhere(name: str, tmp_path: Path) -> None:
    """Another user, home, host, time zone, language, hash seed, order and process."""
    home = tmp_path / "canary"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.write_all", str(len(name))], check=False, capture_output=True, cwd=TOP,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "TMPDIR": str(home), "PYTHONDONTWRITEBYTECODE": "1",
             "PYTHONPATH": os.pathsep.join(one for one in sys.path if one), **SURROUNDINGS[name]},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    there = json.loads(done.stdout)
    assert len(there) >= len(LETTERS) * 9  # five formats of the letter, four of its aid
    assert {key: value for key, value in there.items() if here()[key] != value} == {}
    assert there.keys() == here().keys()


def test_same_bytes_a_second_time_and_in_another_order() -> None:
    assert digests(1) == here()


def client(number: int) -> str:
    """A word that stands in one person's letter and in no other; Latin letters, so that every format keeps it in one piece."""
    return f"Mandant{number:03}Ende"


def words(number: int, tag: str = "") -> object:
    def said(field: LetterField, at: int) -> str:
        return f"{client(number)} {field.id.replace('_', ' ')} {at}{tag}"

    return said


def readable(name: str, data: bytes) -> str:
    """Everything that could hold a word: the file as it is, unpacked, and what a reader gets out of it."""
    found = data.decode("utf-8", "replace")
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found += "".join(archive.read(one).decode("utf-8", "replace") for one in archive.namelist())
    return found + re.sub(r"\s", "", EXTRACT[name](data))


def test_200_letters_in_any_order_hold_their_own_client_only(knowledge: Knowledge, english: Translator) -> None:
    """One desk for all of them, as in a clinic. Each file is also what a desk of its own would have written."""
    shuffle = random.Random(20261122)  # noqa: S311 - no secret
    work = [(number, LETTERS[number % len(LETTERS)], name) for number in range(200) for name in QUICK]
    work += [(number, shuffle.choice(IN_PDF), "pdf") for number in range(200, 220)]
    letters = {number: letter for number, letter, _ in work}
    work = [(number, letters[number], name) for number, _, name in work]
    shuffle.shuffle(work)
    desk = Desk(knowledge, Templates(TOP / "templates" / "letters"), TODAY)
    seen = set()
    for at, (number, letter, name) in enumerate(work):
        data = write(desk, letter, number, name, english)
        assert set(re.findall(r"Mandant(\d{3})Ende", readable(name, data))) == {f"{number:03}"}, (letter, name)
        if at % 40 == 0:
            own = Desk(knowledge, Templates(TOP / "templates" / "letters"), TODAY)
            assert write(own, letter, number, name, english) == data
        seen.add(letter)
    assert seen == set(LETTERS)


def write(desk: Desk, letter: str, number: int, name: str, english: Translator) -> bytes:
    given = answers(desk.knowledge.letters[letter], words(number))  # type: ignore[arg-type]
    draft = desk.draft(letter, given, english)
    return format_named(name).write(desk.letter(draft, draft.letter.filing[0]))


@pytest.mark.parametrize("name", [*QUICK, "pdf"])
def test_the_letter_after_a_letter_is_the_letter(name: str, knowledge: Knowledge, english: Translator) -> None:
    """A longer, another and the same letter before it change nothing; nor does one that was refused."""
    desk = Desk(knowledge, Templates(TOP / "templates" / "letters"), TODAY)
    for letter in IN_PDF:
        first = write(desk, letter, 1, name, english)
        for other in (*IN_PDF, "cn-ltr-exec-objection"):
            write(desk, other, 2, name, english)
        refused = desk.form(letter, {field.id: "\x00" for field in knowledge.letters[letter].fields}, english)
        assert not refused.filled.ready
        assert write(desk, letter, 1, name, english) == first
