"""Options that several commands have: each has one name, one help line and one reading everywhere."""

from __future__ import annotations

import click

from assistant.i18n import Translator

from .output import STANDARD


def json_option(tr: Translator) -> click.Option:
    """``--json``."""
    return click.Option(["as_json", "--json"], is_flag=True, help=tr("Print the answer as JSON"))


def days_option(tr: Translator) -> click.Option:
    """``--event``, as often as there are days."""
    return click.Option(
        ["days", "--event"],
        multiple=True,
        metavar="NAME=DATE",
        help=tr("A day you know, for example decision_served=2026-06-10; may be given several times"),
    )


def place_option(tr: Translator) -> click.Option:
    """``--place``."""
    return click.Option(
        ["where", "--place"], metavar="P", help=tr("Where the other side sits, for example de or de-he")
    )


def label_option(tr: Translator) -> click.Option:
    """``--label``."""
    return click.Option(
        ["--label"], metavar="TEXT", help=tr("What you call the case, for example a number of your own")
    )


def person_option(tr: Translator) -> click.Option:
    """``--person``, of a case."""
    return click.Option(["--person"], metavar="P", help=tr("Whose case it is: reference, name or first digits"))


def names_option(tr: Translator) -> click.Option:
    """``--names``."""
    return click.Option(["--names"], is_flag=True, help=tr("Show full names, not only references or initials"))


def follows_option(tr: Translator) -> click.Option:
    """``--follows``."""
    return click.Option(["--follows"], type=int, metavar="N", help=tr("The number of the step that this follows"))


def fill_option(tr: Translator) -> click.Option:
    """``--fill``."""
    return click.Option(["--fill"], metavar="FILE", help=tr("File of answers; - reads it from a pipe"))


def window_option(tr: Translator) -> click.Option:
    """``--window``."""
    return click.Option(
        ["--window"],
        type=click.Choice(["a", "b"]),
        default="a",
        help=tr("Where the address stands for a window envelope: form A, or form B, which is 18 mm lower"),
    )


def letter_options(tr: Translator) -> list[click.Option]:
    """In which language a letter is written, with which aid, in which format, and where it goes."""
    return [
        click.Option(["--lang"], metavar="L", help=tr("Language of filing, where the letter may be filed in several")),
        click.Option(
            ["--aid"],
            metavar="L",
            help=tr(
                "Add a reading aid in this language, not for sending: a file of its own beside the letter, or below it on standard output"
            ),
        ),
        format_option(tr("text, markdown, html, docx, pdf or eml; from the name of the output if not given")),
        target_option(tr("Where the letter goes; - is standard output")),
    ]


def format_option(text: str) -> click.Option:
    """``--format``."""
    return click.Option(["output_format", "--format"], metavar="F", help=text)


def target_option(text: str) -> click.Option:
    """``--output``."""
    return click.Option(["target", "--output"], metavar="PATH", default=STANDARD, help=text)
