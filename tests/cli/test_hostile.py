"""Nothing a person, a file name or a file says reaches the terminal as an order (T10)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import PAID, Run

PAYLOADS = (
    "\x1b]52;c;ZXZpbA==\x07\x1b[2J\x9b31m\x90q\x9c\x00\u202eevil\u2066\u200f\u2028\ufeff\U000e0041"
    "{{ 7*7 }}{% raise %}${jndi}<script>alert(1)</script>'\"; DROP\r\nBcc: x@example.org\r\n=cmd|'/c calc'!A0#set[x]*_\\"
)
ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def harmless(*texts: str) -> bool:
    return not any(ORDERS.search(text) for text in texts)


@pytest.mark.parametrize(
    "arguments",
    [
        ["find", PAYLOADS],
        ["find", PAYLOADS, "--country", PAYLOADS],
        ["show", PAYLOADS],
        ["plan", PAYLOADS],
        ["plan", "cn-spc-list-despite-compliance", "--place", PAYLOADS],
        ["due", PAYLOADS],
        ["due", "cn-spc-list-correction", "--event", PAYLOADS],
        ["due", "cn-spc-list-correction", "--event", f"{PAYLOADS}=2026-11-02"],
        ["due", "cn-spc-list-correction", "--event", f"request_received={PAYLOADS}"],
        ["letter", PAYLOADS, "--blank"],
        ["letter", "cn-ltr-spc-correction", "--fill", PAYLOADS],
        ["letter", "cn-ltr-spc-correction", "--fill", str(PAID), "--format", PAYLOADS],
        ["letter", "cn-ltr-spc-correction", "--fill", str(PAID), "--lang", PAYLOADS],
        ["letter", "cn-ltr-spc-correction", "--fill", str(PAID), "--aid", PAYLOADS],
        ["letter", "cn-ltr-spc-correction", "--fill", str(PAID), "--output", PAYLOADS],
        ["check", PAYLOADS],
        ["uses", PAYLOADS],
        ["directory", "find", PAYLOADS],
        ["locale", PAYLOADS],
        [PAYLOADS],
        [f"--{PAYLOADS}"],
        ["find", f"--{PAYLOADS}"],
        ["--home", PAYLOADS, "locale", "list"],
    ],
    ids=lambda arguments: " ".join(arguments)[:30].encode("ascii", "replace").decode().replace("\x1b", "?"),
)
def test_arguments(recourse: Run, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = recourse(*arguments)
    assert told.code in (0, 1, 2)
    assert harmless(told.out, told.err)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--locale", "--as-of"])
def test_options_of_the_program(recourse: Run, option: str) -> None:
    told = recourse("find", "x", option, PAYLOADS)
    assert told.code == 2 or option == "--as-of"
    assert harmless(told.out, told.err)


def test_a_story_from_a_pipe(recourse: Run) -> None:
    told = recourse("find", typed=PAYLOADS + " I paid but I am still on the court list")
    assert harmless(told.out, told.err)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "eml"])
def test_answers_are_data_in_every_letter(recourse: Run, tmp_path: Path, form: str) -> None:
    kept = "".join(c for c in PAYLOADS if not ORDERS.match(c) and c not in "\r\n\U000e0041").replace('"', "'")
    path = tmp_path / "answers.yaml"
    text = PAID.read_text("utf-8").replace("李示例", "'" + kept.replace("'", "''")[:70] + "'")
    path.write_text(text, "utf-8")
    told = recourse("letter", "cn-ltr-spc-correction", "--fill", str(path), "--format", form)
    assert told.code == 0, told.err
    assert harmless(told.out.replace("\r\n", "\n"), told.err)
    assert "49" not in told.out.split("46,500")[0].replace("1949", "")
    assert form != "html" or "<script>" not in told.out


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(max_size=30), max_size=5),
    st.sampled_from(["find", "show", "plan", "due", "uses", "letter", "directory", "locale"]),
)
def test_any_command_line_ends_with_our_own_words(recourse: Run, words: list[str], command: str) -> None:
    told = recourse(command, *[word.replace("\x00", "") for word in words])
    assert told.code in (0, 1, 2)
    assert harmless(told.out, told.err)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(st.dates().map(str), st.text(max_size=20), st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True))
)
def test_any_day_counts_or_is_refused(recourse: Run, day: str) -> None:
    told = recourse("due", "cn-spc-list-correction", "--event", f"request_received={day}", "--json")
    assert told.code in (0, 2)
    assert harmless(told.out, told.err)
    assert bool(told.out) == (told.code == 0)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_file_of_answers_is_read_or_refused(recourse: Run, text: str) -> None:
    told = recourse("letter", "cn-ltr-spc-correction", "--fill", "-", typed=text.encode("utf-8", "replace").decode())
    assert told.code == 2
    assert harmless(told.out, told.err)
