"""Whether two languages of a letter say the same figures."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.lexicon import lexicon
from assistant.text import same_numbers

from .finding import Rooms
from .words import words_of

TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_HAN_BRACKETS = re.compile(r"[(（][^()（）]*[\u4e00-\u9fff][^()（）]*[)）]")
_DIGITS = re.compile(r"\d+")


class Numbers:
    """Compares figures, with the numbers in words of each language."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._words: dict[str, Mapping[str, int]] = {}

    def same(self, english: str, text: str, locale: str) -> bool:
        """Whether a text says the numbers of the English, line by line where both have as many lines."""
        if locale not in self._words:
            path = self._rooms.locales / locale / "lexicon.txt"
            self._words[locale] = words_of(path).numbers if path.is_file() else lexicon(locale).numbers
        here, there = TAG.sub(" ", english), TAG.sub(" ", text)
        if same_numbers(here, there, self._words[locale]):
            return True
        lines = list(zip(here.split("\n"), there.split("\n"), strict=False))
        if len(lines) != here.count("\n") + 1 or len(lines) != there.count("\n") + 1:
            lines = [(here, there)]
        return all(self._in_a_line(one, other, locale) for one, other in lines)

    def _in_a_line(self, here: str, there: str, locale: str) -> bool:
        """The same, but a figure may be said again: ``Art. 12(3) and Art. 12(5)``, ``platform 12315 (全国12315平台)``."""
        more = self._words[locale]
        for english in (here, _HAN_BRACKETS.sub(" ", here)):
            if same_numbers(english, there, more):
                return True
            ours, theirs = set(_DIGITS.findall(english)), set(_DIGITS.findall(there))
            bare, other = _DIGITS.sub(" ", english), _DIGITS.sub(" ", there)
            if (
                all(same_numbers(one, other, more) for one in ours - theirs)
                and all(same_numbers(one, bare) for one in theirs - ours)
                and same_numbers(bare, other, more)
            ):
                return True
        return False
