"""What a person may type: days, stories, languages, places. Anything is taken, or refused by an error of our own (R9)."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.setting import day, event, events, place, system_locale
from assistant.guide import Desk
from assistant.i18n import locales, negotiate, translator
from assistant.letters import Ambiguous, Month, Templates, Unread, read_day, read_month
from assistant.model import InputError, NotFoundError
from tests.conftest import TODAY, TOP
from tests.safety.anything import adviser, in_file, lines_from, many, spoken, wild
from tests.safety.test_hostile_text import knowledge_here


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """What is made once in a process is not part of anybody's second."""
    for locale in locales():  # the words of each language are read when it is searched first
        adviser().find("a", spoken(locale))


DAYS = [
    "6", "11", "2026", "31", "30", "2", "29", "0", "00", "99", "9999", "１", "六", "十", "二〇二六", "年", "月", "日", "号", "Nov", "November", "Mai", "Dezember", "März", ".", "-", "/", " ", ",", "th", "st", "today",
    "Friday", "Freitag", "星期五", "周五", "am", "den", "of", "T00:00:00Z", "+08:00", "e5", "٢", "²", "Ⅸ",
]  # fmt: skip


@many("day")
@given(lines_from(DAYS, 9) | wild)
def test_any_day(text: str) -> None:
    found = read_day(text)
    assert isinstance(found, date | Ambiguous | Unread)
    if isinstance(found, Ambiguous):
        assert len({*found.readings}) > 1


@many("month")
@given(lines_from(DAYS, 6) | wild)
def test_any_month(text: str) -> None:
    found = read_month(text)
    assert isinstance(found, Month | Ambiguous | Unread)
    if isinstance(found, Month):
        assert found.first().day == 1


@many("find")
@given(
    wild
    | lines_from(
        ["schufa ", "court ", "list ", "失信", "老赖", "falsch ", "eintrag", "-", "'", "İ", "ß", "ﬀ", "🙂"], 12
    )
    | st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF), max_size=40)
)
def test_any_story(text: str) -> None:
    for locale in ("en", "zh_Hans"):
        found = adviser().find(text, spoken(locale))
        assert len(found) <= len(knowledge_here().situations.ids())
        assert all(before.score >= after.score for before, after in pairwise(found))


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "schufa " * 3_000, "失信" * 10_000, "\u0301" * 20_000, "a1" * 10_000],
    ids=["x", "words", "Han", "accents", "mixed"],
)
def test_a_very_long_story_is_searched_in_a_second(text: str) -> None:
    from assistant.cli.commands.find import LONGEST

    adviser().find("schufa", spoken("en"))
    began = time.perf_counter()
    adviser().find(text[:LONGEST], spoken("en"))
    assert time.perf_counter() - began < 2


NAMES = [
    "de",
    "en",
    "zh",
    "Hans",
    "_",
    "-",
    ".",
    "/",
    "..",
    "../../etc/passwd",
    "\x00",
    "C",
    "POSIX",
    ".UTF-8",
    "@euro",
    "zh_Hans",
    "a" * 300,
    "%s",
    "{x}",
    "~",
    "\\",
    "CON",
    "assistant.po",
    "LC_MESSAGES",
    "*",
]


@many("locale")
@given(lines_from(NAMES, 6) | wild)
def test_any_name_of_a_language(name: str) -> None:
    """No path is made of it, whatever it says: it is one of ours or none."""
    known = locales()
    assert negotiate(name, known) in known
    if name in known:
        return
    with pytest.raises(InputError) as caught:
        translator(name)
    assert caught.value.values["known"] == ", ".join(known)


def test_a_language_of_the_surroundings_is_only_a_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "../../etc/passwd",
        "de_DE.UTF-8",
        "zh_TW",
        "x" * 100_000,
        "de/../zh_Hans",
        "\udcff",
        "C.UTF-8",
        "de@euro",
    ):
        monkeypatch.setenv("LC_ALL", name)
        assert system_locale() in locales()


EVENTS = [
    "request_received",
    "decision_served",
    "=",
    "==",
    "2026",
    "-",
    "11",
    "06",
    "2026-11-06",
    "2026-02-30",
    "0000-00-00",
    "99999-01-01",
    " ",
    "\n",
    "/",
    "cn-spc-list-correction/",
    "２０２６",
    "T12:00",
    "Z",
    "-1",
    "W45",
    "+",
]


@many("event")
@given(lines_from(EVENTS, 6) | wild)
def test_any_day_of_an_event(text: str) -> None:
    try:
        found = events([text, text])
        assert all(isinstance(one, date) for one in found.values())
    except InputError as error:
        in_file(error, "--event")
    for reader in (lambda: event(text), lambda: day(text, "--as-of")):
        with suppress(InputError):
            assert reader()
    with suppress(InputError):
        name, when = event(text)
        adviser().route("eu-gdpr-access", {name: when}, spoken("en"))


@many("place")
@given(lines_from(["de", "-", "he", "cn", "eu", "..", "/", "DE", "x", "\u0131"], 4) | wild)
def test_any_place(text: str) -> None:
    try:
        where = place(text)
    except InputError:
        return
    assert where is None or re.fullmatch(r"[a-z]{2}(-[a-z]{2,3})?", where) or not where
    assert adviser().route("eu-gdpr-access", {"request_received": TODAY}, spoken("en"), where).dates


@pytest.mark.parametrize(
    "name",
    ["", "..", "../letters", "a" * 10_000, "\x00", "CN-SPC", "cn-spc/../../x", "__init__", "cn_spc"],
    ids=range(9),
)
def test_any_name_of_a_record(name: str) -> None:
    with pytest.raises(NotFoundError):
        knowledge_here().named(name)
    for room in knowledge_here().rooms.values():
        with pytest.raises(NotFoundError):
            room[name]
    assert Desk(knowledge_here(), Templates(TOP / "templates" / "letters"), TODAY).languages(name) == ()
