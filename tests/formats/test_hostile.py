"""Text that would like to be something else comes out as text in every format (T10)."""

from __future__ import annotations

import io
import re
import zipfile

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.formats import format_named
from assistant.formats.ics import Reminder, write_calendar
from assistant.formats.markdown import escape
from assistant.formats.pdf.cells import breakable
from assistant.model import Block, Document, Role
from assistant.text import clean_line
from tests.formats.helpers import EXTRACT, load, parse_html, parse_xml, squeeze

PAYLOADS = (
    "{{ 7 * 7 }}",
    "{% for x in ().__class__.__mro__ %}x{% endfor %}",
    "{{ config.__class__ }}",
    "{# comment #}",
    "{0.__class__}",
    "%(x)s ${HOME}",
    "# Title",
    "**bold** _it_ `code`",
    "[a](javascript:alert(1))",
    "![i](http://x.example/i.png)",
    "- item",
    "1. item",
    "> quote",
    "---",
    "===",
    "a | b | c",
    "~~gone~~ ```fence",
    "<!-- hidden -->",
    "C:\\temp\\new \\* \\[",
    "&amp; &lt; &#65; & < >",
    "$ sum_(i=1)^n $",
    '#import "@preview/x:1.0.0"',
    '#read("/etc/passwd")',
    "*strong* @ref <label> #let x = 1",
    "\\u{1b} \\",
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '"><svg onload=alert(1)>',
    "</w:t></w:r><w:p/>",
    "]]> <![CDATA[x]]>",
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "=HYPERLINK(1)",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+49 30 1;2,3",
    "END:VEVENT\r\nBEGIN:VALARM",
    "a\r\nBcc: victim@example.org",
    "a\nSubject: other",
    "x;y,z\\n\\N:",
    "\x1b]52;c;aGk=\x07",
    "\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31mred\x9d0;title\x9c",
    "a\x00b\x08c",
    "\u202egnp.exe",
    "\u2066iso\u2069 \u200frtl",
    "e\u0301 \ufeffbom \ufffe",
    "\ud800lone",
    "tag\U000e0041\U000e0042",
    "A$&B {id_data} [flag>text]",
    "Müller <mueller@example.org> < 5 and > 3",
    "x" * 400,
)
ROLES: tuple[Role, ...] = (
    "title",
    "sender",
    "recipient",
    "reference",
    "subject",
    "salutation",
    "parties",
    "heading",
    "paragraph",
    "numbered",
    "bullets",
    "table",
    "closing",
    "signature",
    "enclosures",
)


def planted(role: Role, text: str) -> str:
    """A line of the role with ``text`` in it."""
    return f"Label\t{text}" if role in ("parties", "reference") else f"{text}\t{text}" if role == "table" else text


def hostile(payloads: tuple[str, ...], sheet: str = "letter", role: Role = "paragraph") -> Document:
    lines = tuple(planted(role, payload) for payload in payloads)
    block = Block(id="b", role=role, lines=lines, beside=lines if sheet == "aid" else ())
    return Document.model_validate(
        {
            "letter": "x",
            "sheet": sheet,
            "locale": "en",
            "beside_locale": "zh_Hans" if sheet == "aid" else None,
            "layout": "plain",
            "title": payloads[0],
            "dated": load("plain.de").dated,
            "notice": payloads[-1],
            "blocks": (block,),
        }
    )


def inert(count: int, sheet: str, role: Role) -> Document:
    """The same document with harmless text."""
    return hostile(tuple(f"word{number}" for number in range(count)), sheet, role)


def lines_of(payloads: tuple[str, ...]) -> list[str]:
    return [squeeze(clean_line(part)) for payload in payloads for part in re.split("[\r\n]+", payload)]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ["text", "markdown", "html", "docx", "pdf", "eml"])
def test_payloads_stay_text(name: str, role: Role) -> None:
    got = squeeze(EXTRACT[name](format_named(name).write(hostile(PAYLOADS, role=role))))
    assert [line for line in lines_of(PAYLOADS) if line not in got] == []


@pytest.mark.parametrize("name", ["text", "markdown", "html", "docx", "pdf"])
def test_payloads_stay_text_in_an_aid(name: str) -> None:
    got = squeeze(EXTRACT[name](format_named(name).write(hostile(PAYLOADS, "aid"))))
    assert [line for line in lines_of(PAYLOADS) if line not in got] == []


@pytest.mark.parametrize("name", ["text", "markdown", "html", "eml"])
def test_no_control_or_direction_character_is_left(name: str) -> None:
    text = format_named(name).write(hostile(PAYLOADS)).decode()
    text = text + (EXTRACT[name](text.encode()) if name == "eml" else "")
    assert not re.search(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", text
    )


@pytest.mark.parametrize("sheet", ["letter", "aid"])
@pytest.mark.parametrize("role", ROLES)
def test_html_gets_no_tag_and_no_attribute(sheet: str, role: Role) -> None:
    payloads = tuple(payload for payload in PAYLOADS if not re.search("[\r\n]", payload))
    wanted = parse_html(format_named("html").write(inert(len(payloads), sheet, role)))
    got = parse_html(format_named("html").write(hostile(payloads, sheet, role)))
    assert (got.tags, got.names) == (wanted.tags, wanted.names)


def _shape(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return [f"{name} {element.tag}" for name in names for element in parse_xml(archive.read(name)).iter()]


@pytest.mark.parametrize("sheet", ["letter", "aid"])
@pytest.mark.parametrize("role", ROLES)
def test_docx_gets_no_element(sheet: str, role: Role) -> None:
    payloads = tuple(payload for payload in PAYLOADS if not re.search("[\r\n]", payload))
    docx = format_named("docx")
    assert _shape(docx.write(hostile(payloads, sheet, role))) == _shape(docx.write(inert(len(payloads), sheet, role)))


def test_pdf_gets_no_link_script_or_file() -> None:
    with pikepdf.open(io.BytesIO(format_named("pdf").write(hostile(PAYLOADS)))) as pdf:
        assert not any(
            isinstance(found, pikepdf.Dictionary) and {"/JS", "/URI", "/EF", "/Launch"} & set(found.keys())
            for found in pdf.objects
        )
        assert not any("/Annots" in page for page in pdf.pages)


def test_a_draft_keeps_its_headers() -> None:
    names = re.findall(
        rb"(?m)^([A-Za-z-]+):", format_named("eml").write(hostile(PAYLOADS[34:] + PAYLOADS)).partition(b"\r\n\r\n")[0]
    )
    assert names == [b"X-Unsent", b"Date", b"Subject", b"Content-Type", b"Content-Transfer-Encoding", b"MIME-Version"]


def test_a_calendar_keeps_its_parts() -> None:
    from icalendar import Calendar

    day = load("plain.de").dated
    data = write_calendar([Reminder(f"seed {number}", day, payload, (1,)) for number, payload in enumerate(PAYLOADS)])
    read = Calendar.from_ical(data)
    assert len(read.walk("VEVENT")) == len(PAYLOADS)
    # The library takes a backslash before a capital N for a line break, when it writes and when it reads.
    written = re.findall(r"(?m)^SUMMARY:(.*)\r$", data.decode().replace("\r\n ", ""))
    assert [re.sub(r"\\(.)", r"\1", text) for text in written] == [
        clean_line(payload).replace("\\N", "n") for payload in PAYLOADS
    ]
    assert len(read.walk("VALARM")) == len(PAYLOADS)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


@pytest.mark.parametrize("name", ["text", "markdown", "html", "docx", "pdf", "eml"])
def test_a_million_characters_are_written(name: str) -> None:
    long = "".join(f"wort{number:06} " for number in range(90_000)) + "x" * 10_000
    data = format_named(name).write(hostile((long,)))
    got = squeeze(EXTRACT[name](data)) if name != "pdf" else ""
    assert squeeze(long) in got if got else len(data) > 100_000


def test_a_run_without_a_break_stays_on_the_page_and_whole() -> None:
    import pypdf

    data = format_named("pdf").write(hostile(("https://example.org/" + "a1" * 300,)))
    assert squeeze(EXTRACT["pdf"](data)).count("a1") == 300
    assert pypdf.PdfReader(io.BytesIO(data)).pages[0].mediabox.width == pytest.approx(595.28, abs=0.1)


@given(st.text(max_size=300), st.integers(5, 80))
def test_breaking_adds_and_loses_nothing(text: str, wide: int) -> None:
    cell = breakable(text, 34 if wide < 40 else 60)
    assert "".join(cell) == text


@settings(max_examples=300)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])
        | st.sampled_from("*_`[]()<>#+-=|\\&!~$:;1. "),
        max_size=60,
    )
)
def test_escaped_markdown_says_what_was_written(text: str) -> None:
    line = clean_line(text).strip()
    for preset in ("commonmark", "gfm-like"):
        tokens = MarkdownIt(preset, {"linkify": False}).disable("linkify", ignoreInvalid=True).parse(escape(line))
        assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
        children = [child for token in tokens for child in token.children or []]
        assert {child.type for child in children} <= {"text", "text_special"}
        assert "".join(child.content for child in children) == line
