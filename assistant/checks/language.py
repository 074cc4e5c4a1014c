"""Plain words: sentences people can follow, and none of the words that promise, frighten or blame."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.knowledge import texts
from assistant.model import N_, Statement

from .finding import Finding, Rooms, Severity, found
from .inside import inside

LONGEST = 25
"""Words in an English sentence."""

_SENTENCE = re.compile(r"(?<=[.?!])\s+|\n+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,:/-]*")
_BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）")

_AVOID: tuple[tuple[str, Severity, str], ...] = (
    (
        r"\b(?:will (?:be|get) (?:corrected|deleted|removed|lifted)|guaranteed)\b",
        "error",
        "say what can be asked and by when they must answer",
    ),
    (
        r"\b(?:untraceable|anonymous|military-grade|leaves no trace|100 ?% safe)\b",
        "error",
        "say exactly what is and is not kept",
    ),
    (
        r"\b(?:Oops|Invalid input|you forgot|blacklist victim|Orwellian)\b",
        "error",
        "say what is wrong and how to mend it, without blame",
    ),
    (r"\b(?:don't worry|do not worry|sorry|easy|simply)\b", "warning", "leave it out"),
    (
        r"\b(?:likely|unlikely|usually|rarely|in most cases)\b",
        "warning",
        "give a number with year and source, or: we do not know how often",
    ),
    (
        r"\b(?:as soon as possible|immediately|in good time)\b",
        "warning",
        "give a date, or: the law gives no number of days",
    ),
    (r"\b(?:and/or|his/her|he/she)\b|\(s\)", "warning", "write 'or', a plural, or 'they'"),
    (r"\b(?:shall)\b", "warning", "write must, may or can"),
    (r"!", "warning", "end the sentence with a full stop"),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), severity, instead) for pattern, severity, instead in _AVOID)


def unknown(rooms: Rooms) -> Iterator[Finding]:
    """What we do not know says so in these words, and names who would know."""
    for room, record_id, record in rooms.records():
        for where, statement in inside(record, Statement):
            if statement.certainty == "unknown" and "not know" not in statement.text:
                yield found(
                    "unknown-says-so",
                    "error",
                    N_("{file} line {line}: certainty is 'unknown', so the text must say 'We do not know ...'"),
                    **rooms.place(room, record_id, *where),
                )


def plain(rooms: Rooms) -> Iterator[Finding]:
    """English of the records: long sentences and words to avoid. Search words are people's own and stay."""
    for room, record_id, record in rooms.records():
        for path, text, mark in texts(record):
            if mark.note:
                continue
            place = rooms.place(room, record_id, *path.split("."))
            for sentence in _SENTENCE.split(text):
                count = len(_WORD.findall(_BRACKETS.sub("", sentence)))
                if count > LONGEST:
                    yield found(
                        "short-sentences",
                        "warning",
                        N_("{file} line {line}: {field} has a sentence of {count} words; {most} at most"),
                        **place,
                        field=path,
                        count=count,
                        most=LONGEST,
                    )
            for pattern, severity, instead in _PATTERNS:
                if hit := pattern.search(text):
                    yield found(
                        "plain-words",
                        severity,
                        N_("{file} line {line}: {field} says '{word}'; {instead}"),
                        **place,
                        field=path,
                        word=hit[0],
                        instead=instead,
                    )
