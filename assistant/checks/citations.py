"""Every locale of a letter cites the same articles: no right is lost in translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.i18n import SOURCE
from assistant.model import N_, Letter

from .finding import Finding, Rooms, found
from .words import words_of

_CHINESE = re.compile(r"第([〇零一二三四五六七八九十百千两兩\d]+)[条條]")
_RANGE_CHINESE = re.compile(
    r"第([〇零一二三四五六七八九十百千两兩\d]+)[条條]?至第([〇零一二三四五六七八九十百千两兩\d]+)[条條]"
)
_GAP = r"[\s\u00a0\u202f]*"
_NUMBER = re.compile(r"\d+[a-z]?\b", re.IGNORECASE)
_ORDINAL = re.compile("[ºª°]")
_DIGITS = {sign: i for i, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HUNDREDS = {"百": 100, "千": 1000}
_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


@dataclass(frozen=True)
class Wording:
    """How a language cites articles: what its ``lexicon.txt`` lists. Signs and Chinese are the same everywhere."""

    article: frozenset[str]
    """Before the number of an article."""
    part: frozenset[str] = frozenset()
    """Before the number of a part of an article."""
    join: frozenset[str] = frozenset()
    """Between such numbers."""
    foreign: frozenset[str] = frozenset()
    """Before the number of an article, in names that stay English."""

    @cached_property
    def run(self) -> re.Pattern[str]:
        """A word for articles, with the numbers that follow it."""
        again = "|".join(map(re.escape, sorted(self.article | self.foreign, key=len, reverse=True)))
        join = rf"{_GAP}(?:,|;|/|–|-|(?:[,;]{_GAP})?(?:{_any(self.join)})){_GAP}"
        part = rf"(?:{_GAP}(?:{_any(self.part)}){_GAP}\w+\)?)+"
        # After "art. 12 ust. 3" a bare number is one more part; after "Art. 12(3)" it is an article.
        return re.compile(
            rf"(?:{_any(self.article | self.foreign)}|§§?){_GAP}((?:\d+[a-z]?(?:\.?[ºª°])?(?:{_GAP}\(\w+\))*"
            rf"(?:{part}(?:{join}(?:{again}|§§?){_GAP}(?=\d))?|(?:{join}(?:(?:{again}|§§?){_GAP})?(?=\d))?))+)",
            re.IGNORECASE,
        )

    @cached_property
    def parts(self) -> re.Pattern[str]:
        """The number of a part."""
        return re.compile(rf"\(\w+\)|(?:{_any(self.part)}){_GAP}\w+", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    """Any of the words, none inside another; nothing where there are none."""
    longest = sorted(words, key=lambda one: (-len(one), one))
    return "|".join(rf"(?<!\w){re.escape(one)}" for one in longest) or r"(?!)"


def articles(text: str, wording: Wording) -> set[str]:
    """The article numbers that a text cites."""
    plain = _JINJA.sub(" ", text)
    numbers = {number(one) for one in _CHINESE.findall(plain)}
    numbers |= {end for pair in _RANGE_CHINESE.findall(plain) for end in map(number, pair)}
    for run in wording.run.findall(plain):
        numbers |= {one.lower() for one in _NUMBER.findall(_ORDINAL.sub(" ", wording.parts.sub(" ", run)))}
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
    known: dict[str, Wording] = {}
    for _room, record_id, letter in rooms.records("letters"):
        if not isinstance(letter, Letter):
            continue
        for locale in rooms.letters.locales(record_id):
            if locale not in known:
                known[locale] = _wording(rooms, locale)
                yield from _without_words(known[locale], locale)
        wanted = {article.lower() for law in letter.cites for article in law.articles}
        locales = rooms.letters.locales(record_id)
        texts = {
            locale: Texts(_files(rooms, record_id, locale), known[locale]) for locale in locales if locale in known
        }
        for locale, ours in texts.items():
            cited = {one for text in ours.files.values() for one in articles(text, ours.wording)}
            for article in sorted(cited - wanted):
                file, line = _citing(ours, article)
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


def _wording(rooms: Rooms, locale: str) -> Wording:
    """What the language lists, and the English words, which names of foreign laws keep."""
    own, english = (words_of(rooms.locales / one / "lexicon.txt") for one in (locale, SOURCE))
    return Wording(
        own.meaning("article"),
        own.meaning("part") | english.meaning("part"),
        own.meaning("join") | english.meaning("join"),
        english.meaning("article"),
    )


def _without_words(wording: Wording, locale: str) -> Iterator[Finding]:
    if not wording.article and not locale.startswith("zh"):
        yield found(
            "article-words",
            "error",
            N_(
                "{file} line {line}: list the words for 'article' as they stand before its number, as in art. article articles"
            ),
            file=f"locales/{locale}/lexicon.txt",
            line=1,
        )


@dataclass(frozen=True)
class Texts:
    """The files of a letter in one language."""

    files: dict[str, str]
    """By file, as findings name it: the letter itself first, then what it includes."""
    wording: Wording


def _files(rooms: Rooms, letter: str, locale: str) -> dict[str, str]:
    top = rooms.templates / "letters"
    own = f"{letter}/{locale}.md.j2"
    found = {f"templates/letters/{own}": (top / own).read_text(encoding="utf-8")}
    for name in re.findall(r'include\s+"(_shared/[^"]+)"', found[f"templates/letters/{own}"]):
        if (top / name).is_file():
            found[f"templates/letters/{name}"] = (top / name).read_text(encoding="utf-8")
    return found


def _citing(texts: Texts, article: str) -> tuple[str, int]:
    """The first place that cites an article; the beginning where it stretches over lines."""
    for file, text in texts.files.items():
        for number, line in enumerate(text.split("\n"), 1):
            if article in articles(line, texts.wording):
                return file, number
    return next(iter(texts.files)), 1


def _missing(texts: dict[str, Texts], locale: str, article: str) -> tuple[str, int]:
    """The block that cites an article in another language, here."""
    file, ours = next(iter(texts[locale].files.items()))
    for other, theirs in texts.items():
        own, text = next(iter(theirs.files.items()))
        cited, line = _citing(theirs, article)
        if other != locale and cited == own and article in articles(text.split("\n")[line - 1], theirs.wording):
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
