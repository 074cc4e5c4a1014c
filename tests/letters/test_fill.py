"""Fill files: an empty one explains itself, a filled one is read strictly, a broken one says where and how to mend it."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.i18n import Translator
from assistant.letters import blank, read_fill
from assistant.model import InputError, Letter

BROKEN = [
    ("", 1, "no answers"),
    ("# only a comment\n", 1, "no answers"),
    ("just words", 1, "must have a line for each answer"),
    ("- a\n- b\n", 1, "must have a line for each answer"),
    ("name 张三\nphone: x\n", 1, "no name with a colon"),
    ("name：张三\n", 1, "the colon is a wide one"),
    ("phone: 1\nname：张三\nmail: x\n", 2, "the colon is a wide one"),
    ("name: a\nphone: b\nname: c\n", 3, "the first is on line 1"),
    ("\nnmae: a\n", 2, "Did you mean 'name'?"),
    ("Name: a\n", 1, "Did you mean 'name'?"),
    ("letter: other-letter\n", 1, "for the letter 'other-letter', not for 'test-letter'"),
    ("letter: [a]\n", 1, "not for 'test-letter'"),
    ("phone: 1\nname: [a\n", 2, "a bracket is opened here"),
    ("phone: 1\nname: {a\n", 2, "a bracket is opened here"),
    ('phone: 1\nname: "a\nmail: b\n', 2, "a quotation mark is opened here"),
    ("phone: 1\nname: 'a\n", 2, "a quotation mark is opened here"),
    ('name: "C:\\q"\n', 1, "a backslash cannot stand"),
    ("name: &x a\n", 1, "cannot begin with &"),
    ("name: x\nphone: *x\n", 2, "cannot begin with &"),
    ("name: !!python/object/apply:os.system [id]\n", 1, "exclamation mark"),
    ("name: !important\n", 1, "exclamation mark"),
    ("%YAML 1.1\n---\nname: x\n", 1, "cannot begin with %"),
    ("%TAG ! tag:x,2000:\n---\nname: x\n", 1, "cannot begin with %"),
    ("name: x\n---\nphone: y\n", 2, "second document"),
    ("name: Zhang: San\n", 1, "quotation marks"),
    ("name: @x\n", 1, "quotation marks"),
    ("name: `x`\n", 1, "quotation marks"),
    ("name: - a\n", 1, "quotation marks"),
    ('name: "a" b\n', 1, "quotation marks"),
    ("phone: 1\n\tname: x\n", 2, "tabulator"),
    ("wrong:\n\t- items: x\n", 2, "tabulator"),
    ("name: x\n  phone: y\n", 2, "Line them up"),
    ("wrong:\n - items: a\n  correct: b\n", 3, "Line them up"),
    ("name:\n  - a\n", 2, "'name' takes one answer"),
    ("name:\n  a: b\n", 2, "'name' takes one answer"),
    ("papers:\n  a: b\n", 2, "must be one text"),
    ("papers:\n  - a\n  - receipt: 5\n", 3, "must be one text"),
    ("wrong:\n  - a\n", 2, "must have named parts: items, correct"),
    ("wrong:\n  - items: a\n    itmes: b\n", 3, "Did you mean 'items'?"),
    ("wrong:\n  - items: a\n    items: b\n", 3, "for the second time; the first is on line 2"),
    ("wrong:\n  - items: [a]\n", 2, "'wrong.items' takes one answer"),
    ("office:\n  nam: x\n", 2, "Did you mean 'name'?"),
    ("office:\n  name: [x]\n", 2, "'office.name' takes one answer"),
    ("office:\n  address:\n    - {a: b}\n", 3, "must be one text"),
    ("? [a]\n: b\n", 1, "a name must be one word"),
    ("<<: {name: x}\n", 1, "no question '<<'"),
    ("phone: 1\nname: a\0b\n", 2, "cannot be shown"),
    ("name: \x1b]8;;http://x\x07\n", 1, "cannot be shown"),
    ("name: \ud800\n", 1, "cannot be shown"),
    ("wrong: [[[[x]]]]\n", 1, "too many levels"),
    ("[" * 100_000, 1, "too many levels"),
    ("{a: " * 10_000, 1, "a name must be one word|too many levels"),
    ("- " * 100_000, 1, "too many levels"),
    ("name: " + "x" * 1_000_000, 1, "over 1000000 bytes"),
    ("名: " * 400_000, 1, "over 1000000 bytes"),
    ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1, "cannot begin with &"),
]


@pytest.mark.parametrize(("text", "line", "told"), BROKEN, ids=[str(at) for at in range(len(BROKEN))])
def test_a_broken_file_has_one_clear_message(text: str, line: int, told: str, small: Letter) -> None:
    with pytest.raises(InputError, match=told) as caught:
        read_fill(text, "my.yaml", small)
    assert (caught.value.values["file"], caught.value.values["line"]) == ("my.yaml", line)
    assert len(str(caught.value)) < 200
    assert "\x1b" not in str(caught.value)
    assert "  " not in str(caught.value)


def test_enough_broken_files() -> None:
    assert len(BROKEN) >= 40


def test_a_file_name_cannot_write_to_the_terminal(small: Letter) -> None:
    with pytest.raises(InputError) as caught:
        read_fill("", "a\x1b[2J\n.yaml", small)
    assert str(caught.value).isprintable()


def test_everything_stays_text(small: Letter) -> None:
    text = (
        "\ufeffletter: test-letter\r\nname: no\r\nphone: 012\nsince: 2026-11-06\nremark: 12:30\nid_number: 1e5\nmail: null\nstory: |\n  a: b\n\n  - ?\n"
        "papers: [1, true]\nground: ?\naddress:\n  - ?  # by hand\n  - b\nwrong:\n  - items: ?\n    correct: ~\noffice: {name: A, address: [b]}\npaid_all: \n"
    )
    assert dict(read_fill(text, "f", small).answers) == {
        "name": "no",
        "phone": "012",
        "since": "2026-11-06",
        "remark": "12:30",
        "id_number": "1e5",
        "mail": "null",
        "story": "a: b\n\n- ?\n",
        "papers": ["1", "true"],
        "ground": "?",
        "address": ["?", "b"],
        "wrong": [{"items": "?", "correct": "~"}],
        "office": {"name": "A", "address": ["b"]},
        "paid_all": "",
    }


SLOW = {
    "many names": "".join(f"a{n}: x\n" for n in range(80_000)),
    "many items": "papers:\n" + "- x\n" * 200_000,
    "many gaps": "wrong:\n" + "".join(f"  - items: x\n    c{n}: ?\n" for n in range(30_000)),
    "many names and gaps": "".join(f"a{n}: x\n" for n in range(1_500)) + "".join(f" b{n}: ?\n" for n in range(900)),
    "one long answer and gaps": "name: |\n"
    + " x\n" * 200_000
    + "wrong:\n"
    + "".join(f"  - c{n}: ?\n" for n in range(500)),
    "a long line": "name: " + "x" * 900_000,
    "many quotes": "name: '" + "''" * 400_000,
    "many brackets": "papers: [" + "[" * 900_000,
    "many commas": "papers: [" + "a, " * 300_000,
    "many anchors": "".join(f"a{n}: &a{n} x\n" for n in range(50_000)),
    "many colons": ": " * 400_000,
    "many question marks": "? " * 400_000,
    "many blank lines": "\n" * 900_000,
    "many wide colons": "：" * 300_000,
    "a long name": "x" * 900_000 + ": y",
}


@pytest.mark.parametrize("name", SLOW)
def test_the_worst_file_is_done_in_a_moment(name: str, small: Letter) -> None:
    began = time.perf_counter()
    with contextlib.suppress(InputError):
        read_fill(SLOW[name], "f", small)
    assert time.perf_counter() - began < 2


def test_lines_of_answers(small: Letter) -> None:
    assert read_fill("\nname: a\npapers:\n  - b\n", "f", small).lines == {"name": 2, "papers": 3}


def test_an_empty_file_explains_itself_and_can_be_read(small: Letter, tr: Translator) -> None:
    text = blank(small, tr)
    found = read_fill(text, "f", small)
    assert set(found.answers) == {field.id for field in small.fields}
    assert set(found.answers.values()) == {""}
    comments = " ".join(line.removeprefix("#").strip() for line in text.splitlines() if line.startswith("#"))
    for field in small.fields:
        assert field.label in comments
        assert field.why in comments
        assert field.example in comments
    assert all(line.startswith("#") or ":" in line or not line for line in text.splitlines())


def test_an_empty_file_says_what_is_required_sensitive_and_conditional(small: Letter, english: Translator) -> None:
    text = blank(small, english, lambda cite: f"the rules, section {cite.article}")
    assert "What is your name? (required by the rules, section 1)" in text
    assert "What is your address? (optional)" in text
    assert "# This is sensitive." in text
    assert '# Only if the answer to "Why is the entry wrong?" is: It is too old' in text
    assert "#     mistaken: It is not me" in text
    assert "#     correct: Correct" in text


def test_texts_of_a_letter_cannot_break_out_of_a_comment(small: Letter, english: Translator) -> None:
    field = small.fields[0].model_copy(
        update={"label": "a\nname: evil", "why": "b\u2028name: evil", "example": "c\x85name: evil\r- x"}
    )
    letter = small.model_copy(update={"fields": (field, *small.fields[1:]), "title": "d\n---\nname: evil"})
    assert set(read_fill(blank(letter, english), "f", small).answers.values()) == {""}


@settings(max_examples=3000, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=1000)
@given(
    st.text(max_size=200)
    | st.text("name:wrong papers-[]{}?&*!%@`'\"|>#\n\t \ud800\0", max_size=120)
    | st.lists(
        st.sampled_from(
            [
                "name: ",
                "wrong:\n",
                "  - items: ",
                "papers:\n",
                "  - ",
                "?",
                "x",
                "\n",
                ": ",
                "---\n",
                "- ",
                "[",
                "]",
                "{",
                "}",
                "&a ",
                "*a",
                "!t ",
                "|\n",
                "  ",
                "\t",
                "#",
                "'",
                '"',
                "：",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_anything_is_read_or_refused_with_a_line(small: Letter, text: str) -> None:
    line: object = 1
    names: set[str] = set()
    try:
        names = set(read_fill(text, "f", small).answers)
    except InputError as error:
        line = error.values["line"]
    assert isinstance(line, int)
    assert 1 <= line <= sum(text.count(end) for end in "\n\r\x85\u2028\u2029") + 1
    assert names <= {field.id for field in small.fields}
