"""The Typst compiler: one for each template and font set in a process, and nothing left between letters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.model import N_, InputError
from assistant.text import show

from .data import PageData
from .fonts import Package, fonts

if TYPE_CHECKING:
    import typst
    from typst import PDFStandard

_STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]
_MISSING = re.compile(r"the text `\"(.*)\"` could not be displayed")
_DISALLOWED = re.compile(r"codepoint `\"(.*)\"`")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")

_TOLD = 5
"""Characters that are named in one error."""

_FAILED = N_("The PDF could not be made: {problem}. Choose another format, such as docx or html.")


class MissingGlyphError(Exception):
    """Our fonts lack a character of the letter. ``texts`` are the first such characters, each as it stands in it."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        super().__init__(*texts)
        self.texts = texts


def set_pages(page: PageData, dated: date) -> bytes:
    """The pages as PDF, with our fonts only: the same on every computer.

    Raises ``MissingGlyphError`` where they lack a character: a box would stand in its place. Raises ``InputError`` for
    everything else that the engine cannot set.
    """
    import typst

    stamp = datetime.combine(dated, time(), UTC)
    missing: list[str] = []
    while len(missing) < _TOLD:
        try:
            made = _compile(page, stamp)
        except typst.TypstError as error:
            text = _blamed(_text(error), page.json)
            if not text:
                if missing:  # what was left without the first one
                    break
                raise InputError(_FAILED, problem=show(error.message)[:200]) from error
            missing.append(text)
            # Without it the next one is found, so that a person is told of all at once.
            page = replace(page, json=page.json.replace(text, ""))
        else:
            if missing:
                break
            return made
    raise MissingGlyphError(tuple(missing))


def _blamed(text: str, told: str) -> str:
    """What to name for an error about ``text``: the marks over a letter that has a sign of its own."""
    if not text or not text.isascii():
        return text if text in told else ""
    for found in re.finditer(rf"{re.escape(text)}([^\x00-\x7f]+)", told):
        marks = "".join(takewhile(lambda sign: unicodedata.category(sign)[0] == "M", found[1]))
        if marks:
            return marks
    return ""


def _compile(page: PageData, stamp: datetime) -> bytes:
    """``sys_inputs`` is always given: left out, the compiler would print the letter before this one."""
    pdf = _compiler(page.template, page.packages).compile(
        sys_inputs={"data": page.json}, format="pdf", pdf_standards=_STANDARDS, timestamp=stamp
    )
    if not isinstance(pdf, bytes):
        raise InputError(_FAILED, problem="no bytes")
    return pdf


@lru_cache(maxsize=16)
def _compiler(template: str, packages: tuple[Package, ...]) -> typst.Compiler:
    """Its root holds our templates and nothing else, so that no letter can name a file."""
    import typst

    root = Path(str(files("assistant.formats"))) / "typst"
    return typst.Compiler(
        input=root / f"{template}.typ",
        root=root,
        font_paths=fonts(packages),
        ignore_system_fonts=True,
    )


def _text(error: typst.TypstError) -> str:
    """The characters an error speaks of, or nothing for every other kind of error."""
    found = _MISSING.search(error.message) or _DISALLOWED.search(error.message)
    if found is None:
        return ""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1])
