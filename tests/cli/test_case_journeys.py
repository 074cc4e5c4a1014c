"""Two people follow their case by commands: from the first letter through silence and refusal to the next authority."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.knowledge import open_knowledge
from assistant.letters import read_fill

from .conftest import PAID, Answer, Run

DESPITE = "cn-spc-list-despite-compliance"


def told(case: Run, name: str, on: str) -> list[dict[str, Any]]:
    """What is to be done on a day."""
    found: list[dict[str, Any]] = case("next", name, "--json", as_of=on).json
    return found


def letters(todo: dict[str, Any]) -> list[str]:
    return [one["id"] for one in todo["letters"]]


def filled(blank: str, **answers: str) -> str:
    """The file of answers that was printed, with some more of them written in."""
    for name, answer in answers.items():
        assert f"\n{name}:" in blank, name
        head, _, rest = blank.partition(f"\n{name}:")
        blank = f"{head}\n{name}: {answer}\n{rest.partition(chr(10))[2]}"
    return blank


def kept(case: Run, name: str, number: str, tmp_path: Path, on: str) -> bytes:
    """A kept file, out of the book again."""
    target = tmp_path / f"out-{number}-{on}"
    assert case("file", name, number, "--output", str(target), as_of=on).code == 0
    return target.read_bytes()


@pytest.fixture
def listed(case: Run, tmp_path: Path) -> Run:
    """A person on the court list whose first letter arrived on Wednesday 4 November 2026."""
    assert case("new", DESPITE, "--label", "C-1", as_of="2026-11-01").code == 0
    (first, *_) = told(case, "C-1", "2026-11-01")
    assert (first["kind"], first["route"], letters(first)) == (
        "begin",
        "cn-spc-list-correction",
        ["cn-ltr-spc-correction"],
    )
    made = case("write", "C-1", "cn-ltr-spc-correction", "--fill", str(PAID), "--output", "l.pdf", as_of="2026-11-02")
    assert made.code == 0
    assert kept(case, "C-1", "1", tmp_path, "2026-11-02") == Path("l.pdf").read_bytes()
    (send, *_) = told(case, "C-1", "2026-11-02")
    assert (send["kind"], send["step"]) == ("send", 1)
    assert case("add", "C-1", "sent", as_of="2026-11-02").code == 0
    assert told(case, "C-1", "2026-11-03")[0]["kind"] == "tell"
    assert case("add", "C-1", "arrived", "--day", "2026-11-04", as_of="2026-11-05").code == 0
    return case


def test_the_court_is_silent_and_the_higher_court_is_asked(listed: Run, tmp_path: Path) -> None:
    (wait, *_) = told(listed, "C-1", "2026-11-19")
    assert (wait["kind"], wait["aim"]) == ("wait", "2026-11-19")  # day 1 is 5 November, day 15 is 19 November
    (follow, *_) = told(listed, "C-1", "2026-11-20")
    ways = [follow["route"], *(one["route"] for one in follow["others"])]
    assert (follow["kind"], follow["outcome"], follow["step"]) == ("follow", "silence", 1)
    assert "cn-execution-supervision" in ways
    assert "cn-procuratorate-supervision" in ways
    blank = listed("write", "C-1", "cn-ltr-exec-supervision", "--blank", as_of="2026-11-20")
    assert blank.code == 0
    assert 'name: "李示例"' in blank.out
    assert 'case_number: "（2016）京0106执1234号"' in blank.out
    (tmp_path / "s.yaml").write_text(supervision(blank.out), encoding="utf-8")
    made = listed(
        "write", "C-1", "cn-ltr-exec-supervision", "--fill", "s.yaml", "--output", "s.pdf", as_of="2026-11-20"
    )
    assert (made.code, "step 2" in made.err) == (0, True), made.err
    assert kept(listed, "C-1", "2", tmp_path, "2026-11-20") == Path("s.pdf").read_bytes()
    shown = listed("show", "C-1", "--json", as_of="2026-11-20").json
    assert [(one["route"], one["follows"]) for one in shown["steps"]] == [
        ("cn-spc-list-correction", None),
        ("cn-execution-supervision", 1),
    ]
    assert told(listed, "C-1", "2026-11-20")[0]["kind"] == "send"


def supervision(blank: str) -> str:
    """The few answers of the supervision letter that no earlier letter gave."""
    letter = open_knowledge().letters["cn-ltr-exec-supervision"]
    known = read_fill(blank, "blank", letter).answers
    more = {
        "act": next(one for one in letter.fields if one.id == "act").options[0].id,
        "track": next(one for one in letter.fields if one.id == "track").options[0].id,
        "ruling_number": '"（2016）京0106执异5号"',
        "effective_on": "2016-05-01",
        "ended_on": "2016-06-01",
        "reasons": "[义务已经履行完毕。]",
        "executing_court": "北京市丰台区人民法院",
        "court": "北京市第二中级人民法院",
    }
    return filled(blank, **{name: answer for name, answer in more.items() if not known.get(name)})


def test_the_court_refuses_and_the_higher_court_looks_again(listed: Run, tmp_path: Path) -> None:
    kinds = [one["id"] for one in listed("add", "C-1", "answers", "--json", as_of="2026-11-16").json]
    assert {"all", "refused", "part"} <= set(kinds)
    assert listed("add", "C-1", "answer", "refused", "--day", "2026-11-16", as_of="2026-11-17").code == 0
    (follow, *_) = told(listed, "C-1", "2026-11-17")
    assert (follow["route"], follow["outcome"], follow["aim"]) == ("cn-spc-list-reconsideration", "no", "2026-11-26")
    (limit,) = [one for one in follow["limits"] if one["last_day"]]
    assert (limit["event_date"], limit["last_day"]) == ("2026-11-16", "2026-11-26")
    assert letters(follow) == ["cn-ltr-spc-reconsideration"]
    blank = listed("write", "C-1", "cn-ltr-spc-reconsideration", "--blank", as_of="2026-11-17").out
    assert 'served_on: "2026-11-16"' in blank
    assert 'first_court: "北京市丰台区人民法院"' in blank
    letter = open_knowledge().letters["cn-ltr-spc-reconsideration"]
    ground = next(one for one in letter.fields if one.id == "ground").options[0].id
    (tmp_path / "r.yaml").write_text(filled(blank, ground=ground, higher_court="北京市第二中级人民法院"), "utf-8")
    write = ["write", "C-1", "cn-ltr-spc-reconsideration", "--fill", "r.yaml", "--output", "r.docx"]
    made = listed(*write, as_of="2026-11-18")
    assert made.code == 0, made.err
    assert listed("add", "C-1", "sent", as_of="2026-11-18").code == 0
    assert listed("add", "C-1", "arrived", "--day", "2026-11-20", as_of="2026-11-21").code == 0
    assert listed("add", "C-1", "answer", "refused", "--day", "2026-12-01", as_of="2026-12-02").code == 0
    (follow, *_) = [one for one in told(listed, "C-1", "2026-12-02") if one["kind"] == "follow"]
    assert (follow["route"], follow["step"]) == ("cn-execution-supervision", 2)
    assert "cn-procuratorate-supervision" in [one["route"] for one in follow["others"]]
    assert any("1 December 2026" in one for one in follow["bring"])


@pytest.fixture
def asked(case: Run, tmp_path: Path) -> Run:
    """A person in Europe whose request for access arrived on Monday 31 August 2026."""
    assert case("new", "data-broker-profile", "--label", "G-1", as_of="2026-08-28").code == 0
    fill = "recipient:\n  name: Muster GmbH\n  address:\n    - Musterstraße 1\n    - 10115 Berlin\nfull_name: Kim Beispiel\npostal_address:\n  - Beispielweg 2\n  - 10117 Berlin\n"
    (tmp_path / "a.yaml").write_text(fill, encoding="utf-8")
    write = ["write", "G-1", "eu-l-access", "--route", "eu-gdpr-access", "--fill", "a.yaml", "--lang", "en"]
    made = case(*write, "--output", "a.txt", as_of="2026-08-28")
    assert made.code == 0, made.err
    assert case("add", "G-1", "sent", as_of="2026-08-28").code == 0
    assert case("add", "G-1", "arrived", "--day", "2026-08-31", as_of="2026-09-01").code == 0
    return case


def of_step(todo: list[dict[str, Any]], step: int) -> dict[str, Any]:
    return next(one for one in todo if one["step"] == step)


def test_a_company_is_reminded_answers_in_part_and_the_authority_is_asked(asked: Run, tmp_path: Path) -> None:
    wait = of_step(told(asked, "G-1", "2026-09-30"), 1)
    assert (wait["kind"], wait["aim"]) == ("wait", "2026-09-30")  # one month of 31 August ends on 30 September
    follow = of_step(told(asked, "G-1", "2026-10-01"), 1)
    assert (follow["kind"], follow["outcome"], follow["route"]) == ("follow", "silence", "eu-gdpr-reminder")
    assert {"eu-dpa-complaint", "eu-gdpr-court-action"} <= {one["route"] for one in follow["others"]}
    blank = asked("write", "G-1", "eu-l-reminder", "--blank", as_of="2026-10-02").out
    for line in (
        'request_date: "2026-08-28"',
        'date_received: "2026-08-31"',
        'full_name: "Kim Beispiel"',
        "Muster GmbH",
    ):
        assert line in blank
    answers = read_fill(blank, "blank", open_knowledge().letters["eu-l-reminder"]).answers
    more = {"request_kind": "access", "answer": "none"}
    known = {one.id: [each.id for each in one.options] for one in open_knowledge().letters["eu-l-reminder"].fields}
    more = {name: value if value in known[name] else known[name][0] for name, value in more.items()}
    (tmp_path / "e.yaml").write_text(filled(blank, **{n: v for n, v in more.items() if not answers.get(n)}), "utf-8")
    made = asked("write", "G-1", "eu-l-reminder", "--fill", "e.yaml", "--output", "e.pdf", as_of="2026-10-02")
    assert made.code == 0, made.err
    assert kept(asked, "G-1", "2", tmp_path, "2026-10-02") == Path("e.pdf").read_bytes()
    assert asked("add", "G-1", "sent", as_of="2026-10-02").code == 0
    assert asked("add", "G-1", "arrived", "--day", "2026-10-05", as_of="2026-10-06").code == 0
    assert asked("add", "G-1", "answer", "part", "--day", "2026-10-12", as_of="2026-10-12").code == 0
    follow = of_step(told(asked, "G-1", "2026-10-13"), 2)
    ways = [follow["route"], *(one["route"] for one in follow["others"])]
    assert (follow["outcome"], "eu-dpa-complaint" in ways) == ("partly", True)
    blank = asked("write", "G-1", "eu-l-dpa-complaint", "--blank", as_of="2026-10-13").out
    assert "Muster GmbH" in blank.partition("\ncontroller:")[2].partition("\nname_may_be_told:")[0]
    assert 'full_name: "Kim Beispiel"' in blank
    assert "Muster GmbH" not in blank.partition("\nrecipient:")[2]  # the authority is not the company


def test_without_a_file_the_answers_of_earlier_letters_are_shown_and_used(asked: Run) -> None:
    made = asked("write", "G-1", "eu-l-access", "--route", "eu-gdpr-access", "--output", "b.txt", as_of="2026-08-29")
    assert "From the case: What is your full name?: Kim Beispiel" in made.err
    assert "--blank" in made.err
    assert made.code == 2  # whom it goes to is not taken over
    assert not Path("b.txt").exists()


def test_a_letter_belongs_to_the_route_that_has_it(asked: Run) -> None:
    wrong: Answer = asked("write", "G-1", "eu-l-access", "--route", "eu-dpa-complaint")
    assert (wrong.code, "eu-dpa-complaint does not have the letter eu-l-access" in wrong.err) == (2, True)
