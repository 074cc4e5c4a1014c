"""``recourse case export`` and ``import``: hand cases over, take cases over."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.output import answer, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.model import N_, InputError

from .hidden import LONGEST, Given, new_secret, options, secret
from .room import find_case, find_person, opened

if TYPE_CHECKING:
    from assistant.guide.casehanding import Parcel
    from assistant.i18n import Translator

_WHICH = N_("Say which cases to hand over: name them, or give --person.")


def export(setting: Setting) -> click.Command:
    """``export`` in the language of ``setting``."""
    tr = setting.tr

    def run(cases: tuple[str, ...], person: str | None, target: str, **given: str | None) -> int:
        from assistant.guide.casehanding import give

        if not cases and person is None:
            raise InputError(_WHICH)
        with opened(setting, Given(given["passphrase_file"], given["key_file"])) as room:
            names = [find_case(room.shelf, one).name for one in cases]
            if person is not None:
                names += [one.name for one in room.shelf.of_person(find_person(room.shelf, person))]
            talk(tr("The file gets a passphrase of its own. Tell it to the other person on another way than the file."))
            words = (
                tr("Passphrase of the new file:"),
                tr("Type it once more to take it, or press Enter to choose another:"),
            )
            own = new_secret(setting, Given(given["file_passphrase_file"], None, "--file-passphrase-file"), words)
            made = give(room.shelf, names, Path(target).expanduser(), own)
            talk(tr("The cases stay in your book too. To remove them: recourse case remove"))
        answer(str(made))
        return 0

    return Spoken(
        tr,
        "export",
        callback=run,
        help=tr(
            "Hand cases over: they go into a new encrypted file with a passphrase of its own, with their letters, papers and persons."
        ),
        params=[
            click.Argument(["cases"], nargs=-1),
            click.Option(
                ["--person"], metavar="P", help=tr("All cases of this person: reference, name or first digits")
            ),
            click.Option(["target", "--output"], metavar="PATH", required=True, help=tr("Where the new file goes")),
            click.Option(
                ["--file-passphrase-file"],
                metavar="PATH",
                help=tr(
                    "File whose first line is the passphrase of the new file; - reads the next line of standard input"
                ),
            ),
            *options(tr),
        ],
    )


def taking(setting: Setting) -> click.Command:
    """``import`` in the language of ``setting``."""
    tr = setting.tr

    def run(path: str, yes: bool, **given: str | None) -> int:
        from assistant.guide.casehanding import unpack
        from assistant.guide.caserows import short

        with opened(setting, Given(given["passphrase_file"], given["key_file"])) as room:
            own = Given(given["file_passphrase_file"], None, "--file-passphrase-file")
            parcel = unpack(Path(path).expanduser(), secret(setting, own, tr("Passphrase of the file:")))
            try:
                for line in parcel_lines(parcel, tr):
                    talk(line)
                if not yes and not _agreed(tr):
                    talk(tr("Nothing was taken over."))
                    return 1
                names = parcel.take(room.shelf)
            finally:
                parcel.close()
            answer("\n".join(short(room.shelf.case(one)) for one in names))
        return 0

    return Spoken(
        tr,
        "import",
        callback=run,
        help=tr(
            "Take over cases that were handed over. It says first what is in the file, and asks. Cases are copied as new ones; nothing is merged or written over. Prints the first digits of each new case."
        ),
        params=[
            click.Argument(["path"]),
            click.Option(["--yes"], is_flag=True, help=tr("Take them over without asking")),
            click.Option(
                ["--file-passphrase-file"],
                metavar="PATH",
                help=tr("File whose first line is the passphrase of the file; - reads the next line of standard input"),
            ),
            *options(tr),
        ],
    )


def parcel_lines(parcel: Parcel, tr: Translator) -> list[str]:
    """What is in a file that was handed over."""
    from assistant.guide.casewords import parcel_words

    return parcel_words(parcel, tr)


def _agreed(tr: Translator) -> bool:
    """Whether the person says so, on the keyboard or through a pipe."""
    from assistant.guide.casepersons import folded

    talk(tr("Take them over? Type yes or no."))
    typed = "" if sys.stdin is None else sys.stdin.readline(LONGEST)
    return folded(typed) in ("yes", folded(tr("yes")), folded(tr("Yes")))
