"""Which fonts stand in which order for a language: the shapes of a Han letter differ from place to place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.formats.words import script_of
from assistant.text import is_right_to_left

from .fonts import Package

FaceName = Literal["latin", "hans", "hant", "hk", "arabic"]

_LATIN = "Libertinus Serif"
_ARABIC = "Amiri"


@dataclass(frozen=True)
class Han:
    """Song for text, the face that Chinese letters are written in, and Hei for what stands out."""

    song: tuple[str, ...]
    hei: str
    packages: tuple[Package, ...]


_HANS = Han(("Noto Serif SC",), "Noto Sans CJK SC", ("manimgx_fonts_cjk", "pylopdf_fonts_zh_cn"))
# The faces of Taiwan lack simplified letters: a name with one of them is set from the other face.
_PACKAGES: tuple[Package, ...] = ("manimgx_fonts_cjk", "pylopdf_fonts_zh_tw", "pylopdf_fonts_zh_cn")
_HANT = Han(("Noto Serif TC", "Noto Serif SC"), "Noto Sans CJK TC", _PACKAGES)
_HK = Han(("Noto Serif TC", "Noto Serif SC"), "Noto Sans CJK HK", _PACKAGES)
_HAN = {"hans": _HANS, "hant": _HANT, "hk": _HK}


def face(locale: str) -> FaceName:
    """The face of a language."""
    if is_right_to_left(locale):
        return "arabic"
    if not locale.startswith("zh"):
        return "latin"
    if script_of(locale) != "zh_Hant":
        return "hans"
    return "hk" if locale.endswith(("_HK", "_MO")) else "hant"


def packages(faces: set[FaceName], *, han: bool, arabic: bool) -> tuple[Package, ...]:
    """The packages that these faces need for a text with or without Han and Arabic letters."""
    needed = [name for one in sorted(faces) for name in _han(one).packages] if han else []
    return (*dict.fromkeys(needed), *(("fontpkg_amiri",) if arabic else ()))


def fonts_of(name: FaceName, *, han: bool, arabic: bool) -> list[object]:
    """The fonts of text, first choice first. Song has Latin letters and figures from the Latin face."""
    song = [*_han(name).song, _han(name).hei] if han else []
    other = [_ARABIC] if arabic else []
    if name == "arabic":
        return [*other, _LATIN, *song]
    latin: object = _LATIN if name == "latin" else {"name": _LATIN, "covers": "latin-in-cjk"}
    return [latin, *song, *other]


def bold_fonts_of(name: FaceName, *, han: bool, arabic: bool) -> list[object]:
    """The fonts of what stands out: Hei in a Chinese letter, bold elsewhere."""
    hei = [_han(name).hei, *_han(name).song] if han else []
    other = [_ARABIC] if arabic else []
    if name == "arabic":
        return [*other, _LATIN, *hei]
    return [*([_LATIN, *hei] if name == "latin" else [*hei, _LATIN]), *other]


def _han(name: FaceName) -> Han:
    return _HAN.get(name, _HANS)
