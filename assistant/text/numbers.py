"""Whether a translation says the same numbers: an altered day or article hurts a real person (T7)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

_BRACES = re.compile(r"\{[^{}]*\}")
_LARGE = {
    "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "百万": 10**6, "百萬": 10**6, "千万": 10**7, "千萬": 10**7, "million": 10**6, "millionen": 10**6, "mio": 10**6,
    "billion": 10**9, "milliarden": 10**9, "mrd": 10**9,
}  # fmt: skip
_NO_MORE: Mapping[str, int] = {}
_MILLION = 10**6
_HAN = re.compile(r"[〇零一二三四五六七八九十百千万萬亿億两兩]+")
_HAN_DIGITS = {sign: i for i, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 30
"""Digits of one number that are compared."""

_WORDS = (
    "one first once ein eine einem einen einer eines erste ersten",
    "two second twice both zwei zweite zweiten beide beiden",
    "three third drei dritte dritten", "four fourth vier vierte vierten", "five fifth fünf fünfte fünften",
    "six sixth sechs sechste sechsten", "seven seventh sieben siebte siebten", "eight eighth acht achte achten",
    "nine ninth neun neunte neunten", "ten tenth zehn zehnte zehnten", "eleven elf", "twelve zwölf", "thirteen dreizehn",
    "fourteen vierzehn", "fifteen fünfzehn", "sixteen sechzehn", "seventeen siebzehn", "eighteen achtzehn",
    "nineteen neunzehn", "twenty zwanzig",
)  # fmt: skip
_MONTHS = (
    "January Januar Jan", "February Februar Feb", "March März Mar", "April Apr", "May Mai", "June Juni Jun",
    "July Juli Jul", "August Aug", "September Sep Sept", "October Oktober Oct Okt", "November Nov",
    "December Dezember Dec Dez",
)  # fmt: skip
_WORTH: dict[str, int] = {
    **{word: n for n, words in enumerate(_WORDS, 1) for word in words.split()},
    **{month: n for n, months in enumerate(_MONTHS, 1) for month in months.split()},
    "thirty": 30, "dreißig": 30, "forty": 40, "vierzig": 40, "fifty": 50, "fünfzig": 50, "sixty": 60, "sechzig": 60,
    "ninety": 90, "neunzig": 90, "hundred": 100, "hundert": 100, "thousand": 1000, "tausend": 1000,
}  # fmt: skip
_TIME = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|eighteen|twenty|thirty|sixty|ninety)"
    r"[ -](?:more |working |calendar )?(?:day|week|month|year)s?\b",
    re.IGNORECASE,
)


def same_numbers(source: str, translation: str, more: Mapping[str, int] = _NO_MORE) -> bool:
    """Whether a translation from English keeps every number.

    A number in figures on one side must stand on the other, in figures or in words; so must a time
    in words (``three working days``). Marks are taken out (``10,000`` and ``1万``), dates may write
    the month in words (``6 November 2026`` and ``2026年11月6日``), and Chinese numerals are words.
    Other words that stand for numbers are not compared: a language may need another phrase.
    ``more`` are the numbers in words of the translation's language, beyond English, German and Chinese.
    """
    here, there = _bare(source), _bare(translation)
    large = {**_LARGE, **{word: worth for word, worth in more.items() if worth >= _MILLION}}
    figures, others, times = Counter(_figures(here)), Counter(_figures(there, large)), Counter(_times(here))
    if not (figures or others or times):
        return True
    return not (
        ((figures + times) - others - Counter(_words(there, more))) or (others - figures - Counter(_words(here)))
    )


def _bare(text: str) -> str:
    text = _BRACES.sub(" ", text)
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _figures(text: str, large: Mapping[str, int] = _LARGE) -> Iterator[int]:
    for run, unit in _pattern(tuple(sorted(large, key=len, reverse=True))).findall(text):
        yield int("".join(sign for sign in run if sign.isdigit())[:_LONGEST]) * large.get(unit.casefold(), 1)


@lru_cache(maxsize=64)
def _pattern(large: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"([0-9]+(?:[.,'\u202f ][0-9]{{3}}(?![0-9]))*)(?: ?({'|'.join(map(re.escape, large))}))?", re.IGNORECASE
    )


def _times(text: str) -> Iterator[int]:
    for word in _TIME.findall(text):
        yield _WORTH[word.casefold()]


def _words(text: str, more: Mapping[str, int] = _NO_MORE) -> Iterator[int]:
    """Numbers in words: English, German, months, Chinese numerals, and ``more``."""
    for word in _LETTERS.findall(text):
        worth = more.get(word.casefold(), _WORTH.get(word, _WORTH.get(word.casefold())))
        if worth is not None:
            yield worth
    for run in _HAN.findall(text):
        yield _han(run[:_LONGEST])


def _han(run: str) -> int:
    """``十五`` as 15, ``二〇二六`` as 2026, ``一万二千`` as 12000."""
    if all(sign in _HAN_DIGITS for sign in run):
        return int("".join(str(_HAN_DIGITS[sign]) for sign in run))
    total = part = digit = 0
    for sign in run:
        if sign in _HAN_UNITS:
            part, digit = part + (digit or 1) * _HAN_UNITS[sign], 0
        elif sign in _LARGE:
            total, part, digit = (total + part + digit or 1) * _LARGE[sign], 0, 0
        else:
            digit = _HAN_DIGITS[sign]
    return total + part + digit
