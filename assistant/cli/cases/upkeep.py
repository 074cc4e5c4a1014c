"""``recourse case passphrase``, ``backup`` and ``check``."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.cli.output import answer, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.model import N_, InputError
from assistant.text import show

from .hidden import Given, new_secret, options, secret
from .room import opened

_NO_BOOK = N_("There is no case book at {path}. To make one: recourse case start")


def passphrase(setting: Setting) -> click.Command:
    """``passphrase`` in the language of ``setting``."""
    tr = setting.tr

    def run(add: bool, only: bool, **given: str | None) -> int:
        from assistant.guide.caseroom import CaseRoom

        old = Given(given["passphrase_file"], given["key_file"])
        room = CaseRoom(setting.book_path, setting.on)
        if room.there() == "missing":
            raise InputError(_NO_BOOK, path=show(str(room.path)))
        known = secret(setting, old)
        room.open(known)
        try:
            book = room.book
            if book is None:  # pragma: no cover - it was opened just now
                return 2
            if only:
                book.keep_only(known)
                talk(tr("From now on only this passphrase opens the book. Older backups still open with the others."))
                return 0
            new = new_secret(
                setting, Given(given["new_passphrase_file"], given["new_key_file"], "--new-passphrase-file")
            )
            if add:
                book.add_secret(new)
                talk(tr("This passphrase opens the book too."))
            else:
                book.change_secret(known, new)
                talk(tr("The passphrase is changed. Older backups still open with the old one."))
        finally:
            room.lock()
        return 0

    return Spoken(
        tr,
        "passphrase",
        callback=run,
        help=tr(
            "Change the passphrase of the book. With --add, another person gets one of their own; a book can have eight. With --only, all others stop working."
        ),
        params=[
            click.Option(["--add"], is_flag=True, help=tr("Add a passphrase; the old one stays")),
            click.Option(["--only"], is_flag=True, help=tr("Keep only the passphrase you give; remove all others")),
            click.Option(
                ["--new-passphrase-file"],
                metavar="PATH",
                help=tr("File whose first line is the new passphrase; - reads the next line of standard input"),
            ),
            click.Option(
                ["--new-key-file"], metavar="PATH", help=tr("The key file that belongs to the new passphrase")
            ),
            *options(tr),
        ],
    )


def backup(setting: Setting) -> click.Command:
    """``backup`` in the language of ``setting``."""
    tr = setting.tr

    def run(target: str) -> int:
        from assistant.casebook import backup as copy_book

        made = copy_book(setting.book_path, Path(target).expanduser())
        answer(str(made))
        return 0

    return Spoken(
        tr,
        "backup",
        callback=run,
        help=tr("Copy the book to PATH, encrypted as it is: the same passphrases open it. Nothing is written over."),
        params=[click.Argument(["target"], metavar="PATH")],
    )


def check(setting: Setting) -> click.Command:
    """``check`` in the language of ``setting``."""
    tr = setting.tr

    def run(passphrase_file: str | None, key_file: str | None) -> int:
        with opened(setting, Given(passphrase_file, key_file)) as room:
            if room.book is not None:
                room.book.verify()
            cases = room.shelf.cases()
            for file in (one for case in cases for one in case.files()):
                room.shelf.read_file(file)
            room.shelf.persons()
        answer(tr("The book is sound: {cases}.", cases=tr.plural("{n} case", "{n} cases", len(cases))))
        return 0

    return Spoken(
        tr,
        "check",
        callback=run,
        help=tr("Read the whole book, every letter and every paper, and say whether all of it is sound."),
        params=options(tr),
    )
