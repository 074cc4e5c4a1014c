"""Words that are understood at every prompt: in the reader's language, and in English always."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, get_args

from assistant.i18n import Translator

Command: TypeAlias = Literal["why", "back", "leave", "again", "start", "cases", "lock", "language", "safety", "help"]

MORE: Mapping[str, tuple[Command, ...]] = {
    "why": ("why",),
    "?": ("why",),
    "？": ("why",),
    "quit": ("leave",),
    "exit": ("leave",),
}
UNSURE = frozenset({"i don't know", "i do not know", "don't know", "dont know", "unknown", "not sure"})
_QUOTES = ('"', "'", "“", "”", "„", "「", "」", "«", "»")


def commands(tr: Translator) -> dict[str, Command]:
    """Every word that is a command, in small letters."""
    found: dict[str, Command] = {word: names[0] for word, names in MORE.items()}
    for name in get_args(Command):
        found[plain(spoken(name, tr))] = name
        found[name] = name
    return found


def spoken(command: Command, tr: Translator) -> str:
    """The word for a command in the reader's language."""
    words: dict[Command, str] = {
        "why": "?",
        "back": tr.ctx("word to type", "back"),
        "leave": tr.ctx("word to type", "leave"),
        "again": tr.ctx("word to type", "again"),
        "start": tr.ctx("word to type", "start"),
        "cases": tr.ctx("word to type", "cases"),
        "lock": tr.ctx("word to type", "lock"),
        "language": tr.ctx("word to type", "language"),
        "safety": tr.ctx("word to type", "safety"),
        "help": tr.ctx("word to type", "help"),
    }
    return words[command]


def unsure(text: str, tr: Translator) -> bool:
    """Whether the answer is "I don't know"."""
    return plain(text) in UNSURE | {plain(tr("I don't know"))}


def plain(text: str) -> str:
    """For comparison: small letters, one kind of apostrophe, no point at the end, single spaces."""
    return " ".join(text.casefold().replace("’", "'").split()).rstrip(".。!")


def unquoted(text: str) -> str | None:
    """What stands inside quotation marks, or ``None``: so that a person can be called Back."""
    bare = text.strip()
    if len(bare) > 2 and bare[0] in _QUOTES and bare[-1] in _QUOTES:  # noqa: PLR2004 - the two marks
        return bare[1:-1]
    return None


def handbook(tr: Translator) -> list[str]:
    """The words and what they do."""
    return [
        tr("At every question you can type one of these words."),
        tr("{word}: why this is asked, and where it comes from", word=spoken("why", tr)),
        tr("{word}: go back one step; your answers stay", word=spoken("back", tr)),
        tr("{word}: hear the question again", word=spoken("again", tr)),
        tr("{word}: go to the first question; your answers stay", word=spoken("start", tr)),
        tr("{word}: go to your cases; an open case is closed", word=spoken("cases", tr)),
        tr("{word}: close the case book; its key is forgotten", word=spoken("lock", tr)),
        tr("{word}: change the language of the program", word=spoken("language", tr)),
        tr("{word}: what is kept, and what leaving cannot undo", word=spoken("safety", tr)),
        tr("{word}: leave at once", word=spoken("leave", tr)),
        tr('To answer with one of these words, put it in quotation marks: "{word}"', word=spoken("back", tr)),
    ]
