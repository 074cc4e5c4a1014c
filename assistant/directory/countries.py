"""Which country the last line of an address names, in any of the languages that addresses are written in."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LANGUAGES = (
    "en de fr it es nl pt pl sv da fi nb cs sk sl hr hu ro bg el et lv lt mt ga is".split()  # noqa: SIM905 - a list of 26 reads worse
)


_ALSO = {
    "united states of america": "us", "usa": "us", "uk": "gb", "great britain": "gb", "england": "gb",
    "scotland": "gb", "wales": "gb", "northern ireland": "gb", "czech republic": "cz", "tschechische republik": "cz",
    "holland": "nl", "taiwan": "tw", "hong kong": "hk", "macau": "mo", "turkey": "tr",
}  # fmt: skip
"""Names in use that CLDR does not have as a name."""


def country_of_line(line: str) -> str | None:
    """``de`` for ``Deutschland``, ``Germany`` or ``GERMANY``; ``None`` where no country is named."""
    return _names().get(_plain(line))


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    words = " ".join("".join(c if c.isalnum() else " " for c in bare).split())
    for article in ("the ", "republic of ", "republik "):
        words = words.removeprefix(article)
    return words


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    from babel import Locale

    found = dict(_ALSO)
    for language in _LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == len("DE") and code.isalpha():
                found.setdefault(_plain(name), code.lower())
    return found
