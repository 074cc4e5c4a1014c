"""Words that a language reads: every line says something, no word means two numbers, people can answer yes and no."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.i18n import SOURCE, is_locale_name
from assistant.model import N_

from .finding import Finding, Rooms, found
from .spoken import being_made, folders
from .words import MEANINGS, words_of

_ANSWERS = ("yes", "no", "unknown", "stop")
"""Without these a complete language does not understand an answer, or finds nothing."""


def lexicons(rooms: Rooms) -> Iterator[Finding]:
    """Each ``lexicon.txt`` can be read, and says what the program needs to understand people."""
    source = rooms.locales / SOURCE
    every = [source] if rooms.only is None and source.is_dir() else []
    for folder in [*folders(rooms), *every]:
        if is_locale_name(folder.name):
            complete = not being_made(folder.name, rooms.locales)
            yield from _lexicon(folder / "lexicon.txt", f"locales/{folder.name}/lexicon.txt", complete=complete)


def _lexicon(path: Path, file: str, *, complete: bool) -> Iterator[Finding]:
    words = words_of(path)
    for line in words.strange:
        yield found(
            "lexicon-line",
            "error",
            N_("{file} line {line}: a line is a meaning or a number, a colon, and words; meanings: {known}"),
            file=file,
            line=line,
            known=", ".join(MEANINGS),
        )
    worth: dict[str, str] = {}
    for line, meaning, listed in words.lines:
        for word in listed if meaning.isdecimal() else ():
            if worth.setdefault(word, meaning) != meaning:
                yield found(
                    "lexicon-number",
                    "error",
                    N_("{file} line {line}: '{word}' stands for {number} here and for {other} above; keep one"),
                    file=file,
                    line=line,
                    word=word,
                    number=meaning,
                    other=worth[word],
                )
    for name in _ANSWERS if complete else ():
        if not words.meaning(name):
            yield found(
                "lexicon-answers",
                "error",
                N_("{file} line {line}: there are no words for '{name}'; write those that people type"),
                file=file,
                line=next((line for line, meaning, _ in words.lines if meaning == name), 1),
                name=name,
            )
    both = sorted(words.meaning("yes") & words.meaning("no"))
    for word in both:
        yield found(
            "lexicon-yes-no",
            "error",
            N_("{file} line {line}: '{word}' stands for yes and for no; keep one"),
            file=file,
            line=next(line for line, meaning, listed in words.lines if meaning == "no" and word in listed),
            word=word,
        )
