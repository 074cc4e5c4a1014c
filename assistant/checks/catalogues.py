"""Catalogues as data: complete, current, and harmless."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.i18n import harmless, placeholders, read_catalogue
from assistant.knowledge import messages
from assistant.lexicon import lexicon
from assistant.model import N_, InputError, RecourseError
from assistant.text import same_addresses, same_numbers

from .finding import Finding, Rooms, found

if TYPE_CHECKING:
    from babel.messages.catalog import Message

_LOCALE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")


def catalogues(rooms: Rooms) -> Iterator[Finding]:
    """Every catalogue reads, is complete, and says nothing that the source does not say."""
    for folder in sorted(rooms.locales.iterdir()) if rooms.locales.is_dir() else ():
        if not folder.is_dir() or folder.name.startswith("_"):
            continue
        if not _LOCALE.fullmatch(folder.name):
            yield found(
                "locale-name",
                "error",
                N_("{file} line {line}: '{name}' is no name of a language; write it as de, zh_Hans or pt_BR"),
                file=f"locales/{folder.name}",
                line=1,
                name=folder.name,
            )
        po = folder / "LC_MESSAGES" / "assistant.po"
        if po.is_file():
            yield from _catalogue(po, rooms)


def _catalogue(path: Path, rooms: Rooms) -> Iterator[Finding]:
    file = f"locales/{path.parent.parent.name}/LC_MESSAGES/{path.name}"
    try:
        catalogue = read_catalogue(path)
    except InputError as error:
        yield found(
            "catalogue-reads",
            "error",
            N_("{file} line {line}: this is no catalogue: {problem}"),
            file=file,
            line=error.values["line"],
            problem=error.values["problem"],
        )
        return
    yield from _plural_rule(path, file)
    more = lexicon(path.parent.parent.name).numbers
    wanted = _wanted(rooms)
    there: set[tuple[str, str]] = set()
    for message in catalogue:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        there.add((message.context or "", ids[0]))
        yield from _entry(file, message, tuple(ids), tuple(strings), more)
    for context, text in sorted(wanted - there):
        yield found(
            "catalogue-current",
            "error",
            N_("{file} line {line}: the text '{text}' ({context}) is missing here; run: make locales"),
            file=file,
            line=1,
            text=_short(text),
            context=context,
        )


def _entry(
    file: str, message: Message, ids: tuple[str, ...], strings: tuple[str, ...], more: Mapping[str, int]
) -> Iterator[Finding]:
    place: dict[str, str | int] = {"file": file, "line": message.lineno or 1, "text": _short(ids[0])}
    if message.fuzzy:
        yield found(
            "no-fuzzy",
            "error",
            N_("{file} line {line}: '{text}' was reworded; look at the translation and remove the mark 'fuzzy'"),
            **place,
        )
    if not all(strings):
        yield found("complete", "error", N_("{file} line {line}: '{text}' is not translated"), **place)
        return
    names = placeholders(ids[-1])
    search_words = (message.context or "").endswith(":words")
    for string in strings:
        kept = placeholders(string) == names if len(ids) == 1 else placeholders(string) <= names
        if not kept or _other_braces(string) - _other_braces(" ".join(ids)):
            yield found(
                "same-placeholders",
                "error",
                N_("{file} line {line}: '{text}' must keep exactly these names in braces: {names}"),
                **place,
                names=", ".join(sorted(names)) or "-",
            )
        if not harmless(string):
            yield found(
                "no-hidden-characters",
                "error",
                N_("{file} line {line}: the translation of '{text}' holds a control or direction character; remove it"),
                **place,
            )
        if not search_words and not any(same_numbers(one, string, more) for one in ids):
            yield found(
                "same-numbers",
                "error",
                N_(
                    "{file} line {line}: the translation of '{text}' must say the same numbers: days, dates, articles, sums"
                ),
                **place,
            )
        if not search_words and not any(same_addresses(one, string) for one in ids):
            yield found(
                "same-addresses",
                "error",
                N_("{file} line {line}: the translation of '{text}' must keep each web and e-mail address as it is"),
                **place,
            )


def _other_braces(text: str) -> Counter[str]:
    """Braces that belong to no name: nothing is ever put in there, so they are a slip or a trick."""
    return Counter(re.findall("[{}]", re.sub(r"\{[a-z][a-z0-9_]*\}", "", text)))


def _plural_rule(path: Path, file: str) -> Iterator[Finding]:
    from babel.messages.plurals import get_plural

    found_rule = re.search(r'"Plural-Forms:\s*([^"]*?)(?:\\n)?"', path.read_text(encoding="utf-8"))
    locale = path.parent.parent.name
    try:
        right = str(get_plural(locale))
    except (ValueError, LookupError):
        return
    if found_rule and re.sub(r"\s", "", found_rule[1]) != re.sub(r"\s", "", right):
        yield found(
            "plural-rule",
            "error",
            N_("{file} line {line}: the plural rule is not that of the language; write: {rule}"),
            file=file,
            line=1,
            rule=right,
        )


def _wanted(rooms: Rooms) -> set[tuple[str, str]]:
    try:
        return {(message.context, message.text) for message in messages(rooms.knowledge)}
    except RecourseError:
        return set()


def _short(text: str) -> str:
    line = text.splitlines()[0] if text else ""
    return line if len(line) <= 60 else line[:57] + "..."  # noqa: PLR2004 - one line of a terminal
