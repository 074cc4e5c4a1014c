"""Ten thousand inputs that nobody meant: each is taken, or refused by an error of our own, quickly (R9).

The same inputs each time; ``FUZZ=100`` in the surroundings makes it a hundred times as many, new ones each time.
"""

from __future__ import annotations

import shutil
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.i18n import Translator, compile_po, fill, translator
from assistant.knowledge import ROOMS, find_problems
from assistant.knowledge.strict_yaml import read as read_yaml
from assistant.letters import Draft, Templates, compose, read, read_fill
from assistant.model import ContentError, InputError, RecourseError
from tests.conftest import TODAY, TOP
from tests.e2e.clients import answers
from tests.safety.anything import COUNTS, in_file, lines_from, many, wild
from tests.safety.test_hostile_text import HIDDEN, desk_here, knowledge_here

LETTER = "eu-l-access"


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """What is made once in a process is not part of anybody's second."""
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


def test_there_are_ten_thousand() -> None:
    assert sum(COUNTS.values()) >= 10_000
