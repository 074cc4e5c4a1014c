"""``recourse letter``: an empty fill file, or the letter itself."""

from __future__ import annotations

import click

from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.cli.writing import STANDARD, Order, write_blank, write_letter
from assistant.model import N_, InputError, Window


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(  # noqa: PLR0913 - click gives each option by name
        letter: str,
        blank: bool,
        fill: str | None,
        lang: str | None,
        aid: str | None,
        output_format: str | None,
        target: str,
        window: Window,
    ) -> int:
        if blank:
            return write_blank(setting, letter, target)
        if fill is None:
            raise InputError(
                N_(
                    "Give --fill with the file of your answers, or --blank for an empty one: recourse letter {letter} --blank > answers.yaml"
                ),
                letter=letter,
            )
        return write_letter(setting, Order(letter, fill, lang, aid, output_format, target, window))

    return Spoken(
        tr,
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
                ["--window"],
                type=click.Choice(["a", "b"]),
                default="a",
                help=tr("Where the address stands for a window envelope: form A, or form B, which is 18 mm lower"),
            ),
            click.Option(
                ["--lang"], metavar="L", help=tr("Language of filing, where the letter may be filed in several")
            ),
            click.Option(
                ["--aid"],
                metavar="L",
                help=tr(
                    "Add a reading aid in this language, not for sending: a file of its own beside the letter, or below it on standard output"
                ),
            ),
            click.Option(
                ["output_format", "--format"],
                metavar="F",
                help=tr("text, markdown, html, docx, pdf or eml; from the name of the output if not given"),
            ),
            click.Option(
                ["target", "--output"],
                metavar="PATH",
                default=STANDARD,
                help=tr("Where the letter goes; - is standard output"),
            ),
        ],
    )
