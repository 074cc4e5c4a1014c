"""Which languages there are, and the translator of each."""

from __future__ import annotations

import gettext
import io
import re
from pathlib import Path

from assistant import paths
from assistant.model import N_, InputError

from .catalogues import compile_po
from .pseudo import PSEUDO, Pseudo
from .speaking import SOURCE, Translator

DOMAIN = "assistant"
_LOCALE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")
_INCUBATING = re.compile(r"^tier:\s*incubating\b", re.MULTILINE)


def is_locale_name(name: str) -> bool:
    """Whether ``name`` is written as a locale: ``de``, ``zh_Hans``, ``pt_BR``. Nothing else is ever looked up."""
    return _LOCALE.fullmatch(name) is not None


def locales(folder: Path | None = None) -> list[str]:
    """The locales there are: English, and one for each well-named folder with a catalogue."""
    folder = folder or paths.room("locales")
    found = {SOURCE}
    if folder.is_dir():
        found |= {p.name for p in folder.iterdir() if is_locale_name(p.name) and (p / "LC_MESSAGES").is_dir()}
    return sorted(found)


def is_incubating(name: str, folder: Path | None = None) -> bool:
    """Whether a language is still being made. Told without a reader of YAML: a start must not wait for one."""
    record = (folder or paths.room("locales")) / name / "locale.yaml"
    return record.is_file() and _INCUBATING.search(record.read_text(encoding="utf-8", errors="replace")) is not None


def translator(locale: str, folder: Path | None = None) -> Translator:
    """The translator of a locale. Raises ``InputError`` when there is none of that name."""
    if locale in PSEUDO:
        return Translator(locale, Pseudo(PSEUDO[locale]))
    folder = folder or paths.room("locales")
    if locale not in locales(folder):
        raise InputError(
            N_("There is no language '{locale}'. There are: {known}."),
            locale=locale,
            known=", ".join(locales(folder)),
        )
    if locale == SOURCE:
        return Translator(SOURCE, gettext.NullTranslations())
    base = folder / locale / "LC_MESSAGES"
    compiled = base / f"{DOMAIN}.mo"
    source = base / f"{DOMAIN}.po"
    data = compiled.read_bytes() if _is_current(compiled, source) else compile_po(source)
    return Translator(locale, gettext.GNUTranslations(io.BytesIO(data)))


def voice(locale: str) -> Translator:
    """The translator of a language in which letters are filed, also where the program does not speak it."""
    return (
        translator(locale)
        if locale in locales() or locale in PSEUDO
        else Translator(locale, gettext.NullTranslations())
    )


def _is_current(compiled: Path, source: Path) -> bool:
    """Whether the compiled catalogue may be used: there is no source, or it is not newer."""
    if not compiled.is_file():
        return False
    return not source.is_file() or compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns


def negotiate(wanted: str, known: list[str]) -> str:
    """The locale of ours that serves a system's name (``zh_SG.UTF-8``, ``de_AT``), or English."""
    name = wanted.split(".", maxsplit=1)[0].split("@", maxsplit=1)[0].replace("-", "_")
    if name in known:
        return name
    if not re.fullmatch(r"[A-Za-z]{2,3}(_[A-Za-z0-9]{2,8}){0,3}", name):
        return SOURCE
    language = name.partition("_")[0].lower()
    same = [one for one in known if one.partition("_")[0] == language]
    if not same or language != "zh":
        return same[0] if same else SOURCE
    return _by_script(name, same)


def _by_script(name: str, same: list[str]) -> str:
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    likely = get_global("likely_subtags")
    try:
        parsed = Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return same[0]
    key = "_".join(part for part in (parsed.language, parsed.territory) if part)
    script = parsed.script or Locale.parse(likely.get(key, likely.get(parsed.language, "zh_Hans_CN"))).script
    fitting = f"{parsed.language}_{script}"
    return fitting if fitting in same else (SOURCE if same else same[0])
