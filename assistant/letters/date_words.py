"""Words in dates: months and days of the week in English, German and Chinese, and numerals of any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from assistant.i18n import locales


def _table(*rows: str) -> Mapping[str, int]:
    return MappingProxyType({word: at for at, row in enumerate(rows, 1) for word in row.split()})


MONTHS = _table(
    "january jan januar jänner jaenner",
    "february feb februar feber",
    "march mar märz maerz marz mär mrz",
    "april apr",
    "may mai",
    "june jun juni",
    "july jul juli",
    "august aug",
    "september sep sept",
    "october oct oktober okt",
    "november nov",
    "december dec dezember dez",
)
_WEEKDAYS = _table(
    "monday mon montag mo 星期一 周一 礼拜一",
    "tuesday tue tues dienstag di 星期二 周二 礼拜二",
    "wednesday wed mittwoch mi 星期三 周三 礼拜三",
    "thursday thu thur thurs donnerstag do 星期四 周四 礼拜四",
    "friday fri freitag fr 星期五 周五 礼拜五",
    "saturday sat samstag sonnabend sa 星期六 周六 礼拜六",
    "sunday sun sonntag so 星期日 星期天 周日 周天 礼拜天 礼拜日",
)
_HAN_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "两": "2"}
_HAN_OR_WEEKDAY = re.compile("((?:星期|周|礼拜).)|[〇零○一二三四五六七八九十两]+")


@lru_cache(maxsize=4)
def months(locales: tuple[str, ...]) -> Mapping[str, int]:
    """The names of the months in English, German and the languages there are, short and long.

    A name that means two months in two languages keeps the first meaning, and our own table comes first.
    """
    return MappingProxyType({**_cldr("months", locales), **MONTHS})


@lru_cache(maxsize=4)
def weekdays(locales: tuple[str, ...]) -> Mapping[str, int]:
    """The names of the days of the week, Monday is 1. Short ones only where our own table has them."""
    found = {name: (n + 1) for name, n in _cldr("days", locales).items()}
    return MappingProxyType({**found, **_WEEKDAYS})


def _cldr(kind: str, locales: tuple[str, ...]) -> dict[str, int]:
    from babel.dates import get_day_names, get_month_names

    found: dict[str, int] = {}
    names = get_month_names if kind == "months" else get_day_names
    widths: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated") if kind == "months" else ("wide",)
    for locale in locales:
        for width in widths:
            for number, name in names(width, locale=locale).items():
                plain = unicodedata.normalize("NFKC", name).casefold().strip(".")
                if plain.isalpha():
                    found.setdefault(plain, number)
    return found


def normal(text: str) -> str:
    """Plain digits and letters, lower case, one space at most; Chinese numerals as digits."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = "".join(str(unicodedata.decimal(c)) if unicodedata.decimal(c, None) is not None else c for c in plain)
    plain = " ".join(re.sub("[‐‑‒–—−]", "-", plain).split())
    if re.search("[年月]", plain):
        plain = re.sub("[(（]?(?:星期|周|礼拜).[)）]?", lambda found: f" {found[0].strip('()（）')} ", plain)
        head = re.match("[〇零○一二三四五六七八九两]{4}(?=年)", plain)
        if head:
            plain = "".join(_HAN_DIGITS[c] for c in head[0]) + plain[head.end() :]
        plain = _HAN_OR_WEEKDAY.sub(lambda found: found[0] if found[1] else _han(found[0]), plain)
    return plain.strip(" ,;.")


def _han(text: str) -> str:
    """``十一`` as ``11``; up to two digits."""
    if "十" not in text:
        return "".join(_HAN_DIGITS[c] for c in text)
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return text
    return (_HAN_DIGITS[tens] if tens else "1") + (_HAN_DIGITS[ones] if ones else "0")


def split_weekday(plain: str) -> tuple[int | None, str]:
    """The day of the week that the text names (Monday is 1), and the text without it."""
    known = weekdays(tuple(locales()))
    for word in re.findall(r"[^\W\d_]+", plain):
        if word in known:
            rest = re.sub(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])\.?,?", " ", plain, count=1)
            return known[word], " ".join(rest.replace("()", " ").split()).strip(" ,;.")
    return None, plain
