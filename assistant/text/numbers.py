"""Whether a translation says the same numbers: an altered day or article hurts a real person (T7)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

_BRACES = re.compile(r"\{[^{}]*\}")
_ANY = re.compile(r"[0-9〇零一二三四五六七八九十百千两]")
_FIGURES = re.compile(r"([0-9]+(?:[.,'\u202f ][0-9]{3}(?![0-9]))*)\s*([万亿]?)")
_HAN = re.compile(r"[〇零一二三四五六七八九十百千万亿两]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_HAN_DIGITS = {sign: i for i, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000, "": 1}

_WORDS = (
    "one first once ein eine einem einen einer eines erste ersten",
    "two second twice both zwei zweite zweiten beide beiden",
    "three third drei dritte dritten", "four fourth vier vierte vierten", "five fifth fünf fünfte fünften",
    "six sixth sechs sechste sechsten", "seven seventh sieben siebte siebten", "eight eighth acht achte achten",
    "nine ninth neun neunte neunten", "ten tenth zehn zehnte zehnten", "eleven elf", "twelve zwölf", "thirteen dreizehn",
    "fourteen vierzehn", "fifteen fünfzehn", "sixteen sechzehn", "seventeen siebzehn", "eighteen achtzehn",
    "nineteen neunzehn", "twenty zwanzig",
)
_MONTHS = (
    "January Januar", "February Februar", "March März", "April", "May Mai", "June Juni", "July Juli", "August",
    "September", "October Oktober", "November", "December Dezember",
)
_WORTH: dict[str, int] = {
    **{word: n for n, words in enumerate(_WORDS, 1) for word in words.split()},
    **{month: n for n, months in enumerate(_MONTHS, 1) for month in months.split()},
    "thirty": 30, "dreißig": 30, "forty": 40, "vierzig": 40, "fifty": 50, "fünfzig": 50, "sixty": 60, "sechzig": 60,
    "ninety": 90, "neunzig": 90, "hundred": 100, "hundert": 100, "thousand": 1000, "tausend": 1000,
}  # fmt: skip


def same_numbers(source: str, translation: str) -> bool:
    """Whether every number in figures on one side stands on the other, in figures or in words.

    Figures are compared with their marks taken out (``10,000`` and ``1万``); dates may write the
    month in words on one side (``6 November 2026``, ``2026年11月6日``); Chinese numerals count as
    words. Numbers in words on both sides are not compared: a language may need another word.
    """
    if not _ANY.search(source) and not _ANY.search(translation):
        return True
    here, there = _bare(source), _bare(translation)
    figures, others = Counter(_figures(here)), Counter(_figures(there))
    return not (figures - others - Counter(_words(there)) or others - figures - Counter(_words(here)))


def _bare(text: str) -> str:
    return _BRACES.sub(" ", unicodedata.normalize("NFKC", text))


def _figures(text: str) -> Iterator[int]:
    for run, large in _FIGURES.findall(text):
        yield int(re.sub("[^0-9]", "", run)[:30]) * _LARGE[large]


def _words(text: str) -> Iterator[int]:
    """Numbers in words: English, German, months, Chinese numerals."""
    for word in _LETTERS.findall(text):
        worth = _WORTH.get(word, _WORTH.get(word.casefold()))
        if worth is not None:
            yield worth
    for run in _HAN.findall(text):
        yield _han(run)


def _han(run: str) -> int:
    """``十五`` as 15, ``二〇二六`` as 2026, ``一万二千`` as 12000."""
    if not re.search("[十百千万亿]", run):
        return int("".join(str(_HAN_DIGITS[sign]) for sign in run[:30]))
    total = part = digit = 0
    for sign in run[:30]:
        if sign in _HAN_UNITS:
            part, digit = part + (digit or 1) * _HAN_UNITS[sign], 0
        elif sign in _LARGE:
            total, part, digit = (total + part + digit or 1) * _LARGE[sign], 0, 0
        else:
            digit = _HAN_DIGITS[sign]
    return total + part + digit
