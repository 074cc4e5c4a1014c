"""Catalogues as data: complete, current, and harmless."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from assistant.i18n import DOMAIN, harmless, placeholders
from assistant.knowledge import messages
from assistant.model import N_, RecourseError
from assistant.text import same_addresses, same_numbers
from assistant.translating.merging import key_of, plain_read

from .finding import Finding, Rooms, found
from .spoken import Entry, Language, languages, short

_SEEN = dict.fromkeys(map(ord, "\n\u00a0\u202f"))
_COUNTED = re.compile("[\\d\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u3200-\u33ff]")
_TIMED = re.compile("day|week|month|year", re.IGNORECASE)


def catalogues(rooms: Rooms) -> Iterator[Finding]:
    """Every catalogue reads, is complete, and says nothing that the source does not say."""
    wanted = _wanted(rooms)
    for language in languages(rooms):
        if language.problem is not None:
            yield found(
                "catalogue-reads",
                "error",
                N_("{file} line {line}: this is no catalogue: {problem}"),
                file=language.file,
                line=language.problem.values["line"],
                problem=language.problem.values["problem"],
            )
            continue
        yield from _complete(language)
        yield from _current(language, wanted)
        yield from language.each(_names)
        yield from language.each(_hidden)
        yield from language.each(lambda entry, of=language: _numbers(entry, of))  # type: ignore[misc]
        yield from language.each(_addresses)


def _complete(language: Language) -> Iterator[Finding]:
    """What is missing or stale: each text of a complete language, one summary for each part of one that is being made."""
    for entry in language.entries if not language.incubating else ():
        if entry.fuzzy:
            yield found(
                "no-fuzzy",
                "error",
                N_("{file} line {line}: '{text}' was reworded; look at the translation and remove the mark 'fuzzy'"),
                **entry.place,
            )
        if not entry.whole:
            yield found("complete", "error", N_("{file} line {line}: '{text}' is not translated"), **entry.place)
    if language.incubating:
        every = Counter(entry.part for entry in language.entries)
        missing = Counter(entry.part for entry in language.entries if not entry.whole)
        stale = Counter(entry.part for entry in language.entries if entry.whole and entry.fuzzy)
        for part, count in missing.items():
            yield found(
                "complete",
                "warning",
                N_("{file} line {line}: of the texts of '{part}', {count} of {every} are not translated yet"),
                file=language.file,
                line=next(one.line for one in language.entries if one.part == part and not one.whole),
                part=part,
                count=count,
                every=every[part],
            )
        for part, count in stale.items():
            yield found(
                "no-fuzzy",
                "warning",
                N_("{file} line {line}: of the texts of '{part}', {count} of {every} are marked 'fuzzy': look at them"),
                file=language.file,
                line=next(one.line for one in language.entries if one.part == part and one.whole and one.fuzzy),
                part=part,
                count=count,
                every=every[part],
            )


def _current(language: Language, wanted: set[tuple[str, str]]) -> Iterator[Finding]:
    there = {(entry.context, entry.ids[0]) for entry in language.entries}
    gone = sorted(wanted - there)
    if language.incubating and gone:
        yield found(
            "catalogue-current",
            "warning",
            N_("{file} line {line}: {count} texts are not in the catalogue yet; run: make locales"),
            file=language.file,
            line=1,
            count=len(gone),
        )
        return
    for context, text in gone:
        yield found(
            "catalogue-current",
            "error",
            N_("{file} line {line}: the text '{text}' ({context}) is missing here; run: make locales"),
            file=language.file,
            line=1,
            text=short(text),
            context=context,
        )


def _names(entry: Entry) -> Iterator[Finding]:
    if not any("{" in text or "}" in text for text in (*entry.ids, *entry.strings)):
        return
    names = placeholders(entry.ids[-1])
    braces = _other_braces(" ".join(entry.ids))
    for string in entry.strings:
        kept = placeholders(string) == names if len(entry.ids) == 1 else placeholders(string) <= names
        if not kept or _other_braces(string) - braces:
            yield found(
                "same-placeholders",
                "error",
                N_("{file} line {line}: '{text}' must keep exactly these names in braces: {names}"),
                **entry.place,
                names=", ".join(sorted(names)) or "-",
            )


def _hidden(entry: Entry) -> Iterator[Finding]:
    plain = "".join(entry.strings).translate(_SEEN).isprintable()  # most are, and looking at each sign takes long
    if not plain and not all(map(harmless, entry.strings)):
        yield found(
            "no-hidden-characters",
            "error",
            N_("{file} line {line}: the translation of '{text}' holds a control or direction character; remove it"),
            **entry.place,
        )


def _numbers(entry: Entry, language: Language) -> Iterator[Finding]:
    for string in entry.strings:
        if not (_COUNTED.search(string) or _COUNTED.search(entry.english) or _TIMED.search(entry.english)):
            continue  # nothing to compare: most texts are such, and comparing takes long
        if not any(same_numbers(one, string, language.numbers) for one in entry.ids):
            yield found(
                "same-numbers",
                "error",
                N_(
                    "{file} line {line}: the translation of '{text}' must say the same numbers: days, dates, articles, sums"
                ),
                **entry.place,
            )


def _addresses(entry: Entry) -> Iterator[Finding]:
    for string in entry.strings:
        if not any(same_addresses(one, string) for one in entry.ids):
            yield found(
                "same-addresses",
                "error",
                N_("{file} line {line}: the translation of '{text}' must keep each web and e-mail address as it is"),
                **entry.place,
            )


def _other_braces(text: str) -> Counter[str]:
    """Braces that belong to no name: nothing is ever put in there, so they are a slip or a trick."""
    return Counter(re.findall("[{}]", re.sub(r"\{[a-z][a-z0-9_]*\}", "", text)))


def _wanted(rooms: Rooms) -> set[tuple[str, str]]:
    """Every text that a catalogue holds: those of the records, and those of the program as they were extracted."""
    try:
        wanted = {(message.context, message.text) for message in messages(rooms.knowledge)}
    except RecourseError:
        return set()
    template = rooms.locales / f"{DOMAIN}.pot"
    extracted = plain_read(template) if template.is_file() else ()
    program = (key_of(one) for one in extracted if one.id)
    return wanted | {(context, text) for context, text in program if "/" not in context}
