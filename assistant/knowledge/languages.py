"""The record of a language: ``locales/<locale>/locale.yaml``."""

from __future__ import annotations

from pathlib import Path

from assistant import paths
from assistant.model import N_, ContentError
from assistant.model.locale import LocaleRecord

from .strict_yaml import read
from .validate import validate

NAME = "locale.yaml"
_LONGEST = 100_000


def language(locale: str, folder: Path | None = None) -> LocaleRecord | None:
    """What is told about a language; ``None`` where nothing is.

    Raises ``ContentError`` with file and line for a record that cannot be read.
    """
    path = (folder or paths.room("locales")) / locale / NAME
    file = f"locales/{locale}/{NAME}"
    if not path.is_file():
        return None
    try:
        text = path.read_text(encoding="utf-8")[:_LONGEST]
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(N_("{file} line {line}: the file cannot be read as UTF-8"), file=file, line=1) from error
    record = validate(LocaleRecord, read(text, file))
    if record.id != locale:
        raise ContentError(
            N_("{file} line {line}: the id is '{id}', but the folder is called '{name}'; write: id: {name}"),
            file=file,
            line=1,
            id=record.id,
            name=locale,
        )
    return record
