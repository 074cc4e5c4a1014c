"""Every locale of a letter cites the same articles: no right is lost in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.model import N_, Letter

from .finding import Finding, Rooms, found

_CHINESE = re.compile(r"第([〇零一二三四五六七八九十百千两\d]+)条")
_RANGE_CHINESE = re.compile(r"第([〇零一二三四五六七八九十百千两\d]+)条?至第([〇零一二三四五六七八九十百千两\d]+)条")
_GAP = r"[\s\u00a0\u202f]*"
_WORD = re.compile(
    rf"(?:\barticles?|\bart[íi]culos?|\barticol[oi]|\bartt?(?:ikel(?:n|en)?)?s?\.?|§§?|\bsections?|\bparagraphen){_GAP}"
    rf"((?:\d+[a-z]?(?:{_GAP}\(\w+\))*(?:{_GAP}(?:Abs\.|Absatz|S\.|Satz|Nr\.|Nummer|lit\.|Buchst\.|Buchstabe|UAbs\.|No\.|point){_GAP}\w+)*"
    rf"(?:{_GAP}(?:,|;|/|and|und|et|en|e|y|bis|to|–|-|or|oder|ou|of|o|sowie|i\.V\.m\.){_GAP}(?:Art\.|Artikel|article|§§?)?{_GAP})?)+)",
    re.IGNORECASE,
)
_SUB = re.compile(
    rf"\(\w+\)|(?:Abs\.|Absatz|S\.|Satz|Nr\.|Nummer|lit\.|Buchst\.|Buchstabe|UAbs\.|No\.|point){_GAP}\w+",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+[a-z]?\b", re.IGNORECASE)
_DIGITS = {sign: i for i, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HUNDREDS = {"百": 100, "千": 1000}
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


def articles(text: str) -> set[str]:
    """The article numbers a text cites, in any language in which letters are written."""
    plain = _JINJA.sub(" ", text)
    numbers = {number(one) for one in _CHINESE.findall(plain)}
    numbers |= {end for pair in _RANGE_CHINESE.findall(plain) for end in map(number, pair)}
    for run in _WORD.findall(plain):
        numbers |= {one.lower() for one in _NUMBER.findall(_SUB.sub(" ", run))}
    return numbers


def number(written: str) -> str:
    """``十二`` as ``12``; digits stay."""
    if written.isdigit():
        return written
    total, digit = 0, 0
    for sign in written:
        if sign in _HUNDREDS:
            total, digit = total + (digit or 1) * _HUNDREDS[sign], 0
        elif sign == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = _DIGITS[sign]
    return str(total + digit)


def citations(rooms: Rooms) -> Iterator[Finding]:
    """Each locale cites exactly the articles that ``cites`` in letter.yaml lists."""
    for _room, record_id, letter in rooms.records("letters"):
        if not isinstance(letter, Letter):
            continue
        wanted = {article.lower() for law in letter.cites for article in law.articles}
        for locale in rooms.letters.locales(record_id):
            cited = articles(_whole(rooms, record_id, locale))
            for article in sorted(wanted ^ cited):
                message = (
                    N_(
                        "{file} line {line}: article {article} is not cited here, but letter.yaml lists it under 'cites'"
                    )
                    if article in wanted
                    else N_(
                        "{file} line {line}: article {article} is cited here; add it to 'cites' in letter.yaml or take it out"
                    )
                )
                yield found(
                    "same-articles",
                    "error",
                    message,
                    file=f"templates/letters/{record_id}/{locale}.md.j2",
                    line=1,
                    article=article,
                )


def _whole(rooms: Rooms, letter: str, locale: str) -> str:
    top = rooms.templates / "letters"
    text = (top / letter / f"{locale}.md.j2").read_text(encoding="utf-8")
    for name in re.findall(r'include\s+"(_shared/[^"]+)"', text):
        shared = top / name
        if shared.is_file():
            text += shared.read_text(encoding="utf-8")
    return text
