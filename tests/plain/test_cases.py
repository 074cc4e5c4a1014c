"""Cases in line mode: in memory until a book is asked for; told, searched, handed over, removed."""

from __future__ import annotations

import io
import os
import select
import stat
import sys
import time
from pathlib import Path

import pytest

from assistant.cli import Setting
from assistant.plain import run
from assistant.plain.talk import Talk

from .conftest import TODAY, TOP, Sit
from .test_dialogue import ANSWERS, TO_LETTER, Monkey

ON = TODAY.isoformat()
WORDS = "quiet words of mine"
MAKE = ["Keep them in an encrypted case book", "Make it with a passphrase", "", WORDS, WORDS]
OPEN = ["cases", "Open it with the passphrase", WORDS]
NEW = ["cases", "Begin a case", "paid court list", "I did what the judgment said"]


def begin(label: str, *whose: str) -> list[str]:
    """A case from the overview: its name, and whose it is."""
    return ["cases", "Begin a case", "", label, *(whose or ("1",))]


def person(name: str, reference: str) -> list[str]:
    return ["A new person", name, reference]


def test_a_case_is_in_memory_until_a_book_is_asked_for(sit: Sit, tmp_path: Path) -> None:
    told = sit(ON, *NEW, "A-1", "1", "Add a note", "a note", "", "all cases")
    assert told.count("in memory only") >= 3
    assert "The note is in the case." in told
    assert list(tmp_path.iterdir()) == []
    assert "A-1" not in sit(ON, "cases")


def test_a_book_is_made_and_opened_again(sit: Sit, tmp_path: Path) -> None:
    told = sit(ON, *NEW, "A-1", "1", "all cases", *MAKE, "A-1")
    for words in ("not what is in it", "no way back", "six words", "very strong"):
        assert words in told
    assert WORDS not in told
    assert "The case book is open" in told
    assert stat.S_IMODE((tmp_path / "home" / "book").stat().st_mode) == 0o600
    told = sit(ON, *OPEN, "A-1")
    assert "Case: A-1" in told
    assert "in memory only" not in told


def test_a_weak_passphrase_is_warned_about_and_taken(sit: Sit) -> None:
    told = sit(ON, *NEW, "A-1", "1", "all cases", *MAKE[:3], "password", "passwort", "password", "password", "A-1")
    assert "very weak" in told
    assert "not the same" in told
    assert "Case: A-1" in told


def test_a_wrong_passphrase_is_told_and_asked_again(sit: Sit) -> None:
    sit(ON, *NEW, "A-1", "1", "all cases", *MAKE)
    told = sit(ON, "cases", "Open it with the passphrase", "wrong", "Open it with the passphrase", WORDS, "A-1")
    assert "There is a problem" in told
    assert "passphrase is wrong" in told
    assert "Case: A-1" in told
    told = sit(ON, "cases", "Open it with the passphrase", "", "Begin a case", "", "B", "1")
    assert "This case is in memory only" in told


def test_a_file_that_is_no_book_is_told(sit: Sit, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "book").write_text("a diary", encoding="utf-8")
    told = sit(ON, "cases", "Open it with the passphrase", "x")
    assert "There is a problem" in told
    assert (tmp_path / "home" / "book").read_text(encoding="utf-8") == "a diary"


def test_whose_case_it_is_stands_on_every_page(sit: Sit) -> None:
    told = sit(
        ON, *NEW, "A-1", *person("Anna Berg", "R-1"), "1", "Write the letter", "2", "March 2016", "?", "back", "back"
    )
    opened = told[told.index("The case is there.") :]
    pages = opened.split("\n> \n")
    assert len(pages) > 6
    line = "Case: A-1 · Anna Berg (R-1)"
    asked = [page for page in pages if page.strip() and "Why this is asked" not in page]
    assert all(line in page for page in asked[:-1]), asked


def test_nothing_of_one_case_is_known_in_the_next(sit: Sit) -> None:
    to_form = ["1", "Write the letter", "2", "March 2016"]
    told = sit(ON, *NEW, "A-1", "1", *to_form, *NEW, "B-1", "1", "1", "Write the letter", "2")
    last = told[told.rindex("In which month did that happen?") :]
    assert "March 2016" not in last
    told = sit(ON, *NEW, "A-1", "1", *to_form, "start", *TO_LETTER, "2")
    assert "March 2016" not in told[told.rindex("In which month did that happen?") :]


def test_a_plan_and_its_days_become_a_case_and_days_told_later_go_into_it(sit: Sit, tmp_path: Path) -> None:
    to_plan = ["tell", "I paid but I am still on the court list", "1", "plan"]
    told = sit(ON, *to_plan, "Tell the days", "1", "3", "2 Nov 2026", "plan", "Keep this as a case", "A-1", "1", "Undo")
    undo = told[told.rindex("Which change do you want to take back?") :]
    assert "Monday 2 November 2026" in undo
    told = sit(
        ON,
        *NEW,
        "A-1",
        "1",
        "Go to the plan",
        "Tell the days",
        "1",
        "3",
        "2 Nov 2026",
        "Go to the plan",
        "Go to the case",
        "Undo",
    )
    assert "Monday 2 November 2026" in told[told.rindex("Which change do you want to take back?") :]


def test_the_letter_that_was_saved_is_kept_with_the_case(sit: Sit) -> None:
    saved = [*TO_LETTER, *ANSWERS, "1", "save", "text", "a.txt", "no"]
    told = sit(ON, *saved, "Keep this as a case", "A-1", "1", "Add a paper", "Letter 1", "b.txt", "Go to the case")
    assert Path("a.txt").read_bytes() == Path("b.txt").read_bytes()
    assert "What you save is not encrypted." in told
    told = sit(ON, *saved[:-2], "c.txt", "no", "Keep this as a case", "A-1", "1", "Send it", "I sent it", "today")
    assert "Waiting for answer" in told


def test_slips_are_refused_or_taken_back(sit: Sit) -> None:
    saved = [*TO_LETTER, *ANSWERS, "1", "save", "text", "a.txt", "no", "Keep this as a case", "A-1", "1"]
    told = sit(ON, *saved, "Send it", "I sent it", "24 Dec 2026", "31/31/2026", "3 Nov 2026")
    assert "still to come" in told
    assert "There is a problem" in told
    Path("a.txt").unlink()
    sent = ["Send it", "I sent it", "20 Nov 2026", "1", "It arrived", "19 Nov 2026", "21 Nov 2026"]
    told = sit(ON, *saved, *sent, "Undo", "Step 1: arrived")
    assert "cannot have arrived before" in told
    assert "answer by" in told
    assert "Find out the day it arrived" in told[told.rindex("Taken back.") :]


def test_done_without_a_letter_end_and_resume(sit: Sit) -> None:
    alone = ["Add something you did", "Ask for a free lawyer", "yesterday", "20 Nov 2026"]
    told = sit(ON, *NEW, "A-1", "1", *alone, "End the case", "It is settled", "Resume", "Read what happened")
    assert "Done" in told
    assert "Sent: Ask for a free lawyer" in told[told.rindex("What happened") :]


def test_papers_and_notes(sit: Sit, tmp_path: Path) -> None:
    (tmp_path / "scan.bin").write_bytes(bytes(range(256)))
    told = sit(
        ON, *begin("A-1"), "Add a paper", "Add a paper", "nowhere.pdf", "scan.bin", "the refusal",
        "the refusal", "Save it", "copy.bin", "the refusal", "Remove it", "no", "the refusal", "Remove it", "scan.bin",
        "Go to the case", "Read what happened",
    )  # fmt: skip
    assert (tmp_path / "copy.bin").read_bytes() == bytes(range(256))
    assert "could not be read" in told
    assert "Nothing was removed." in told
    assert "Removed: scan.bin" in told
    assert "Papers" not in told[told.rindex("What happened\n") :].split("Case: ")[0]


def test_the_overview_is_searched_filtered_and_sorted(sit: Sit) -> None:
    made = [
        *begin("bravo", *person("Zoë Lang", "R-1")), *begin("alpha", *person("Anna Berg", "")), *begin("gamma", "1"), "cases",
    ]  # fmt: skip
    told = sit(ON, *made, "LANG")
    assert "1 of 3" in told
    assert "Searched for: LANG" in told
    assert "Zoë" not in told[told.rindex("Your cases") :]
    assert "1. R-1 · bravo" in told
    assert "A. B. · alpha" in told
    named = sit(ON, *made, "Show the names")
    assert "Zoë Lang (R-1) · bravo" in named[named.rindex("Your cases") :]
    order = sit(ON, *made, "Sort", "By name")
    last = order[order.rindex("Your cases") :]
    assert last.index("alpha") < last.index("gamma") < last.index("bravo")
    none = sit(ON, *made, "Show fewer", "Done")
    assert "0 of 3" in none
    one = sit(ON, *made, "Show fewer", "Only: R-1")
    assert "1 of 3" in one
    opened = sit(ON, *made, "zoë lang")
    assert opened.rindex("Case: bravo") > opened.rindex("Your cases")


def test_people_with_nearly_the_same_name_are_pointed_out(sit: Sit) -> None:
    told = sit(
        ON,
        *begin("a", *person("Anna Berghofer", "R-1")),
        "cases",
        "Persons",
        "Add a person",
        "ANNA Berghöfer",
        "no",
        "R-2",
        "cases",
    )
    assert "nearly this name: Anna Berghofer (R-1). Is it the same person?" in told
    assert "Two people have nearly this name" in told


def test_removal_is_confirmed_by_typing_the_name(sit: Sit) -> None:
    made = begin("A-1", *person("Anna Berg", "R-1"))
    told = sit(ON, *made, "Remove this case", "no", "Remove this case", "a-1")
    assert "Nothing was removed." in told
    assert "Backups" in told
    assert "Removed: A-1" in told
    told = sit(ON, *made, "cases", "Persons", "Anna", "Remove this person", "anna berg", "cases")
    assert "Removed: Anna Berg (R-1)" in told
    assert "R-1 · A-1" not in told[told.rindex("Your cases") :]


def test_a_case_is_handed_over_and_taken_over(sit: Sit) -> None:
    told = sit(ON, *begin("A-1", *person("Anna Berg", "R-1")), "Hand this case", "parcel", "their words", "their words")
    assert "Saved: " in told
    make = ["cases", *MAKE]
    take = ["The case book", "Take over", "parcel", "bad", "parcel", "their words", "yes"]
    told = sit(ON, *make, *take, book="other/book")
    assert "There is a problem" in told
    assert "Whose: Anna Berg (R-1)" in told
    assert "1 case taken over" in told
    assert "R-1 · A-1" in told[told.rindex("Your cases") :]


def test_the_book_is_kept_up_and_erased(sit: Sit, tmp_path: Path) -> None:
    sit(ON, *begin("A-1"), "cases", *MAKE)
    menu = [*OPEN, "The case book"]
    told = sit(
        ON,
        *menu,
        "Make a backup",
        "copy",
        "Read the whole book",
        "Change the passphrase",
        WORDS,
        "",
        "new words",
        "new words",
        "",
    )
    assert "The book is sound: 1 case." in told
    assert "The passphrase is changed" in told
    assert (tmp_path / "copy").is_file()
    told = sit(
        ON, "cases", "Open it with the passphrase", "new words", "The case book", "Erase", "no", "Erase", "erase"
    )
    assert "Nothing was removed." in told
    assert "Erased: " in told
    assert not (tmp_path / "home" / "book").exists()
    assert "1 of 1" in sit(ON, *OPEN, book="copy")


def test_lock_is_understood_everywhere(sit: Sit) -> None:
    sit(ON, *begin("A-1"), "cases", *MAKE)
    told = sit(ON, "lock", *OPEN, "A-1", "Add a note", "lock", "cases")
    assert "No case book is open." in told
    assert "Its key is forgotten." in told
    assert "There is a case book here" in told[told.rindex("Its key is forgotten.") :]


def test_paper_and_calendar_of_cases(sit: Sit) -> None:
    told = sit(
        ON, *NEW, "A-1", *person("Anna Berg", "R-1"), "Printable", "plan of this case", "no", "html", "plan.html",
        "Printable", "calendar", "no", "days.ics", "cases", "Week's list", "week's list", "yes", "text", "week.txt",
        "Week's list", "calendar", "no", "all.ics",
    )  # fmt: skip
    assert told.count("Saved: ") == 4
    assert "Anna" not in Path("plan.html").read_text(encoding="utf-8")
    assert Path("days.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert "Law as of" in Path("week.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", ["de", "zh_Hans"])
def test_other_languages(sit: Sit, locale: str) -> None:
    told = sit(ON, "cases", "1", "", "A-1", "1", "1", "cases", locale=locale)
    assert "A-1" in told
    assert "{" not in told


class Clerk(Monkey):
    """A monkey that begins among cases and comes back to them."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        if self.chance.random() < 0.06:
            return f"{self.chance.choice(['cases', 'lock', 'today', 'A-1', 'quiet', '12', '14', '16'])}\n"
        return super().readline(size)


@pytest.mark.parametrize("seed", range(12))
def test_a_monkey_among_cases_finds_no_way_to_break_it(
    sit: Sit, tmp_path: Path, settings: dict[str, Setting], seed: int
) -> None:
    sit(ON, *NEW, "A-1", "1", "all cases", *MAKE)
    setting, out = settings["en"], io.StringIO()
    typed = Clerk(seed, 250)
    start = [*OPEN, "A-1"]
    first = iter(start)

    class Both(io.StringIO):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            line = next(first, None)
            return f"{line}\n" if line is not None else typed.readline(size)

    run(setting.adviser, lambda: setting.desk, setting.tr, Talk(Both(), out), book=tmp_path / "home" / "book")
    assert "\x1b" not in out.getvalue()


def terminal(tmp_path: Path, idle: float) -> tuple[int, int]:
    """Line mode on a pseudo terminal, with a book and a short patience."""
    import pty

    child, device = pty.fork()
    if child == 0:  # pragma: no cover - another process
        code = (
            "import sys\nfrom assistant.plain import leaving\n"
            f"leaving.IDLE = {idle}\n"
            f"sys.argv = ['recourse', '--plain', '--locale', 'en', '--home', {str(tmp_path / 'home')!r}]\n"
            "from assistant.__main__ import main\nmain()\n"
        )
        os.chdir(tmp_path)
        os.environ["PYTHONPATH"] = str(TOP)
        os.execv(sys.executable, [sys.executable, "-c", code])  # noqa: S606 - ourselves
    return child, device


def heard(device: int) -> bytes:
    """What the program says next; a program that says nothing for a minute hangs."""
    ready, _, _ = select.select([device], [], [], 60)
    assert ready, "nothing was said for a minute"
    return os.read(device, 1000)


def until(device: int, words: bytes) -> bytes:
    seen = b""
    while words not in seen:
        seen += heard(device)
    return seen


def rest(device: int) -> bytes:
    seen = b""
    try:
        while more := heard(device):
            seen += more
    except OSError:
        pass
    return seen


WIPED = b"\x1b[H\x1b[2J\x1b[3J"


def unshown(device: int) -> None:
    """Wait until the terminal shows nothing: what is typed before that is thrown away, as passphrases are asked everywhere."""
    import termios

    for _ in range(500):
        if not termios.tcgetattr(device)[3] & termios.ECHO:
            return
        time.sleep(0.02)
    pytest.fail("the terminal still shows what is typed")


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")
def test_five_minutes_without_a_line_end_it_with_an_open_book(sit: Sit, tmp_path: Path) -> None:
    sit(ON, *begin("A-1"), "cases", *MAKE)
    child, device = terminal(tmp_path, 0.5)
    until(device, b"begin?")
    os.write(device, b"cases\n")
    until(device, b"Go on without it")
    os.write(device, b"1\n")
    until(device, b"What you type is not shown.")
    unshown(device)
    os.write(device, WORDS.encode() + b"\n")
    seen = rest(device)
    assert b"After five minutes without a line" in seen
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert seen.endswith(WIPED)
    assert WORDS.encode() not in seen  # typed without being shown


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")
@pytest.mark.parametrize("way", ["ctrl-c", "ctrl-d"])
def test_leaving_at_the_passphrase_shows_what_is_typed_again(sit: Sit, tmp_path: Path, way: str) -> None:
    import termios

    sit(ON, *begin("A-1"), "cases", *MAKE)
    child, device = terminal(tmp_path, 60)
    until(device, b"begin?")
    shown = termios.tcgetattr(device)[3] & termios.ECHO
    os.write(device, b"cases\n")
    until(device, b"Go on without it")
    os.write(device, b"1\n")
    until(device, b"What you type is not shown.")
    unshown(device)
    os.write(device, b"\x03" if way == "ctrl-c" else b"\x04")
    seen = rest(device)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert seen.endswith(WIPED)
    try:
        assert termios.tcgetattr(device)[3] & termios.ECHO == shown
    except termios.error:
        pytest.skip("the terminal is gone with its process here")
