"""Ten thousand inputs that nobody meant: each is taken, or refused by an error of our own, quickly (R9).

The same inputs each time; ``FUZZ=100`` in the surroundings makes it a hundred times as many, new ones each time.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import lru_cache
from gettext import NullTranslations
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.cli.setting import day, event, events, place, system_locale
from assistant.guide import Adviser, Desk
from assistant.i18n import Translator, compile_po, fill, locales, negotiate, translator
from assistant.knowledge import ROOMS, find_problems
from assistant.knowledge.strict_yaml import read as read_yaml
from assistant.letters import Ambiguous, Draft, Month, Templates, Unread, compose, read, read_day, read_fill, read_month
from assistant.model import ContentError, InputError, NotFoundError, RecourseError
from tests.conftest import TODAY, TOP
from tests.e2e.clients import answers
from tests.safety.test_hostile_text import HIDDEN, HOSTILE, desk_here, knowledge_here

MORE = int(os.environ.get("FUZZ", "1"))
COUNTS = {
    "fill": 2000, "plain fill": 500, "po": 800, "plural": 400, "translation": 1500, "record": 1200, "template": 500, "day": 2000,
    "month": 500, "find": 400, "locale": 1200, "event": 1200, "place": 400,
}  # fmt: skip
LETTER = "eu-l-access"


def many(what: str) -> Callable[[Any], Any]:
    """So many examples, each in at most a second, the same ones in every run unless more are wanted."""
    return settings(
        max_examples=COUNTS[what] * MORE, deadline=1000, database=None, derandomize=MORE == 1, print_blob=True,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip


wild = (
    st.text(max_size=60)
    | st.sampled_from(HOSTILE)
    | st.text(st.characters(categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Nd", "Nl", "No"]), max_size=30)
)


def lines_from(pieces: list[str], most: int = 25) -> st.SearchStrategy[str]:
    """Text made of pieces that mean something to the reader, with anything between them."""
    return st.lists(st.sampled_from(pieces) | st.text(max_size=8), max_size=most).map("".join)


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """What is made once in a process is not part of anybody's second."""
    for locale in ("en", "zh_Hans"):
        adviser().find("schufa 失信", spoken(locale))
    fill_and_write(f"letter: {LETTER}\n")


FIELDS = [one.id for one in knowledge_here().letters[LETTER].fields]
FILL = [
    *(f"{name}: " for name in FIELDS[:8]), f"letter: {LETTER}\n", "letter: x\n", "\n", "\n  ", "\n- ", "\n  - ", "yes", "?", "6 Nov 2026", "|", ">-", '"', "'",
    "[", "]", "{", "}", ", ", ": ", "：", "&a ", "*a", "!!python/object/apply:os.system ", "!x ", "%YAML 1.1\n", "---\n", "...\n", "# ", "\t", "\ufeff", "\\", "\\u0000", "~", "null",
]  # fmt: skip


@many("fill")
@given(lines_from(FILL, 40))
def test_any_file_of_answers(text: str) -> None:
    fill_and_write(text)


@many("plain fill")
@given(wild | st.binary(max_size=200).map(lambda data: data.decode("utf-8", "replace")))
def test_any_text_as_a_file_of_answers(text: str) -> None:
    fill_and_write(text)
    fill_and_write(f"letter: {LETTER}\n{FIELDS[-1]}: {text}\n")


def ours(error: RecourseError, *names: str) -> None:
    """An error as people read it: short, harmless, with these places in it."""
    assert len(str(error)) < 1000
    assert not HIDDEN.search(str(error).replace("\n", " ").replace("\t", " "))
    assert set(names) <= set(error.values)


def in_file(error: RecourseError, beginning: str) -> None:
    """An error that begins with the file and its line."""
    assert str(error).startswith(beginning)


def fill_and_write(text: str) -> None:
    """Read; where it can be read, ask the desk; where that is ready, write."""
    record = knowledge_here().letters[LETTER]
    english = translator("en")
    try:
        found = read_fill(text, "f.yaml", record)
    except InputError as error:
        ours(error, "line")
        return
    form = desk_here().form(LETTER, found.answers, english)
    assert all(one.say(english) for one in form.filled.problems)
    preview = desk_here().draft(LETTER, found.answers, english, preview=True)
    assert compose(preview, preview.letter.filing[0]).blocks


PO = [
    'msgid "a"\n', 'msgstr "b"\n', 'msgid ""\nmsgstr ""\n', 'msgctxt "c"\n', 'msgid_plural "as"\n', 'msgstr[0] "x"\n', 'msgstr[1] "y"\n', "msgstr[99] ", "msgstr[x] ", "msgstr[",
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n', '"Plural-Forms: nplurals=999999999; plural=n**9**9**9;\\n"\n', '"Content-Type: text/plain; charset=utf-7\\n"\n',
    '"Content-Type: text/plain; charset=zlib\\n"\n', '"Language: ../../etc\\n"\n', '"PO-Revision-Date: 99\\n"\n', "#, fuzzy\n", "#~ ", "#| ", "#: a:1\n", "#. x\n", '"', "\\", "\n", '"more"\n', "\x00", "\ufeff",
]  # fmt: skip


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "de" / "LC_MESSAGES" / "assistant.po"
    path.parent.mkdir(parents=True)
    return path


@many("po")
@given(
    lines_from(PO)
    | st.lists(st.sampled_from([one for one in PO if one.endswith('"\n') or one.startswith("#")]), max_size=25).map(
        "".join
    )
)
def test_any_catalogue(po: Path, text: str) -> None:
    po.write_text(text, encoding="utf-8", errors="replace")
    try:
        compile_po(po)
    except InputError as error:
        ours(error, "file", "line", "problem")
        return
    german = translator("de", po.parents[2])
    assert german("a")
    assert german.plural("a", "as", 3)
    assert german.ctx("c", "a")


@many("plural")
@given(
    lines_from(
        [
            "nplurals=",
            "plural=",
            ";",
            "n",
            "**",
            "9",
            "(",
            ")",
            "!=",
            "?",
            ":",
            "%",
            "/",
            "0",
            "-",
            "*",
            "\\n",
            "\\",
            "lambda:",
            "__import__('os')",
        ],
        30,
    )
)
def test_no_plural_rule_of_a_file_is_obeyed(po: Path, rule: str) -> None:
    quoted = rule.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "").replace("\r", "")
    po.write_text(
        f'msgid ""\nmsgstr ""\n"Plural-Forms: {quoted}\\n"\n\nmsgid "{{n}} day"\nmsgid_plural "{{n}} days"\nmsgstr[0] "{{n}} Tag"\nmsgstr[1] "{{n}} Tage"\n',
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    german = translator("de", po.parents[2])
    assert [german.plural("{n} day", "{n} days", n) for n in (0, 1, 2, 10**12)] == [
        "0 Tage",
        "1 Tag",
        "2 Tage",
        f"{10**12} Tage",
    ]


class Says(NullTranslations):
    """A catalogue that says one thing to everything."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def gettext(self, message: str) -> str:
        """The thing, whatever was asked."""
        return self.text if message else ""

    def pgettext(self, context: str, message: str) -> str:
        """The same."""
        return self.text if context or message else ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The same."""
        return self.text if (msgid1, msgid2, n) else ""


SAYS = [
    "{name}", "{day}", "{n}", "{name.__class__}", "{name.__init__.__globals__}", "{name[0]}", "{n:>100000000}", "{name!r}", "{0}", "{}", "{{", "}}", "{", "}",
    "%(name)s", "%s", "$name", "\x1b[2J", "\u202e", "5", "article 12", " ", "Wort",
]  # fmt: skip


@many("translation")
@given(lines_from(SAYS, 8))
def test_no_translation_is_evaluated(text: str) -> None:
    """Values go in as they are; nothing is asked of them, nothing grows, nothing hidden is shown."""
    tr = Translator("de", Says(text))

    class Secret(str):
        __slots__ = ()
        asked = 0

        def __getattr__(self, name: str) -> Any:
            raise AssertionError(name)

        def __format__(self, spec: str) -> str:
            raise AssertionError(spec)

    value = Secret("Kim")
    for shown in (
        tr("Hello {name}, until {day}.", name=value, day="Friday"), tr.ctx("c", "Hello {name}, until {day}.", name=value, day="Friday"),
        tr.plural("{n} day for {name}", "{n} days for {name}", 5, name=value), tr.content("letters/x:title", "Hello"), tr.content("situations/x:words", "Hello"),
        fill(text, {"name": value, "n": 5}),
    ):  # fmt: skip
        assert len(shown) < len(text) + 500
    assert "\x1b" not in tr("Hello {name}.", name=value)
    assert "Kim" in tr("Hello {name}.", name=value)


RECORDS = {
    room: min((TOP / "content" / room).rglob("*.yaml")).read_text(encoding="utf-8").splitlines()
    for room in ("limits", "routes", "questions", "sources", "calendars")
}
YAML = [
    "id: ",
    "- ",
    "  ",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "&a ",
    "*a",
    "!!binary ",
    "|\n",
    ">-\n",
    '"',
    "'",
    "null",
    "2026-13-45",
    "99999999999999999999",
    "0x1f",
    "1e999",
    ".inf",
    "yes",
    "<<: *a",
    "? ",
    "%TAG ",
    "---\n",
    "\t",
    "\x00",
    "\ufeff",
    "#",
]


@many("record")
@given(st.data())
def test_any_content_record(data: st.DataObject) -> None:
    """A record of ours with lines lost, moved, doubled or replaced by anything."""
    room = data.draw(st.sampled_from(sorted(RECORDS)))
    lines = list(RECORDS[room])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1)) if lines else 0
        made = data.draw(lines_from(YAML, 5) | wild | st.sampled_from(RECORDS["limits"]))
        lines[at : at + data.draw(st.integers(0, 2))] = [made] * data.draw(st.integers(0, 2))
    text = "\n".join(lines)
    try:
        sheet = read_yaml(text, "content/x.yaml")
    except ContentError as error:
        in_file(error, "content/x.yaml line ")
        return
    for problem in find_problems(ROOMS[room], sheet):
        assert str(problem).startswith("content/x.yaml line ")


TEMPLATE = (TOP / "templates" / "letters" / LETTER / "en.md.j2").read_text(encoding="utf-8")
JINJA = [
    "{{", "}}", "{%", "%}", "{#", "#}", " name ", "if ", "endif ", "for a in ", "endfor ", "block x ", "endblock ", "include '_shared/../../x' ", "set x = 1", "self.__init__", "range(10**9)", "''.__class__",
    "|attr('x')", "'a' * 10**9", "{% raw %}", "\ue0000\ue001", "- ", "| ", "\n\n", "{{ cycler }}", "{{ today.year }}", "{% macro m() %}{% endmacro %}", "loop.index", "9" * 40,
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of letters with this one and what it includes; the template as it is can be written."""
    (tmp_path / LETTER).mkdir()
    shutil.copytree(TOP / "templates" / "letters" / "_shared", tmp_path / "_shared")
    (tmp_path / LETTER / "en.md.j2").write_text(TEMPLATE, encoding="utf-8")
    assert compose(Draft(knowledge_here().letters[LETTER], Templates(tmp_path), values(), TODAY), "en").blocks
    return tmp_path


@lru_cache(maxsize=1)
def values() -> Any:
    record = knowledge_here().letters[LETTER]
    return read(record, answers(record), TODAY).values


@many("template")
@given(st.data())
def test_any_letter_template(folder: Path, data: st.DataObject) -> None:
    """A real template with anything put in anywhere."""
    text = TEMPLATE
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(lines_from(JINJA, 6) | wild) + text[at + data.draw(st.integers(0, 20)) :]
    (folder / LETTER / "en.md.j2").write_text(text, encoding="utf-8", errors="replace")
    try:
        compose(Draft(knowledge_here().letters[LETTER], Templates(folder), values(), TODAY), "en")
    except ContentError as error:
        in_file(error, "_shared/" if str(error).startswith("_shared/") else f"{LETTER}/en.md.j2, line ")


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


@lru_cache(maxsize=1)
def adviser() -> Adviser:
    """With its indexes built: that takes a second or two, once."""
    made = Adviser(knowledge_here(), TODAY, spoken, tuple(locales()))
    for locale, word in (("en", "list"), ("de", "Liste"), ("zh_Hans", "名单")):
        made.find(word, spoken(locale))
    return made


@pytest.fixture(scope="module")
def ready() -> Adviser:
    """The adviser, made before anything is timed."""
    return adviser()


@many("find")
@given(
    wild
    | lines_from(
        ["schufa ", "court ", "list ", "失信", "老赖", "falsch ", "eintrag", "-", "'", "İ", "ß", "ﬀ", "🙂"], 12
    )
    | st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF), max_size=40)
)
def test_any_story(ready: Adviser, text: str) -> None:
    for locale in ("en", "zh_Hans"):
        found = ready.find(text, spoken(locale))
        assert len(found) <= len(knowledge_here().situations.ids())
        assert all(before.score >= after.score for before, after in pairwise(found))


@lru_cache(maxsize=4)
def spoken(locale: str) -> Translator:
    return translator(locale)


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


def test_there_are_ten_thousand() -> None:
    assert sum(COUNTS.values()) >= 10_000
