"""Places in a law as the reader's language writes them: ``article 15(1)(h)``, ``Art. 15 Abs. 1 lit. h``, ``第15条第1款(h)项``."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.i18n import Translator
from assistant.model import Source

_PLACE = re.compile(r"(\d+[a-z]?)((?:\([0-9a-z]+\))*)(?:-(\d+[a-z]?))?")
_INNER = re.compile(r"\(([0-9a-z]+)\)")


def article(number: str, source: Source, tr: Translator) -> str:
    """The place ``number`` of a source. What names its own unit, or is written in another way, stays."""
    if number.startswith("point "):
        return tr("point {number}", number=number.removeprefix("point "))
    if not number[:1].isdigit():
        return number
    parts = [part for part in (_PLACE.fullmatch(one.strip()) for one in number.split(",")) if part is not None]
    if len(parts) == number.count(",") + 1:
        return _written(number, parts, source, tr)
    return tr("article {number}", number=number)


_TRADITIONAL = str.maketrans("条项点", "條項點")


def _written(number: str, parts: list[re.Match[str]], source: Source, tr: Translator) -> str:
    # A German regulation has sections as a statute has; one of the Union has articles in every language.
    own = source.kind == "regulation" and source.id.startswith("de-")
    sections = source.language == "de" and (source.kind == "statute" or own)
    language = tr.locale.partition("_")[0]
    if language == "de":
        return _german(parts, "§" if sections else "Art.")
    if sections:
        return f"§ {number}"
    if language == "zh":
        said = _chinese(parts)
        return said.translate(_TRADITIONAL) if tr.locale == "zh_Hant" else said
    many = len(parts) > 1 or parts[0][3] is not None
    return tr("articles {numbers}", numbers=number) if many else tr("article {number}", number=number)


def _german(parts: list[re.Match[str]], sign: str) -> str:
    many = sign == "§" and (len(parts) > 1 or parts[0][3])
    return f"{'§§' if many else sign}\u202f" + ", ".join(
        _inner(part, _german_word) + (f"–{part[3]}" if part[3] else "") for part in parts
    )


def _german_word(depth: int, inner: str) -> str:
    if not inner[0].isdigit():
        return f" lit. {inner}"
    return f" Abs. {inner}" if depth == 0 else f" Nr. {inner}"


def _chinese(parts: list[re.Match[str]]) -> str:
    if all(not part[2] for part in parts):
        return "第" + "、".join(f"{part[1]}至{part[3]}" if part[3] else part[1] for part in parts) + "条"
    return "、".join(_inner(part, _chinese_word, "第", "条") for part in parts)


def _chinese_word(depth: int, inner: str) -> str:
    if not inner[0].isdigit():
        return f"({inner})项"
    return f"第{inner}款" if depth == 0 else f"第{inner}项"


def _inner(part: re.Match[str], word: Callable[[int, str], str], before: str = "", after: str = "") -> str:
    return before + part[1] + after + "".join(word(depth, inner) for depth, inner in enumerate(_INNER.findall(part[2])))
