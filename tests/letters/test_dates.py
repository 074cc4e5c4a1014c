"""Days as people write them. What has two meanings is asked back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.letters import Ambiguous, Month, Unread, read_day, read_month

SIXTH = [
    "2026-11-06",
    "2026-11-6",
    " 2026-11-06 ",
    "2026/11/06",
    "2026.11.6",
    "2026. 11. 6.",
    "20261106",
    "2026 - 11 - 06",
    "2026‑11‑06",
    "２０２６-１１-０６",
    "２０２６年１１月６日",
    "2026年11月6日",
    "2026年11月06日",
    "2026 年 11 月 6 日",
    "2026年11月6号",
    "2026年11月6號",
    "2026年11月6",
    "二〇二六年十一月六日",
    "二零二六年十一月六日",
    "2026年十一月六日",
    "2026年11月6日星期五",
    "2026年11月6日（周五）",
    "2026年11月6日 礼拜五",
    "26年11月6日",
    "6.11.2026",
    "06.11.2026",
    "6. 11. 2026",
    "6.11.2026.",
    "６.１１.２０２６",
    "6 Nov 2026",
    "06 Nov 2026",
    "6 November 2026",
    "6 NOVEMBER 2026",
    "6 nov. 2026",
    "6th November 2026",
    "the 6th of November 2026",
    "6 of November, 2026",
    "November 6, 2026",
    "Nov 6 2026",
    "Nov. 6th, 2026",
    "2026 November 6",
    "2026 Nov 06",
    "6-Nov-2026",
    "6/Nov/2026",
    "6Nov2026",
    "06nov2026",
    "Friday, 6 November 2026",
    "Fri 6 Nov 2026",
    "Fri, Nov 6, 2026",
    "on 6 November 2026",
    "6. November 2026",
    "6.November 2026",
    "06. Nov. 2026",
    "6. Nov 2026",
    "6 november 2026",
    "Freitag, 6. November 2026",
    "Fr, 6. Nov. 2026",
    "den 6. November 2026",
    "am 6. November 2026",
    "Freitag, den 6.11.2026",
    "6  November\t2026",
    "6 November 2026.",
    "6\u00a0November\u00a02026",
    "٦ November ٢٠٢٦",
]
OTHERS = [
    ("25/03/2026", date(2026, 3, 25)),
    ("03/25/2026", date(2026, 3, 25)),
    ("5/5/2026", date(2026, 5, 5)),
    ("25-3-2026", date(2026, 3, 25)),
    ("1. März 2026", date(2026, 3, 1)),
    ("1. Maerz 2026", date(2026, 3, 1)),
    ("1 mär 2026", date(2026, 3, 1)),
    ("2. Jänner 2026", date(2026, 1, 2)),
    ("3 Sept 2026", date(2026, 9, 3)),
    ("4. Okt. 2026", date(2026, 10, 4)),
    ("5. Dez 2026", date(2026, 12, 5)),
    ("6. Mai 2026", date(2026, 5, 6)),
    ("7 July 2026", date(2026, 7, 7)),
    ("8 Juni 2026", date(2026, 6, 8)),
    ("29 Feb 2024", date(2024, 2, 29)),
    ("31.12.1999", date(1999, 12, 31)),
    ("二〇二六年二月二十八日", date(2026, 2, 28)),
    ("2026年十月二十日", date(2026, 10, 20)),
    ("2026年三月三十一日", date(2026, 3, 31)),
    ("31/12/98", date(1998, 12, 31)),
    ("99/3/31", date(1999, 3, 31)),
    ("99 March 31", date(1999, 3, 31)),
    ("Samstag, 7. November 2026", date(2026, 11, 7)),
    ("Mo, 2. November 2026", date(2026, 11, 2)),
    ("Dienstag 3.11.2026", date(2026, 11, 3)),
    ("1 August 2026", date(2026, 8, 1)),
]


@pytest.mark.parametrize("text", SIXTH)
def test_spellings_of_one_day(text: str) -> None:
    assert read_day(text) == date(2026, 11, 6)


@pytest.mark.parametrize(("text", "day"), OTHERS)
def test_other_days(text: str, day: date) -> None:
    assert read_day(text) == day


def test_enough_spellings() -> None:
    assert len(SIXTH) + len(OTHERS) >= 60


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("3/4/26", {date(2026, 4, 3), date(2026, 3, 4)}),
        ("03/04/2026", {date(2026, 4, 3), date(2026, 3, 4)}),
        ("3-4-2026", {date(2026, 4, 3), date(2026, 3, 4)}),
        ("6.11.26", {date(2026, 11, 6), date(2026, 6, 11)}),
        ("６/１１/２０２６", {date(2026, 11, 6), date(2026, 6, 11)}),
        ("6 Nov 26", {date(2026, 11, 6)}),
        ("12 Nov 26", {date(2026, 11, 12), date(2012, 11, 26)}),
        ("25/3/26", {date(2026, 3, 25), date(2025, 3, 26)}),
    ],
)
def test_two_meanings_are_asked_back(text: str, readings: set[date]) -> None:
    found = read_day(text)
    if len(readings) == 1:
        assert found in readings
    else:
        assert isinstance(found, Ambiguous)
        assert readings <= set(found.readings)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("31.2.2026", "impossible"),
        ("30 February 2026", "impossible"),
        ("2026-13-01", "impossible"),
        ("2026-00-10", "impossible"),
        ("29 Feb 2026", "impossible"),
        ("2026年2月30日", "impossible"),
        ("99/99/2026", "impossible"),
        ("0.1.2026", "impossible"),
        ("1 Jan 1899", "impossible"),
        ("1 Jan 2101", "impossible"),
        ("31 November 26", "impossible"),
        ("31/11/26", "impossible"),
        ("6 Nov", "no_year"),
        ("6.11.", "no_year"),
        ("6/11", "no_year"),
        ("11月6日", "no_year"),
        ("十一月六日", "no_year"),
        ("November 2026", "no_day"),
        ("2026年11月", "no_day"),
        ("11/2026", "no_day"),
        ("2026-11", "no_day"),
        ("today", "unreadable"),
        ("heute", "unreadable"),
        ("今天", "unreadable"),
        ("soon", "unreadable"),
        ("1", "unreadable"),
        ("2026", "unreadable"),
        ("6 Nov Dec 2026", "unreadable"),
        ("6 7 Nov 2026", "unreadable"),
        ("", "unreadable"),
        ("6 Nov 2026 at noon", "unreadable"),
        ("-6 Nov 2026 x", "unreadable"),
        ("Monday, 6 November 2026", "weekday"),
        ("2026年11月6日星期一", "weekday"),
        ("9" * 5000, "unreadable"),
    ],
)
def test_what_is_no_day(text: str, fault: str) -> None:
    found = read_day(text)
    assert isinstance(found, Unread)
    assert found.fault == fault


@pytest.mark.parametrize(
    "text",
    [
        "December 2017",
        "Dec 2017",
        "dec. 2017",
        "2017-12",
        "2017/12",
        "12/2017",
        "12.2017",
        "2017年12月",
        "2017年12月份",
        "２０１７年１２月",
        "二〇一七年十二月",
        "Dezember 2017",
        "Dez. 2017",
        "im Dezember 2017",
        "December, 2017",
        "2017 December",
        "6 December 2017",
        "2017-12-06",
        "6.12.2017",
    ],
)
def test_months(text: str) -> None:
    assert read_month(text) == Month(2017, 12)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2017", "no_month"),
        ("2017年", "no_month"),
        ("13/2017", "impossible"),
        ("2017-00", "impossible"),
        ("December", "unreadable"),
        ("x" * 200, "unreadable"),
        ("June July 2017", "unreadable"),
    ],
)
def test_what_is_no_month(text: str, fault: str) -> None:
    found = read_month(text)
    assert isinstance(found, Unread)
    assert found.fault == fault


def test_month_of_a_day_with_two_meanings() -> None:
    assert isinstance(read_month("03/04/2026"), Ambiguous)
    assert read_month("12 Nov 26") == Ambiguous((date(2026, 11, 12), date(2012, 11, 26)))


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_written_out_day_is_read_back(day: date) -> None:
    for text in (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%d %B %Y}",
        f"{day:%A, %B %d, %Y}",
    ):
        assert read_day(text) == day
    assert read_month(f"{day:%B %Y}") == Month(day.year, day.month)


@settings(max_examples=3000)
@given(st.text(max_size=90) | st.text("0123456789 ./-年月日十一二三JanNovMärz星期周五", max_size=30))
def test_anything_is_read_or_refused(text: str) -> None:
    assert isinstance(read_day(text), date | Ambiguous | Unread)
    assert isinstance(read_month(text), Month | Ambiguous | Unread)
