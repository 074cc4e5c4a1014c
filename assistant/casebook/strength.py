"""How hard a passphrase is to guess, and making one that is hard enough."""

from __future__ import annotations

import math
import os
import secrets
import time
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from .kdf import COST, derive
from .secret import Secret

_LONGEST = 100
"""Judging takes longer the longer the passphrase; what comes after this can only make it stronger."""
_BEGINNING = 40
_ENOUGH = 20
"""When the beginning alone takes 10^20 guesses, the rest is not looked at: odd signs would take seconds."""
_LIST = "eff-long"
_LIST_WORDS = 7776
_HIGHEST = 300.0
"""The largest power of ten that is still a number."""


@dataclass(frozen=True)
class Strength:
    """What ``zxcvbn`` says of a passphrase."""

    score: int
    """0 (first to be tried) to 4."""
    guesses_log10: float
    """The power of ten of the guesses it takes."""
    offline_seconds: float
    """How long all those guesses take on one computer like this one, at the cost of our key derivation.

    Somebody with a thousand computers needs a thousandth of that.
    """


@dataclass(frozen=True)
class Suggestion:
    """A passphrase made by chance; showing the object does not show it."""

    passphrase: str
    bits: float
    """The binary logarithm of the number of passphrases it was drawn from, each as likely as the others."""

    def __repr__(self) -> str:
        """Without the words."""
        return f"Suggestion(bits={self.bits:.1f})"


def judge(passphrase: str, words: Iterable[str] = ()) -> Strength:
    """``words``: what somebody who knows the person would try first, such as names and dates.

    It takes some milliseconds, the first time up to a second: do not call it in a handler of a key.
    """
    import zxcvbn
    from zxcvbn import matching

    typed = unicodedata.normalize("NFKC", passphrase.rstrip("\r\n"))[:_LONGEST]
    if not typed:
        return Strength(0, 0.0, 0.0)
    known = list(words)
    try:
        found = zxcvbn.zxcvbn(typed[:_BEGINNING], user_inputs=known, max_length=_LONGEST)
        if len(typed) > _BEGINNING and found["guesses_log10"] < _ENOUGH:
            found = zxcvbn.zxcvbn(typed, user_inputs=known, max_length=_LONGEST)
    finally:
        matching.RANKED_DICTIONARIES.pop("user_inputs", None)  # it would stay there
    power = float(found["guesses_log10"])
    return Strength(int(found["score"]), power, 10 ** min(power, _HIGHEST) * seconds_a_guess())


@cache
def seconds_a_guess() -> float:
    """Seconds that one key derivation takes on this computer, measured once: the better of two."""
    return min(_timed() for _ in range(2))


def suggest(words: int = 6) -> Suggestion:
    """Words drawn by ``secrets`` from the long list of the Electronic Frontier Foundation, 12.9 bits a word."""
    chosen_from = _words()
    return Suggestion(" ".join(secrets.choice(chosen_from) for _ in range(words)), words * math.log2(len(chosen_from)))


@cache
def _words() -> tuple[str, ...]:
    from xkcdpass import xkcd_password

    file = xkcd_password.locate_wordfile(_LIST)
    found = tuple(sorted(set(xkcd_password.generate_wordlist(wordfile=file, min_length=1, max_length=20))))
    if len(found) != _LIST_WORDS:
        raise RuntimeError("the list of words is not the one we count bits by")
    return found


def _timed() -> float:
    begun = time.perf_counter()
    derive(Secret("to measure"), os.urandom(16), COST)
    return time.perf_counter() - begun
