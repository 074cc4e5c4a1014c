"""Letters keep their contract in every locale, and ask for the least."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from assistant.i18n import SOURCE
from assistant.knowledge.strict_yaml import read
from assistant.model import N_, ContentError, Letter

from .finding import Finding, Rooms, found, from_error

_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_GROUPS = ("matter", "facts", "recipient", "you")


def templates(rooms: Rooms) -> Iterator[Finding]:
    """Syntax, names and blocks of every template."""
    for _room, record_id, letter in rooms.records("letters"):
        if not isinstance(letter, Letter):
            continue
        for locale in rooms.letters.locales(record_id):
            for error in rooms.letters.findings(letter, locale):
                found_here = from_error("letter-contract", error)
                yield replace(found_here, values={**found_here.values, "file": f"templates/letters/{found_here.file}"})
            yield from _twice(rooms, record_id, locale)


def _twice(rooms: Rooms, letter: str, locale: str) -> Iterator[Finding]:
    """A block that stands twice: which of them would be written?"""
    file = f"{letter}/{locale}.md.j2"
    try:
        text = (rooms.templates / "letters" / file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return  # told above
    seen: set[str] = set()
    for block in _BLOCK.finditer(_COMMENT.sub(lambda one: "\n" * one[0].count("\n"), text)):
        if block[1] in seen:
            yield found(
                "block-once",
                "error",
                N_("{file} line {line}: block '{block}' stands here for the second time; keep one"),
                file=f"templates/letters/{file}",
                line=block.string.count("\n", 0, block.start()) + 1,
                block=block[1],
            )
        seen.add(block[1])


def filing(rooms: Rooms) -> Iterator[Finding]:
    """The language of filing exists as a template; a missing reading aid is told."""
    aids = _aids(rooms)
    for room, record_id, letter in rooms.records("letters"):
        if not isinstance(letter, Letter):
            continue
        there = rooms.letters.locales(record_id)
        for i, locale in enumerate(letter.filing):
            if locale not in there:
                yield found(
                    "filing-locale",
                    "error",
                    N_("{file} line {line}: the letter is filed in {locale}, but {locale}.md.j2 is missing"),
                    **rooms.place(room, record_id, "filing", i),
                    locale=locale,
                )
        for locale in aids:
            if locale not in there and locale not in letter.filing:
                yield found(
                    "reading-aid",
                    "warning",
                    N_("{file} line {line}: there is no reading aid in {locale}"),
                    **rooms.place(room, record_id),
                    locale=locale,
                )


def _aids(rooms: Rooms) -> list[str]:
    """The languages in which every letter has a reading aid: English, and those whose ``locale.yaml`` says so."""
    return [SOURCE, *(path.parent.name for path in sorted(rooms.locales.glob("*/locale.yaml")) if _has_aids(path))]


def _has_aids(path: Path) -> bool:
    try:
        told = read(path.read_text(encoding="utf-8"), path.name).data
    except (OSError, UnicodeDecodeError, ContentError):
        return False
    return isinstance(told, dict) and told.get("reading_aids") is True


def fields(rooms: Rooms) -> Iterator[Finding]:
    """Fields are in order, used, and conditions name fields asked before."""
    for room, record_id, letter in rooms.records("letters"):
        if not isinstance(letter, Letter):
            continue
        names = [field.id for field in letter.fields]
        used = _used(rooms, letter)
        for i, field in enumerate(letter.fields):
            place = rooms.place(room, record_id, "fields", i)
            if i and _GROUPS.index(field.group) < _GROUPS.index(letter.fields[i - 1].group):
                yield found(
                    "identity-last",
                    "error",
                    N_(
                        "{file} line {line}: '{name}' is in group '{group}' and comes after a later group; order: matter, facts, recipient, you"
                    ),
                    **place,
                    name=field.id,
                    group=field.group,
                )
            if field.kind == "choice" and len(field.options) < 2:  # noqa: PLR2004 - a choice of one is none
                yield found(
                    "choice-has-options",
                    "error",
                    N_("{file} line {line}: '{name}' is a choice and needs two options or more"),
                    **place,
                    name=field.id,
                )
            if field.kind == "entries" and not field.columns:
                yield found(
                    "entries-have-columns",
                    "error",
                    N_("{file} line {line}: '{name}' needs 'columns'"),
                    **place,
                    name=field.id,
                )
            if field.id not in used:
                yield found(
                    "field-is-used",
                    "error",
                    N_("{file} line {line}: no template uses '{name}'; do not ask what the letter does not need"),
                    **place,
                    name=field.id,
                )
            for condition in field.when:
                if condition.of not in names[:i]:
                    yield found(
                        "condition-is-known",
                        "error",
                        N_("{file} line {line}: '{name}' is no field asked before this one"),
                        **place,
                        name=condition.of,
                    )


def _used(rooms: Rooms, letter: Letter) -> set[str]:
    top = rooms.templates / "letters"
    texts = [path.read_text(encoding="utf-8") for path in sorted((top / letter.id).glob("*.md.j2"))]
    included = {name for text in texts for name in re.findall(r'include\s+"(_shared/[^"]+)"', text)}
    texts.extend((top / name).read_text(encoding="utf-8") for name in sorted(included) if (top / name).is_file())
    words = {
        word
        for text in texts
        for tag in re.findall(r"\{[{%](.*?)[%}]\}", text, re.DOTALL)
        for word in re.findall(r"[a-z_0-9]+", tag)
    }
    words |= {counted.starts for counted in letter.counted}
    return words | {condition.of for field in letter.fields for condition in field.when}


def strays(rooms: Rooms) -> Iterator[Finding]:
    """Folders without a letter.yaml are read by nobody."""
    top = rooms.templates / "letters"
    known = set(rooms.knowledge.rooms["letters"].ids())
    for folder in sorted(top.iterdir()) if top.is_dir() else ():
        if folder.is_dir() and folder.name != "_shared" and folder.name not in known:
            yield found(
                "letter-has-record",
                "error",
                N_("{file} line {line}: the folder has no letter.yaml"),
                file=f"templates/letters/{folder.name}",
                line=1,
            )
