"""Numbers with a form: identity numbers, case numbers, sums of money, e-mail addresses."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Literal

from .kinds import Amount

Finding = Literal["good", "odd", "wrong"]

_CASE = re.compile(
    r"[(\[{<〔【〖《〈](?P<year>\d{4})[)\]}>〕】〗》〉](?P<court>[^\W_][^\d]{0,12}\d{0,6}\D{1,20}?)(?P<number>\d{1,9})号?"
    r"(?P<part>(?:之[一二三四五六七八九十\d]{1,3})?)",
)
_RESIDENT = re.compile(r"\d{17}[\dX]")
_CURRENCIES = {
    "¥": "CNY",
    "元": "CNY",
    "圆": "CNY",
    "块": "CNY",
    "人民币": "CNY",
    "RMB": "CNY",
    "YUAN": "CNY",
    "CNY": "CNY",
    "人民币元": "CNY",
    "€": "EUR",
    "EUR": "EUR",
    "EURO": "EUR",
    "EUROS": "EUR",
    "欧元": "EUR",
    "$": "USD",
    "USD": "USD",
    "US$": "USD",
    "美元": "USD",
    "CHF": "CHF",
    "GBP": "GBP",
    "£": "GBP",
    "HKD": "HKD",
    "HK$": "HKD",
    "港元": "HKD",
    "港币": "HKD",
}
_AMOUNT = re.compile(r"(?P<before>[^\d+-]{0,8}?)\s*(?P<number>\d[\d.,' ]*)\s*(?P<times>[万亿]?)\s*(?P<after>\D{0,8})")
_LONGEST_SUM = 60
_TIMES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}


def plain(text: str) -> str:
    """Full-width letters, digits and brackets in their plain form."""
    return unicodedata.normalize("NFKC", text).strip()


def resident_id(text: str) -> tuple[str, Finding]:
    """A mainland resident identity number without spaces.

    ``wrong``: not 17 digits and a digit or X. ``odd``: the check digit or the date does not fit (GB 11643).
    """
    number = re.sub(r"[\s\-‐–.·]", "", plain(text)).upper()
    if not _RESIDENT.fullmatch(number) or not number.isascii():
        return number, "wrong"
    return number, "good" if _fits(number) else "odd"


def _fits(number: str) -> bool:
    """Whether check digit and date of birth fit. The district is not looked up: old ones are many, and the list is slow."""
    from stdnum.cn import ric
    from stdnum.exceptions import ValidationError

    try:
        ric.get_birth_date(number)
    except ValidationError:
        return False
    return str(ric.calc_check_digit(number)) == number[-1]


def case_number(text: str) -> tuple[str, Finding]:
    """A Chinese case number with full-width brackets, as ``（2026）京0105执1234号``; ``odd`` when it has another form."""
    tight = re.sub(r"\s", "", plain(text))
    found = _CASE.fullmatch(tight)
    if not found:
        return text, "odd"
    return f"（{found['year']}）{found['court']}{found['number']}号{found['part']}", "good"


def email(text: str) -> tuple[str, Finding]:
    """An e-mail address: one @, no space, something on both sides; ``odd`` without a dot after the @."""
    address = plain(text).removeprefix("mailto:")
    name, _, domain = address.partition("@")
    if not name or not domain or "@" in domain or re.search(r"[\s<>,;:\"()\[\]\\]", address):
        return address, "wrong"
    dotted = "." in domain.strip(".") and ".." not in domain and domain == domain.strip(".")
    return address, "good" if dotted else "odd"


def amount(text: str, currency: str) -> Amount | None:
    """A sum of money, in ``currency`` unless the text names one; ``None`` when it cannot be read surely."""
    found = _AMOUNT.fullmatch(plain(text).upper()) if len(text) <= _LONGEST_SUM else None
    if found is None:
        return None
    number = _number(found["number"].strip())
    named = {part for part in (_named(found["before"]), _named(found["after"])) if part is not None}
    if number is None or "" in named or len(named) > 1:
        return None
    return Amount(number * _TIMES[found["times"]], next(iter(named), currency))


def _named(text: str) -> str | None:
    """The currency a sign stands for; ``None`` for no sign, empty for an unknown one."""
    sign = text.strip(" .:整")
    return _CURRENCIES.get(sign, "") if sign else None


def _number(text: str) -> Decimal | None:
    """A number with either kind of marks: ``1.234,50``, ``1,234.50``, ``1 234``, ``1'234.5``."""
    tight = re.sub(r"(?<=\d)[ '](?=\d{3}(?!\d))", "", text)
    if re.search(r"[ ']", tight):
        return None
    for point, mark in ((".", ","), (",", ".")):
        grouped = rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+|\d+"
        found = re.fullmatch(rf"({grouped})(?:{re.escape(point)}(\d{{1,2}}))?", tight)
        if found:
            return Decimal(found[1].replace(mark, "") + (f".{found[2]}" if found[2] else ""))
    return None
