"""The Typst compiler: one for each template and font set in a process, and nothing left between letters."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.formats.base import Remark, Written
from assistant.model import N_, InputError
from assistant.text import show

from .data import PageData
from .fonts import fonts

if TYPE_CHECKING:
    import typst
    from typst import PDFStandard

_STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]
_MISSING = re.compile(r"the text `\"(.*)\"` could not be displayed")
_DISALLOWED = re.compile(r"codepoint `\"(.*)\"`")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")

_BORROWED = N_(
    "Our fonts lack the character {character}. A font of this computer was used. "
    "Look at that place before you send the letter."
)
_BOX = N_(
    "No font here has the character {character}. The PDF shows an empty box in its place. "
    "Write it by hand, or choose docx or html."
)
_FAILED = N_("The PDF could not be made: {problem}. Choose another format, such as docx or html.")


def set_pages(page: PageData, dated: date) -> Written:
    """The pages as PDF.

    First strictly, with our fonts only; where they lack a character, with the fonts of this
    computer; at last without the standards, so that nobody is left without a letter.
    """
    import typst

    stamp = datetime.combine(dated, time(), UTC)
    try:
        return Written(_compile(page, stamp, system=False, strict=True))
    except typst.TypstError as error:
        character = _character(error)
    try:
        return Written(_compile(page, stamp, system=True, strict=True), (_remark(_BORROWED, character),))
    except typst.TypstError as error:
        character = _character(error)
    try:
        return Written(_compile(page, stamp, system=True, strict=False), (_remark(_BOX, character),))
    except typst.TypstError as error:
        raise InputError(_FAILED, problem=show(error.message)[:200]) from error


def _compile(page: PageData, stamp: datetime, *, system: bool, strict: bool) -> bytes:
    """``sys_inputs`` is always given: left out, the compiler would print the letter before this one."""
    pdf = _compiler(page.template, page.han, page.arabic, system).compile(
        sys_inputs={"data": page.json},
        format="pdf",
        pdf_standards=_STANDARDS if strict else [],
        timestamp=stamp,
    )
    if not isinstance(pdf, bytes):
        raise InputError(_FAILED, problem="no bytes")
    return pdf


@lru_cache(maxsize=16)
def _compiler(template: str, han: bool, arabic: bool, system: bool) -> typst.Compiler:
    """Its root holds our templates and nothing else, so that no letter can name a file."""
    import typst

    root = Path(str(files("assistant.formats"))) / "typst"
    return typst.Compiler(
        input=root / f"{template}.typ",
        root=root,
        font_paths=fonts(han, arabic, system),
        ignore_system_fonts=not system,
    )


def _character(error: typst.TypstError) -> str:
    """The character an error speaks of. Raises ``InputError`` for every other kind of error."""
    found = _MISSING.search(error.message) or _DISALLOWED.search(error.message)
    if found is None:
        raise InputError(_FAILED, problem=show(error.message)[:200]) from error
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1])


def _remark(message: str, text: str) -> Remark:
    """A remark that shows the character and its number, which can be looked up."""
    codes = " ".join(f"U+{ord(letter):04X}" for letter in text[:4])
    return Remark(message, {"character": f"{show(text[:4])} ({codes})"})
