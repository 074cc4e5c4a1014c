"""Letters from a file of answers."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from assistant.formats import FORMATS
from assistant.knowledge import open_knowledge

from .conftest import PAID, TOP, Run

LETTER = "cn-ltr-spc-correction"
LETTERS = open_knowledge(TOP / "content", TOP / "templates").letters.ids()


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_has_an_empty_form_that_can_be_read_back(recourse: Run, name: str) -> None:
    form = recourse("letter", name, "--blank")
    assert form.code == 0
    assert form.out.startswith("# ")
    again = recourse("letter", name, "--fill", "-", typed=form.out)
    assert again.code in (0, 2)
    assert "line" not in again.err.split("answers", maxsplit=1)[0][:0]
    assert again.code == 0 or "Enter an answer" in again.err or "Choose an answer" in again.err


def test_the_letter_of_a_person_who_paid(recourse: Run) -> None:
    told = recourse("letter", LETTER, "--fill", str(PAID), as_of="2017-05-15")
    assert told.code == 0
    for words in (
        "纠正失信信息申请书",
        "2016年3月",
        "北京市丰台区人民法院",
        "第十一条第三项",
        "2017年5月15日",
    ):
        assert words in told.out
    assert told.err == ""


def test_the_aid_follows_the_letter_and_says_what_it_is(recourse: Run) -> None:
    letter = recourse("letter", LETTER, "--fill", str(PAID)).out
    both = recourse("letter", LETTER, "--fill", str(PAID), "--aid", "en").out
    assert both.startswith(letter)
    aid = both[len(letter) :].strip()
    assert aid.startswith("*** Reading aid. Do not send.")
    assert aid.endswith("***")


@pytest.mark.parametrize("suffix", [one.suffix for one in FORMATS])
def test_every_format_by_the_ending(recourse: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"letter{suffix}"
    told = recourse("letter", LETTER, "--fill", str(PAID), "--output", str(path), "--aid", "de")
    assert told.code == 0
    assert told.out == ""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    beside = tmp_path / f"letter.aid-de{'.txt' if suffix == '.eml' else suffix}"
    assert {one.name for one in tmp_path.iterdir()} == {path.name, beside.name}


def test_the_same_answers_give_the_same_bytes(recourse: Run, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert recourse("letter", LETTER, "--fill", str(PAID), "--output", str(tmp_path / name)).code == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--fill", str(PAID), "--output", "letter.xyz"], "does not say which format"),
        (["--fill", str(PAID), "--format", "odt"], "There is no format 'odt'"),
        (["--fill", str(PAID), "--lang", "de"], "cannot be filed in 'de'"),
        (["--fill", str(PAID), "--aid", "xx"], "There is no language 'xx'"),
        (["--fill", str(PAID), "--aid", "en", "--format", "pdf"], "two files"),
        (["--fill", "no-such-file.yaml"], "cannot be read"),
        (["--fill", "."], "cannot be read"),
        (["--fill", str(PAID), "--output", "no/such/folder/letter.pdf"], "Nothing was written"),
        ([], "--blank"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    recourse: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    told = recourse("letter", LETTER, *arguments)
    assert (told.code, told.out) == (2, "")
    assert words in told.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "has no answers"),
        ("ground: to-delete\ncourrt: x\n", "line 2"),
        ("ground: [a\n", "line"),
        ("name: a\nname: b\n", "line 2"),
        ("letter: de-l-agency-de\n", "line 1"),
        ("ground: nonsense\ncourt: 法院\nname: 李\n", "-, line 1"),
        ("a: &x [1]\nb: *x\n", "line"),
        ("\ufeffground: performed-before\nwhen_done: 2016-03\ncourt: 某法院\nname: 李\n", ""),
    ],
)
def test_a_wrong_file_is_named_with_its_line(recourse: Run, text: str, words: str) -> None:
    told = recourse("letter", LETTER, "--fill", "-", typed=text)
    assert told.code == (2 if words else 0)
    assert words in told.err


def test_what_is_no_text_is_refused(recourse: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_bytes(b"\xff\xfe\x00n")
    assert "not UTF-8" in recourse("letter", LETTER, "--fill", str(path)).err
    path.write_bytes(b"#" * 1_000_001)
    assert "too long" in recourse("letter", LETTER, "--fill", str(path)).err


def test_an_odd_number_is_pointed_out_and_let_through(recourse: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(PAID.read_text("utf-8").replace("11010519491231002X", "110105194912310021"), "utf-8")
    told = recourse("letter", LETTER, "--fill", str(path))
    assert told.code == 0
    assert "does not add up" in told.err
    assert "110105194912310021" not in told.err


def test_answers_are_never_overwritten(recourse: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.txt"
    path.write_bytes(PAID.read_bytes())
    assert recourse("letter", LETTER, "--blank", "--output", str(path)).code == 2
    assert recourse("letter", LETTER, "--fill", str(path), "--output", str(path)).code == 2
    assert path.read_bytes() == PAID.read_bytes()
    assert recourse("letter", LETTER, "--blank", "--output", str(tmp_path / "new.yaml")).code == 0
