"""``recourse letter``: an empty fill file, or the letter itself."""

from __future__ import annotations

import click

from assistant.cli.options import fill_option, letter_options, window_option
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.cli.writing import Order, write_blank, write_letter
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
            fill_option(tr),
            window_option(tr),
            *letter_options(tr),
        ],
    )
