"""How hard our texts are to read, for each record and language.

    .venv-dev/bin/python tools/reading.py                 the worst of each language
    .venv-dev/bin/python tools/reading.py --locale en     one language
    .venv-dev/bin/python tools/reading.py --over          only what is over its bounds, with the longest sentence

English: Flesch-Kincaid grade and LIX. German: first Wiener Sachtextformel and LIX. Chinese: characters a sentence.
A formula is a smoke alarm, no proof: it counts lengths, not sense.

What it does not do. Syllables come from hyphenation patterns (pyphen), which miss some: on our English, grades are
about one too low. The program's own short texts (buttons, messages) are not records and are not measured.
Chinese words are not told apart and rare characters are not counted: both need lists that are not here.
Texts under 100 words get no score. Texts without a translation are left out.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pyphen

from assistant.guide import Desk
from assistant.i18n import Translator, translator, voice
from assistant.knowledge import Knowledge, context_of, localise, open_knowledge, texts
from assistant.letters import Raw, Templates
from assistant.model import Document, Letter, LetterField, Record

TOP = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 22)
LEAST = 100
"""Words (English, German) or Han characters (Chinese) below which there is no score."""

_GLOSS = re.compile(r"\s*[(（][^()（）]*[\u4e00-\u9fff][^()（）]*[)）]|\s*[(（](?:\w[\w-]*\W?\s?){1,3}[)）]")
_PLACE = re.compile(r"\{[a-z0-9_]+\}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\b(?:[a-z0-9-]+\.)+(?:cn|com|de|eu|gov|org)(?:/\S*)?\b")
_ARTICLE = re.compile(
    r"(?:§§?|Art\.|Artikeln?|Articles?)\s*\d[\w()]*"
    r"(?:,?\s*(?:Absatz|Abs\.|Nummer|Nr\.|Satz|Buchst\.|item|point)\s*\w+|\s(?:and|und|to|bis)\s(?:\d[\w()]*|\(\d+\)))*"
)
_LAW = re.compile(
    r"(?:Provisions|Opinions|Interpretation|Measures|Regulations?)(?:\s+(?:of|on|the|in|and|for|[A-Z][\w'’-]*))+"
    r"|(?:Bestimmungen|Meinungen|Auslegung)\s+des\s+Obersten\s+Volksgerichts[^,.:;(]*"
)
_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*|\d[\d.,:/-]*\d|\d")
_END = re.compile(
    r"(?<![A-Z])(?<!\b[A-Za-z])(?<!\d)[.?!]+[\"“”»)]*\s+(?=\S)|(?<=\d)[.?!]\s+(?=[A-ZÄÖÜ](?!\w*[^\w\s]*\s+\d{4}))|\n+"
)
_SHORT = re.compile(r"\b(?:e\.g|i\.e|No|z\. ?B|bzw|ca|usw|d\. ?h|Dr|St|Str)\.")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_END = re.compile(r"[。！？]|\n+")
_LONG = 6
_MANY_SYLLABLES = 3
_PROSE = frozenset({"paragraph", "numbered", "bullets"})


@dataclass(frozen=True)
class Bounds:
    """What the worst record may have."""

    grade: float
    lix: float
    mean: float
    longest: int


BOUNDS: dict[tuple[str, str], Bounds] = {
    ("en", "screen"): Bounds(8, 38, 14, 25),
    ("en", "letter"): Bounds(10, 0, 0, 30),
    ("de", "screen"): Bounds(8, 40, 12, 20),
    ("de", "letter"): Bounds(10, 45, 0, 30),
    ("zh_Hans", "screen"): Bounds(0, 0, 22, 45),
    ("zh_Hans", "letter"): Bounds(0, 0, 0, 60),
}
"""From the reading-level table of the design. 0: no bound, or not measured."""


@dataclass(frozen=True)
class Score:
    """One record in one language."""

    name: str
    locale: str
    kind: str
    """``screen`` or ``letter``."""
    words: int
    grade: float
    lix: float
    mean: float
    longest: int
    sentence: str
    """The longest."""

    @property
    def over(self) -> list[str]:
        """The measures that exceed the bounds of the worst record."""
        most = BOUNDS.get((self.locale, self.kind))
        if most is None:
            return []
        pairs = (("grade", self.grade, most.grade), ("lix", self.lix, most.lix), ("mean", self.mean, most.mean))
        return [
            *(f"{name} {value:.1f} > {limit:g}" for name, value, limit in pairs if limit and value > limit),
            *([f"longest {self.longest} > {most.longest}"] if self.longest > most.longest else []),
        ]


# -- measuring


def measure(name: str, kind: str, parts: list[str], locale: str, names: re.Pattern[str] | None = None) -> Score | None:
    """The score of a text in parts; each part ends a sentence. ``None`` below ``LEAST``."""
    if locale.startswith("zh"):
        return _han(name, kind, parts, locale)
    counted = [(one, _WORD.findall(one)) for part in parts for one in sentences(_plain(part, names))]
    counted = [(one, words) for one, words in counted if words]
    words = [word for _, found in counted for word in found]
    if len(words) < LEAST:
        return None
    mean = len(words) / len(counted)
    lix = mean + 100 * sum(len(word) > _LONG for word in words) / len(words)
    sentence, longest = max(counted, key=lambda one: len(one[1]))
    grade = wiener(words, mean) if locale.startswith("de") else flesch_kincaid(words, mean)
    return Score(name, locale, kind, len(words), grade, lix, mean, len(longest), sentence)


def flesch_kincaid(words: list[str], mean: float) -> float:
    """The school grade of an English text (Kincaid and others 1975)."""
    return 0.39 * mean + 11.8 * sum(syllables(word, "en_US") for word in words) / len(words) - 15.59


def wiener(words: list[str], mean: float) -> float:
    """The first Wiener Sachtextformel (Bamberger and Vanecek 1984): about the school grade of a German text."""
    parts = [syllables(word, "de_DE") for word in words]
    share = 100 / len(words)
    return (
        0.1935 * share * sum(n >= _MANY_SYLLABLES for n in parts)
        + 0.1672 * mean
        + 0.1297 * share * sum(len(word) > _LONG for word in words)
        - 0.0327 * share * sum(n == 1 for n in parts)
        - 0.875
    )


def _han(name: str, kind: str, parts: list[str], locale: str) -> Score | None:
    found = [(one, len(_HAN.findall(one))) for part in parts for one in _HAN_END.split(part)]
    found = [(one.strip(), count) for one, count in found if count]
    total = sum(count for _, count in found)
    if total < LEAST:
        return None
    sentence, longest = max(found, key=lambda one: one[1])
    return Score(name, locale, kind, total, 0, 0, total / len(found), longest, sentence)


@cache
def _patterns(language: str) -> Callable[[str], list[int]]:
    return pyphen.Pyphen(lang=language).positions  # type: ignore[no-any-return]


@cache
def syllables(word: str, language: str) -> int:
    """Syllables as the hyphenation patterns see them; a number counts as one."""
    return 1 + len(_patterns(language)(word))


def sentences(text: str) -> list[str]:
    """The sentences of a text; dates, initials and common short forms do not end one."""
    kept = _SHORT.sub(lambda found: found[0].replace(".", "").replace(" ", ""), text)
    return [one.strip() for one in _END.split(kept) if one and one.strip()]


def _plain(text: str, names: re.Pattern[str] | None) -> str:
    """The text as it is counted: placeholders, addresses and names of laws and bodies are one short word."""
    text = _ARTICLE.sub("Art", _ADDRESS.sub("name", text))
    if names is not None:
        text = names.sub("Name", text)
    return _PLACE.sub("six", _GLOSS.sub("", _LAW.sub("Name", text)))


# -- texts


def scores(knowledge: Knowledge, locale: str) -> Iterator[Score]:
    """Every record and letter in one language that is long enough."""
    tr = translator(locale)
    names = _names(knowledge, tr)
    for room, records in knowledge.rooms.items():
        for record in records:
            record_id = str(getattr(record, "id", ""))
            found = measure(f"{room}/{record_id}", "screen", list(_shown(room, record_id, record, tr)), locale, names)
            if found:
                yield found
    desk = Desk(knowledge, Templates(TOP / "templates" / "letters"), DAY)
    for letter in knowledge.letters:
        if locale in desk.languages(letter.id):
            found = measure(f"letters/{letter.id}/{locale}.md.j2", "letter", _prose(desk, letter, tr), locale, names)
            if found:
                yield found


def _shown(room: str, record_id: str, record: Record, tr: Translator) -> Iterator[str]:
    """What people read of a record; words for the search and untranslated texts are left out."""
    for path, text, mark in texts(record):
        context = context_of(room, record_id, path)
        if not mark.note and (tr.locale == "en" or tr.has(context, text)):
            yield tr.content(context, text)


def _prose(desk: Desk, letter: Letter, tr: Translator) -> list[str]:
    """The sentences of a letter that holds the example of every field."""
    draft = desk.draft(letter.id, {field.id: _example(field) for field in letter.fields}, translator("en"))
    filing = letter.filing[0]
    written: Document = (
        desk.letter(draft, tr.locale) if tr.locale in letter.filing else desk.aid(draft, voice(filing), tr)
    )
    return [line for block in written.blocks if block.role in _PROSE for line in block.lines]


def _example(field: LetterField) -> Raw:
    if field.options:
        return field.options[0].id
    if field.kind == "entries":
        return [{column.id: column.example for column in field.columns}]
    return field.example


def _names(knowledge: Knowledge, tr: Translator) -> re.Pattern[str]:
    """Names of laws and bodies, longest first: each counts as one short word."""
    found: set[str] = set()
    for source in knowledge.sources:
        spoken = localise(source, tr)
        found |= {source.title, spoken.name, re.sub(r"\s*[(（].*", "", spoken.name)}
    for body in knowledge.bodies:
        found |= {body.name, re.sub(r"\s*[(（].*", "", body.name)}
    known = sorted((one for one in found if " " in one.strip()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known)) or "(?!)")


# -- telling


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--locale", action="append", choices=["en", "de", "zh_Hans"])
    reader.add_argument("--over", action="store_true")
    reader.add_argument("--worst", type=int, default=10, metavar="N")
    given = reader.parse_args()
    knowledge = open_knowledge(TOP / "content", TOP / "templates")
    for locale in given.locale or ["en", "de", "zh_Hans"]:
        every = list(scores(knowledge, locale))
        for kind in ("screen", "letter"):
            _tell(locale, kind, [one for one in every if one.kind == kind], given.worst, over=given.over)
    return 0


def _tell(locale: str, kind: str, found: list[Score], worst: int, *, over: bool) -> None:
    if not found:
        return
    counted = sum(one.words for one in found)
    average = sum(one.grade * one.words for one in found) / counted
    above = sum(bool(one.over) for one in found)
    print(f"\n{locale} {kind}s: {len(found)} long enough, mean grade {average:.1f}, {above} over a bound")
    print(f"{'grade':>6}{'LIX':>6}{'mean':>6}{'most':>5}{'words':>6}  record")
    for one in sorted(found, key=lambda one: (one.grade, one.mean), reverse=True)[: None if over else worst]:
        if not over or one.over:
            print(
                f"{one.grade:6.1f}{one.lix:6.0f}{one.mean:6.1f}{one.longest:5}{one.words:6}  {one.name}  {', '.join(one.over)}"
            )
            if over and any(word.startswith("longest") for word in one.over):
                print(f"{'':31}{one.sentence}")


if __name__ == "__main__":
    raise SystemExit(main())
