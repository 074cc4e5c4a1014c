"""Copies of real catalogues and letters, small enough to check in a moment, to plant mistakes in."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from assistant.checks import Finding, run
from assistant.i18n import SOURCE, read_catalogue
from tests.conftest import TODAY, TOP

LOCALES = ("de", "es", "fr", "zh_Hans")
READ = 1_500_000
"""Letters of a catalogue that are read: the whole takes longer than all tests with it."""
FILLED = 50
"""Entries of a cut catalogue, at least."""
_BLOCK = re.compile(r"(?m)^(?:msgctxt (?P<context>\".*\")\n)?msgid (?P<id>\".*\"(?:\n\".*\")*)")

Change = Callable[[str], str]


def swap(pattern: str, new: str, times: int = 1) -> Change:
    """A change that must change something."""

    def change(text: str) -> str:
        changed = re.sub(pattern, new, text, count=times)
        assert changed != text, (pattern, text)
        return changed

    return change


def whole(text: Message) -> str:
    """The translation of an entry with one form."""
    return str(text.string)


@lru_cache(maxsize=8)
def entries(locale: str) -> tuple[Message, ...]:
    """The translated entries at the beginning of a catalogue that ships."""
    text = (TOP / "locales" / locale / "LC_MESSAGES" / "assistant.po").read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        path = Path(folder) / locale / "LC_MESSAGES" / "assistant.po"
        path.parent.mkdir(parents=True)
        path.write_text(text[: text.index("\n\n", READ) + 1], encoding="utf-8")
        every = read_catalogue(path)
    strings = ((one, one.string if isinstance(one.string, tuple) else (one.string,)) for one in every if one.id)
    return tuple(one for one, texts in strings if texts and all(texts) and not one.fuzzy)


@lru_cache(maxsize=512)
def fitting(locale: str, english: str, said: str = "") -> Message:
    """The first entry with one form whose English and translation fit; words to search by are none."""
    for one in entries(locale):
        if not isinstance(one.id, str) or (one.context or "").endswith((":words", "example")):
            continue
        if re.search(english, one.id, re.DOTALL) and re.search(said, whole(one), re.DOTALL):
            return one
    raise AssertionError(f"no text of {locale} fits: {english} / {said}")


def plural(locale: str) -> Message:
    """The first entry with a word beside a number."""
    return next(one for one in entries(locale) if not isinstance(one.id, str) and "{n}" in one.id[1])


def key(message: Message) -> tuple[str, str]:
    return message.context or "", message.id if isinstance(message.id, str) else message.id[0]


def cut(locale: str, needed: list[Message]) -> list[Message]:
    """The needed entries of a catalogue, and others between them."""
    chosen = {key(one): one for one in needed}
    titles = [one for one in entries(locale) if (one.context or "").endswith(":title")]
    for one in titles[:: max(1, len(titles) // FILLED)]:
        if len(chosen) < FILLED:
            chosen.setdefault(key(one), one)
    return list(chosen.values())


def write(folder: Path, locale: str, messages: list[Message], changed: Mapping[tuple[str, str], object]) -> Path:
    """A catalogue with these entries, some of them changed."""
    catalogue = Catalog(locale=locale, charset="utf-8", fuzzy=False)
    for one in messages:
        string = changed.get(key(one), one.string)
        catalogue.add(one.id, string, context=one.context, auto_comments=one.auto_comments, flags=one.flags)  # type: ignore[arg-type]
    path = folder / locale / "LC_MESSAGES" / "assistant.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=0, no_location=True)
    return path


def beside(folder: Path) -> Path:
    """The room of languages with everything as it ships, but for the catalogues."""
    for locale in (*LOCALES, "en"):
        (folder / "locales" / locale).mkdir(parents=True)
        for name in ("locale.yaml", "lexicon.txt"):
            if (TOP / "locales" / locale / name).is_file():
                shutil.copy(TOP / "locales" / locale / name, folder / "locales" / locale / name)
    shutil.copy(TOP / "locales" / "glossary.csv", folder / "locales")
    return folder / "locales"


def line_of(path: Path, message: Message) -> int:
    """The line of an entry, read from the file without the program's own reader."""
    text = path.read_text(encoding="utf-8")
    for block in _BLOCK.finditer(text):
        context = _unquoted(block["context"]) if block["context"] else ""
        if (context, _unquoted(block["id"])) == key(message):
            return text.count("\n", 0, block.start("id")) + 1
    raise AssertionError(f"{key(message)} is not in {path}")


def _unquoted(lines: str) -> str:
    return "".join(str(ast.literal_eval(line)) for line in lines.split("\n"))


def rooms(folder: Path) -> tuple[Path, Path]:
    """An empty room of content, and one of templates."""
    for name in ("content", "templates/letters"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return folder / "content", folder / "templates"


def found_in(folder: Path) -> list[Finding]:
    """What the checks say of the languages in ``folder``."""
    content, templates = rooms(folder)
    return list(run(TODAY, content, templates, folder / "locales"))


def letter(folder: Path, name: str) -> Path:
    """A copy of one letter that ships, with the texts that letters share."""
    _, templates = rooms(folder)
    for one in (name, "_shared"):
        shutil.copytree(TOP / "templates" / "letters" / one, templates / "letters" / one, ignore=_elsewhere)
    beside(folder)
    return templates / "letters" / name


def _elsewhere(_: str, names: list[str]) -> set[str]:
    """Files in languages whose catalogues are not copied."""
    here = {*LOCALES, SOURCE}
    return {one for one in names if one.endswith(".md.j2") and one.split(".")[-3] not in here}


def in_letters(folder: Path) -> list[Finding]:
    """What the checks say of the templates. Sources and limits, which are not there, are not asked about."""
    return [one for one in found_in(folder) if one.file.endswith(".j2")]
