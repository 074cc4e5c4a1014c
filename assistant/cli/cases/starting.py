"""``recourse case start``: make a book, after saying what it is and what it is not."""

from __future__ import annotations

import click

from assistant.cli.output import answer, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken

from .hidden import Given, new_secret, options


def command(setting: Setting) -> click.Command:
    """The command in the language of ``setting``."""
    tr = setting.tr

    def run(passphrase_file: str | None, key_file: str | None) -> int:
        from assistant.casebook import BookThere
        from assistant.guide.caseabout import about_book
        from assistant.guide.caseroom import CaseRoom
        from assistant.model import N_
        from assistant.text import show

        room = CaseRoom(setting.book_path, setting.on)
        if room.there() != "missing":
            message = N_(
                "There is already a file at {path}. Nothing was written over it. Choose another name with --book."
            )
            raise BookThere(message, path=show(str(room.path)))
        for line in about_book(tr):
            talk(line)
        room.make(new_secret(setting, Given(passphrase_file, key_file)))
        room.lock()
        answer(tr("The case book is made: {path}", path=str(room.path)))
        return 0

    return Spoken(
        tr,
        "start",
        callback=run,
        help=tr(
            "Make a case book. It says first what the book does and what it cannot do, and offers six words for a passphrase."
        ),
        params=options(tr),
    )
