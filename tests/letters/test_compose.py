"""From answers to a document: layout by role, gaps, languages, and text that stays text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.i18n import translator
from assistant.letters import GAP_TEXT, Draft, Fill, Templates, aid, blank, compose, read, read_fill, render_context
from assistant.model import Body, ContentError, Counted, Document, InputError, Letter, NotFoundError

MakeTemplates = Callable[..., Templates]
TODAY = date(2026, 11, 22)
LEAST: dict[str, Any] = {"ground": "mistaken", "office": "Amt", "name": "Kim"}
FULL: dict[str, Any] = {
    "ground": "outdated",
    "since": "6 Nov 2026",
    "published": "December 2017",
    "owed": "1,234.50",
    "paid_all": "yes",
    "story": "I paid.\n\nThey know.",
    "papers": ["receipt", "letter"],
    "wrong": "amount | 0\ndate |",
    "office": "cn-test-court",
    "case_number": "(2026)京0105执1234号",
    "name": "Kim Li",
    "id_number": "11010519491231002X",
    "address": "Road 1\nTown",
    "phone": "123",
    "mail": "kim@example.org",
    "remark": "Thanks.",
}


def fortnight(_counted: Counted, day: date) -> date:
    return day + timedelta(days=15)


def lines(document: Document) -> dict[str, tuple[str, ...]]:
    return {block.id: block.lines for block in document.blocks}


@pytest.fixture
def write(small: Letter, templates: Templates, bodies: dict[str, Body]) -> Callable[..., Document]:
    def written(answers: dict[str, Any], locale: str = "en") -> Document:
        return compose(Draft(small, templates, read(small, answers, TODAY, bodies).values, TODAY, fortnight), locale)

    return written


def test_a_full_letter(write: Callable[..., Document]) -> None:
    document = write(FULL)
    assert lines(document) == {
        "title": ("Request for correction",),
        "parties": (
            "Name\tKim Li",
            "Identity number\t11010519491231002X",
            "Case\t（2026）京0105执1234号",
            "Telephone\t123",
        ),
        "sender": ("Kim Li", "Road 1", "Town", "kim@example.org"),
        "reasons": (
            "I paid on 6 November 2026, and you had until 21 November 2026.",
            "I paid all of it.",
            "The sum was CN¥1,234.50. I saw it in December 2017.",
        ),
        "facts_heading": ("Facts",),
        "facts": ("This happened: I paid.", "They know. That is all.", "Thanks."),
        "table": ("Part\tCorrect", "amount\t0", "date\t"),
        "requests": ("Correct the entry about Kim Li at once.", "Remove it."),
        "closing": ("To",),
        "addressee": ("某某人民法院", "某街 2 号", "北京市"),
        "signature": ("Applicant:",),
        "date": ("22 November 2026",),
        "enclosures": ("receipt", "letter"),
    }
    assert (document.sheet, document.locale, document.title, document.email, document.dated) == (
        "letter",
        "en",
        "Request for correction",
        "court@example.org",
        TODAY,
    )


def test_a_chinese_letter(write: Callable[..., Document]) -> None:
    found = lines(write(FULL, "zh_Hans"))
    assert found["reasons"] == (
        "申请人已于2026年11月6日履行，贵院应于2026年11月21日前处理。",
        "已全部履行。",
        "金额为人民币1,234.50元。2017年12月发现。",
    )
    assert found["requests"] == ("请更正Kim Li的记录。", "请删除。")
    assert found["date"] == ("2026年11月22日",)
    assert lines(write(LEAST, "zh_Hans"))["reasons"] == ("申请人并非该人。",)


def test_a_letter_with_the_least(write: Callable[..., Document]) -> None:
    document = write(LEAST)
    assert lines(document) == {
        "title": ("Request for correction",),
        "parties": ("Name\tKim",),
        "sender": ("Kim",),
        "reasons": ("I am not the person in the entry.",),
        "requests": ("Correct the entry about Kim at once.",),
        "closing": ("To",),
        "addressee": ("Amt",),
        "signature": ("Applicant:",),
        "date": ("22 November 2026",),
    }
    assert document.email is None


def test_gaps(write: Callable[..., Document]) -> None:
    found = lines(write(dict.fromkeys(FULL, "?")))
    assert found["parties"] == tuple(
        f"{label}\t{GAP_TEXT}" for label in ("Name", "Identity number", "Case", "Telephone")
    )
    assert found["sender"] == (GAP_TEXT,) * 3
    assert found["reasons"] == (GAP_TEXT,)  # the ground is open: nothing is claimed
    assert found["requests"] == (GAP_TEXT,)
    assert found["table"] == ("Part\tCorrect", f"{GAP_TEXT}\t{GAP_TEXT}")
    assert found["addressee"] == (GAP_TEXT,) * 2
    assert found["enclosures"] == (GAP_TEXT,)


def test_a_preview_of_nothing(small: Letter, templates: Templates) -> None:
    found = lines(compose(Draft(small, templates, render_context(small, {}, TODAY), TODAY), "en"))
    assert found["parties"] == (f"Name\t{GAP_TEXT}",)
    assert found["reasons"] == (GAP_TEXT,)
    assert "table" not in found


def test_nothing_is_written_while_something_needed_is_missing(write: Callable[..., Document]) -> None:
    with pytest.raises(InputError, match="What is your name"):
        write({**LEAST, "name": ""})
    with pytest.raises(InputError, match="On which day did you pay"):
        write({**LEAST, "ground": "outdated"})


def test_answers_of_other_branches_do_not_show(small: Letter, templates: Templates) -> None:
    values = {
        **read(small, FULL, TODAY).values,
        "ground": "mistaken",
        "office": read(small, LEAST, TODAY).values["office"],
    }
    assert "6 November" not in str(compose(Draft(small, templates, values, TODAY), "en"))


def test_only_filing_languages_are_letters(write: Callable[..., Document]) -> None:
    with pytest.raises(InputError, match="can be filed in: zh_Hans, en"):
        write(LEAST, "de")


def test_reading_aid(small: Letter, templates: Templates) -> None:
    draft = Draft(small, templates, read(small, {**FULL, "office": "Amt"}, TODAY).values, TODAY, fortnight)
    english, chinese = translator("en"), translator("zh_Hans")
    sheet = aid(draft, chinese, english)
    letter = compose(draft, "zh_Hans")
    assert (sheet.sheet, sheet.locale, sheet.beside_locale) == ("aid", "en", "zh_Hans")
    assert sheet.notice.startswith("Reading aid. Do not send.")
    assert {block.id: block.beside for block in sheet.blocks} == lines(letter)
    assert [block.id for block in sheet.blocks] == [block.id for block in letter.blocks]
    assert not any(block.beside for block in letter.blocks)
    assert sheet.email is None
    with pytest.raises(NotFoundError):
        aid(draft, chinese, type(english)("fr", english.catalogue))


def test_same_input_same_document(
    write: Callable[..., Document], small: Letter, templates: Templates, bodies: dict[str, Body]
) -> None:
    fresh = Templates(templates.root)
    values = read(small, FULL, TODAY, bodies).values
    assert write(FULL) == write(FULL) == compose(Draft(small, fresh, values, TODAY, fortnight), "en")


def test_two_people_are_never_mixed(write: Callable[..., Document]) -> None:
    first = write(FULL)
    second = write({**LEAST, "name": "Canary"})
    assert "Canary" not in str(first)
    assert "Kim Li" not in str(second)
    assert write(FULL) == first


def test_from_empty_file_to_letter(small: Letter, templates: Templates, bodies: dict[str, Body]) -> None:
    text = blank(small, translator("en"))
    for name, answer in {
        **FULL,
        "story": '"I paid.\\n\\nThey know."',
        "papers": "[receipt, letter]",
        "address": "[Road 1, Town]",
        "wrong": "[{items: amount, correct: '0'}, {items: date}]",
    }.items():
        text = text.replace(f"\n{name}:\n", f"\n{name}: {answer}\n")
    fill: Fill = read_fill(text, "f", small)
    filled = read(small, fill.answers, TODAY, bodies)
    assert filled.problems == ()
    assert compose(Draft(small, templates, filled.values, TODAY, fortnight), "en") == compose(
        Draft(small, templates, read(small, FULL, TODAY, bodies).values, TODAY, fortnight),
        "en",
    )


HOSTILE = [
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{# x #}",
    "{{ self.__init__ }}",
    "- item",
    "* item",
    "1. item",
    "# heading",
    "## h",
    "| a | b |",
    "a | b",
    "|",
    "---",
    "***",
    "> quote",
    "```",
    "**b** _i_",
    "[l](javascript:x)",
    "<script>alert(1)</script>",
    "</w:t></w:r>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    "&amp;",
    "]]>",
    '#set page(paper: "a4")',
    '#read("x")',
    "$x$",
    "\\input{x}",
    "@import",
    "=cmd|' /C calc'!A0",
    "Bcc: x@y.z",
    "BEGIN:VEVENT",
    "\x1b[2J\x1b]8;;x\x07",
    "\x9b31m",
    "a\u202eb\u2066c",
    "\ufeffx",
    "a\0b",
    "%s %(x)s {name} {0}",
    "\t tab \t",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("locale", ["en", "zh_Hans"])
def test_hostile_text_changes_no_structure(text: str, locale: str, write: Callable[..., Document]) -> None:
    def shape(payload: str) -> list[tuple[str, list[int]]]:
        document = write(_everywhere(payload), locale)
        return [(block.id, [line.count("\t") for line in block.lines]) for block in document.blocks]

    assert shape(f"x{text}x") == shape("harmless")


PRIVATE = ["\ue0000\ue001", "\ue002", "\ue003x\ue003", "\ue0001\ue001\ue00099\ue001"]
"""Signs with which a letter is put together inside."""


@pytest.mark.parametrize("text", PRIVATE)
@pytest.mark.parametrize("field", ["name", "story", "papers", "wrong", "remark"])
def test_signs_of_our_own_are_not_taken(text: str, field: str, small: Letter) -> None:
    answers = {**_everywhere("x"), field: _everywhere(text)[field]}
    assert "sign that every computer" in " ".join(one.message for one in read(small, answers, TODAY).problems)


@pytest.mark.parametrize("text", [one for one in HOSTILE if one.isprintable() and max(one) < "\ue000"])
def test_hostile_text_is_shown_as_it_is(text: str, write: Callable[..., Document]) -> None:
    found = lines(
        write(
            {
                **_everywhere("x"),
                "story": text,
                "name": text,
                "wrong": [{"items": text, "correct": "y"}],
                "papers": [text],
                "remark": text[:40],
            }
        )
    )
    assert found["sender"][0] == text
    assert found["facts"] == (f"This happened: {text} That is all.", text[:40])
    assert found["table"][1] == f"{text}\ty"
    assert found["enclosures"] == (text,)
    assert found["parties"][0] == f"Name\t{text}"


def test_a_very_long_text(write: Callable[..., Document], small: Letter) -> None:
    assert not read(small, {**LEAST, "story": "x" * 1_000_000}, TODAY).ready
    assert len(lines(write({**LEAST, "story": "word " * 999}))["facts"]) == 1


def _everywhere(text: str) -> dict[str, Any]:
    return {
        **FULL,
        "office": [text, text],
        "name": text,
        "story": text,
        "papers": [text],
        "wrong": [{"items": text, "correct": text}],
        "address": [text],
        "phone": text,
        "remark": text[:40],
        "case_number": text,
    }


@pytest.mark.parametrize(
    ("body", "role", "told"),
    [
        ("stray\n- item", "requests", "text before its first item"),
        ("- a | b\n- c", "table", "a row with 1 cells under a head with 2"),
    ],
)
def test_a_template_with_a_wrong_list(body: str, role: str, told: str, small: Letter, make: MakeTemplates) -> None:
    values = read(small, LEAST, TODAY).values
    with pytest.raises(ContentError, match=told):
        compose(Draft(small, make(_whole(small, **{role: body})), values, TODAY), "en")


def test_a_template_without_end_is_stopped(small: Letter, make: MakeTemplates) -> None:
    body = "{% for a in papers %}{% for b in papers %}" + "{{ a }}{{ b }}" * 500 + "{% endfor %}{% endfor %}"
    values = read(small, {**LEAST, "papers": ["x" * 300] * 50}, TODAY).values
    with pytest.raises(ContentError, match="grows beyond"):
        compose(Draft(small, make(_whole(small, facts=body)), values, TODAY), "en")


def test_paragraphs_hang_on_the_author_s_blank_lines_only(small: Letter, make: MakeTemplates) -> None:
    body = "one\n{% if remark %}not{% endif %}\ntwo\n{% if remark %}\n\nnot\n{% endif %}\nthree\n\n{% if name %}\nfour\n{% endif %}\n \t\n{# note #}\nfive"
    draft = Draft(small, make(_whole(small, facts=body)), read(small, LEAST, TODAY).values, TODAY)
    assert lines(compose(draft, "en"))["facts"] == ("one two three", "four", "five")


def _whole(letter: Letter, **bodies: str) -> str:
    return "\n".join(f"{{% block {p.id} %}}\n{bodies.get(p.id, '- x')}\n{{% endblock %}}" for p in letter.paragraphs)


@settings(max_examples=800, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=2000)
@given(st.data())
def test_anything_is_written_or_refused(
    small: Letter, templates: Templates, bodies: dict[str, Body], data: st.DataObject
) -> None:
    text = st.text(max_size=60) | st.sampled_from(
        ["?", "yes", "mistaken", "outdated", "1", "6 Nov 2026", "3/4/26", "5000", "cn-test-court", *HOSTILE]
    )
    raw = (
        text
        | st.lists(text, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "address", "items", "correct", "x"]), text, max_size=3)
        | st.lists(st.dictionaries(st.sampled_from(["items", "correct", "x"]), text, max_size=2), max_size=2)
    )
    answers = data.draw(st.dictionaries(st.sampled_from([field.id for field in small.fields]), raw, max_size=16))
    filled = read(small, answers, TODAY, bodies)
    written = True
    try:
        compose(Draft(small, templates, filled.values, TODAY, fortnight), "zh_Hans")
    except InputError:
        written = False
    assert written or not filled.ready
    preview = compose(Draft(small, templates, render_context(small, answers, TODAY, bodies), TODAY, fortnight), "en")
    assert all(
        line and "\ue000" not in line and "\ue003" not in line for block in preview.blocks for line in block.lines
    )
