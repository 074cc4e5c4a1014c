"""What a case book is and is not, before one is made; what erasing does and does not do."""

from __future__ import annotations

from assistant.i18n import Translator


def about_book(tr: Translator) -> list[str]:
    """At most eight short lines."""
    return [
        tr("A case book is one encrypted file. It keeps your cases, your letters and your papers."),
        tr("Others can see that the file exists and how large it is, not what is in it."),
        tr("Without the passphrase nobody can open it, also not you. There is no way back."),
        tr("Somebody who makes you tell the passphrase reads everything in it."),
        tr(
            "While the book is open, this computer can write parts of its memory to the disk, for example when it sleeps."
        ),
        tr("A key file makes guessing harder, if you keep it elsewhere. Without it the book stays shut."),
        tr("Make backups on another drive. Keep only what you need."),
    ]


def about_removal(tr: Translator, *, kept: bool = True) -> list[str]:
    """What cannot be promised when something is removed. ``kept``: it is in a book, not in memory alone."""
    lines = [tr("Backups, and files you saved or handed over, still have it.")]
    if kept:
        lines.append(tr("On most disks, encrypted parts of it can stay for a time."))
    return lines


def about_erasing(tr: Translator) -> list[str]:
    """What erasing the book does."""
    return [
        tr("Every case, letter and paper in the book goes. Nobody can bring them back, also not you."),
        tr("First the places of the keys are overwritten, then the file is deleted."),
        tr("On most disks, parts can stay for a time; without the keys they cannot be read."),
        tr("Backups and files you handed over are not touched. Their passphrases still open them."),
    ]


def erase_word(tr: Translator) -> str:
    """What is typed to erase the book."""
    return tr.ctx("word to type", "erase")
