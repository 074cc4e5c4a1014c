"""Which texts stand on a page: what was shown is remembered, with its English, so that a translator finds its entry."""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.i18n import DOMAIN, SOURCE, Translator, read_catalogue, translator
from assistant.model import RecourseError
from assistant.text import has_han, has_right_to_left

_NAME = re.compile(r"\{[a-z][a-z0-9_]*\}")
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"\s+")
_ENOUGH = 14
"""Signs by which a text is known again where it is broken over several lines."""
_LEAST = 2


@dataclass(frozen=True)
class Heard:
    """A text that was shown: its context, its English, and how it was said."""

    context: str
    source: str
    said: str


@dataclass(frozen=True)
class Place:
    """Where an entry stands in the catalogue."""

    line: int
    stale: bool
    missing: bool


class Recording(gettext.NullTranslations):
    """A catalogue that remembers what it was asked for. What it gives is what the other one gives."""

    def __init__(self, inner: gettext.NullTranslations) -> None:
        super().__init__()
        self.inner = inner
        self.heard: dict[tuple[str, str], Heard] = {}

    @property
    def made_up(self) -> bool:
        """Whether it is one of the languages to test with."""
        return bool(getattr(self.inner, "made_up", False))

    @property
    def _catalog(self) -> Mapping[object, str]:
        return getattr(self.inner, "_catalog", {})

    def gettext(self, message: str) -> str:
        """The message in the language."""
        return self._hear("", message, self.inner.gettext(message))

    def pgettext(self, context: str, message: str) -> str:
        """The same with a context."""
        return self._hear(context, message, self.inner.pgettext(context, message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One of the forms."""
        return self._hear("", msgid1, self.inner.ngettext(msgid1, msgid2, n))

    def _hear(self, context: str, source: str, said: str) -> str:
        self.heard[context, source] = Heard(context, source, said)
        return said


def recording(locale: str) -> Translator:
    """The translator of a locale that remembers what it said. Raises ``InputError`` when there is none of that name."""
    return Translator(locale, Recording(translator(locale).catalogue))


def on_page(heard: Iterable[Heard], page: str) -> list[Heard]:
    """Those texts that stand on a page, from its top, the longer one first where two begin alike.

    ``page`` is what can be seen. A text is known by its longest part without names in braces, or by the beginning of
    that part where a line ends; one from right to left by its words, because its lines may have been turned round.
    """
    seen, words, lines = _bare(page), _words_at(page), _SPACE.sub(" ", page)
    found: list[tuple[int, int, Heard]] = []
    for one in heard:
        text = max(_NAME.split(one.said), key=len)
        part = _bare(text)
        if has_right_to_left(part):
            at = _first_word(text, words)
        else:
            at = seen.find(part) if len(part) >= _LEAST and _whole(text, lines) else -1
            if at < 0 and len(part) > _ENOUGH:
                at = seen.find(part[:_ENOUGH])
        if at >= 0:
            found.append((at, -len(part), one))
    return [one for _at, _length, one in sorted(found, key=lambda entry: entry[:2])]


def _whole(text: str, lines: str) -> bool:
    """Whether a short text stands there as words of its own: *no* does not stand in *nothing*."""
    words = text.split()
    if has_han(text) or sum(map(len, words)) > _ENOUGH:
        return True
    there = r"\s*".join(map(re.escape, words))
    before, after = (r"(?<!\w)" if words[0][0].isalnum() else ""), (r"(?!\w)" if words[-1][-1].isalnum() else "")
    return re.search(f"{before}{there}{after}", lines) is not None


def _words_at(page: str) -> dict[str, int]:
    """Each word of a page with the first place where it is, as it is written: a turned one is turned back."""
    found: dict[str, int] = {}
    for match in _WORD.finditer(unicodedata.normalize("NFKC", page)):
        word = match[0]
        for one in (word, word[::-1]) if has_right_to_left(word) else (word,):
            found.setdefault(one, match.start())
    return found


def _first_word(text: str, words: Mapping[str, int]) -> int:
    """Where a text begins, if all its longer words are on the page; -1 if not."""
    longer = [one for one in _WORD.findall(text) if len(one) > _LEAST]
    if not longer or any(one not in words for one in longer):
        return -1
    return words[longer[0]]


def places(locale: str, folder: Path) -> dict[tuple[str, str], Place]:
    """Where each entry stands in the catalogue of a locale; nothing for English, or where there is no file."""
    return dict(_places(folder / locale / "LC_MESSAGES" / f"{DOMAIN}.po")) if locale != SOURCE else {}


def _places(path: Path) -> Iterator[tuple[tuple[str, str], Place]]:
    from .merging import is_translated, key_of

    try:
        catalogue = read_catalogue(path)
    except RecourseError:
        return
    for message in catalogue:
        if message.id:
            yield key_of(message), Place(message.lineno or 1, message.fuzzy, not is_translated(message))


def _bare(text: str) -> str:
    return _SPACE.sub("", text)
