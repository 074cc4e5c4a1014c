"""Two people follow their case in line mode: from the first letter through silence and refusal to the next authority."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.casebook import Secret
from assistant.guide.caseroom import CaseRoom

from .conftest import Sit
from .test_dialogue import ANSWERS, TO_LETTER

PASSPHRASE = "pass words of mine"  # noqa: S105 - of a test
OPEN = ["cases", "Open it with the passphrase", PASSPHRASE]
MAKE = ["Keep it in an encrypted case book", "Make it with a passphrase", "", PASSPHRASE, PASSPHRASE]


def case_now(tmp_path: Path) -> tuple[CaseRoom, str]:
    room = CaseRoom(tmp_path / "home" / "book", date(2027, 1, 1))
    room.open(Secret(PASSPHRASE, None))
    return room, room.shelf.cases()[0].name


def kept_file(tmp_path: Path, step: int) -> bytes:
    room, name = case_now(tmp_path)
    try:
        taken = room.shelf.case(name).step(step)
        assert taken is not None
        return room.shelf.read_file(taken.files[0])
    finally:
        room.lock()


@pytest.fixture
def listed(sit: Sit, tmp_path: Path) -> Sit:
    """A letter was saved, kept as a case in a new book, sent on 2 November 2026, and arrived on the 4th."""
    told = sit(
        "2026-11-02",
        *[*TO_LETTER, *ANSWERS, "1", "save", "text", "first.txt", "no"],
        *["Keep this as a case", "C-1", "A new person", "李示例", "R-1"],
        *[*MAKE, "Send it", "I sent it", "today"],
    )
    assert "This case is in memory only. It is gone when you leave." in told
    assert PASSPHRASE not in told
    assert told.rstrip("> \n").endswith("Go to all cases")
    assert "Waiting for answer\n" in told
    assert kept_file(tmp_path, 1) == Path("first.txt").read_bytes()
    told = sit("2026-11-05", *OPEN, "C-1", "Find out", "It arrived: tell the day", "4 Nov 2026")
    assert "Waiting for answer · answer by 19 November 2026" in told
    return sit


def test_the_court_is_silent_and_the_higher_court_is_asked(listed: Sit, visit: Sit, tmp_path: Path) -> None:
    told = listed("2026-11-19", *OPEN, "C-1", "1")
    assert "They must answer or act by: Thursday 19 November 2026" in told
    way = [*OPEN, "C-1", "1", "Another way: Ask the higher court", "Write the letter"]
    known: dict[str, str | list[str]] = {
        "Which act of the executing court": "1",
        "Which of these fits you?": "I did not file an objection",
        "run out?": "2026-06-01",
        "number does the last ruling": "（2016）京0106执异5号",
        "Why is it wrong?": ["义务已经履行完毕。", ""],
        "runs the enforcement case": "北京市丰台区人民法院",
        "Which court do you ask?": ["北京市第二中级人民法院", ""],
        "Check your answers": "1",
        "~1. Save the letter": "save",
        "In which format?": "text",
        "What is the file called": "second.txt",
        "Save the reading aid too?": "no",
        "What do you want to do next?": "Tell the day you send it",
        "On which day did you send it?": "today",
        "What do you want to do?": "leave",
    }
    told = visit("2026-11-20", *way, known=known)
    assert "1. Next: " in told
    assert "They did not answer in time." in told
    assert "Answers from this case are filled in." in told
    assert "What is your name" not in told[told.rindex("How to answer") : told.index("Check your answers")]
    for words in ("李示例", "（2016）京0106执1234号", "北京市丰台区人民法院"):
        assert words in told[told.index("Check your answers") : told.index("In which format?")]
    assert "The letter is in the case, exactly as it was saved." in told
    assert kept_file(tmp_path, 2) == Path("second.txt").read_bytes()
    room, name = case_now(tmp_path)
    second = room.shelf.case(name).steps[1]
    room.lock()
    assert (second.route, second.follows, second.recipient) == ("cn-execution-supervision", 1, "北京市第二中级人民法院")
    assert second.sent == date(2026, 11, 20)


def questions(told: str) -> str:
    """What is asked after the way of the letter is chosen."""
    return told[told.rindex("How to answer") :]


def test_the_court_refuses_and_the_higher_court_looks_again(listed: Sit, visit: Sit, tmp_path: Path) -> None:
    told = listed(
        "2026-11-17", *OPEN, "C-1", "1", "They answered: tell what", "No, and they say why", "16 Nov 2026", "by post"
    )
    assert "In progress · due 26 November 2026" in told
    top = told[told.rindex("What is due first stands at the top.") :]
    assert "1. Next: Ask the higher court to look at the refusal\n   Aim for Thursday 26 November 2026" in top
    known: dict[str, str | list[str]] = {
        "Which ground": "1",
        "What was refused": "1",
        "Which court refused": "北京市丰台区人民法院",
        "next higher one": ["北京市第二中级人民法院", ""],
        "Check your answers": "1",
        "~1. Save the letter": "save",
        "In which format?": "pdf",
        "What is the file called": "third.pdf",
        "Save the reading aid too?": "no",
        "What do you want to do next?": "leave",
        "~Without it the letter makes no sense": "1",
        "~This is required": "1",
    }
    told = visit("2026-11-17", *OPEN, "C-1", "1", "Write the letter", known=known)
    assert "Last day: Thursday 26 November 2026. After it you are late." in told
    assert "Check your answers" in told, told[-1500:]
    asked = told[told.rindex("How to answer") : told.index("Check your answers")]
    assert "What is your name" not in asked
    assert "On which day" not in asked  # the day of the refusal is filled in
    check = told[told.index("Check your answers") : told.index("In which format?")]
    assert "2026-11-16" in check
    assert kept_file(tmp_path, 2) == Path("third.pdf").read_bytes()
    told = listed("2026-11-18", *OPEN, "C-1", "Read what happened")
    assert "Monday 16 November 2026: by post" in told


def test_a_day_that_passed_is_told_with_what_is_left(listed: Sit) -> None:
    listed("2026-11-17", *OPEN, "C-1", "1", "They answered: tell what", "No, and they say why", "16 Nov 2026", "")
    late = listed("2026-11-28", *OPEN, "C-1")
    assert "Day passed · In progress · day passed: 26 November 2026" in late
    assert "The last day was Thursday 26 November 2026" in late


GDPR: dict[str, str | list[str]] = {
    "In which language do you file": "English",
    "Which company or body is the letter for?": ["Muster GmbH", "Musterstraße 1", "10115 Berlin", ""],
    "What is your full name?": "Kim Beispiel",
    "What is your postal address?": ["Beispielweg 2", "10117 Berlin", ""],
    "Check your answers": "1",
    "~1. Save the letter": "save",
    "In which format?": "text",
    "Save the reading aid too?": "no",
    "What do you want to do next?": "Tell the day you send it",
    "On which day did you send it?": "today",
    "What do you want to do?": "leave",
    "~Without it the letter makes no sense": "1",
}


def test_a_company_is_reminded_answers_in_part_and_the_authority_is_asked(sit: Sit, visit: Sit, tmp_path: Path) -> None:
    begin = ["cases", "Begin a case", "data broker", "list of situations", "A data broker, an ad network", "G-1", "1"]
    told = sit("2026-08-28", *begin, *MAKE)
    assert "Not started" in told
    way = [*OPEN, "G-1", "Write a letter", "Ask what data they keep about you"]
    told = visit("2026-08-28", *way, known={**GDPR, "What is the file called": "one.txt"})
    assert "Saved: one.txt" in told, told[-1500:]
    assert kept_file(tmp_path, 1) == Path("one.txt").read_bytes()
    told = sit("2026-09-01", *OPEN, "G-1", "Find out", "It arrived: tell the day", "31 Aug 2026")
    assert "answer by 30 September 2026" in told  # one month of 31 August
    told = sit("2026-10-01", *OPEN, "G-1")
    assert "Next: Remind" in told[told.rindex("What do you want to do?") :]
    told = visit(
        "2026-10-01",
        *OPEN,
        "G-1",
        "Next: Remind",
        "Write the letter",
        known={**GDPR, "What is the file called": "two.txt"},
    )
    asked = told[told.rindex("How to answer") : told.index("Check your answers")]
    for words in ("What is your full name", "When did they receive", "On which day", "Which company or body"):
        assert words not in asked
    check = told[told.index("Check your answers") : told.index("In which format?")]
    for words in ("2026-08-28", "2026-08-31", "Muster GmbH", "Kim Beispiel"):
        assert words in check
    assert kept_file(tmp_path, 2) == Path("two.txt").read_bytes()
    sit("2026-10-06", *OPEN, "G-1", "Find out", "It arrived: tell the day", "5 Oct 2026")
    answer = ["Tell what happened", "1", "Only a part", "today", "a page is missing", "Read what happened"]
    told = sit("2026-10-12", *OPEN, "G-1", *answer)
    assert "They answered some points and left others open" in told
    assert "Monday 12 October 2026: a page is missing" in told
    assert "Complain to the data protection authority" in told[told.rindex("What do you want to do?") :]
    complain = ["Write a letter", "Complain to the data protection authority"]
    known: dict[str, str | list[str]] = {
        **GDPR,
        "Which authority": ["Authority of the Test", "Testweg 1", "10119 Berlin", ""],
        "What happened": ["28 August 2026", "I asked for my data", "no"],
        "What is the file called": "three.txt",
        "May ": "1",
    }
    told = visit("2026-10-12", *OPEN, "G-1", *complain, known=known)
    assert "Check your answers" in told, told[-3000:]
    asked = told[told.rindex("How to answer") : told.index("Check your answers")]
    for words in ("Which company", "What is your full name", "What is your postal address"):
        assert words not in asked
    check = told[told.index("Check your answers") : told.index("In which format?")]
    assert "Muster GmbH; Musterstraße 1; 10115 Berlin" in check
    assert kept_file(tmp_path, 3) == Path("three.txt").read_bytes()
    room, name = case_now(tmp_path)
    steps = room.shelf.case(name).steps
    room.lock()
    assert [(one.route, one.follows, one.recipient == "Muster GmbH") for one in steps] == [
        ("eu-gdpr-access", None, True),
        ("eu-gdpr-reminder", 1, True),
        ("eu-dpa-complaint", 2, False),
    ]
