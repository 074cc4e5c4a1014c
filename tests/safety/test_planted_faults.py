"""Faults planted in a copy of a catalogue: each is found by the checks, and none of them reaches a person (T7)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from assistant.checks import Finding, run
from assistant.i18n import Translator, compile_po, fill, read_catalogue, translator
from assistant.model import InputError
from tests.conftest import TODAY, TOP

Change = Callable[[str], str]


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong in one entry."""

    name: str
    where: str
    """A pattern that the English text has."""
    change: Change
    rule: str
    """The rule that finds it."""
    loads: bool = False
    """Whether the changed text may still be shown, because it does no harm."""


def swap(pattern: str, new: str) -> Change:
    def change(text: str) -> str:
        changed = re.sub(pattern, new, text, count=1)
        assert changed != text, (pattern, text)
        return changed

    return change


def add(text: str) -> Change:
    return lambda source: f"{source} {text}"


NAME = r"\{[a-z_]+\}"
PLAIN = r"^[A-Z][a-z ]{20,60}\.$"
MONTH = r"\b\d{1,2} (?:November|December|October|May|January) 20\d\d"
FAULTS: tuple[Fault, ...] = (
    # names in braces
    Fault("lost name", NAME, swap(NAME, "x"), "same-placeholders"),
    Fault("lost braces", NAME, swap(r"\{([a-z_]+)\}", r"\1"), "same-placeholders"),
    Fault("misspelt name", NAME, swap(r"\{([a-z_]+)\}", r"{\1s}"), "same-placeholders"),
    Fault("translated name", NAME, swap(NAME, "{tag_und_name}"), "same-placeholders"),
    Fault("name in capitals", NAME, swap(r"\{([a-z])", r"{X\1"), "same-placeholders"),
    Fault("space in a name", NAME, swap(r"\{([a-z_]+)\}", r"{ \1 }"), "same-placeholders"),
    Fault("one brace lost", NAME, swap(r"\}", ""), "same-placeholders"),
    Fault("full-width braces", NAME, swap(r"\{([a-z_]+)\}", r"｛\1｝"), "same-placeholders"),
    Fault("percent form", NAME, swap(r"\{([a-z_]+)\}", r"%(\1)s"), "same-placeholders"),
    Fault("extra name", PLAIN, add("{day}"), "same-placeholders"),
    Fault("a second name that is another's", NAME, add("{secret}"), "same-placeholders"),
    Fault("reaching into an object", NAME, swap(r"\{([a-z_]+)\}", r"{\1.__init__.__globals__[SECRET]}"), "same-placeholders"),
    Fault("a hundred megabytes", NAME, swap(r"\{([a-z_]+)\}", r"{\1:>100000000}"), "same-placeholders"),
    Fault("an index", NAME, swap(r"\{([a-z_]+)\}", r"{\1[0]}"), "same-placeholders"),
    Fault("a conversion", NAME, swap(r"\{([a-z_]+)\}", r"{\1!r}"), "same-placeholders"),
    Fault("braces out of nowhere", PLAIN, add("{r.__init__.__globals__}"), "same-placeholders", loads=True),
    Fault("a lone brace", PLAIN, add("{"), "same-placeholders", loads=True),
    # what nobody can see, and what a terminal obeys
    Fault("escape", PLAIN, add("\x1b[2J"), "no-hidden-characters"),
    Fault("clipboard", PLAIN, add("\x1b]52;c;aGk=\x07"), "no-hidden-characters"),
    Fault("link", PLAIN, add("\x1b]8;;http://x.example\x1b\\x\x1b]8;;\x1b\\"), "no-hidden-characters"),
    Fault("C1 control", PLAIN, add("\x9b31m"), "no-hidden-characters"),
    Fault("null", PLAIN, add("a\x00b"), "no-hidden-characters"),
    Fault("backspace", PLAIN, add("abc\x08\x08\x08xyz"), "no-hidden-characters"),
    Fault("carriage return", PLAIN, add("\rNothing can happen to you."), "no-hidden-characters"),
    Fault("delete", PLAIN, add("\x7f"), "no-hidden-characters"),
    Fault("override to the left", PLAIN, add("\u202egnp.exe"), "no-hidden-characters"),
    Fault("isolate", PLAIN, add("\u2066x\u2069"), "no-hidden-characters"),
    Fault("right-to-left mark", PLAIN, add("\u200f"), "no-hidden-characters"),
    Fault("Arabic letter mark", PLAIN, add("\u061c"), "no-hidden-characters"),
    Fault("byte order mark", PLAIN, add("\ufeff"), "no-hidden-characters"),
    Fault("hidden tags", PLAIN, add("\U000e0041\U000e0042"), "no-hidden-characters"),
    Fault("private letter", PLAIN, add("\ue000"), "no-hidden-characters"),
    Fault("zero width space", PLAIN, add("a\u200bb"), "no-hidden-characters"),
    Fault("next line", PLAIN, add("a\x85b"), "no-hidden-characters"),
    # numbers
    Fault("another article", r"[Aa]rticle \d+", swap(r"([Aa]rticle) \d+", r"\1 99"), "same-numbers"),
    Fault("article lost", r"[Aa]rticle \d+", swap(r"[Aa]rticle \d+\w*", "the article"), "same-numbers"),
    Fault("another section", r"§ \d+", swap(r"§ \d+", "§ 1"), "same-numbers"),
    Fault("two signs exchanged", r"\b1[02345678]\b", swap(r"\b1([02345678])\b", r"\g<1>1"), "same-numbers"),
    Fault("more days", r"\b\d+ days", swap(r"\b(\d+) days", r"\g<1>0 days"), "same-numbers"),
    Fault("days lost", r"\b\d+ days", swap(r"\b\d+ days", "some days"), "same-numbers"),
    Fault("days in other words", r"\b(?:three|four|five|ten) (?:working )?(?:days|weeks|months|years)", swap(r"\b(?:three|four|five|ten)\b", "twelve"), "same-numbers"),
    Fault("days in words lost", r"\b(?:three|four|five|ten|two) (?:working )?(?:days|weeks|months|years)", swap(r"\b(?:three|four|five|ten|two) ", "some "), "same-numbers"),
    Fault("another day", MONTH, swap(r"\b\d{1,2} (?=[A-Z][a-z]+ 20)", "31 "), "same-numbers"),
    Fault("another year", MONTH, swap(r"20\d\d", "2099"), "same-numbers"),
    Fault("another month in figures", MONTH, swap(r"(\d{1,2}) [A-Z][a-z]+ (20\d\d)", r"\2年7月\1日"), "same-numbers"),
    Fault("year lost", r"\b20\d\d\b", swap(r"\b20\d\d\b", "now"), "same-numbers"),
    Fault("a number out of nowhere", PLAIN, add("Within 90 days."), "same-numbers"),
    Fault("a number in Chinese figures out of nowhere", PLAIN, add("30日内"), "same-numbers"),
    Fault("a wide number out of nowhere", PLAIN, add("９０ days"), "same-numbers"),
    Fault("ten times the sum", r"\d,000 (?:yuan|euros?)|\b\d+ (?:yuan|euros?)", swap(r"(\d) ((?:yuan|euros?))", r"\g<1>0 \2"), "same-numbers"),
    Fault("two figures in one number", r"\b[1-9]\d\d\b", swap(r"\b([1-9])(\d)(\d)\b", r"\g<1>\g<2>\g<3>\g<1>"), "same-numbers"),
    Fault("number written apart", r"\b2026\b", swap(r"2026", "20 26"), "same-numbers"),
    # addresses
    Fault("another website", r"https?://|www\.", swap(r"(https?://|www\.)", r"\1x"), "same-addresses"),
    Fault("an address out of nowhere", PLAIN, add("https://help.example"), "same-addresses"),
    Fault("an e-mail address out of nowhere", PLAIN, add("help@recourse.example"), "same-addresses"),
    # not translated, or not any more
    Fault("empty", PLAIN, lambda _: "", "complete"),
    Fault("empty in the middle of others", PLAIN, lambda _: "", "complete"),
    Fault("fuzzy", PLAIN, add("fuzzy"), "no-fuzzy"),
    Fault("fuzzy with another number", r"\b\d+ days", swap(r"\d+", "83"), "no-fuzzy"),
)  # fmt: skip


def template() -> list[Message]:
    with (TOP / "locales" / "assistant.pot").open("rb") as file:
        return [one for one in read_po(file) if one.id]


def write(folder: Path, catalogue: Catalog, head: str = "") -> Path:
    path = folder / "LC_MESSAGES" / "assistant.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=0, no_location=True)
    if head:
        path.write_text(
            re.sub(r'(?m)^"Plural-Forms: .*\\n"$', lambda _: f'"{head}\\n"', path.read_text("utf-8")), encoding="utf-8"
        )
    return path


@dataclass(frozen=True)
class Room:
    """Catalogues with faults, and what the checks say of them."""

    path: Path
    places: dict[str, Message]
    """For each fault the entry it was planted in."""
    findings: list[Finding]


HEADS = {
    "nl": "Plural-Forms: nplurals=50000000; plural=0;", "it": "Plural-Forms: nplurals=2; plural=n**9999999999;",
    "pt": "Plural-Forms: nplurals=1; plural=0;", "pl": "Plural-Forms: nplurals=2; plural=(n != 1);",
}  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """One run of the checks over everything."""
    top = tmp_path_factory.mktemp("locales")
    left = [one for one in template() if isinstance(one.id, str) and not (one.context or "").endswith(":words")]
    catalogue = Catalog(locale="de", charset="utf-8", fuzzy=False)
    places: dict[str, Message] = {}
    for fault in FAULTS:
        found = next((one for one in left if re.search(fault.where, str(one.id))), None)
        if found is None:
            pytest.fail(f"no text of ours fits {fault.name}: {fault.where}")
        left.remove(found)
        flags = ["fuzzy"] if fault.rule == "no-fuzzy" else []
        catalogue.add(found.id, fault.change(str(found.id)), context=found.context, flags=flags)
        places[fault.name] = found
    path = write(top / "de", catalogue)
    for locale, head in HEADS.items():
        other = Catalog(locale=locale, charset="utf-8", fuzzy=False)
        other.add(("{n} day", "{n} days"), tuple("{n} X" for _ in range(other.num_plurals)))
        write(top / locale, other, head)
    for locale, text in {
        "fr": "\xff",
        "es": 'msgid "a\nmsgstr[x] "b"\n',
        "sv": 'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[9] "c"\n',
    }.items():
        broken = top / locale / "LC_MESSAGES" / "assistant.po"
        broken.parent.mkdir(parents=True)
        broken.write_bytes(text.encode("latin-1"))
    for name in ("..x", "DE", "de-DE", "tlh"):
        (top / name / "LC_MESSAGES").mkdir(parents=True)
    (top / "tlh" / "LC_MESSAGES" / "assistant.po").write_text('msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    return Room(path, places, list(run(TODAY, TOP / "content", TOP / "templates", top)))


@lru_cache(maxsize=2)
def lines(path: Path) -> dict[tuple[str, str], int]:
    return {(one.context or "", str(one.id)): one.lineno or 0 for one in read_catalogue(path)}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: one.name)
def test_the_checks_find_it_with_its_line(fault: Fault, room: Room) -> None:
    entry = room.places[fault.name]
    line = lines(room.path)[entry.context or "", str(entry.id)]
    there = {
        one.rule
        for one in room.findings
        if one.file.startswith("locales/de/") and one.line == line and one.severity == "error"
    }
    assert fault.rule in there


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: one.name)
def test_nobody_reads_it(fault: Fault, room: Room) -> None:
    """The source text is shown instead, or what is shown does no harm."""
    entry = room.places[fault.name]
    source = str(entry.id)
    values: dict[str, Any] = {name: f"<{name}>" for name in re.findall(r"\{([a-z_]+)\}", source)}
    german = translator("de", room.path.parents[2])
    shown = german.ctx(entry.context, source, **values) if entry.context else german(source, **values)
    if fault.loads:
        assert shown == fault.change(source)
    else:
        assert shown == fill(source, values)
    if entry.context and "/" in entry.context:
        assert source in german.content(entry.context, source) or fault.loads


def test_there_are_sixty() -> None:
    assert len(FAULTS) + len(HEADS) >= 60
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("locale", HEADS)
def test_a_plural_rule_of_its_own_is_found_and_not_obeyed(locale: str, room: Room) -> None:
    found = [one.rule for one in room.findings if one.file.startswith(f"locales/{locale}/")]
    assert "plural-rule" in found
    spoken = translator(locale, room.path.parents[2])
    assert [spoken.plural("{n} day", "{n} days", n) for n in (0, 1, 2, 5, 22, 100)] == [
        f"{n} X" for n in (0, 1, 2, 5, 22, 100)
    ]


@pytest.mark.parametrize(
    ("locale", "rule"),
    [
        ("fr", "catalogue-reads"),
        ("es", "catalogue-reads"),
        ("sv", "catalogue-reads"),
        ("tlh", "catalogue-reads"),
        ("DE", "locale-name"),
        ("de-DE", "locale-name"),
        ("..x", "locale-name"),
    ],
)
def test_what_is_no_catalogue_is_found(locale: str, rule: str, room: Room) -> None:
    assert rule in [
        one.rule for one in room.findings if one.file.startswith(f"locales/{locale}") and one.severity == "error"
    ]


@pytest.mark.parametrize(
    "bad",
    [
        None,
        b"",
        b"\xff\xfe",
        b'msgid "a"\nmsgstr Der Text"\n',
        b'msgid "a"\nmsgid_plural "b"\nmsgid_plural "c"\nmsgstr[0] "d"\n',
        b'msgid "a\x00b"\nmsgstr "c"\n',
    ],
)
def test_a_broken_catalogue_is_told_as_such(bad: bytes | None, tmp_path: Path) -> None:
    """Missing, in another encoding, with a quotation mark lost, with a third plural: our own error; an empty one is English."""
    path = tmp_path / "de" / "LC_MESSAGES" / "assistant.po"
    path.parent.mkdir(parents=True)
    if bad is not None:
        path.write_bytes(bad)
    if bad == b"":
        assert translator("de", tmp_path)("Leave") == "Leave"
        return
    with pytest.raises(InputError, match="the catalogue cannot be read"):
        translator("de", tmp_path)


def test_plural_forms_keep_names_and_numbers(tmp_path: Path) -> None:
    """A form that is wrong falls back to the English one, the others are used."""
    catalogue = Catalog(locale="de", charset="utf-8", fuzzy=False)
    for number, (one, many) in enumerate(
        [
            ("{n} Tag", "{n} Tage 7"),
            ("{n} Tag", "{x} Tage"),
            ("{n} Tag", "\x1b[2J{n} Tage"),
            ("{n} Tag", "{n.real} Tage"),
        ]
    ):
        catalogue.add((f"{{n}} day{number * 'x'}", f"{{n}} days{number * 'x'}"), (one, many))
    write(tmp_path / "de", catalogue)
    german = translator("de", tmp_path)
    for number in range(3):
        names = (f"{{n}} day{number * 'x'}", f"{{n}} days{number * 'x'}")
        assert german.plural(*names, 1) == "1 Tag"
        assert german.plural(*names, 5) == f"5 days{number * 'x'}"


@pytest.mark.parametrize("locale", ["de", "zh_Hans"])
def test_the_catalogues_that_ship_have_no_false_alarm(locale: str) -> None:
    """What is translated today keeps its numbers and addresses, as the rules understand them."""
    path = TOP / "locales" / locale / "LC_MESSAGES" / "assistant.po"
    spoken = translator(locale)
    lost = [
        (one.context, one.id) for one in read_catalogue(path)
        if one.id and isinstance(one.id, str) and one.string and not one.fuzzy and _lost(spoken, one)
    ]  # fmt: skip
    assert lost == []


def _lost(spoken: Translator, one: Message) -> bool:
    shown = (
        spoken.content(one.context, str(one.id))
        if one.context and "/" in one.context
        else (spoken.ctx(one.context, str(one.id)) if one.context else spoken(str(one.id)))
    )
    return shown != one.string


def test_a_catalogue_is_compiled_to_the_same_bytes_in_every_minute() -> None:
    """A wheel built a minute later must be the same wheel."""
    compiled = compile_po(TOP / "locales" / "de" / "LC_MESSAGES" / "assistant.po")
    assert b"POT-Creation-Date: 2000-01-01" in compiled
