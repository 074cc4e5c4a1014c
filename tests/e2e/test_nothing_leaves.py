"""No command asks anybody anything, starts anything, or writes anything but the file that was asked for (T1, T12)."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from assistant.knowledge import Knowledge, open_knowledge
from tests.conftest import TOP
from tests.e2e.clients import answers, fill_file
from tests.e2e.watch import Computer, Done, holds

CANARY = "Zaunkönig-" + "kappel" + "-4711"
ALSO = "Wiedehopf" + "straße 88"
STORY = f"schufa entry wrong {CANARY}"
LETTERS = ("cn-ltr-spc-correction", "de-l-agency-de")
SUFFIXES = ("txt", "md", "html", "docx", "pdf", "eml")
DAY = ("--as-of", "2026-11-22")

ONE_SHOT: dict[str, tuple[str, ...]] = {
    "version": ("--version",),
    "help": ("--help",),
    "find": ("find", STORY),
    "find nothing": ("find", "xyzzy"),
    "find in German": ("--locale", "de", "find", "--json", STORY),
    "show": ("show", "de-credit-file-error"),
    "show as data": ("show", "de-schufa", "--json"),
    "plan": ("plan", "de-credit-file-error", "--place", "de-he"),
    "plan with days": ("plan", "cn-spc-list-despite-compliance", "--event", "request_received=2026-11-06", "--json"),
    "due": ("due", "cn-spc-list-correction", "--event", "request_received=2026-11-06"),
    "due in Chinese": (
        "--locale",
        "zh_Hans",
        "due",
        "eu-gdpr-access",
        "--event",
        "request_received=2026-11-06",
        "--place",
        "de",
    ),
    "blank": ("letter", "eu-l-access", "--blank"),
    "uses": ("uses", "eu-gdpr"),
    "locales": ("locale", "list"),
    "status": ("locale", "status"),
    "directory": ("directory", "find", "schufa"),
    "wrong command": ("fidn", CANARY),
    "wrong option": ("find", "--cuontry", CANARY),
    "wrong locale": ("--locale", f"../{CANARY}", "find", "x"),
    "wrong day": ("due", "eu-gdpr-access", "--event", f"request_received={CANARY}"),
    "no such file": ("letter", "eu-l-access", "--fill", f"{CANARY}.yaml"),
}


@lru_cache(maxsize=1)
def records() -> Knowledge:
    return open_knowledge(TOP / "content", TOP / "templates")


def filled(letter: str) -> bytes:
    """Answers with canaries in every field that takes any words."""
    record = records().letters[letter]
    return fill_file(record, answers(record, lambda field, at: ALSO if at or field.id == "name" else CANARY)).encode()


def quiet(done: Done) -> None:
    """Nothing was asked over a network, nothing was started, no library of the system was opened by hand."""
    touching = [one for one in done.events if one[0] not in ("open", "os.rename", "os.chmod")]
    assert touching == []


@pytest.mark.parametrize("name", ONE_SHOT)
def test_a_command_that_prints_touches_nothing(name: str, tmp_path: Path) -> None:
    computer = Computer(tmp_path / "computer")
    before = computer.files()
    done = (
        computer.run(*DAY, *ONE_SHOT[name], notes=tmp_path / "notes")
        if name not in ("version", "help")
        else computer.run(*ONE_SHOT[name], notes=tmp_path / "notes")
    )
    assert b"Traceback" not in done.err
    assert done.code == (0 if done.out and "nothing" not in name and "wrong" not in name else done.code)
    quiet(done)
    assert done.written == []
    assert done.named("os.rename") == []
    assert computer.files() == before


def test_check_touches_nothing(tmp_path: Path) -> None:
    computer = Computer(tmp_path / "computer")
    before = computer.files()
    done = computer.run(*DAY, "check", notes=tmp_path / "notes")
    assert b"Checked" in done.err
    assert list(done.events) == []
    assert computer.files() == before


FILES = [
    (letter, suffix, aid)
    for letter in LETTERS
    for suffix in SUFFIXES
    for aid in ((), ("--aid", "en"))
    if not (aid and suffix == "eml")
]


@pytest.mark.parametrize(
    ("letter", "suffix", "aid"), FILES, ids=[f"{one[0]} {one[1]}{' with aid' * len(one[2][:1])}" for one in FILES]
)
def test_a_letter_writes_its_own_files_and_no_other(
    letter: str, suffix: str, aid: tuple[str, ...], tmp_path: Path
) -> None:
    """The file grows beside its place under a name that tells nothing, and is then moved there."""
    computer = Computer(tmp_path / "computer")
    before = computer.files()
    done = computer.run(
        *DAY, "letter", letter, "--fill", "-", *aid, "--output", f"mine.{suffix}", given=filled(letter), notes=tmp_path / "notes",
    )  # fmt: skip
    assert done.code == 0, done.err.decode()
    quiet(done)
    wanted = [f"mine.{suffix}", *([f"mine.aid-en.{suffix}"] if aid else [])]
    moves = [(Path(one[1]), Path(one[2])) for one in done.named("os.rename")]
    assert [to.name for _, to in moves] == wanted
    assert done.written == [str(part) for part, _ in moves]
    assert all(re.fullmatch(r"\.[0-9a-f]{16}\.part", part.name) and part.parent == to.parent for part, to in moves)
    after = computer.files()
    assert {name for name in after if after[name] != before.get(name)} == {f"cwd/{name}" for name in wanted}
    assert set(before) <= set(after)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_letter_on_standard_output_writes_no_file(suffix: str, tmp_path: Path) -> None:
    names = {"txt": "text", "md": "markdown"}
    computer = Computer(tmp_path / "computer")
    before = computer.files()
    done = computer.run(
        *DAY, "letter", LETTERS[1], "--fill", "-", "--format", names.get(suffix, suffix), given=filled(LETTERS[1]), notes=tmp_path / "notes",
    )  # fmt: skip
    assert done.code == 0, done.err.decode()
    assert len(done.out) > 500
    assert list(done.events) == []
    assert computer.files() == before


def test_a_refused_letter_leaves_nothing(tmp_path: Path) -> None:
    """Neither the letter nor its beginning, whatever stands in the way."""
    computer = Computer(tmp_path / "computer")
    before = computer.files()
    bad = filled(LETTERS[1]).replace(b"name:", b"nmae:")
    for number, (output, given) in enumerate(
        [("mine.txt", bad), ("mine.xyz", filled(LETTERS[1])), ("no/mine.txt", filled(LETTERS[1])), (".", b"")]
    ):
        done = computer.run(
            "letter", LETTERS[1], "--fill", "-", "--output", output, given=given, notes=tmp_path / f"notes{number}"
        )
        assert done.code == 2, output
        assert done.err
        assert b"Traceback" not in done.err
        assert computer.files() == before, output


LINES = (
    ("1", STORY, "1", "1"),
    ("2", "2", "1", "1", "1", "2", "1", "1"),
    ("4", "1", *([""] * 8), CANARY, ALSO, "?", "back", "help", "safety"),
    ("1", CANARY, "2", "\x1b]52;c;aGk=\x07", "language", "2", "again", "4", "3", CANARY, "leave"),
)


@pytest.mark.parametrize("number", range(len(LINES)))
def test_line_mode_through_a_pipe_touches_nothing(number: int, tmp_path: Path) -> None:
    computer = Computer(tmp_path / "computer")
    before = computer.files()
    given = "".join(f"{line}\n" for line in LINES[number]).encode()
    done = computer.run(*DAY, "--plain", "--locale", "en", given=given, notes=tmp_path / "notes")
    assert done.code == 0, done.err.decode()
    assert done.err == b""
    assert list(done.events) == []
    assert b"\x1b" not in done.out
    assert computer.files() == before


STEPS = (
    # what the last question holds, what is answered
    (r"How do you want to begin", "list of letters"),
    (r"Which letter do you want", "free copy of your data"),
    (r"In which format", "text"),
    (r"What is the file called", "mine.txt"),
    (r"Save the reading aid too", "yes"),
    (r"Go on: read the letter", "1"),
    (r"Save the letter", "Save the letter"),
    (r"Save it in another format", "leave"),
    (r"(?m)^1\. ", "1"),
)


def answer(question: str, before: list[str]) -> str:
    """By the first step that fits; else words with a canary, the example where those will not do, or an empty line."""
    for pattern, said in STEPS:
        if re.search(pattern, question):
            return said
    example = re.search(r"Example: (.*)", question)
    if "There is a problem" in question:
        return example[1] if example else _last_example(before)
    if example is None:
        return ""
    before.append(example[1])
    return ALSO if "name" in question else CANARY


def _last_example(before: list[str]) -> str:
    return before[-1] if before else "1"


def test_line_mode_writes_a_letter_and_nothing_else(tmp_path: Path) -> None:
    """From the first question to a saved letter with its reading aid; the answers stand in these two files and nowhere else."""
    computer = Computer(tmp_path / "computer")
    before = computer.files()
    examples: list[str] = []
    done = computer.converse(
        *DAY, "--plain", "--locale", "en", notes=tmp_path / "notes", answer=lambda question: answer(question, examples)
    )
    assert done.code == 0, done.out.decode()[-3000:]
    wanted = {"cwd/mine.txt", "cwd/mine.aid-en.txt"}
    after = computer.files()
    assert {name for name in after if after[name] != before.get(name)} == wanted, done.out.decode()[-3000:]
    quiet(done)
    assert [Path(one[2]).name for one in done.named("os.rename")] == ["mine.txt", "mine.aid-en.txt"]
    assert done.written == [one[1] for one in done.named("os.rename")]
    assert all(holds(after[name] or b"", [CANARY]) == [CANARY] for name in wanted)
