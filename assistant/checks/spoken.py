"""The languages under check, each read once: its record, its words, the entries of its catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant.i18n import DOMAIN, SOURCE, is_locale_name, read_catalogue
from assistant.knowledge.languages import language as record_of
from assistant.model import InputError, RecourseError
from assistant.model.locale import LocaleRecord, Typography
from assistant.translating.parts import part_of

from .finding import Finding, Rooms
from .words import Words, words_of

SEARCHED = ":words"
"""The end of the context of search words: written anew in each language, not translated."""
NO_RECORD = Typography()


@dataclass(frozen=True)
class Entry:
    """One entry of a catalogue: what the source says, what the translation says, and where."""

    file: str
    line: int
    context: str
    ids: tuple[str, ...]
    """The English: one text, or a singular and a plural."""
    strings: tuple[str, ...]
    """The translation: one text, or one for each form of a word beside a number."""
    fuzzy: bool = False
    notes: str = ""
    """What the program says of it to translators."""
    flags: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether every form is translated."""
        return bool(self.strings) and all(self.strings)

    @property
    def searched(self) -> bool:
        """Whether it holds words to search by."""
        return self.context.endswith(SEARCHED)

    @property
    def part(self) -> str:
        """The part of a language that it belongs to."""
        return part_of(self.context)

    @property
    def room(self) -> str:
        """The room of the record it comes from; empty for texts of the program."""
        return self.context.partition("/")[0] if "/" in self.context else ""

    @property
    def field(self) -> str:
        """The field of the record it comes from; empty for texts of the program."""
        return self.context.partition(":")[2] if "/" in self.context else ""

    @property
    def english(self) -> str:
        """All of the English."""
        return "\n".join(self.ids)

    @property
    def place(self) -> dict[str, str | int]:
        """File, line and the beginning of the text, ready for a message."""
        return {"file": self.file, "line": self.line, "text": short(self.ids[0])}


@dataclass(frozen=True)
class Language:
    """One language: what is told about it, and what its catalogue says."""

    locale: str
    file: str
    """The catalogue, as findings name it."""
    path: Path
    record: LocaleRecord | None
    words: Words
    entries: tuple[Entry, ...] = ()
    problem: InputError | None = None
    """Why the catalogue cannot be read."""
    alike: tuple[tuple[Entry, ...], ...] = field(default=(), repr=False)
    """The translated entries, those with the same texts together: a rule looks at each text once."""

    @property
    def incubating(self) -> bool:
        """Whether it is being made. A language without a record is held to be complete, one with a damaged record is not."""
        return being_made(self.locale, self.path.parents[2])

    @property
    def typography(self) -> Typography:
        """How it is written, as far as that is told."""
        return self.record.typography if self.record is not None else NO_RECORD

    @property
    def numbers(self) -> Mapping[str, int]:
        """Its numbers in words."""
        return self.words.numbers

    def each(self, rule: Callable[[Entry], Iterator[Finding]]) -> Iterator[Finding]:
        """What ``rule`` finds in every translated entry. Stale translations and words to search by are left out."""
        for same in self.alike:
            if not same[0].searched:
                found = list(rule(same[0]))
                yield from (one.at(entry.line) for entry in same for one in found)


def languages(rooms: Rooms) -> Iterator[Language]:
    """Every language that has a catalogue, in the order of their names."""
    for folder in folders(rooms):
        if is_locale_name(folder.name) and (folder / "LC_MESSAGES" / f"{DOMAIN}.po").is_file():
            if folder.name not in rooms.languages:
                rooms.languages[folder.name] = _read(folder)
            yield rooms.languages[folder.name]


def folders(rooms: Rooms) -> list[Path]:
    """The folders of the languages under check, well named or not; that of the source is none."""
    if not rooms.locales.is_dir():
        return []
    every = (one for one in sorted(rooms.locales.iterdir()) if one.is_dir() and not one.name.startswith("_"))
    return [one for one in every if one.name != SOURCE and (rooms.only is None or one.name in rooms.only)]


def known_record(locale: str, locales: Path) -> LocaleRecord | None:
    """The record of a language, if there is one that can be read."""
    try:
        return record_of(locale, locales)
    except RecourseError:
        return None


def being_made(locale: str, locales: Path) -> bool:
    """Whether a language is being made. What is wrong with a damaged record is told once, not text by text."""
    record = known_record(locale, locales)
    return record.tier == "incubating" if record is not None else (locales / locale / "locale.yaml").is_file()


def short(text: str) -> str:
    """The beginning of a text, for a message of one line."""
    line = text.splitlines()[0] if text else ""
    return line if len(line) <= 60 else line[:57] + "..."  # noqa: PLR2004 - one line of a terminal


def _read(folder: Path) -> Language:
    locale = folder.name
    path = folder / "LC_MESSAGES" / f"{DOMAIN}.po"
    file = f"locales/{locale}/LC_MESSAGES/{path.name}"
    record, words = known_record(locale, folder.parent), words_of(folder / "lexicon.txt")
    try:
        entries = tuple(_entries(path, file))
    except InputError as error:
        return Language(locale, file, path, record, words, problem=error)
    return Language(locale, file, path, record, words, entries, None, _alike(entries))


def _entries(path: Path, file: str) -> Iterator[Entry]:
    for message in read_catalogue(path):
        if message.id:
            yield Entry(
                file,
                message.lineno or 1,
                message.context or "",
                tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,),
                tuple(message.string) if isinstance(message.string, tuple | list) else (message.string,),
                fuzzy=message.fuzzy,
                notes=" ".join(message.auto_comments),
                flags=frozenset(message.flags),
            )


def _alike(entries: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], ...]:
    found: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        if entry.whole and not entry.fuzzy:
            found.setdefault((entry.ids, entry.strings, entry.searched), []).append(entry)
    return tuple(map(tuple, found.values()))
