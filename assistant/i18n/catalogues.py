"""Catalogues as files: read with suspicion, compiled in memory."""

from __future__ import annotations

import datetime as dt
import io
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.model import N_, InputError

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_PO_LINE = re.compile(r'#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?)\s*)?"(?:[^"\\]|\\.)*"', re.DOTALL)
_NO_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Stands in a compiled catalogue, so that the same file gives the same bytes in every minute."""


def read_catalogue(path: Path) -> Catalog:
    """A catalogue as data; a broken one is an ``InputError`` with file, line and problem.

    Nothing in its header is obeyed (T7): it is UTF-8 whatever it says, and the plural rule is that of
    CLDR. A header could otherwise ask for fifty million plural forms, and get them.
    """
    from babel import Locale, UnknownLocaleError
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import PoFileError, PoFileParser

    def _headers(catalogue: Catalog) -> object:
        return Catalog.mime_headers.__get__(catalogue)

    class Deaf(Catalog):
        mime_headers = property(_headers, lambda *_: None)

    try:
        # A language that CLDR does not know has no plural rule and no names of months.
        catalogue = Deaf(locale=Locale.parse(path.parent.parent.name), charset="utf-8", creation_date=_NO_DAY)
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
        for number, text in enumerate(map(str.strip, lines)):
            # The parser would take the first and the last letter for quotation marks, whatever they are.
            if text and not _PO_LINE.fullmatch(text):
                raise PoFileError("the line cannot be read; put the text in quotation marks", catalogue, text, number)  # noqa: TRY301
        PoFileParser(catalogue, abort_invalid=True).parse(lines)
        for message in catalogue:
            ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
            if len(ids) > 2 or any("\x00" in one for one in ids):  # noqa: PLR2004 - one form and the other
                raise PoFileError("the entry cannot be read", catalogue, "", (message.lineno or 1) - 1)  # noqa: TRY301
    except (
        OSError, PoFileError, UnknownLocaleError, ValueError, LookupError, AttributeError, TypeError, AssertionError,
    ) as error:  # fmt: skip
        line = getattr(error, "lineno", None)
        raise InputError(
            N_("{file}: the catalogue cannot be read: {problem}"),
            file=path.name,
            line=line + 1 if isinstance(line, int) else 1,
            problem=str(error) or type(error).__name__,
        ) from error
    return catalogue


def compile_po(path: Path) -> bytes:
    """A catalogue compiled in memory, so that a translator sees a saved file at once.

    Fuzzy entries are left out: a changed sentence falls back to English. The plural rule is taken
    from CLDR, never from the file.
    """
    try:
        seen = path.stat()
    except OSError:
        return _compiled(path, 0, 0)  # says what is wrong with it
    return _compiled(path, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=16)
def _compiled(path: Path, _changed: int, _size: int) -> bytes:
    """Compiled once for each state of the file: a large catalogue takes a second or two."""
    from babel.messages.mofile import write_mo

    out = io.BytesIO()
    write_mo(out, read_catalogue(path))
    return out.getvalue()
