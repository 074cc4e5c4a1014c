"""Answers by kind: what is taken, what is refused with the question's words, what is only pointed out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assistant.i18n import Translator
from assistant.letters import GAP, Amount, Filled, Month, Party, fields_on_path, read, read_field, render_context
from assistant.model import Body, Letter

TODAY = date(2026, 11, 22)
NEEDED: dict[str, Any] = {"ground": "mistaken", "office": "某某人民法院", "name": "张三"}


def one(letter: Letter, name: str, raw: Any, bodies: dict[str, Body] | None = None) -> tuple[Any, list[str]]:
    """The value and the marks of its problems: e for an error, w for a warning."""
    field = next(field for field in letter.fields if field.id == name)
    value, problems = read_field(letter, field, raw, TODAY, bodies or {})
    return value, [problem.severity[0] for problem in problems]


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("ground", "mistaken", "mistaken"),
        ("ground", " Mistaken ", "mistaken"),
        ("ground", "2", "outdated"),
        ("ground", "２", "outdated"),
        ("ground", "it is too old", "outdated"),
        ("ground", "", None),
        ("since", "6 Nov 2026", date(2026, 11, 6)),
        ("since", "22 November 2026", TODAY),
        ("since", "?", GAP),
        ("since", "？", GAP),
        ("since", "unknown", GAP),
        ("since", "不知道", GAP),
        ("since", "____", GAP),
        ("published", "December 2017", Month(2017, 12)),
        ("published", "11/2026", Month(2026, 11)),
        ("paid_all", "yes", True),
        ("paid_all", "Ja", True),
        ("paid_all", "是", True),
        ("paid_all", "No.", False),
        ("paid_all", "nein", False),
        ("paid_all", "否", False),
        ("paid_all", "?", None),
        ("paid_all", "2", False),
        ("paid_all", "true", True),
        ("name", "  张　三 ", "张　三"),
        ("name", "Ælfrēd\tO'Neill-Şahin", "Ælfrēd O'Neill-Şahin"),
        ("name", "a\x00b\x1b[31m\u202ec", "ab[31mc"),
        ("story", " a \r\n\r\n b\u2028c ", "a\n\nb\nc"),
        ("remark", "a\nb", "a b"),
        ("phone", " +49 (0)69 / 1234 ", "+49 (0)69 / 1234"),
        ("id_number", "11010519491231002X", "11010519491231002X"),
        ("id_number", " 110105 19491231 002x ", "11010519491231002X"),
        ("id_number", "１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X"),
        ("case_number", "（2026）京0105执1234号", "（2026）京0105执1234号"),
        ("case_number", "(2026)京0105执1234号", "（2026）京0105执1234号"),
        ("case_number", "〔２０２６〕 京 0105 执 1234 号", "（2026）京0105执1234号"),
        ("case_number", "[2026]京0105执恢12", "（2026）京0105执恢12号"),
        ("case_number", "【2019】最高法执监7号之一", "（2019）最高法执监7号之一"),
        ("case_number", "(2015)朝民初字第01234号", "（2015）朝民初字第01234号"),
        ("mail", " Name+x@Example.org ", "Name+x@Example.org"),
        ("mail", "mailto:a@b.de", "a@b.de"),
        ("mail", "名@例子.中国", "名@例子.中国"),
        ("mail", "a＠b.de", "a@b.de"),
        ("papers", "a\n\n b ", ("a", "b")),
        ("papers", ["a", "", "?"], ("a", GAP)),
        ("papers", "?", GAP),
        ("papers", [], None),
        ("address", "Weg 1\r\n12345 Ort", ("Weg 1", "12345 Ort")),
        ("wrong", "amount | 0\ndate", ({"items": "amount", "correct": "0"}, {"items": "date", "correct": None})),
        ("wrong", "", None),
        ("wrong", "\n" * 60, None),
        ("office", {"name": "?", "address": []}, GAP),
        ("wrong", "?", GAP),
        ("wrong", [{"items": "a", "correct": "?"}], ({"items": "a", "correct": GAP},)),
        ("wrong", [{"items": " ", "correct": ""}], None),
        ("wrong", "金额｜零", ({"items": "金额", "correct": "零"},)),
        ("office", "某某人民法院", Party("某某人民法院")),
        ("office", "Amt\nWeg 1\n12345 Ort", Party("Amt", ("Weg 1", "12345 Ort"))),
        ("office", ["Amt", "?"], Party("Amt", ("________",))),
        ("office", {"name": "Amt", "address": "Weg 1\nOrt"}, Party("Amt", ("Weg 1", "Ort"))),
        ("office", {"name": "Amt", "address": ["Weg 1", "Ort"]}, Party("Amt", ("Weg 1", "Ort"))),
        ("office", "?", GAP),
    ],
)
def test_what_is_taken(name: str, raw: Any, value: Any, small: Letter) -> None:
    assert one(small, name, raw) == (value, [])


@pytest.mark.parametrize(
    ("raw", "number", "currency"),
    [
        ("5000", "5000", "CNY"),
        ("5,000", "5000", "CNY"),
        ("5.000", "5000", "CNY"),
        ("1,234.50", "1234.50", "CNY"),
        ("1.234,50 €", "1234.50", "EUR"),
        ("12,5", "12.5", "CNY"),
        ("0.99", "0.99", "CNY"),
        ("1'234'567.89 CHF", "1234567.89", "CHF"),
        ("1 234 567,8 EUR", "1234567.8", "EUR"),
        ("￥5000", "5000", "CNY"),
        ("人民币5000元", "5000", "CNY"),
        ("5000元整", "5000", "CNY"),
        ("５０００ 元", "5000", "CNY"),
        ("5万元", "50000", "CNY"),
        ("1.5万", "15000", "CNY"),
        ("EUR 12", "12", "EUR"),
        ("$ 3", "3", "USD"),
        ("rmb 7", "7", "CNY"),
    ],
)
def test_sums(raw: str, number: str, currency: str, small: Letter) -> None:
    assert one(small, "owed", raw) == (Amount(Decimal(number), currency), [])


@pytest.mark.parametrize(
    "raw",
    ["about 500", "-5", "500 or 600", "1.2.3", "1,23,456", "5 florins", "€ 5 CNY", "1,2345", "five", "5" * 80, "1 2"],
)
def test_what_is_no_sum(raw: str, small: Letter) -> None:
    assert one(small, "owed", raw) == (None, ["e"])


def test_currency_of_the_country(small: Letter) -> None:
    german = small.model_copy(update={"country": "de"})
    assert one(german, "owed", "12,50")[0] == Amount(Decimal("12.50"), "EUR")


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("ground", "3"),
        ("ground", "other"),
        ("paid_all", "maybe"),
        ("since", "3/4/26"),
        ("since", "31.2.2026"),
        ("since", "23 November 2026"),
        ("since", "Nov 2026"),
        ("since", "6 Nov"),
        ("since", "Monday 6 Nov 2026"),
        ("published", "2017"),
        ("id_number", "123"),
        ("id_number", "1101051949123100X2"),
        ("id_number", "11010519491231002XX"),
        ("mail", "a@"),
        ("mail", "a b@c.de"),
        ("mail", "a@b@c.de"),
        ("mail", "a@b.de, c@d.de"),
        ("mail", "<a@b.de>"),
        ("remark", "x" * 41),
        ("name", ["a", "b"]),
        ("name", {"a": "b"}),
        ("papers", ["x"] * 51),
        ("papers", "x" * 1_000_000),
        ("papers", {"a": "b"}),
        ("wrong", "a|b|c"),
        ("wrong", [{"part": "x"}]),
        ("wrong", [["a"]]),
        ("wrong", [{"items": ["x"]}]),
        ("wrong", "a\n" * 60),
        ("wrong", "x" * 200_000),
        ("office", "de-schufaa"),
        ("office", {"name": ["x"], "address": ""}),
        ("story", "x" * 1_000_000),
        ("office", {"name": "", "address": "Weg 1"}),
        ("name", "\ue863翠珍"),
        ("papers", "a\nb\ue000"),
        ("wrong", "amount | \U000f0000"),
        ("office", "Amt\nWeg \ue001"),
    ],
)
def test_what_is_refused(name: str, raw: Any, small: Letter) -> None:
    assert one(small, name, raw) == (None, ["e"])


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("id_number", "110105194912310021"),
        ("id_number", "999999194912310029"),
        ("case_number", "1234/26"),
        ("mail", "a@b"),
        ("mail", "a@b..de"),
        ("name", "Pаul"),
        ("ground", "?"),
    ],
)
def test_what_is_only_pointed_out(name: str, raw: str, small: Letter) -> None:
    value, marks = one(small, name, raw)
    assert value is not None
    assert marks == ["w"]


def test_directory(small: Letter, bodies: dict[str, Body]) -> None:
    assert one(small, "office", "cn-test-court", bodies) == (
        Party("某某人民法院", ("某街 2 号", "北京市"), "court@example.org", "cn-test-court"),
        [],
    )
    assert one(small, "office", "cn-test-unsure", bodies) == (Party("某某人民法院", body="cn-test-unsure"), ["w"])
    assert one(small, "office", "cn-test-many", bodies) == (None, ["e"])
    assert one(small, "office", "cn-test-cort", bodies) == (None, ["e"])


def told(filled: Filled, tr: Translator) -> list[str]:
    return [problem.say(tr) for problem in filled.problems]


def test_missing_is_told_first_and_in_the_words_of_the_question(small: Letter, english: Translator) -> None:
    filled = read(small, {"id_number": "110105194912310021", "paid_all": "maybe", "since": "1.1.1"}, TODAY)
    assert told(filled, english) == [
        'Choose an answer to "Why is the entry wrong?".',
        'Enter an answer to "Which office is the letter for?", for example: 某某人民法院',
        'Enter an answer to "What is your name?", for example: 张三',
        'The answer to "Did you pay all of it?" must be yes or no.',
        'The number given for "What is your identity number?" does not add up. Compare it with the card.',
    ]
    assert not filled.ready


def test_a_day_with_two_meanings_is_asked_back_with_both(small: Letter, english: Translator) -> None:
    filled = read(small, {**NEEDED, "ground": "outdated", "since": "3/4/26"}, TODAY)
    assert told(filled, english) == [
        'The answer to "On which day did you pay?" can mean 3 April 2026 or 4 March 2026. Write the month in words.'
    ]


def test_a_private_sign_of_a_name_is_not_lost_without_a_word(small: Letter, english: Translator) -> None:
    filled = read(small, {**NEEDED, "name": "张\ue863"}, TODAY)
    assert told(filled, english) == [
        (
            'The answer to "What is your name?" has a sign that every computer shows in its own way, or not at all: U+E863. '
            "Type ___ in its place, and write the sign by hand in the printed letter."
        )
    ]


def test_every_problem_is_told_in_every_language(small: Letter, tr: Translator) -> None:
    filled = read(small, {"since": "3/4/26", "ground": "outdated", "mail": "x", "owed": "y"}, TODAY)
    assert all("{" not in text for text in told(filled, tr))


def test_branches_that_are_left_count_no_more(small: Letter) -> None:
    left = read(small, {**NEEDED, "since": "6 Nov 2026"}, TODAY)
    assert "since" not in left.values
    assert left == read(small, {**NEEDED, "since": "no day at all"}, TODAY) == read(small, NEEDED, TODAY)
    assert left.ready
    taken = read(small, {**NEEDED, "ground": "outdated"}, TODAY)
    assert [problem.field for problem in taken.problems] == ["since"]


def test_questions_in_order(small: Letter) -> None:
    names = [field.id for field in fields_on_path(small, {})]
    assert names[:2] == ["ground", "case_number"]
    assert names[-5:] == ["name", "id_number", "address", "phone", "mail"]
    assert "since" not in names
    assert "since" in [field.id for field in fields_on_path(small, {"ground": "2"})]


def test_preview_values_never_fail(small: Letter) -> None:
    values = render_context(small, {"since": "??", "ground": "outdated", "owed": "nonsense"}, TODAY)
    assert (values["since"], values["office"], values["name"], values["owed"]) == (GAP, GAP, GAP, None)
