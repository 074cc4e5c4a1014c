"""Reads a folder of records: every file is taken, or told with the reason why not. Nothing in a file is followed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from assistant.model import N_, HolderKind, InputError
from assistant.text import clean, clean_line, show

from .countries import country_of_line
from .entry import Entry, Wanted, WantedKind
from .raw import RawElement, RawRecord

MAX_FILES = 20_000
MAX_SIZE = 100_000
_AUTHORITIES = "supervisory-authorities"
_PACKS = "company-packs"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_POSTCODE = re.compile(r"^(?:[A-Z]{1,2}-)?\d[\d ]{2,6}(?:[A-Z]{2} )?\s*")
_UNSURE = frozenset({"church", "public body", "school", "telecommunication", "health"})
"""Categories that do not tell whether a private company is meant."""

_NO_FOLDER = N_("{path} is no folder. Give the folder with the records, for example data/companies.")
_NONE = N_("{path} holds no records: no file there ends in .json.")
_MANY = N_("{path} holds more than {limit} files. Give a smaller folder.")
_BIG = N_("the file is larger than {limit} bytes")
_UNREAD = N_("the file cannot be read: {problem}")
_NO_JSON = N_("line {line}: this is no JSON: {problem}")
_NO_RECORD = N_("the file holds no record: it must be a list of named values")
_FIELD = N_("'{field}': {problem}")
_NAME = N_("the name '{name}' in the file is not the name of the file; they must be the same")
_SLUG_ODD = N_("'{name}' is no name of a record: only small letters, digits and hyphens")
_TWICE = N_("there are two records of this name; the first one was taken")
_NO_ADDRESS = N_("the address has no line that can be read")
_PACK = N_("this is a list of records, not a record; it is not needed")


@dataclass(frozen=True)
class Skipped:
    """A file that was not taken, and why: a message with its values."""

    file: str
    message: str
    values: dict[str, str | int]


@dataclass(frozen=True)
class Report:
    """What came out of a folder."""

    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]
    lists: tuple[Skipped, ...]
    """Files that are no records by design."""
    seen: int
    """Files that were looked at: each is in one of the three."""


class _NotTakenError(Exception):
    """The file is not taken."""

    def __init__(self, message: str, **values: str | int) -> None:
        super().__init__(message)
        self.message = message
        self.values: dict[str, str | int] = values


def read_folder(folder: Path) -> Report:
    """Every ``.json`` file in ``folder`` and the folders in it. Links are not followed.

    Raises ``InputError`` when there is no such folder, or no record in it.
    """
    if not folder.is_dir():
        raise InputError(_NO_FOLDER, path=show(str(folder)))
    files = list(_files(folder))
    if not files:
        raise InputError(_NONE, path=show(str(folder)))
    taken: dict[tuple[str, str], Entry] = {}
    skipped: list[Skipped] = []
    lists: list[Skipped] = []
    for path in files:
        name = show(path.relative_to(folder).as_posix())
        if path.parent.name == _PACKS:
            lists.append(Skipped(name, _PACK, {}))
            continue
        try:
            entry = _entry(path)
            if (entry.kind, entry.id) in taken:
                raise _NotTakenError(_TWICE)  # noqa: TRY301 - one way out for all reasons
        except _NotTakenError as error:
            skipped.append(Skipped(name, error.message, error.values))
        else:
            taken[entry.kind, entry.id] = entry
    ordered = sorted(taken.values(), key=lambda one: (one.kind, one.id))
    return Report(tuple(ordered), tuple(skipped), tuple(lists), len(files))


def _files(folder: Path) -> Iterator[Path]:
    count = 0
    for path in sorted(folder.rglob("*.json")):
        if path.is_symlink() or not path.is_file() or any(part.is_symlink() for part in _between(folder, path)):
            continue
        count += 1
        if count > MAX_FILES:
            raise InputError(_MANY, path=show(str(folder)), limit=MAX_FILES)
        yield path


def _between(folder: Path, path: Path) -> Iterator[Path]:
    yield from (parent for parent in path.parents if parent.is_relative_to(folder) and parent != folder)


def _entry(path: Path) -> Entry:
    raw = _raw(path)
    if raw.slug != path.stem:
        raise _NotTakenError(_NAME, name=show(raw.slug[:100]))
    if not _SLUG.fullmatch(raw.slug) or len(raw.slug) > 100:  # noqa: PLR2004 - as in Entry
        raise _NotTakenError(_SLUG_ODD, name=show(raw.slug[:100]))
    authority = path.parent.name == _AUTHORITIES
    try:
        return _made(raw, "authority" if authority else "company")
    except ValidationError as error:
        raise _told(error) from error


def _raw(path: Path) -> RawRecord:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_SIZE + 1)
        if len(data) > MAX_SIZE:
            raise _NotTakenError(_BIG, limit=MAX_SIZE)
        found = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise _NotTakenError(_NO_JSON, line=error.lineno, problem=error.msg) from error
    except (OSError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise _NotTakenError(_UNREAD, problem=type(error).__name__) from error
    if not isinstance(found, dict):
        raise _NotTakenError(_NO_RECORD)
    try:
        return RawRecord.model_validate(found)
    except (ValidationError, RecursionError) as error:
        raise _told(error) from error


def _told(error: ValidationError | RecursionError) -> _NotTakenError:
    if isinstance(error, RecursionError):
        return _NotTakenError(_UNREAD, problem=type(error).__name__)
    first = error.errors(include_url=False, include_input=False)[0]
    return _NotTakenError(_FIELD, field=show(".".join(str(one) for one in first["loc"])[:100]), problem=first["msg"])


def _made(raw: RawRecord, kind: Literal["company", "authority"]) -> Entry:
    lines = _lines(raw.address)
    if not lines:
        raise _NotTakenError(_NO_ADDRESS)
    country = country_of_line(lines[-1])
    abroad = country is not None and len(lines) > 1
    inland = lines[:-1] if abroad else lines
    return Entry(
        id=raw.slug,
        kind=kind,
        name=_line(raw.name)[:200],
        address=tuple(inland),
        country_line=lines[-1].upper() if abroad else "",
        country=country,
        town=_POSTCODE.sub("", inland[-1]),
        holder=_holder(raw, kind),
        email=_email(raw.email),
        phone=_line(raw.phone) or None,
        webform=_site(raw.webform),
        website=_site(raw.web),
        runs=tuple(_clean(raw.runs)),
        categories=tuple(_clean(raw.categories)),
        countries=tuple(_clean(raw.countries)),
        wanted=tuple(_wanted(one) for one in raw.elements if _line(one.desc)),
        id_document=raw.id_document,
        channel=raw.channel,
        language=_line(raw.language) or None,
        comments=tuple(text for one in raw.comments if (text := clean(one).strip())),
        sources=tuple(_clean(raw.sources)),
        quality=raw.quality,
    )


def _holder(raw: RawRecord, kind: str) -> HolderKind | None:
    return None if kind == "authority" or _UNSURE & set(raw.categories) else "company"


def _wanted(one: RawElement) -> Wanted:
    kinds: dict[str, WantedKind] = {
        "name": "name",
        "address": "address",
        "email": "email",
        "birthdate": "birthdate",
    }
    return Wanted(kind=kinds.get(one.type, "other"), label=_line(one.desc)[:200], optional=one.optional)


def _lines(text: str) -> list[str]:
    lines = (_line(one) for one in clean(text).split("\n"))
    return [line[:200] for line in lines if any(sign.isalnum() for sign in line)]


def _clean(texts: list[str]) -> Iterator[str]:
    yield from (line[:200] for one in texts if (line := _line(one)))


def _line(text: str | None) -> str:
    return clean_line(text or "").strip()


def _email(text: str | None) -> str | None:
    line = _line(text)
    return line if _EMAIL.fullmatch(line) and len(line) <= 200 else None  # noqa: PLR2004 - as in Entry


def _site(text: str | None) -> str | None:
    line = _line(text)
    return line if line.startswith(("https://", "http://")) and len(line) <= 200 else None  # noqa: PLR2004 - as in Entry
