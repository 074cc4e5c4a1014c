"""``recourse case remove`` and ``erase``: named, said what goes and what cannot be promised, typed to confirm."""

from __future__ import annotations

import click

from assistant.cli.output import talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.model import N_, InputError, NotFoundError
from assistant.text import show

from .hidden import Given, confirmed, options
from .room import find_case, opened

_NO_BOOK = N_("There is no case book at {path}. Nothing was changed.")
_OTHER = N_("The file at {path} is no case book. It was left as it is.")
_NO_PAPER = N_("This case has no paper with the number {n}. show gives the numbers.")


def command(setting: Setting) -> click.Command:
    """``remove`` in the language of ``setting``."""
    tr = setting.tr

    def run(case: str, paper: int | None, passphrase_file: str | None, key_file: str | None) -> int:
        from assistant.guide.caseabout import about_removal

        from .telling import headline, row_of

        with opened(setting, Given(passphrase_file, key_file)) as room:
            found = find_case(room.shelf, case)
            one = row_of(setting, room.shelf, found)
            for line in about_removal(tr):
                talk(line)
            if paper is not None:
                known = next((each for each in found.papers if each.n == paper), None)
                if known is None:
                    raise NotFoundError(_NO_PAPER, n=paper)
                if not confirmed(setting, known.file.name, tr("This paper goes: {name}", name=known.file.name)):
                    return 1
                room.shelf.take_out(found.name, paper)
                return 0
            question = tr("This case goes, with all its letters, notes and papers: {case}", case=headline(one, setting))
            if not confirmed(setting, one.title, question):
                return 1
            room.shelf.remove(found.name)
            talk(tr("Removed: {name}", name=one.title))
        return 0

    return Spoken(
        tr,
        "remove",
        callback=run,
        help=tr(
            "Remove a case with everything in it, or with --paper one paper of it, for good. It asks you to type the name."
        ),
        params=[
            click.Argument(["case"]),
            click.Option(["--paper"], type=int, metavar="N", help=tr("Only this paper; show gives the numbers")),
            *options(tr),
        ],
    )


def erase(setting: Setting) -> click.Command:
    """``erase`` in the language of ``setting``."""
    tr = setting.tr

    def run() -> int:
        from assistant.casebook import erase as erase_book
        from assistant.casebook import peek
        from assistant.guide.caseabout import about_erasing, erase_word

        path = setting.book_path
        state = peek(path)
        if state in ("missing", "other"):
            raise InputError(_NO_BOOK if state == "missing" else _OTHER, path=show(str(path)))
        for line in about_erasing(tr):
            talk(line)
        if not confirmed(setting, erase_word(tr), tr("The whole book goes: {path}", path=str(path))):
            return 1
        erase_book(path)
        talk(tr("Erased: {path}", path=str(path)))
        return 0

    return Spoken(
        tr,
        "erase",
        callback=run,
        help=tr(
            "Erase the whole book. It says first what erasing can do and what it cannot, and asks you to type a word. No passphrase is needed."
        ),
    )
