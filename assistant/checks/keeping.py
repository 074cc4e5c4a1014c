"""What a translation keeps of the English: what one types, paragraphs, the kind of sentence, terms in brackets, room on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.model import N_
from assistant.text import width

from .finding import Finding, Rooms, found
from .han import folded
from .spoken import Entry, Language, languages

_TYPED = re.compile(
    r"`[^`\n]+`|(?<![\w-])--[a-z][a-z-]+"
    r"|\b[\w-]+\.(?:yaml|csv|po|txt|ics|pdf|docx|html|md)\b|\brecourse(?: (?!alone\b)[a-z]+)?"
)
_CODE = re.compile(r"`[^`\n]+`|(?<![\w-])--[a-z][a-z-]+")
_ENDS = {
    sign: kind
    for kind, signs in {".": ".。．۔।", ":": ":：", "?": "?？؟", "!": "!！", "…": "…", ";": ";；؛", ",": ",，،"}.items()
    for sign in signs
}
_CLOSING = "\"'”“’‘»«」』›‹)）】] \u00a0\u202f"
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,}")
_AT_MOST = re.compile(r"\bat most (\d+) cells?\b")
_NAME = re.compile(r"\{[a-z][a-z0-9_]*\}")


def keeping(rooms: Rooms) -> Iterator[Finding]:
    """What people type, the build of a text and the terms in brackets are the same in every language."""
    for language in languages(rooms):
        yield from language.each(_typed)
        yield from language.each(_edges)
        yield from language.each(_paragraphs)
        yield from language.each(_ending)
        yield from language.each(_terms)
        for entry in language.entries:
            if "cell" in entry.notes and entry.whole:
                yield from _room(entry, language)


def _typed(entry: Entry) -> Iterator[Finding]:
    """Commands, options, names of files, and whatever stands in backquotes."""
    wanted = {one for text in entry.ids for one in _TYPED.findall(text)}
    for string in entry.strings:
        lost = sorted(one for one in wanted if one not in string)
        strange = sorted(one for one in _CODE.findall(string) if one not in entry.english)
        for one in [*lost, *strange]:
            yield found(
                "same-typed",
                "error",
                N_("{file} line {line}: '{text}': what one types stays as it is in English: {typed}"),
                **entry.place,
                typed=one if one in lost else ", ".join(sorted(wanted)) or "-",
            )


def _edges(entry: Entry) -> Iterator[Finding]:
    for string in entry.strings:
        if all(_around(string) != _around(one) for one in entry.ids):
            yield found(
                "same-edges",
                "warning",
                N_("{file} line {line}: the translation of '{text}' must begin and end with the same spaces and lines"),
                **entry.place,
            )


def _around(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip(" \n"))], text[len(text.rstrip(" \n")) :]


def _paragraphs(entry: Entry) -> Iterator[Finding]:
    lines = entry.ids[0].count("\n")
    for string in entry.strings:
        if string.count("\n") != lines:
            yield found(
                "same-paragraphs",
                "error",
                N_("{file} line {line}: '{text}' has {wanted} lines in English and {there} here; keep each of them"),
                **entry.place,
                wanted=lines + 1,
                there=string.count("\n") + 1,
            )


def _ending(entry: Entry) -> Iterator[Finding]:
    for string in entry.strings:
        wanted, there = _end(entry.ids[-1]), _end(string)
        asks = {wanted, there} == {".", "?"} and _asks(string) and _asks(entry.english)
        if wanted != there and not asks:
            yield found(
                "same-ending",
                "warning",
                N_("{file} line {line}: '{text}' ends with '{wanted}' in English and with '{there}' here"),
                **entry.place,
                wanted=wanted or "-",
                there=there or "-",
            )


def _end(text: str) -> str:
    bare = text.rstrip(_CLOSING + "\n")
    return "…" if bare.endswith("...") else _ENDS.get(bare[-1:], "")


def _asks(text: str) -> bool:
    return any(sign in text for sign in "?？؟")


def _terms(entry: Entry) -> Iterator[Finding]:
    """A Chinese term in brackets lets people compare with the paper in their hand."""
    terms = [one for text in entry.ids for one in _in_brackets(text)]
    if not terms:
        return
    for string in entry.strings:
        there = folded(string)
        for term in dict.fromkeys(terms):
            if folded(term) not in there:
                yield found(
                    "term-in-brackets",
                    "warning",
                    N_("{file} line {line}: the translation of '{text}' must keep the Chinese term: {term}"),
                    **entry.place,
                    term=term,
                )


@lru_cache(maxsize=50_000)
def _in_brackets(text: str) -> tuple[str, ...]:
    return tuple(one for inside in _BRACKETS.findall(text) for one in _HAN.findall(inside))


def _room(entry: Entry, language: Language) -> Iterator[Finding]:
    """Some places of the screen are narrow; the comment for translators says how narrow. A name counts as one cell."""
    limit = _AT_MOST.search(entry.notes)
    for string in entry.strings if limit else ():
        cells = width(_NAME.sub("-", string))
        if limit and cells > int(limit[1]):
            yield found(
                "room",
                "warning",
                N_("{file} line {line}: '{text}' takes {cells} cells of the screen in {locale}; at most {most}"),
                **entry.place,
                cells=cells,
                most=int(limit[1]),
                locale=language.locale,
            )
