"""Every locale of a letter cites the same articles: no right is lost in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.model import N_, Letter

from .finding import Finding, Rooms, found

_CHINESE = re.compile(r"第([〇零一二三四五六七八九十百千两兩\d]+)[条條]")
_RANGE_CHINESE = re.compile(
    r"第([〇零一二三四五六七八九十百千两兩\d]+)[条條]?至第([〇零一二三四五六七八九十百千两兩\d]+)[条條]"
)
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
_DIGITS = {sign: i for i, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HUNDREDS = {"百": 100, "千": 1000}
_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
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
        locales = rooms.letters.locales(record_id)
        texts = {locale: _files(rooms, record_id, locale) for locale in locales}
        for locale in locales:
            cited = {one for text in texts[locale].values() for one in articles(text)}
            for article in sorted(cited - wanted):
                file, line = _citing(texts[locale], article)
                yield found(
                    "same-articles",
                    "error",
                    N_(
                        "{file} line {line}: article {article} is cited here; add it to 'cites' in letter.yaml or take it out"
                    ),
                    file=file,
                    line=line,
                    article=article,
                )
            for article in sorted(wanted - cited):
                file, line = _missing(texts, locale, article)
                yield found(
                    "same-articles",
                    "error",
                    N_(
                        "{file} line {line}: article {article} is not cited here, but letter.yaml lists it under 'cites'"
                    ),
                    file=file,
                    line=line,
                    article=article,
                )


Texts = dict[str, str]
"""By file, as findings name it: the letter itself first, then what it includes."""


def _files(rooms: Rooms, letter: str, locale: str) -> Texts:
    top = rooms.templates / "letters"
    own = f"{letter}/{locale}.md.j2"
    found = {f"templates/letters/{own}": (top / own).read_text(encoding="utf-8")}
    for name in re.findall(r'include\s+"(_shared/[^"]+)"', found[f"templates/letters/{own}"]):
        if (top / name).is_file():
            found[f"templates/letters/{name}"] = (top / name).read_text(encoding="utf-8")
    return found


def _citing(texts: Texts, article: str) -> tuple[str, int]:
    """The first place that cites an article; the beginning where it stretches over lines."""
    for file, text in texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            if article in articles(line):
                return file, number
    return next(iter(texts)), 1


def _missing(texts: dict[str, Texts], locale: str, article: str) -> tuple[str, int]:
    """The block that cites an article in another language, here."""
    file, ours = next(iter(texts[locale].items()))
    for other, theirs in texts.items():
        text = next(iter(theirs.values()))
        cited, line = _citing(theirs, article)
        if other != locale and cited == next(iter(theirs)) and article in articles(text.split("\n")[line - 1]):
            blocks = _BLOCK.findall("\n".join(text.split("\n")[:line]))
            start = next((one.start() for one in _BLOCK.finditer(ours) if blocks and one[1] == blocks[-1]), None)
            if start is not None:
                above = len(text.split("\n")[:line]) - text[: _start(text, blocks[-1])].count("\n") - 1
                at = ours.count("\n", 0, start) + 1
                return file, min(at + above, ours.count("\n") + 1) if _as_long(text, ours, blocks[-1]) else at
    return file, 1


def _start(text: str, block: str) -> int:
    return next(one.start() for one in _BLOCK.finditer(text) if one[1] == block)


def _as_long(text: str, other: str, block: str) -> bool:
    """Whether a block has as many lines in both."""
    lines = [one[_start(one, block) :].partition("endblock")[0].count("\n") for one in (text, other)]
    return lines[0] == lines[1]
