"""``recourse letter``: an empty fill file, or the letter itself."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.output import answer, harmless, talk
from assistant.cli.setting import Setting
from assistant.i18n import translator
from assistant.model import N_, Document, InputError

if TYPE_CHECKING:
    from assistant.formats import Format
    from assistant.letters import Answers

STANDARD = "-"
LONGEST = 1_000_000
"""Bytes of a fill file that are read."""


@dataclass(frozen=True)
class Order:
    """What was asked for."""

    letter: str
    fill: str
    lang: str | None
    aid: str | None
    format: str | None
    output: str


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(
        letter: str,
        blank: bool,
        fill: str | None,
        lang: str | None,
        aid: str | None,
        output_format: str | None,
        output: str,
    ) -> int:  # noqa: PLR0913 - click gives each option by name
        if blank:
            return _blank(setting, letter, output)
        if fill is None:
            raise InputError(
                N_(
                    "Give --fill with the file of your answers, or --blank for an empty one: recourse letter {letter} --blank > answers.yaml"
                ),
                letter=letter,
            )
        return _write(setting, Order(letter, fill, lang, aid, output_format, output))

    return click.Command(
        "letter",
        callback=run,
        help=tr(
            "Write a letter from a file of answers, or print an empty, explained file to fill in. The reading aid is a separate sheet that is not for sending."
        ),
        params=[
            click.Argument(["letter"]),
            click.Option(
                ["--blank"], is_flag=True, help=tr("Print an empty file of answers that explains each question")
            ),
            click.Option(["--fill"], metavar="FILE", help=tr("File of answers; - reads it from a pipe")),
            click.Option(
                ["--lang"], metavar="L", help=tr("Language of filing, where the letter may be filed in several")
            ),
            click.Option(
                ["--aid"],
                metavar="L",
                help=tr("Add a reading aid in this language: a file of its own beside the letter"),
            ),
            click.Option(
                ["output_format", "--format"],
                metavar="F",
                help=tr("text, markdown, html, docx, pdf or eml; from the name of the output if not given"),
            ),
            click.Option(
                ["--output"], metavar="PATH", default=STANDARD, help=tr("Where the letter goes; - is standard output")
            ),
        ],
    )


def _blank(setting: Setting, letter: str, output: str) -> int:
    from assistant.knowledge import localise
    from assistant.letters import blank

    text = blank(localise(setting.knowledge.letters[letter], setting.tr), setting.tr)
    if output == STANDARD:
        answer(text)
    else:
        _save(setting, Path(output), text.encode())
    return 0


def _write(setting: Setting, order: Order) -> int:
    answers = _answers(setting, order)
    form = setting.desk.form(order.letter, answers, setting.tr)
    for problem in form.filled.problems:
        talk(f"{harmless(order.fill)}: {problem.say(setting.tr)}")
    if not form.filled.ready:
        return 2
    draft = setting.desk.finished(form)
    filing = order.lang or draft.letter.filing[0]
    chosen = _format(order)
    letter = setting.desk.letter(draft, filing)
    aid = setting.desk.aid(draft, translator(filing), translator(order.aid)) if order.aid else None
    written = _render(setting, chosen, letter)
    beside = _render(setting, chosen, aid) if aid is not None else None
    _deliver(setting, order, chosen, written, beside)
    return 0


def _answers(setting: Setting, order: Order) -> Answers:
    from assistant.letters import read_fill

    letter = setting.knowledge.letters[order.letter]
    data = _read(order.fill)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            N_("{file}: the file is not UTF-8. Save it as UTF-8 in your editor."), file=harmless(order.fill)
        ) from error
    return read_fill(text, order.fill, letter).answers


def _read(name: str) -> bytes:
    try:
        if name == STANDARD:
            return sys.stdin.buffer.read(LONGEST + 1)
        with Path(name).open("rb") as file:
            return file.read(LONGEST + 1)
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or type(error).__name__
        raise InputError(
            N_("{file} cannot be read: {cause}. Give the path of the file with your answers."),
            file=harmless(name),
            cause=cause,
        ) from error


def _format(order: Order) -> Format:
    from assistant.formats import format_for, format_named

    if order.format is not None:
        return format_named(order.format)
    return format_named("text") if order.output == STANDARD else format_for(order.output)


def _render(setting: Setting, chosen: Format, document: Document) -> bytes:
    written = chosen.render(document)
    for remark in written.remarks:
        talk(setting.tr(remark.message, **remark.values))
    return written.data


def _deliver(setting: Setting, order: Order, chosen: Format, letter: bytes, aid: bytes | None) -> None:
    if order.output == STANDARD:
        _stream(letter)
        if aid is not None:
            _stream(b"\n" + aid)
        return
    path = Path(order.output)
    _save(setting, path, letter)
    if aid is not None:
        beside = path.with_name(f"{path.stem}.aid-{order.aid}{path.suffix or chosen.suffix}")
        _save(setting, beside, aid)


def _stream(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _save(setting: Setting, path: Path, data: bytes) -> None:
    from assistant.guide import save

    save(path, data)
    talk(setting.tr("Saved: {path}", path=str(path)))
