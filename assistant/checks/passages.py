"""Texts in one language, wherever they stand: translations in catalogues, and the lines of letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assistant.model.locale import LocaleRecord, Typography

from .finding import Finding, Rooms
from .spoken import NO_RECORD, SEARCHED, known_record, languages, short

_TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_TEMPLATE = re.compile(r"(?:.+\.)?(?P<locale>[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_[A-Z]{2})?)\.md\.j2")
GAP = "\ufffc"
"""Stands for a tag: what a letter fills in, or chooses."""


@dataclass(frozen=True)
class Passage:
    """A text that people read, and where it stands."""

    file: str
    line: int
    locale: str
    text: str
    source: str
    """The English of a translation; empty for a letter."""
    record: LocaleRecord | None
    field: str = ""
    letter: bool = False

    @property
    def typography(self) -> Typography:
        """How its language is written, as far as that is told."""
        return self.record.typography if self.record is not None else NO_RECORD

    @property
    def place(self) -> dict[str, str | int]:
        """File, line and the beginning of the text (the English one, if there is one)."""
        return {"file": self.file, "line": self.line, "text": short((self.source or self.text).strip())}


def each(rooms: Rooms, rule: Callable[[Passage], Iterator[Finding]]) -> Iterator[Finding]:
    """What ``rule`` finds in every text. A text that stands in a catalogue many times is looked at once."""
    for language in languages(rooms):
        for same in language.alike:
            entry = same[0]
            if entry.context.endswith(SEARCHED) or set(entry.strings) == set(entry.ids):
                continue
            for string in entry.strings:
                where = (entry.file, entry.line, language.locale, string, entry.english, language.record, entry.field)
                findings = list(rule(Passage(*where)))
                yield from (one.at(other.line) for other in same for one in findings)
    for passage in letter_lines(rooms) if not rooms.only else ():
        yield from rule(passage)


def letter_lines(rooms: Rooms) -> Iterator[Passage]:
    """The lines of all templates, without what is commands or comments; what a letter fills in is a gap."""
    records: dict[str, LocaleRecord | None] = {}
    for path in sorted((rooms.templates / "letters").glob("*/*.md.j2")):
        named = _TEMPLATE.fullmatch(path.name)
        if named is None:
            continue
        locale = named["locale"]
        if locale not in records:
            records[locale] = known_record(locale, rooms.locales)
        file = f"templates/letters/{path.parent.name}/{path.name}"
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue  # what is wrong with it, the letters' own check says
        empty = Passage(file, 1, locale, "", "", records[locale], letter=True)
        for number, line in enumerate(_TAG.sub(_gap, text).split("\n"), 1):
            if line.strip(f" {GAP}"):
                yield replace(empty, line=number, text=line)


def _gap(tag: re.Match[str]) -> str:
    return GAP + "\n" * tag[0].count("\n")
