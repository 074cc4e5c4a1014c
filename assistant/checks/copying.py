"""What was left in English, or came from another language's catalogue."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.i18n import SOURCE
from assistant.model import N_

from .finding import Finding, Rooms, found
from .spoken import Entry, Language, languages
from .words import words_of

_SAME_EVERYWHERE = frozenset({"fields.example", "fields.columns.example", "contact.by", "issuer"})
"""Fields that may stay as they are: examples of what one types, and names."""
_NAMES_OF = frozenset({"bodies:name"})
IGNORED = "ignore-same"
"""The flag by which translators say that a text is the same in their language; Weblate writes it too."""
_OUTSIDE = re.compile(
    r"`[^`\n]*`|\{[^{}]*\}|\([^()]*\)|（[^（）]*）|«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|「[^「」]*」|‘[^‘’\n]*’"
    r"|(?<!\w)'[^'\n]*'(?!\w)|\"[^\"\n]*\"|(?:https?://|www\.)\S+|\S+@\S+"
)
_SENTENCE = re.compile(r"(?<=[.?!。？！؟])\s*|\n+")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"(?<![\w/.-])[A-Za-z]{3,}(?![\w/-])(?!\.\w)")
_FEW = 3
"""A copied text of so few words may be right: ``social media`` is Italian too, if other texts say so."""
_STOPS = 4
"""Little words of another language in one sentence, from which on it is a sentence of that language."""
_PART = 3
"""At least one word in so many is such a little word."""


def copying(rooms: Rooms) -> Iterator[Finding]:
    """A translation is in the language it is for: not the English itself, and not a sentence of a third language."""
    little: dict[str, set[str]] = {}
    for path in sorted(rooms.locales.glob("*/lexicon.txt")):
        for word in words_of(path).meaning("stop"):
            little.setdefault(word, set()).add(path.parent.name)
    for language in languages(rooms):
        yield from _copies(language)
        yield from language.each(lambda entry, of=language: _own_script(entry, of))  # type: ignore[misc]
        yield from language.each(lambda entry, of=language: _other(entry, of, little))  # type: ignore[misc]


def _copies(language: Language) -> Iterator[Finding]:
    own: Counter[str] | None = None
    for entry in language.entries:
        if not entry.whole or entry.fuzzy or entry.searched or not set(entry.strings) & set(entry.ids):
            continue
        if entry.field in _SAME_EVERYWHERE or f"{entry.room}:{entry.field}" in _NAMES_OF or IGNORED in entry.flags:
            continue
        words = _plain_words(entry.ids[0])
        if len(words) < 2:  # noqa: PLR2004 - one word may be a name or the same in both
            continue
        own = own if own is not None else _vocabulary(language)
        if len(words) <= _FEW and all(own[word.casefold()] > 1 for word in words):
            continue
        yield found(
            "copied",
            "error",
            N_("{file} line {line}: '{text}' is still English; translate it, or mark the entry: #, ignore-same"),
            **entry.place,
        )


def _plain_words(text: str) -> list[str]:
    """Words of three letters and more that are no names: not in brackets or marks, no capital inside a sentence."""
    found = []
    bare = _OUTSIDE.sub(" ; ", text)
    for word in _TOKEN.finditer(bare):
        begins = not re.search(r"[^\W_]", re.split(r"[.?!:]\s", bare[: word.start()])[-1])
        if word[0].islower() or (begins and not word[0].isupper()):
            found.append(word[0])
    return found


def _vocabulary(language: Language) -> Counter[str]:
    """How many translations, other than copies, use each word."""
    return Counter(
        word
        for same in language.alike
        if not set(same[0].strings) & set(same[0].ids)
        for word in {one.casefold() for text in same[0].strings for one in _WORD.findall(_OUTSIDE.sub(" ", text))}
    )


def _own_script(entry: Entry, language: Language) -> Iterator[Finding]:
    """A text in a language of another script than Latin holds a word in that script."""
    scripts = language.typography.scripts
    if not scripts or "LATIN" in scripts or entry.field in _SAME_EVERYWHERE or IGNORED in entry.flags:
        return
    if set(entry.strings) & set(entry.ids):
        return
    for string in entry.strings:
        foreign = not any(script_of(sign) in scripts for sign in string)
        if foreign and len(_plain_words(entry.ids[0])) > 1:
            yield found(
                "own-script",
                "error",
                N_("{file} line {line}: the translation of '{text}' has no word in the script of the language"),
                **entry.place,
            )


def _other(entry: Entry, language: Language, little: Mapping[str, set[str]]) -> Iterator[Finding]:
    """A sentence with several little words of another language and hardly any of its own."""
    words = _WORD.findall("\n".join(entry.strings).casefold())
    if sum(word in little and language.locale not in little[word] for word in words) < _STOPS:
        return  # most texts: looking closer takes long
    if entry.field in _SAME_EVERYWHERE or IGNORED in entry.flags or set(entry.strings) & set(entry.ids):
        return
    for sentence in (one for string in entry.strings for one in _SENTENCE.split(_OUTSIDE.sub(" ", string))):
        other = _third_language(_WORD.findall(sentence.casefold()), entry, language.locale, little)
        if other:
            yield found(
                "other-language",
                "error",
                N_("{file} line {line}: the translation of '{text}' holds a sentence in another language: {other}"),
                **entry.place,
                other=other,
            )
            return


def _third_language(words: list[str], entry: Entry, locale: str, little: Mapping[str, set[str]]) -> str:
    """The language in which the words are, if it is another one; empty if it is not."""
    known = [little[word] for word in words if word in little]
    if len(known) < _STOPS:
        return ""
    theirs = Counter(other for one in known if locale not in one for other in one)
    for other, count in theirs.most_common():
        mine = sum(locale in one and other not in one for one in known)
        named = 0 if other == SOURCE else sum(other in little.get(one, ()) for one in _english_words(entry.english))
        if count - named >= _STOPS and count >= 2 * mine + 2 and count * _PART >= len(words):
            return other
    return ""


@lru_cache(maxsize=50_000)
def _english_words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


@lru_cache(maxsize=10_000)
def script_of(sign: str) -> str:
    """The script of a letter by its name in Unicode; empty for what is no letter. A radical looks like a Han sign."""
    letter = sign.isalpha() or "\u2e80" <= sign <= "\u2fdf"
    return unicodedata.name(sign, "").partition(" ")[0] if letter else ""
