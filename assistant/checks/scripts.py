"""Letters of the right script: look-alikes mislead, and signs of another writing cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.model import N_
from assistant.text import mixed_words

from .copying import script_of
from .finding import Finding, Rooms, found
from .han import signs
from .passages import Passage, each
from .spoken import languages

_BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）|《[^《》]*》|〔[^〔〕]*〕|\[[^\[\]]*\]|`[^`\n]*`")
_EVERYWHERE = frozenset({"", "LATIN", "MODIFIER", "MASCULINE", "FEMININE", "MICRO"})
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"})
_RUN = re.compile("[^\\W\\d_]+|[\u2e80-\u2fdf]")


def scripts(rooms: Rooms) -> Iterator[Finding]:
    """Words of one script each, in the scripts of the language, and Han signs as the language writes them."""
    if not signs().simplified:
        for language in languages(rooms):
            if language.typography.hans is not None:
                yield found(
                    "han-list",
                    "error",
                    N_("{file} line {line}: the list of Han signs is missing; make it with tools/make_han.py"),
                    file="locales/han.txt",
                    line=1,
                )
                break
    yield from each(rooms, _all)


def _all(passage: Passage) -> Iterator[Finding]:
    if passage.text.isascii():
        return
    letters = set(passage.text)
    there = {script_of(sign) for sign in letters}
    if len(there & _ALIKE) > 1:
        yield from _mixed(passage)
    if passage.typography.scripts and not there <= {*passage.typography.scripts, *_EVERYWHERE}:
        yield from _foreign(passage)
    if letters & signs().strange(passage.typography.hans):
        yield from _han(passage)


def _mixed(passage: Passage) -> Iterator[Finding]:
    for word in mixed_words(passage.text):
        if word not in passage.source:
            yield found(
                "mixed-script",
                "error",
                N_("{file} line {line}: '{text}': the word '{word}' mixes letters of {scripts}; type it again"),
                **passage.place,
                word=word,
                scripts=", ".join(sorted({script_of(sign) for sign in word} - {""})),
            )
            return


def _foreign(passage: Passage) -> Iterator[Finding]:
    """Latin words and what stands in the English may stand everywhere, Chinese terms in brackets."""
    own = {*passage.typography.scripts, *_EVERYWHERE}
    text = _BRACKETS.sub(lambda hit: " " if _han_or_own(hit[0], own) else hit[0], passage.text)
    for run in _RUN.findall(text):
        strange = "" if run.isascii() else next((sign for sign in run if script_of(sign) not in own), "")
        if strange and run not in passage.source:
            yield found(
                "foreign-script",
                "error",
                N_("{file} line {line}: '{text}': '{word}' is written in {script}, which the language does not use"),
                **passage.place,
                word=run,
                script=script_of(strange),
            )
            return


def _han_or_own(text: str, own: set[str]) -> bool:
    return {script_of(sign) for sign in text} <= {"CJK", *own}


def _han(passage: Passage) -> Iterator[Finding]:
    strange = signs().strange(passage.typography.hans)
    wrong = next((sign for sign in passage.text if sign in strange and sign not in passage.source), "")
    simple = (signs().table or {}).get(ord(wrong), "") if wrong else ""
    if simple:
        yield found(
            "han-set",
            "error",
            N_("{file} line {line}: '{text}': the sign {sign} does not stand in simplified Chinese; write {right}"),
            **passage.place,
            sign=wrong,
            right=simple,
        )
    elif wrong:
        yield found(
            "han-set",
            "error",
            N_("{file} line {line}: '{text}': the simplified sign {sign} does not stand in traditional Chinese"),
            **passage.place,
            sign=wrong,
        )
