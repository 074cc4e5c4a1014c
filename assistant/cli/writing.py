"""Writing a letter, or its empty form, to a file or to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.model import N_, InputError, Window

from .output import answer_exactly, output, talk
from .setting import Setting

if TYPE_CHECKING:
    from assistant.formats import Format
    from assistant.letters import Fill, Problem
    from assistant.model import Cite, Document

STANDARD = "-"
LONGEST = 1_000_000
"""Bytes of a fill file that are read."""

_BINARY = ("docx", "pdf")
_READABLE = ("text", "markdown")
"""Formats in which a letter and its aid can stand one below the other."""


@dataclass(frozen=True)
class Order:
    """What was asked for."""

    letter: str
    fill: str
    lang: str | None
    aid: str | None
    format: str | None
    output: str
    window: Window = "a"


def write_blank(setting: Setting, letter: str, target: str) -> int:
    """An empty, explained file of answers. A file that is there may hold somebody's answers: it stays."""
    from assistant.guide.articles import article
    from assistant.knowledge import localise
    from assistant.letters import blank

    tr, sources = setting.tr, setting.knowledge.sources

    def name(cite: Cite) -> str:
        source = localise(sources[cite.source], tr)
        return f"{source.name} {article(cite.article, source, tr)}".strip()

    text = blank(localise(setting.knowledge.letters[letter], tr), tr, name)
    if target == STANDARD:
        answer_exactly(text)
    elif Path(target).exists():
        raise InputError(
            N_("There is a file {path} already, and it may hold your answers. Give another name."), path=target
        )
    else:
        _save(setting, Path(target), text.encode())
    return 0


def write_letter(setting: Setting, order: Order) -> int:
    """The letter, and the aid if asked for. Nothing is written before everything is made."""
    chosen = _format(order)
    if STANDARD not in (order.fill, order.output) and os.path.realpath(order.fill) == os.path.realpath(order.output):
        raise InputError(N_("{path} holds your answers. Give the letter another name."), path=order.output)
    fill = _fill(setting, order)
    form = setting.desk.form(order.letter, fill.answers, setting.tr)
    _tell(setting, fill, form.filled.problems)
    if not form.filled.ready:
        return 2
    from assistant.guide import filing_language
    from assistant.guide.marks import old
    from assistant.i18n import voice

    for warning in old(form.letter.checked, setting.on, setting.tr):
        talk(warning)
    draft = setting.desk.finished(form)
    filing = order.lang or filing_language(draft.letter, None, fill.answers, setting.desk.bodies(), setting.tr.locale)
    made = setting.desk.letter(draft, filing).model_copy(update={"window": order.window})
    letter = _render(setting, chosen, made)
    sheet = _aid_format(chosen)
    aid = None
    if order.aid is not None:
        aid = _render(setting, sheet, setting.desk.aid(draft, voice(filing), setting.speak(order.aid)))
    _deliver(setting, order, letter, (aid, sheet.suffix))
    return 0


def _tell(setting: Setting, fill: Fill, problems: Iterable[Problem]) -> None:
    """Each problem with the line it stands on, where there is one."""
    tr = setting.tr
    for problem in problems:
        text, line = problem.say(tr), fill.lines.get(problem.field)
        if line is None:
            talk(tr("{file}: {problem}", file=fill.file, problem=text))
        else:
            talk(tr("{file}, line {line}: {problem}", file=fill.file, line=line, problem=text))


def _fill(setting: Setting, order: Order) -> Fill:
    from assistant.letters import read_fill

    letter = setting.knowledge.letters[order.letter]
    try:
        text = _read(order.fill).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            N_("{file}: the file is not UTF-8. Save it as UTF-8 in your editor."), file=order.fill
        ) from error
    return read_fill(text, order.fill, letter)


def _read(name: str) -> bytes:
    try:
        data = _from_pipe() if name == STANDARD else _from_file(name)
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or type(error).__name__
        raise InputError(
            N_("{file} cannot be read: {cause}. Give the path of the file with your answers."), file=name, cause=cause
        ) from error
    if len(data) > LONGEST:
        raise InputError(N_("{file} is too long for a file of answers. It can have {n} bytes."), file=name, n=LONGEST)
    return data


def _from_pipe() -> bytes:
    return b"" if sys.stdin is None else sys.stdin.buffer.read(LONGEST + 1)


def _from_file(name: str) -> bytes:
    with Path(name).open("rb") as file:
        return file.read(LONGEST + 1)


def _format(order: Order) -> Format:
    """The format that was asked for, by name or by the ending of the file."""
    from assistant.formats import format_for, format_named

    if order.output != STANDARD:
        return format_named(order.format) if order.format is not None else format_for(order.output)
    chosen = format_named(order.format or "text")
    if chosen.name in _BINARY and sys.stdout is not None and sys.stdout.isatty():
        raise InputError(
            N_(
                "A {format} file cannot be shown on a terminal. Give --output with a file name, for example letter{suffix}."
            ),
            format=chosen.name,
            suffix=chosen.suffix,
        )
    if order.aid is not None and chosen.name not in _READABLE:
        raise InputError(
            N_(
                "A letter and a reading aid in {format} are two files. Give --output with a file name, for example letter{suffix}."
            ),
            format=chosen.name,
            suffix=chosen.suffix,
        )
    return chosen


def _aid_format(chosen: Format) -> Format:
    """The aid of an e-mail draft is a text: what is not for sending is no draft."""
    from assistant.formats import format_named

    return format_named("text") if chosen.name == "eml" else chosen


def _render(setting: Setting, chosen: Format, document: Document) -> bytes:
    written = chosen.render(document)
    for remark in written.remarks:
        talk(setting.tr(remark.message, **remark.values))
    return written.data


def _deliver(setting: Setting, order: Order, letter: bytes, aid: tuple[bytes | None, str]) -> None:
    """The letter, then the aid: below it on standard output, in a file beside it elsewhere."""
    sheet, suffix = aid
    if order.output == STANDARD:
        _stream(letter if sheet is None else letter + b"\n" + sheet)
        return
    from assistant.guide import beside

    path = Path(order.output)
    _save(setting, path, letter)
    if sheet is not None:
        _save(setting, beside(path, order.aid or "", suffix), sheet)


def _stream(data: bytes) -> None:
    out = output()
    out.flush()
    out.buffer.write(data)
    out.buffer.flush()


def _save(setting: Setting, path: Path, data: bytes) -> None:
    from assistant.guide import save

    save(path, data)
    talk(setting.tr("Saved: {path}", path=str(path)))
