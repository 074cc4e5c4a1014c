"""Where the fonts are. Only those that a letter's script needs are opened."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from assistant.model import N_, InputError

if TYPE_CHECKING:
    import typst

Package = Literal["manimgx_fonts_cjk", "pylopdf_fonts_zh_cn", "pylopdf_fonts_zh_tw", "fontpkg_amiri"]


@lru_cache(maxsize=8)
def fonts(packages: tuple[Package, ...]) -> typst.Fonts:
    """The fonts of these packages; Latin, Cyrillic and Greek come with the engine. Never those of the computer.

    Raises ``InputError`` naming the package where one is not installed.
    """
    import typst

    paths = [path for package in packages for path in _folder(package)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=paths)


def _folder(package: str) -> list[str]:
    """The folder of a font package, found without importing anything from it."""
    spec = find_spec(package)
    if spec is None or spec.submodule_search_locations is None:
        raise InputError(
            N_("A PDF in this script needs the font package '{package}'. Install it, or choose html or docx."),
            package=package.replace("_", "-"),
        )
    return list(spec.submodule_search_locations)
