"""What is told to a case stands in the sealed book and in what the person asked for, and nowhere else (T1, T3, T4)."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from assistant.knowledge import Knowledge, open_knowledge
from tests.conftest import TOP
from tests.e2e.clients import answers, fill_file
from tests.e2e.watch import Computer, Done, holds

CANARY = "Rohrdommel-" + "kranich" + "-0815"
ALSO = "Eisvogel" + "gasse 77"
SECRET = "pirol" + " sichel spaten wolke amsel krug"
OTHER = "kiebitz" + " lampe zaun ufer birne garn"
ALL = (CANARY, ALSO, SECRET, OTHER)
DAY = ("--as-of", "2026-11-22")


@pytest.fixture(scope="module")
def records() -> Knowledge:
    return open_knowledge(TOP / "content", TOP / "templates")


class Office:
    """A computer on which one book is worked with."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.computer = Computer(root / "computer")
        self.runs = 0
        self.secret = root / "secret"  # outside of what is searched
        self.secret.write_text(f"{SECRET}\n", encoding="utf-8")

    def case(self, *words: str, typed: str = "", code: int = 0) -> Done:
        """``recourse case …``, with ``typed`` on standard input."""
        self.runs += 1
        done = self.computer.run(
            *DAY, "--home", str(self.computer.root / "home"), "case", *words,
            *(() if words[0] in ("backup", "erase") else ("--passphrase-file", str(self.secret))),
            given=typed.encode(), notes=self.root / f"notes{self.runs}",
        )  # fmt: skip
        assert b"Traceback" not in done.err
        assert done.code == code, (words, done.err.decode())
        network = [one for one in done.events if one[0].startswith(("socket.", "subprocess.", "urllib.", "http."))]
        assert network == [], words
        return done

    def told(self) -> list[str]:
        """Files that hold anything of what was told, in any disguise; their names count too."""
        found = []
        for name, data in self.computer.files().items():
            if holds(data or b"", ALL) or any(one in name for one in ALL):
                found.append(name)
        return found


def test_a_case_from_first_letter_to_removal(tmp_path: Path, records: Knowledge) -> None:
    office = Office(tmp_path)
    office.case("start")
    office.case("new", "de-credit-file-error", "--label", "K-17", "--place", "de")
    person = office.case("person", "add", "--reference", "B-3", typed=f"{CANARY}\n").out.decode().strip()
    assert person
    letter = records.letters["eu-l-access"]
    filled = fill_file(letter, answers(letter, lambda _, at: ALSO if at else CANARY))
    office.case("write", "K-17", "eu-l-access", "--fill", "-", "--output", "mine.pdf", "--lang", "de", typed=filled)
    assert office.told() == []  # what is in a PDF is packed; the plain one comes below
    office.case("add", "K-17", "sent", "--day", "2026-11-02")
    office.case("add", "K-17", "arrived", "--day", "2026-11-04")
    office.case("add", "K-17", "answer", "part", "--day", "2026-11-20", "--note", typed=f"They wrote {CANARY}\n")
    office.case("add", "K-17", "note", typed=f"Called {ALSO}, spoke to {CANARY}.\n")
    paper = office.computer.root / "cwd" / "notice.txt"
    paper.write_text(f"Dear {CANARY}", encoding="utf-8")
    office.case("add", "K-17", "paper", "notice.txt", "--about", "the notice")
    assert office.told() == ["cwd/notice.txt"]
    assert CANARY in office.case("show", "K-17").out.decode()
    for words in (("list",), ("list", "--json"), ("next", "K-17"), ("check",)):
        assert not holds(office.case(*words).out, ALL), words
    office.case("remind", "--output", "days.ics")
    office.case("print", "K-17", "--output", "plan.txt")
    office.case("print", "--output", "week.html")
    office.case("backup", "copy")
    plan = office.computer.root / "cwd" / "plan.txt"
    assert office.told() == ["cwd/notice.txt", "cwd/plan.txt"]  # whom the letter went to stands in the plan
    assert ALSO not in plan.read_text(encoding="utf-8")
    office.case("write", "K-17", "eu-l-reminder", "--blank")
    office.case("passphrase", "--add", "--new-passphrase-file", "-", typed=f"{OTHER}\n")
    paper.unlink()
    for name in ("home/book", "cwd/copy", "cwd/mine.pdf", "cwd/plan.txt", "cwd/days.ics"):
        assert stat.S_IMODE((office.computer.root / name).stat().st_mode) == 0o600, name
    plan.unlink()
    assert office.told() == []
    left = {name for name in office.computer.files() if name.startswith("home/")}
    assert left - {"home/book-journal"} == {"home/book", "home/diary.txt"}
    assert not office.computer.files().get("home/book-journal")  # SQLite leaves it, empty
    office.case("remove", "K-17", typed="K-17\n")
    assert b"K-17" not in office.case("list", code=1).out
    assert office.told() == []


def test_a_letter_that_was_asked_for_is_the_only_plain_place(tmp_path: Path, records: Knowledge) -> None:
    office = Office(tmp_path)
    office.case("start")
    office.case("new", "--label", "K-17")
    letter = records.letters["eu-l-access"]
    filled = fill_file(letter, answers(letter, lambda _, at: ALSO if at else CANARY))
    office.case("write", "K-17", "eu-l-access", "--fill", "-", "--output", "mine.txt", "--lang", "de", typed=filled)
    assert office.told() == ["cwd/mine.txt"]


def test_a_wrong_passphrase_says_so_and_leaves_the_book_as_it_was(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.case("start")
    book = (office.computer.root / "home" / "book").read_bytes()
    done = office.computer.run(
        *DAY, "--home", str(office.computer.root / "home"), "case", "list", "--passphrase-file", "-",
        given=b"another one\n", notes=tmp_path / "wrong",
    )  # fmt: skip
    assert done.code == 2
    assert b"passphrase" in done.err
    assert b"Traceback" not in done.err
    assert (office.computer.root / "home" / "book").read_bytes() == book


def test_handed_over_and_taken_over(tmp_path: Path) -> None:
    """The file that goes from hand to hand is sealed too, and what arrives is a copy."""
    office = Office(tmp_path)
    office.case("start")
    office.case("new", "--label", "K-17")
    office.case("add", "K-17", "note", typed=f"About {CANARY}\n")
    office.case("export", "K-17", "--output", "over", "--file-passphrase-file", "-", typed=f"{OTHER}\n")
    assert office.told() == []
    office.case("import", "over", "--yes", "--file-passphrase-file", "-", typed=f"{OTHER}\n")
    assert office.case("list", "--json").out.count(b'"label": "K-17"') == 2
    assert office.told() == []


def test_erasing_takes_the_book_and_says_what_it_cannot(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.case("start")
    office.runs += 1
    done = office.computer.run(
        "--home", str(office.computer.root / "home"), "case", "erase", given=b"no\n", notes=tmp_path / "first"
    )
    assert (office.computer.root / "home" / "book").exists()
    done = office.computer.run(
        "--home",
        str(office.computer.root / "home"),
        "case",
        "erase",
        given=b"erase\n",
        notes=tmp_path / "second",
    )
    assert done.code == 0, done.err.decode()
    assert b"disk" in done.err
    assert {name for name in office.computer.files() if name.startswith("home/")} == {"home/diary.txt"}
