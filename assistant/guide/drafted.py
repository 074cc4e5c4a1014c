"""What is said about a translation that no native reader has read: in the language itself, with how to help."""

from __future__ import annotations

from pathlib import Path

from assistant.i18n import SOURCE, Translator, is_incubating, locales
from assistant.knowledge.languages import language
from assistant.model import ContentError


def drafted(locale: str, tr: Translator, folder: Path | None = None) -> list[str]:
    """Sentences about the translation into ``locale``; none for English, and none once the whole was read by someone."""
    if locale == SOURCE or tr.made_up:
        return []
    try:
        record = language(locale, folder)
    except ContentError:
        record = None
    if record is None:
        return [tr("Nothing is told about who made this translation.")]
    read = {one.part for one in record.reviews}
    if {"interface", "situations", "routes", "letters"} <= read:
        return []
    said = [
        tr("This translation was drafted by a machine. No native reader has read it all yet.")
        if record.drafted == "machine"
        else tr("This translation is a draft. No native reader has read it all yet.")
    ]
    if record.tier == "incubating":
        said.append(tr("It is not complete: what is missing is shown in English."))
    return [*said, tr("You can help: docs/tutorial/translate.md in the source of this program says how.")]


def offered(spoken: str, folder: Path | None = None) -> list[str]:
    """The languages to choose from: those that are not still being made, and the one that is spoken now."""
    return [one for one in locales(folder) if one == spoken or not is_incubating(one, folder)]
