"""Passphrases: asked on the terminal without showing them, or read from a file or a pipe. Never an option's value."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from assistant.casebook import Secret
from assistant.cli.output import STANDARD, talk
from assistant.cli.setting import Setting
from assistant.i18n import Translator
from assistant.model import N_, InputError
from assistant.text import show

LONGEST = 10_000
"""Characters of a passphrase."""
_NO_TERMINAL = N_(
    "There is no terminal to ask for the passphrase. Give {option} PATH; with - the next line of standard input is taken."
)
_UNREAD = N_("{option}: {path} cannot be read: {cause}. Give the path of a file with the passphrase in its first line.")
_EMPTY = N_("{option}: no passphrase came. Its first line must hold it.")
_UNLIKE = N_("The two passphrases are not the same. Nothing was changed. Try again.")


@dataclass(frozen=True)
class Given:
    """Where a passphrase comes from."""

    file: str | None = None
    key_file: str | None = None
    option: str = "--passphrase-file"


def options(tr: Translator) -> list[click.Option]:
    """The options that every command of the book has."""
    return [
        click.Option(
            ["--passphrase-file"],
            metavar="PATH",
            help=tr("File whose first line is the passphrase; - reads it from standard input. Else it is asked for"),
        ),
        click.Option(["--key-file"], metavar="PATH", help=tr("The key file, if the book was made with one")),
    ]


def secret(setting: Setting, given: Given, question: str = "") -> Secret:
    """The passphrase of something that is there already."""
    tr = setting.tr
    typed = (
        _from(given) if given.file is not None else ask(question or tr("Passphrase of the case book:"), given.option)
    )
    return Secret(typed, key_path(given))


def key_path(given: Given) -> Path | None:
    """The path of the key file."""
    return None if given.key_file is None else Path(given.key_file).expanduser()


def new_secret(setting: Setting, given: Given, words: tuple[str, str] | None = None) -> Secret:
    """A new passphrase: typed twice, or taken from a file; how strong it is, is told.

    A weak one is warned about, and taken when it is typed once more.
    """
    from assistant.guide.casestrength import strength_lines, suggestion_lines

    tr = setting.tr
    if given.file is not None:
        typed = _from(given)
        for line in strength_lines(typed, tr):
            talk(line)
        return Secret(typed, key_path(given))
    first, again = words or (
        tr("New passphrase:"),
        tr("Type it once more to take it, or press Enter to choose another:"),
    )
    for line in suggestion_lines(tr):
        talk(line)
    while True:
        typed = ask(first, given.option)
        for line in strength_lines(typed, tr):
            talk(line)
        once_more = ask(again, given.option)
        if once_more == typed and (typed or given.key_file):
            return Secret(typed, key_path(given))
        if once_more:
            talk(tr(_UNLIKE))


def ask(question: str, option: str = "--passphrase-file") -> str:
    """One line from the terminal that is not shown. Raises ``InputError`` where there is no terminal."""
    import getpass

    if not _terminal():
        raise InputError(_NO_TERMINAL, option=option)
    try:
        return getpass.getpass(f"{show(question)} ")
    except EOFError as error:
        raise click.Abort from error


def _terminal() -> bool:
    if os.name == "nt":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return sys.stdin is not None and sys.stdin.isatty()
    return True


def _from(given: Given) -> str:
    try:
        line = _line(given.file or STANDARD)
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or type(error).__name__
        raise InputError(_UNREAD, option=given.option, path=show(given.file or ""), cause=show(cause)) from error
    typed = line.removeprefix("\ufeff").rstrip("\r\n")
    if not typed and given.key_file is None:
        raise InputError(_EMPTY, option=given.option)
    return typed


def _line(path: str) -> str:
    if path == STANDARD:
        return "" if sys.stdin is None else sys.stdin.readline(LONGEST)
    with Path(path).expanduser().open(encoding="utf-8") as file:
        return file.readline(LONGEST)


def confirmed(setting: Setting, word: str, question: str) -> bool:
    """Whether the person typed ``word``, on the terminal or through a pipe."""
    from assistant.guide.casepersons import folded
    from assistant.text import clean_line

    talk(question)
    talk(setting.tr("To go on, type: {word}", word=word))
    typed = "" if sys.stdin is None else clean_line(sys.stdin.readline(LONGEST))
    if folded(typed) == folded(word):
        return True
    talk(setting.tr("That is not the same. Nothing was changed."))
    return False
