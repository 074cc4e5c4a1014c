"""Line mode does everything, one question at a time, through a pipe."""

from __future__ import annotations

import io
import os
import random
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from assistant.cli import Setting, main
from assistant.formats import Format
from assistant.i18n import locales, translator
from assistant.model import Document, InputError
from assistant.plain import run, saving
from assistant.plain.front import Front
from assistant.plain.talk import Talk
from assistant.plain.words import Command, spoken

from .conftest import TOP, Tell

PAID = "I paid but I am still on the court list"
TO_LETTER = ["tell", PAID, "1", "plan", "1", "1"]
"""From the first question to the letter's first question."""
ANSWERS = [
    *[
        "2",
        "March 2016",
        "（2016）京0106执1234号",
        "",
        "20 April 2016",
        "2016年3月付款。",
        "",
        "银行转账凭证复印件",
        "",
    ],
    *["北京市丰台区人民法院", "", "李示例", "", "gap", "11010519491231002X", "", ""],
]
"""Of the form: ground, month, case number, no decision number, day, facts, papers, court, name and so on."""
PROMPT = re.compile(r"^> $", re.MULTILINE)


def test_from_plain_words_to_a_saved_pdf_through_a_pipe(tmp_path: Path) -> None:
    lines = [*TO_LETTER, *ANSWERS, "1", "save", "pdf", "", "yes", "leave"]
    found = subprocess.run(
        [sys.executable, "-m", "assistant", "--locale", "en"],
        input="".join(f"{line}\n" for line in lines).encode(),
        capture_output=True,
        env={"PYTHONPATH": str(TOP), "LANG": "C.UTF-8", "HOME": str(tmp_path)},
        cwd=tmp_path,
        check=False,
        timeout=120,
    )
    assert (found.returncode, found.stderr) == (0, b"")
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF-")
    assert {one.name for one in tmp_path.iterdir()} == {"letter.pdf", "letter.aid-en.pdf"}
    told = found.stdout.decode()
    assert b"\x1b" not in found.stdout
    for words in (
        "Saved: letter.pdf",
        "What to do with it",
        "By when",
        "What the other side must do",
        "What comes next",
    ):
        assert words in told
    assert "\nHow to keep or remove it\n" in told


def test_the_notice_comes_before_the_first_question(tell: Tell) -> None:
    notice = tell().split("\n\n")[0].splitlines()
    assert len(notice) <= 12
    for words in ("Nothing is kept", "Ctrl+C", "shell's history", "another one you trust", "safety"):
        assert words in "\n".join(notice)


def test_line_mode_and_the_command_write_the_same_letter(tell: Tell, tmp_path: Path) -> None:
    tell(*TO_LETTER, *ANSWERS, "1", "save", "text", "a.txt", "no")
    (tmp_path / "answers.yaml").write_text(
        "ground: performed-unsure\nwhen_done: March 2016\ncase_number: （2016）京0106执1234号\n"
        "decision_date: 20 April 2016\nfacts: 2016年3月付款。\nevidence: [银行转账凭证复印件]\n"
        'court: 北京市丰台区人民法院\nname: 李示例\nbirth_date: "?"\nid_number: 11010519491231002X\n',
        "utf-8",
    )
    given = ["letter", "cn-ltr-spc-correction", "--fill", "answers.yaml", "--output", "b.txt", "--as-of", "2026-11-22"]
    assert main(given) == 0
    assert Path("a.txt").read_bytes() == Path("b.txt").read_bytes()


def test_the_letter_is_read_before_it_is_saved_with_the_aid(tell: Tell) -> None:
    told = tell(*TO_LETTER, *ANSWERS, "1", "alone", "save")
    assert told.count("Recourse gives information. It does not act for you.") == 1
    aid = told.index("Reading aid. Do not send.")
    assert aid < told.index("In which format?")
    assert "\n  | 　　生效法律文书确定的义务" in told
    assert told.index("\n　　生效法律文书确定的义务") > aid


def test_a_reading_aid_that_cannot_be_made_stops_nothing(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    made = saving._bytes

    def only_letters(front: Front, chosen: Format, document: Document) -> bytes:
        if document.locale == "en":
            raise InputError("No sign for {characters}.", characters="x")
        return made(front, chosen, document)

    monkeypatch.setattr(saving, "_bytes", only_letters)
    told = tell(*TO_LETTER, *ANSWERS, "1", "save", "text", "a.txt", "yes")
    assert "No sign for x." in told, told[-1500:]
    assert "The letter is saved. The reading aid is not." in told
    assert "By when" in told.split("Saved: a.txt")[-1]
    assert [one.name for one in Path().iterdir()] == ["a.txt"]


@pytest.mark.parametrize("locale", ["en", "de", "zh_Hans"])
def test_the_words_that_are_named_are_those_that_are_understood(tell: Tell, locale: str) -> None:
    tr = translator(locale)
    gap, none = (tr.ctx("word to type", one) for one in ("gap", "none"))
    named = tell(*TO_LETTER, "2", "3/2016", tr.ctx("word to type", "back"), locale=locale).replace("\n  ", " ")
    assert tr('Type "{word}" for a blank that you fill in by hand.', word=gap) in named
    assert tr('Press Enter to keep it, or type "{word}" to take it out.', word=none) in named
    back = tr.ctx("word to type", "back")
    assert tr("There is a problem") not in tell(*TO_LETTER, "2", "3/2016", back, gap, locale=locale)
    emptied = tell(*TO_LETTER, "2", "3/2016", back, none, locale=locale)  # this question needs an answer
    assert emptied.count(tr("There is a problem")) == 1


@pytest.mark.parametrize("locale", sorted(locales()))
def test_each_word_to_type_is_one_word_and_means_one_thing(locale: str) -> None:
    tr = translator(locale)
    typed = [spoken(one, tr).casefold() for one in get_args(Command)]
    typed += [tr.ctx("word to type", one).casefold() for one in ("gap", "none", "erase")]
    assert [one for one in typed if not one or " " in one] == []
    assert [one for one, many in Counter(typed).items() if many > 1] == []


def test_answers_are_checked_changed_and_masked(tell: Tell) -> None:
    told = tell(*TO_LETTER, *ANSWERS, "name", "王样本", "1")
    overview = told.split("Check your answers")
    assert len(overview) == 3
    assert "李示例" in overview[1]
    assert "王样本" in overview[2]
    assert "11**************2X" in overview[1]
    assert "11010519491231002X" not in overview[1].split("> ")[0]
    assert "申请人：王样本" in told


def test_an_answer_that_closes_a_branch_is_not_used(tell: Tell) -> None:
    told = tell(*TO_LETTER, *ANSWERS, "ground", "3", "1", "1")
    last = told.split("Check your answers")[2]
    assert "In which month did that happen?" not in last.split("> ")[0]
    assert "How did the mix-up come about?" in last


def test_back_keeps_every_answer(tell: Tell) -> None:
    told = tell(*TO_LETTER, "2", "March 2016", "back", "", "")
    assert told.count("In which month did that happen?") == 2
    assert "Your answer so far: March 2016" in told
    assert "What is the enforcement case number" in told.split("Your answer so far")[1]


def test_back_from_the_first_question_stays(tell: Tell) -> None:
    told = tell("back", "back", "2")
    assert told.count("This is the first question.") == 2


def test_what_is_wrong_stands_last_above_the_prompt(tell: Tell) -> None:
    told = tell(*TO_LETTER, "2", "soon")
    problem = told.index("There is a problem")
    assert 'The answer to "In which month did that happen?"' in told[problem:]
    assert told.rstrip().endswith(">")
    assert len(told[problem:].splitlines()) <= 4


def test_a_day_that_can_mean_two_is_asked_back(tell: Tell) -> None:
    told = tell("tell", PAID, "1", "plan", "1", "days", "request_received", "3/4/2026", "2", "1")
    assert "Which one do you mean?" in told
    assert "Saturday 4 April 2026" in told or "Wednesday 4 March 2026" in told


def test_days_are_counted_and_saved_as_a_calendar(tell: Tell, tmp_path: Path) -> None:
    day = ["days", "1", "request_received", "20 Nov 2026", "plan"]
    told = tell("tell", PAID, "1", "plan", *day, "calendar", "", "leave")
    assert "They must answer or act by: Monday 7 December 2026 (in 15 days)" in told
    saved = (tmp_path / "days.ics").read_text()
    assert "SUMMARY:An answer is due today" in saved
    assert saved.count("BEGIN:VEVENT") == 1
    assert "20261207" in saved
    for word in ("court", "list", "cn-", "Recourse"):
        assert word not in saved


def test_days_that_cannot_be_are_refused(tell: Tell) -> None:
    told = tell(
        "tell",
        PAID,
        "1",
        "plan",
        "1",
        "days",
        "request_received",
        "30 Feb 2026",
        "1 Jan 1905",
        "Monday 3 Nov 2026",
        "2026",
        "x",
    )
    assert told.count("There is a problem") == 5
    assert "Traceback" not in told


def test_the_place_of_the_other_side(tell: Tell) -> None:
    way = ["situations", "A paid or old debt is still in my credit file", "plan", "1", "days", "place", "de-by"]
    told = tell(*way, "request_received", "2 Nov 2026", "route")
    assert "Where does the other side sit?" in told
    assert "They must answer or act by" in told


def test_a_day_belongs_to_one_route(tell: Tell) -> None:
    """One court can have received a request on another day than an office did, or nothing at all."""
    told = tell("tell", PAID, "1", "plan", "days", "1", "request_received", "20 Nov 2026", "plan")
    plan = told.rsplit("What you can do:", 1)[1]
    assert plan.count("Counted: ") == 1


def test_the_interview_with_nothing_but_i_dont_know(tell: Tell) -> None:
    told = tell("questions", *["I don't know"] * 7, "1")
    assert "What fits your answers" in told
    assert told.count("I don't know") <= 8 * 2


def test_a_result_says_why_and_can_be_changed(tell: Tell) -> None:
    told = tell("2", "1", "1", "1", "1", "1", "2", "change", "Where is the body", "2", "leave")
    assert "This fits because you said" in told
    assert "Which answer do you want to change?" in told
    assert "Your answer so far: China (mainland)" in told


def test_why_and_sources_at_every_question(tell: Tell) -> None:
    told = tell(*TO_LETTER, "?", "why", "help", "safety", "again")
    assert told.count("Why this is asked") == 2
    assert "the list rules), article 11 · text read · checked" in told
    assert "At every question you can type one of these words." in told
    assert "What leaving cannot undo" in told
    assert told.count("Why is the entry wrong?") == 2


def test_a_situation_is_read_section_by_section(tell: Tell) -> None:
    told = tell("tell", PAID, "1", "Read: How to recognise it", "12")
    assert "\nHow to recognise it\n" in told
    assert "\nSources\n" in told
    assert told.index("Before you do anything") < told.index("\nWhat this is\n")


def test_the_risks_come_before_the_letter(tell: Tell) -> None:
    told = tell("tell", PAID, "1", "plan", "1")
    route = told.split("Read in full: Ask the court to correct the list")[1]
    assert route.index("What can happen") < route.index("Write the letter")


def test_answers_by_number_name_and_first_letters(tell: Tell) -> None:
    for answer in ("1", "１", "1.", "tell", "Tell what happened in your own words", "tell what", " TELL "):
        assert "What happened?" in tell(answer), answer
    for answer in ("choose", "Choose from the list"):
        assert "That fits more than one answer" in tell(answer)
    for answer in ("", "0", "9", "xyzzy", "999999999999999999999"):
        assert "There is a problem" in tell(answer)


def test_a_word_of_ours_can_be_an_answer(tell: Tell) -> None:
    answers = [*ANSWERS[:11], '"Back"', *ANSWERS[12:]]
    assert "申请人：Back" in tell(*TO_LETTER, *answers, "1")


@pytest.mark.parametrize("word", ["leave", "quit", "exit", "LEAVE", "leave."])
def test_leaving(tell: Tell, word: str) -> None:
    assert tell(word, "tell").count(">") == 1


def test_the_language_is_asked_first_and_changed_in_mid_letter(tell: Tell) -> None:
    told = tell("de", locale_chosen=False)
    assert "Deutsch" in told
    assert "中文" in told
    told = tell(*TO_LETTER, "2", "March 2016", "language", "2", "back")
    assert "March 2016" in told.rsplit("Which language", 1)[1]


def test_an_existing_file_is_replaced_only_when_told_so(tell: Tell, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    told = tell(*TO_LETTER, *ANSWERS, "1", "save", "text", "", "no", "other", "no")
    assert "Replace it?" in told
    assert (tmp_path / "letter.txt").read_text() == "mine"
    assert (tmp_path / "other.txt").read_text().startswith("纠正失信信息申请书")


def test_a_place_that_cannot_be_written_is_asked_again(tell: Tell, tmp_path: Path) -> None:
    told = tell(*TO_LETTER, *ANSWERS, "1", "save", "text", "no/such/folder/a.txt", "x" * 300, ".", "a.txt", "no")
    assert told.count("There is a problem") >= 2
    assert (tmp_path / "a.txt").exists()


@pytest.mark.parametrize("locale", ["en", "de", "zh_Hans"])
def test_the_same_way_in_every_language(tell: Tell, tmp_path: Path, locale: str) -> None:
    """By numbers, which are the same everywhere; English words for commands always work."""
    told = tell(
        "4",
        "back",
        "start",
        "1",
        PAID,
        "1",
        "1",
        "1",
        "1",
        *ANSWERS,
        "1",
        "1",
        "1",
        "a.txt",
        "2",
        "leave",
        locale=locale,
    )
    assert (tmp_path / "a.txt").exists(), told[-2000:]


def test_hostile_lines_are_text(tell: Tell) -> None:
    bad = "\x1b]0;x\x07\x9b2J\u202eevil\x00"
    told = tell(bad, "tell", bad, "words", bad + PAID, "1", "plan", "1", "1", "2", "March 2016", bad, "", "", bad, "")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told)


def test_no_drawing_and_no_colour(tell: Tell) -> None:
    told = tell(*TO_LETTER, *ANSWERS, "1", "save")
    assert not re.search("[\u2500-\u259f\x1b\x08\r]", told)


class Monkey(io.StringIO):
    """Types something at every prompt, from a seed."""

    def __init__(self, seed: int, lines: int) -> None:
        super().__init__()
        self.chance = random.Random(seed)  # noqa: S311 - a seed, no secret
        self.left = lines

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]
        self.left -= 1
        if self.left < 0:
            return ""
        kind = self.chance.random()
        if kind < 0.55:
            return f"{self.chance.randint(1, 9)}\n"
        if kind < 0.75:
            return "\n"
        words = [
            "back",
            "again",
            "?",
            "help",
            "start",
            "gap",
            "none",
            "I don't know",
            "yes",
            "no",
            "language",
            "plan",
            "days",
        ]
        texts = [
            PAID,
            "2026-11-02",
            "March 2016",
            "6 Nov 2026",
            "3/4/26",
            "法院",
            "\x1b[2J",
            "x" * 6000,
            "李",
            "a.txt",
            "1",
            "save",
        ]
        return f"{self.chance.choice([*words, *texts])}\n"


@pytest.mark.parametrize("seed", range(12))
def test_a_monkey_finds_no_way_to_break_it(
    settings: dict[str, Setting], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.chdir(tmp_path)
    setting, out = settings["en"], io.StringIO()
    run(
        setting.adviser, lambda: setting.desk, setting.tr, Talk(Monkey(seed, 250), out), book=tmp_path / "home" / "book"
    )
    assert "\x1b" not in out.getvalue()


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")
@pytest.mark.parametrize("way", ["ctrl-c", "ctrl-d", "word", "term", "hup"])
def test_leaving_at_once_wipes_the_terminal(way: str, tmp_path: Path) -> None:
    import pty
    import signal

    child, device = pty.fork()
    if child == 0:
        os.chdir(TOP)
        env = {"PYTHONPATH": str(TOP), "LANG": "C.UTF-8", "TERM": "xterm", "HOME": str(tmp_path)}
        os.execve(sys.executable, [sys.executable, "-m", "assistant", "--plain", "--locale", "en"], env)  # noqa: S606
    seen = _until(device, b"> ")
    os.write(device, b"tell\n")
    seen = _until(device, b"> ")
    os.write(device, b"SECRET story")
    match way:
        case "ctrl-c":
            os.write(device, b"\x03")
        case "ctrl-d":
            os.write(device, b"\n")
            _until(device, b"> ")
            os.write(device, b"\x04")
        case "word":
            os.write(device, b"\n")
            _until(device, b"> ")
            os.write(device, b"leave\n")
        case "term":
            os.kill(child, signal.SIGTERM)
        case _:
            os.kill(child, signal.SIGHUP)
    seen = _rest(device)
    _, status = os.waitpid(child, 0)
    assert seen.endswith(b"\x1b[H\x1b[2J\x1b[3J")
    assert os.waitstatus_to_exitcode(status) == 0
    assert b"Traceback" not in seen


def _until(device: int, mark: bytes) -> bytes:
    seen = b""
    while not seen.endswith(mark):
        seen += os.read(device, 1000)
    return seen


def _rest(device: int) -> bytes:
    seen = b""
    while True:
        try:
            more = os.read(device, 1000)
        except OSError:
            return seen
        if not more:
            return seen
        seen += more
