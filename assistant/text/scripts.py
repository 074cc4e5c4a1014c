"""Which scripts a text uses: to choose fonts and direction, and to point out look-alike letters."""

from __future__ import annotations

import re
import unicodedata

_HAN = (
    "[\u1100-\u11ff\u2e80-\u303f\u3040-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003fffd]"
)
_ARABIC = "[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]"
_WORD = re.compile(r"\w+")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ug", "ur", "yi"})
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"})


def has_han(text: str) -> bool:
    """Whether there are letters or signs that need an East Asian font."""
    return re.search(_HAN, text) is not None


def has_arabic(text: str) -> bool:
    """Whether there are letters of the Arabic script."""
    return re.search(_ARABIC, text) is not None


def scripts_of(text: str) -> tuple[str, ...]:
    """The scripts of the letters of a text, by their names in Unicode (``LATIN``, ``CYRILLIC``, ``ARABIC``), each once."""
    if text.isascii():
        return ("LATIN",) if any(sign.isalpha() for sign in text) else ()
    return tuple(dict.fromkeys(unicodedata.name(sign, "?").split()[0] for sign in text if sign.isalpha()))


def is_right_to_left(locale: str) -> bool:
    """Whether a locale is written from right to left."""
    return locale.partition("_")[0] in _RIGHT_TO_LEFT


def mixed_words(text: str) -> tuple[str, ...]:
    """Words that mix scripts with look-alike letters, such as Latin and Cyrillic, each once.

    A hint, never an error: ``Pаypal`` with a Cyrillic ``а`` is found, Han beside Latin is not.
    """
    if text.isascii():
        return ()
    return tuple(dict.fromkeys(word for word in _WORD.findall(text) if len(_alike(word)) > 1))


def _alike(word: str) -> frozenset[str]:
    if word.isascii():
        return frozenset()
    return _ALIKE & {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
