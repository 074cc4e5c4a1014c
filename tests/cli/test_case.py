"""The commands of the case book."""

from __future__ import annotations

import csv
import io
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest

from assistant.cli import Setting, build
from assistant.cli.cases.group import COMMANDS

from .conftest import PAID, PASSPHRASE, TOP, Run

SITUATION = "cn-spc-list-despite-compliance"
CANARY = "canary-7f3a"


def test_every_command_of_the_contract_is_there() -> None:
    assert {"new", "list", "show", "add", "next", "export", "import", "passphrase", "erase"} <= COMMANDS.keys()


def commands(command: click.Command, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], click.Command]]:
    if not isinstance(command, click.Group):
        return [(path, command)]
    context = click.Context(command, info_name="x")
    found = []
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        found += commands(inner, (*path, name))
    return found


def all_of_case() -> list[tuple[tuple[str, ...], click.Command]]:
    program = build(Setting(locale="en", as_of="2026-11-22"))
    assert isinstance(program, click.Group)
    case = program.get_command(click.Context(program), "case")
    assert case is not None
    return commands(case)


def test_each_has_help_and_none_takes_a_secret_or_a_story_as_a_value() -> None:
    for path, command in all_of_case():
        assert command.help, path
        for one in command.params:
            if isinstance(one, click.Option):
                assert one.help, (path, one.name)
                words = " ".join(one.opts)
                assert one.is_flag or not re.search(r"--(note|text|name|story|passphrase|secret)$", words), (
                    path,
                    words,
                )


def test_a_new_book_is_its_owners_alone_and_says_what_it_is(recourse: Run, cheap_books: None, tmp_path: Path) -> None:
    (tmp_path / "p").write_text("six quiet words nobody would guess\n", encoding="utf-8")
    before = os.umask(0)
    try:
        made = recourse("--home", str(tmp_path / "h"), "case", "start", "--passphrase-file", str(tmp_path / "p"))
    finally:
        os.umask(before)
    assert made.code == 0
    assert "no way back" in made.err
    assert "not what is in it" in made.err
    assert "very strong" in made.err
    assert "quiet" not in made.out + made.err
    assert stat.S_IMODE((tmp_path / "h").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "h" / "book").stat().st_mode) == 0o600
    again = recourse("--home", str(tmp_path / "h"), "case", "start", "--passphrase-file", str(tmp_path / "p"))
    assert (again.code, "Nothing was written over it" in again.err) == (2, True)


def test_a_weak_passphrase_is_warned_about_and_taken(recourse: Run, cheap_books: None, tmp_path: Path) -> None:
    book = ["--book", str(tmp_path / "b")]
    made = recourse(*book, "case", "start", "--passphrase-file", "-", typed="password\n")
    assert (made.code, "very weak" in made.err) == (0, True)
    assert recourse(*book, "case", "check", "--passphrase-file", "-", typed="password\n").code == 0


@pytest.mark.parametrize(
    ("typed", "words"),
    [("wrong\n", "passphrase"), ("", "no passphrase came")],
)
def test_a_wrong_passphrase_is_told(case: Run, recourse: Run, tmp_path: Path, typed: str, words: str) -> None:
    found = recourse("--home", str(tmp_path / "home"), "case", "list", "--passphrase-file", "-", typed=typed)
    assert (found.code, found.out) == (2, "")
    assert words in found.err


def test_without_a_book_the_way_to_one_is_told(recourse: Run, tmp_path: Path) -> None:
    found = recourse("--home", str(tmp_path), "case", "list", "--passphrase-file", "-", typed="x\n")
    assert (found.code, "recourse case start" in found.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_key_file_is_needed_where_one_was_used(recourse: Run, cheap_books: None, tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(b"\x00\x01 some bytes")
    book = ["--book", str(tmp_path / "b"), "case"]
    assert recourse(*book, "start", "--passphrase-file", "-", "--key-file", str(key), typed="one\n").code == 0
    assert recourse(*book, "check", "--passphrase-file", "-", "--key-file", str(key), typed="one\n").code == 0
    assert recourse(*book, "check", "--passphrase-file", "-", typed="one\n").code == 2


def test_the_options_of_the_whole_program_may_stand_anywhere(case: Run, recourse: Run, tmp_path: Path) -> None:
    found = recourse("case", "list", "--passphrase-file", "pass", "--json", "--book", str(tmp_path / "home" / "book"))
    assert (found.code, found.json) == (1, [])


def test_cases_are_named_by_digits_label_or_reference(case: Run) -> None:
    person = case("person", "add", "--reference", "R-9", typed="Anna Berg\n").out.strip()
    made = case("new", SITUATION, "--label", "First case", "--person", "R-9", "--json").json
    case("new", SITUATION, "--label", "Other case")
    assert made["mark"] == "R-9"
    for name in (made["case"], made["uid"], made["case"][:5], "first CASE", "R-9"):
        assert case("show", name, "--json").json["uid"] == made["uid"]
    assert case("show", "").code == 1
    assert case("show", "nobody").code == 1
    case("new", SITUATION, "--person", person)
    twice = case("show", "R-9")
    assert (twice.code, "can mean more than one case" in twice.err) == (2, True)


def test_the_list_is_searched_filtered_and_sorted(case: Run) -> None:
    case("person", "add", "--reference", "R-1", typed="Zoë Ä. Lang\n")
    case("new", SITUATION, "--label", "bravo", "--person", "R-1")
    case("new", "data-broker-profile", "--label", "alpha")
    case("add", "alpha", "event", "decision_served", "--day", "2026-11-20")

    def labels(*arguments: str) -> list[str]:
        return [one["label"] for one in case("list", "--json", *arguments).json]

    assert labels("--sort", "name") == ["alpha", "bravo"]
    assert labels("LANG") == ["bravo"]
    assert labels("ZOË", "brav") == ["bravo"]
    assert labels("--person", "R-1") == ["bravo"]
    assert labels("--status", "not_started", "--sort", "name") == ["alpha", "bravo"]
    assert case("list", "--json", "nothing-like-it").code == 1
    row = case("list", "--json", "bravo").json[0]
    assert set(row) == {
        "case", "uid", "title", "label", "situation", "mark", "person", "reference", "status", "words", "due", "passed",
        "next", "changed",
    }  # fmt: skip
    assert (row["mark"], row["person"]) == ("R-1", None)
    assert "Lang" not in case("list").out
    assert "Zoë Ä. Lang (R-1) · bravo" in case("list", "--names").out


def test_names_that_are_nearly_the_same_are_pointed_out(case: Run) -> None:
    case("person", "add", "--reference", "1", typed="Anna Berghofer\n")
    added = case("person", "add", "--reference", "2", typed="ANNA  Berghöfer\n")
    assert "nearly this name: Anna Berghofer (1)" in added.err
    assert "Two people have nearly this name" in case("person", "list").err


def test_a_case_is_told_what_happened_and_slips_are_taken_back(case: Run) -> None:
    case("new", SITUATION, "--label", "a")
    write = ["write", "a", "cn-ltr-spc-correction", "--fill", str(PAID), "--output", "l.txt"]
    assert case(*write, as_of="2026-11-02").code == 0
    early = case("add", "a", "arrived", "--day", "2026-12-24", as_of="2026-11-05")
    assert (early.code, "still to come" in early.err) == (2, True)
    case("add", "a", "sent", "--day", "2026-11-03", as_of="2026-11-05")
    before = case("add", "a", "arrived", "--day", "2026-11-01", as_of="2026-11-05")
    assert (before.code, "cannot have arrived before" in before.err) == (2, True)
    assert "answer by 19 November 2026" in case("add", "a", "arrived", "--day", "2026-11-04", as_of="2026-11-05").out
    assert "answer by" not in case("add", "a", "undo", as_of="2026-11-05").out
    case("add", "a", "note", typed="first line\n\nthird line\n")
    case("add", "a", "place", "cn")
    shown = case("show", "a", "--json").json
    assert [one["text"] for one in shown["notes"]] == ["first line\n\nthird line"]
    assert (shown["place"], shown["steps"][0]["sent"], shown["steps"][0]["arrived"]) == ("cn", "2026-11-03", None)
    assert case("add", "a", "answer", "no-such-answer").code == 2
    assert "Done" in case("add", "a", "end", "settled").out
    assert case("next", "a").code == 1
    assert "Done" not in case("add", "a", "resume").out
    assert case("add", "a", "about", "--label", "renamed").code == 0
    assert case("show", "renamed").code == 0
    assert case("add", "renamed", "note", typed="").code == 2
    done = case("add", "renamed", "done", "cn-legal-aid", "--day", "2026-11-10")
    assert done.code == 0
    assert case("show", "renamed", "--json").json["steps"][1]["letter"] is None
    near = case("add", "renamed", "sennt")
    assert (near.code, "nearest is 'sent'" in near.err) == (2, True)


def test_the_same_letter_in_two_formats_is_one_step(case: Run) -> None:
    case("new", SITUATION, "--label", "a")
    for name in ("l.pdf", "l.docx"):
        write = ["write", "a", "cn-ltr-spc-correction", "--fill", str(PAID), "--output", name, "--aid", "en"]
        assert case(*write).code == 0
    shown = case("show", "a", "--json").json
    assert [[file["name"] for file in one["files"]] for one in shown["steps"]] == [["l.pdf", "l.aid-en.pdf"]]
    assert [one["name"] for one in shown["papers"]] == ["l.docx", "l.aid-en.docx"]


def test_papers_go_in_come_out_and_are_removed_by_name(case: Run, tmp_path: Path) -> None:
    paper = tmp_path / "scan.bin"
    paper.write_bytes(bytes(range(256)) * 50)
    case("new", SITUATION, "--label", "a")
    assert case("add", "a", "paper", str(paper), "--about", "the refusal").code == 0
    assert case("add", "a", "paper", str(tmp_path)).code == 2
    assert case("add", "a", "paper", str(tmp_path / "none")).code == 2
    assert case("file", "a", "1", "--output", "back.bin").code == 0
    assert Path("back.bin").read_bytes() == paper.read_bytes()
    assert stat.S_IMODE(Path("back.bin").stat().st_mode) == 0o600
    assert case("file", "a", "1", "--output", "back.bin").code == 2  # nothing is written over
    assert case("file", "a", "2").code == 1
    number = str(case("show", "a", "--json").json["papers"][0]["change"])
    kept = case("remove", "a", "--paper", number, typed="no\n")
    assert (kept.code, len(case("show", "a", "--json").json["papers"])) == (1, 1)
    assert case("remove", "a", "--paper", number, typed="scan.bin\n").code == 0
    assert case("show", "a", "--json").json["papers"] == []


def test_removal_is_confirmed_by_the_name(case: Run) -> None:
    case("person", "add", "--reference", "R-1", typed="Anna Berg\n")
    case("new", SITUATION, "--label", "one of two", "--person", "R-1")
    case("new", SITUATION, "--label", "the other", "--person", "R-1")
    kept = case("remove", "one of two", typed="the other\n")
    assert (kept.code, "Nothing was changed" in kept.err) == (1, True)
    assert "Backups" in kept.err
    assert case("remove", "one of two", typed="One of two\n").code == 0
    assert case("show", "one of two").code == 1
    assert case("person", "remove", "R-1", typed="Anna\n").code == 1
    assert case("person", "remove", "R-1", typed="anna berg\n").code == 0
    assert case("list", "--json").json == []


def test_cases_are_handed_over_and_taken_over_as_copies(case: Run, recourse: Run, tmp_path: Path) -> None:
    case("person", "add", "--reference", "R-1", typed="Anna Berg\n")
    case("new", SITUATION, "--label", "mine", "--person", "R-1")
    case("write", "mine", "cn-ltr-spc-correction", "--fill", str(PAID), "--output", "l.pdf")
    assert case("export", "--output", "x").code == 2
    made = recourse(
        "--home", str(tmp_path / "home"), "case", "export", "mine", "--output", "parcel", "--passphrase-file", "-",
        "--file-passphrase-file", "-", typed=f"{PASSPHRASE}\nwords for the parcel\n",
    )  # fmt: skip
    assert made.code == 0, made.err
    other = ["--book", str(tmp_path / "other"), "case"]
    recourse(*other, "start", "--passphrase-file", "-", typed="another office\n")
    wrong = recourse(
        *other,
        "import",
        "parcel",
        "--passphrase-file",
        "-",
        "--file-passphrase-file",
        "-",
        typed="another office\nno\n",
    )
    assert wrong.code == 2
    taken = [*other, "import", "parcel", "--passphrase-file", "-", "--file-passphrase-file", "-"]
    refused = recourse(*taken, typed="another office\nwords for the parcel\nno\n")
    assert (refused.code, "Whose: Anna Berg (R-1)" in refused.err) == (1, True)
    for _ in range(2):
        assert recourse(*taken, typed="another office\nwords for the parcel\nyes\n").code == 0
    rows = recourse(*other, "list", "--json", "--names", "--passphrase-file", "-", typed="another office\n").json
    assert [(one["label"], one["person"]) for one in rows] == [("mine", "Anna Berg")] * 2
    assert len({one["uid"] for one in rows}) == 2  # each can be named
    got = [*other, "file", rows[0]["case"], "1", "--output", "got.pdf", "--passphrase-file", "-"]
    assert recourse(*got, typed="another office\n").code == 0
    assert Path("got.pdf").read_bytes() == Path("l.pdf").read_bytes()


def test_passphrases_are_changed_added_and_reduced_to_one(case: Run, recourse: Run, tmp_path: Path) -> None:
    home = ["--home", str(tmp_path / "home"), "case"]

    def opens(words: str) -> bool:
        return recourse(*home, "check", "--passphrase-file", "-", typed=f"{words}\n").code == 0

    change = [*home, "passphrase", "--passphrase-file", "-", "--new-passphrase-file", "-"]
    assert recourse(*change, "--add", typed=f"{PASSPHRASE}\nthe colleague\n").code == 0
    assert opens(PASSPHRASE)
    assert opens("the colleague")
    assert recourse(*change, typed=f"{PASSPHRASE}\nnew words\n").code == 0
    assert not opens(PASSPHRASE)
    assert recourse(*home, "passphrase", "--only", "--passphrase-file", "-", typed="new words\n").code == 0
    assert opens("new words")
    assert not opens("the colleague")


def test_backup_and_erase(case: Run, recourse: Run, tmp_path: Path) -> None:
    case("new", SITUATION, "--label", "a")
    assert case("backup", "copy").code == 0
    assert case("backup", "copy").code == 2
    wrong = case("erase", typed="no\n")
    assert (wrong.code, "Backups" in wrong.err) == (1, True)
    assert (tmp_path / "home" / "book").exists()
    assert case("erase", typed="erase\n").code == 0
    assert not (tmp_path / "home" / "book").exists()
    copy = recourse("--book", "copy", "case", "list", "--json", "--passphrase-file", "pass")
    assert [one["label"] for one in copy.json] == ["a"]
    (tmp_path / "home" / "book").write_text("somebody's diary", encoding="utf-8")
    assert case("erase", typed="erase\n").code == 2
    assert (tmp_path / "home" / "book").read_text(encoding="utf-8") == "somebody's diary"


def test_the_calendar_and_the_paper_say_nothing_of_the_person(case: Run) -> None:
    case("person", "add", "--reference", "R-1", typed="Anna Berg\n")
    case("new", SITUATION, "--label", CANARY, "--person", "R-1")
    case("write", CANARY, "cn-ltr-spc-correction", "--fill", str(PAID), "--output", "l.txt", as_of="2026-11-02")
    case("add", CANARY, "sent", as_of="2026-11-02")
    case("add", CANARY, "arrived", as_of="2026-11-03")
    assert case("remind", "--output", "days.ics", as_of="2026-11-04").code == 0
    days = Path("days.ics").read_text(encoding="utf-8")
    assert days.count("BEGIN:VEVENT") >= 1
    assert case("remind", "--output", "again.ics", as_of="2026-11-04").code == 0
    assert Path("again.ics").read_text(encoding="utf-8") == days
    for arguments in (["print", "--days", "30"], ["print", CANARY]):
        for suffix in (".txt", ".html", ".pdf"):
            assert case(*arguments, "--output", f"paper{suffix}", as_of="2026-11-04").code == 0
        text = Path("paper.txt").read_text(encoding="utf-8")
        assert "18 Nov" in text
        assert "Anna" not in text
        assert CANARY not in text
    assert CANARY not in days
    assert "Anna" not in days
    assert case("print", "--names", "--days", "30", "--output", "named.txt", as_of="2026-11-04").code == 0
    assert "Anna Berg (R-1)" in Path("named.txt").read_text(encoding="utf-8")


def test_nothing_that_was_told_stands_on_the_disk_in_plain(case: Run, tmp_path: Path) -> None:
    case("person", "add", typed=f"{CANARY} Berg\n")
    case("new", SITUATION, "--label", CANARY)
    case("add", CANARY, "note", typed=f"{CANARY}\n")
    case("add", CANARY, "about", "--label", f"{CANARY}-2")
    case("remind", "--output", "days.ics")
    assert case("backup", "copy").code == 0
    for path in (one for one in tmp_path.rglob("*") if one.is_file()):
        for canary in (CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode().hex().encode()):
            assert canary not in path.read_bytes(), path


def test_other_languages_and_hostile_names(case: Run) -> None:
    case("person", "add", "--reference", "\x1b[31mred", typed="\x1b]0;title\x07 Anna\u202e\n")
    case("new", SITUATION, "--label", "\x1b[2Jlabel\u202e", "--person", "red", locale="de")
    for arguments in (["list"], ["list", "--names"], ["person", "list"], ["next"], ["list", "--json"]):
        told = case(*arguments, locale="zh_Hans")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", told.out + told.err)


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")
def test_the_passphrase_is_asked_for_without_showing_it(case: Run, tmp_path: Path) -> None:
    import pty

    child, device = pty.fork()
    if child == 0:  # pragma: no cover - another process
        os.environ["PYTHONPATH"] = str(TOP)
        command = [
            sys.executable,
            "-m",
            "assistant",
            "--locale",
            "en",
            "--home",
            str(tmp_path / "home"),
            "case",
            "check",
        ]
        os.execv(sys.executable, command)  # noqa: S606 - ourselves
    seen = b""
    while b"Passphrase of the case book:" not in seen:
        seen += os.read(device, 1000)
    os.write(device, f"{PASSPHRASE}\n".encode())
    try:
        while more := os.read(device, 1000):
            seen += more
    except OSError:
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert b"The book is sound: 0 cases." in seen
    assert PASSPHRASE.encode() not in seen


@pytest.mark.skipif(os.name == "nt", reason="sessions without a terminal are another matter there")
def test_without_a_terminal_the_way_to_give_the_passphrase_is_told(case: Run, tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "assistant", "--locale", "en", "--home", str(tmp_path / "home"), "case", "list"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(TOP), "LANG": "C.UTF-8"},
        start_new_session=True,
    )
    assert found.returncode == 2
    assert b"--passphrase-file PATH" in found.stderr


def test_the_list_for_a_spreadsheet_holds_no_formula(case: Run) -> None:
    """What people are called is text there too (T8)."""
    case("new", "--label", '=HYPERLINK("x")')
    done = case("list", "--csv")
    assert done.code == 0
    rows = list(csv.reader(io.StringIO(done.out.removeprefix("\ufeff"), newline="")))
    assert rows[1][2] == '\'=HYPERLINK("x")'
    assert len(rows) == 2
