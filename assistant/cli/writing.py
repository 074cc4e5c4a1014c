"""Writing a letter, or its empty form, to a file or to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from assistant.model import N_, InputError, Window

from .output import STANDARD, answer_exactly, stream, talk
from .setting import Setting

if TYPE_CHECKING:
    from assistant.formats import Format
    from assistant.guide import Form
    from assistant.letters import Answers, Fill, Problem
    from assistant.letters import Raw as RawAnswer
    from assistant.model import Cite, Document

LONGEST = 1_000_000
"""Bytes of a fill file that are read."""

_ON_TERMINAL = N_(
    "A {format} file cannot be shown on a terminal. Give --output with a file name, for example letter{suffix}."
)
_BINARY = ("docx", "pdf")
_READABLE = ("text", "markdown")
"""Formats in which a letter and its aid can stand one below the other."""


@dataclass(frozen=True)
class Order:
    """What was asked for."""

    letter: str
    fill: str | None
    lang: str | None
    aid: str | None
    format: str | None
    output: str
    window: Window = "a"


@dataclass(frozen=True)
class Made:
    """A letter as it was delivered."""

    form: Form
    answers: Answers
    filing: str
    files: tuple[tuple[str, str, bytes], ...]
    """Name, media type and bytes of the letter, and of the reading aid."""


def _nothing(_made: Made) -> None:
    """A letter without a case is kept nowhere."""


@dataclass(frozen=True)
class Begun:
    """What a letter starts with in a case, and what becomes of it there."""

    answers: Mapping[str, RawAnswer] = field(default_factory=lambda: MappingProxyType({}))
    """Used where there is no file of answers."""
    filing: str | None = None
    keep: Callable[[Made], None] = _nothing


def write_blank(setting: Setting, letter: str, target: str, begun: Answers | None = None) -> int:
    """An empty, explained file of answers; ``begun``: with these filled in.

    A file that is there may hold somebody's answers: it stays.
    """
    from assistant.guide.articles import article
    from assistant.knowledge import localise
    from assistant.letters import blank

    tr, sources = setting.tr, setting.knowledge.sources

    def name(cite: Cite) -> str:
        source = localise(sources[cite.source], tr)
        return f"{source.name} {article(cite.article, source, tr)}".strip()

    text = blank(localise(setting.knowledge.letters[letter], tr), tr, name)
    for one, raw in (begun or {}).items():
        text = text.replace(f"\n{one}:\n", f"\n{one}:{_as_yaml(raw)}\n")
    if target == STANDARD:
        answer_exactly(text)
    elif Path(target).exists():
        raise InputError(
            N_("There is a file {path} already, and it may hold your answers. Give another name."), path=target
        )
    else:
        _save(setting, Path(target), text.encode())
    return 0


def _as_yaml(raw: RawAnswer) -> str:
    """An answer as it stands in a file of answers."""
    import json

    if isinstance(raw, str):
        return f" {json.dumps(raw, ensure_ascii=False)}"
    if isinstance(raw, Mapping):
        return "".join(f"\n  {name}:{_as_yaml(part).replace(chr(10), chr(10) + '  ')}" for name, part in raw.items())
    lines = []
    for one in raw:
        parts = [json.dumps(one, ensure_ascii=False)] if isinstance(one, str) else []
        if isinstance(one, Mapping):
            parts = [f"{name}: {json.dumps(part, ensure_ascii=False)}" for name, part in one.items()]
        lines.append("\n  - " + "\n    ".join(parts))
    return "".join(lines)


def write_letter(setting: Setting, order: Order, begun: Begun | None = None) -> int:
    """The letter, and the aid if asked for. Nothing is written before everything is made."""
    begun = begun or Begun()
    chosen = _format(order)
    if (
        order.fill is not None
        and STANDARD not in (order.fill, order.output)
        and os.path.realpath(order.fill) == os.path.realpath(order.output)
    ):
        raise InputError(N_("{path} holds your answers. Give the letter another name."), path=order.output)
    fill = _fill(setting, order, begun.answers)
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
    filing = order.lang or filing_language(
        draft.letter, begun.filing, fill.answers, setting.desk.bodies(), setting.tr.locale
    )
    made = setting.desk.letter(draft, filing).model_copy(update={"window": order.window})
    letter = render(setting, chosen, made)
    sheet = _aid_format(chosen)
    aid = None
    if order.aid is not None:
        aid = render(setting, sheet, setting.desk.aid(draft, voice(filing), setting.speak(order.aid)))
    _deliver(setting, order, letter, (aid, sheet.suffix))
    begun.keep(Made(form, fill.answers, filing, tuple(_files(order, (chosen, letter), (sheet, aid)))))
    return 0


def _files(
    order: Order, letter: tuple[Format, bytes], aid: tuple[Format, bytes | None]
) -> Iterable[tuple[str, str, bytes]]:
    """What was delivered, by name."""
    from assistant.guide import beside

    path = Path(f"letter{letter[0].suffix}" if order.output == STANDARD else order.output)
    yield path.name, letter[0].media_type, letter[1]
    if aid[1] is not None:
        yield beside(path, order.aid or "", aid[0].suffix).name, aid[0].media_type, aid[1]


def _tell(setting: Setting, fill: Fill, problems: Iterable[Problem]) -> None:
    """Each problem with the line it stands on, where there is one."""
    tr = setting.tr
    for problem in problems:
        text, line = problem.say(tr), fill.lines.get(problem.field)
        if not fill.file:
            talk(text)
        elif line is None:
            talk(tr("{file}: {problem}", file=fill.file, problem=text))
        else:
            talk(tr("{file}, line {line}: {problem}", file=fill.file, line=line, problem=text))


def _fill(setting: Setting, order: Order, begun: Answers) -> Fill:
    from assistant.letters import Fill, read_fill

    if order.fill is None:
        return Fill("", begun, {})
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
    chosen = format_of(order.format, order.output, _ON_TERMINAL)
    if order.output == STANDARD and order.aid is not None and chosen.name not in _READABLE:
        raise InputError(
            N_(
                "A letter and a reading aid in {format} are two files. Give --output with a file name, for example letter{suffix}."
            ),
            format=chosen.name,
            suffix=chosen.suffix,
        )
    return chosen


def format_of(wanted: str | None, target: str, on_terminal: str) -> Format:
    """A format by name, or by the ending of the file; ``on_terminal`` is said where it cannot be shown."""
    from assistant.formats import format_for, format_named

    if target != STANDARD:
        return format_named(wanted) if wanted is not None else format_for(target)
    chosen = format_named(wanted or "text")
    if chosen.name in _BINARY and sys.stdout is not None and sys.stdout.isatty():
        raise InputError(on_terminal, format=chosen.name, suffix=chosen.suffix)
    return chosen


def _aid_format(chosen: Format) -> Format:
    """The aid of an e-mail draft is a text: what is not for sending is no draft."""
    from assistant.formats import format_named

    return format_named("text") if chosen.name == "eml" else chosen


def render(setting: Setting, chosen: Format, document: Document) -> bytes:
    """The file of a document; what it could not show is told."""
    written = chosen.render(document)
    for remark in written.remarks:
        talk(setting.tr(remark.message, **remark.values))
    return written.data


def _deliver(setting: Setting, order: Order, letter: bytes, aid: tuple[bytes | None, str]) -> None:
    """The letter, then the aid: below it on standard output, in a file beside it elsewhere."""
    sheet, suffix = aid
    if order.output == STANDARD:
        stream(letter if sheet is None else letter + b"\n" + sheet)
        return
    from assistant.guide import beside

    path = Path(order.output)
    _save(setting, path, letter)
    if sheet is not None:
        _save(setting, beside(path, order.aid or "", suffix), sheet)


def put(setting: Setting, target: str, data: bytes) -> None:
    """Bytes on standard output, or in the file of that name."""
    from assistant.guide import save

    if target == STANDARD:
        stream(data)
        return
    save(Path(target).expanduser(), data)
    talk(setting.tr("Saved: {path}", path=target))


def _save(setting: Setting, path: Path, data: bytes) -> None:
    from assistant.guide import save

    save(path, data)
    talk(setting.tr("Saved: {path}", path=str(path)))
