"""How a language is written: quotation marks, spaces, opening marks, full-width signs. What is told in ``locale.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.model import N_

from .finding import Finding, Rooms, found
from .passages import GAP, Passage, each

_CODE = re.compile(r"`[^`\n]*`|(?:https?://|www\.)\S+|\S+@\S+|\b\d+[:.]\d+\b")
_ASCII = re.compile(r"\"(?P<two>[^\"\n]*)\"|(?<!\w)'(?P<one>[^'\n]+)'(?!\w)")
_NAME = re.compile(r"\{[a-z][a-z0-9_]*\}")
_MARKS = frozenset("“”„‟«»「」『』‚‘")
_ANY_MARK = re.compile("[\"'“”„‟«»「」『』‚‘’]")
_ENGLISH_MARKS = frozenset("“”‘’")
_APOSTROPHE = "’"
_HARD = "\u00a0\u202f"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_HALF = re.compile(rf"[{_HAN}][,;:?!()]|[,;:?!()][{_HAN}]|[{_HAN}]\.(?=[\s{_HAN}]|$)")
_FULL = re.compile(rf"(?<![{_HAN}》」』）〕\d])[，。；：？！（）](?![{_HAN}《「『（〔\d])")
_WIDE = dict(zip(",;:?!().", "，；：？！（）。", strict=True))
_NARROW = {wide: half for half, wide in _WIDE.items()}
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f][,;?]")
_ARABIC_SIGNS = dict(zip(",;?", "،؛؟", strict=True))


def typography(rooms: Rooms) -> Iterator[Finding]:
    """Translations and letters are written as their language is."""
    yield from each(rooms, _all)


def _all(passage: Passage) -> Iterator[Finding]:
    told, text = passage.typography, _bare(passage.text)
    if told.quotes and _ANY_MARK.search(text):
        yield from _quotes(passage, text)
    if told.space_before or told.space_after:
        yield from _spaces(passage, text)
    if told.opened:
        yield from _opened(passage, text)
    if passage.record is not None and not text.isascii():
        yield from _width(passage, text)


def _quotes(passage: Passage, text: str) -> Iterator[Finding]:
    pairs = passage.typography.quotes
    wrong = _plain_marks(text, passage) or _strange_marks(text, passage)
    if wrong:
        yield found(
            "quotes",
            "warning",
            N_("{file} line {line}: '{text}': write {right} around words, not {wrong}"),
            **passage.place,
            right=f"{pairs[0][0]}…{pairs[0][1]}",
            wrong=wrong,
        )
    elif (alone := _alone(text, pairs)) and alone not in passage.source:
        yield found(
            "quotes-in-pairs",
            "warning",
            N_("{file} line {line}: '{text}': the quotation mark {mark} has no partner; the pairs are {pairs}"),
            **passage.place,
            mark=alone,
            pairs=" ".join(pairs),
        )


def _plain_marks(text: str, passage: Passage) -> str:
    """Typewriter's marks around words. What one types so, as the English shows it, may keep them."""
    source = passage.source
    if '"' not in text and "'" not in text:
        return ""
    if "quotation mark" in source or "quotes" in source:
        return ""
    for hit in _ASCII.finditer(text):
        inside = hit["two"] or hit["one"] or ""
        typed = hit[0] in source and (source.startswith("{file}") or not _NAME.fullmatch(inside))
        if re.search(r"\w", inside) and not typed:
            return hit[0][0]
    return ""


def _strange_marks(text: str, passage: Passage) -> str:
    """Marks of another language, unless they stand in the English around a word of that language."""
    own = {mark for pair in passage.typography.quotes for mark in pair}
    kept = {mark for mark in passage.source if mark not in _ENGLISH_MARKS}
    return next((mark for mark in text if mark in _MARKS and mark not in own and mark not in kept), "")


def _alone(text: str, pairs: tuple[str, ...]) -> str:
    """A mark without its partner. An apostrophe is none."""
    closing = {pair[0]: pair[1] for pair in pairs}
    closes = {pair[1] for pair in pairs}
    waiting: list[str] = []
    for at, mark in enumerate(text):
        if mark == _APOSTROPHE and (waiting[-1:] != [mark] or _inside_a_word(text, at)):
            continue
        if waiting and mark == waiting[-1]:
            waiting.pop()
        elif mark in closing:
            waiting.append(closing[mark])
        elif mark in closes:
            return mark
    return waiting[-1] if waiting else ""


def _inside_a_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()


def _spaces(passage: Passage, text: str) -> Iterator[Finding]:
    told = passage.typography
    if not set(text) & {*told.space_before, *told.space_after}:
        return
    for at, sign in enumerate(text):
        after = text[at + 1 : at + 2]
        if sign in told.space_before and not _stands_close(text, at, passage):
            yield found(
                "space-before",
                "warning",
                N_("{file} line {line}: '{text}': before {sign} stands a space that does not break (U+202F or U+00A0)"),
                **passage.place,
                sign=sign,
            )
            return
        if sign in told.space_after and after and after not in _HARD:
            yield found(
                "space-after",
                "warning",
                N_("{file} line {line}: '{text}': after {sign} stands a space that does not break (U+202F or U+00A0)"),
                **passage.place,
                sign=sign,
            )
            return


def _stands_close(text: str, at: int, passage: Passage) -> bool:
    """Whether the space is there, or none belongs there: ``(?)``, ``?!``, ``key: value``, and a sign that is spoken of."""
    before, sign = text[at - 1 : at], text[at]
    if not before or before in _HARD or before in "([\"'/":
        return True
    if before in passage.typography.space_before and before != "»":
        return True
    if text[at + 1 : at + 2] == "=":
        return True
    word = re.split(r"\s", text[:at])[-1] + sign
    return sign == ":" and len(word) > 1 and word in passage.source


def _opened(passage: Passage, text: str) -> Iterator[Finding]:
    for pair in passage.typography.opened:
        opens, closes = pair[0], pair[1]
        spoken_of = re.compile(rf"[\"'«“‘(][{_HARD}]?{re.escape(closes)}[{_HARD}]?[\"'»”’)]")
        if text.count(opens) != len(re.findall(rf"(?<=\S){re.escape(closes)}(?!=)", spoken_of.sub("", text))):
            yield found(
                "opened",
                "warning",
                N_("{file} line {line}: '{text}': a sentence that ends with {closes} begins with {opens}"),
                **passage.place,
                opens=opens,
                closes=closes,
            )


def _width(passage: Passage, text: str) -> Iterator[Finding]:
    told = passage.typography
    wrong, right = "", ""
    if told.full_width and (half := _HALF.search(text)):
        wrong = next(sign for sign in half[0] if sign in _WIDE)
        right = _WIDE[wrong]
    elif not told.full_width and (full := _FULL.search(text)) and text.count(full[0]) > passage.source.count(full[0]):
        wrong, right = full[0], _NARROW[full[0]]
    elif "ARABIC" in told.scripts and (sign := _ARABIC.search(text)):
        wrong, right = sign[0][1], _ARABIC_SIGNS[sign[0][1]]
    if wrong:
        yield found(
            "sign-width",
            "warning",
            N_("{file} line {line}: '{text}': write {right} here, not {wrong}"),
            **passage.place,
            right=right,
            wrong=wrong,
        )


def _bare(text: str) -> str:
    """Without what is typed: code, addresses, times of day."""
    return _CODE.sub(lambda hit: GAP * len(hit[0]), text) if any(sign in text for sign in "`@:.") else text
