"""The safety page and the notice before the first question: what is kept, what leaving cannot undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.i18n import Translator

if TYPE_CHECKING:
    from .pages import Section


def notice(tr: Translator, leave: str, page: str) -> list[str]:
    """At most twelve lines before the first question, without a word of the subject.

    ``leave`` says how to leave at once, ``page`` where the safety page is; both differ by front.
    """
    return [
        tr("Before you begin"),
        tr("Nothing is kept on this computer unless you choose to save it."),
        leave,
        tr("What you typed is then gone. Files you saved stay."),
        tr("Leaving cannot undo the command in your shell's history, or a recorded screen."),
        tr("If someone may watch this computer, use another one you trust."),
        page,
    ]


def safety(tr: Translator) -> list[Section]:
    """What the program does for a person who may be watched, and what it cannot do."""
    from .pages import Section  # the notice on the first screen must not wait for the records

    return [
        Section(
            tr("What is kept"),
            (
                tr("Your answers stay in memory while the program runs. It keeps no list of what you did, and no log."),
                tr("A letter is on the disk only when you save it. You choose the place and the name."),
                tr("The program uses no network. It opens no link; it only shows them."),
            ),
        ),
        Section(
            tr("If you keep cases"),
            (
                tr("Cases are in memory only, and gone when you leave, unless you make a case book."),
                tr(
                    "A case book is one encrypted file. Others can see that it exists and how large it is, not what is in it."
                ),
                tr("Without the passphrase nobody can open it. We cannot help either: there is no second way in."),
                tr("While it is open, whoever sits here can read it. It locks after five minutes without a key."),
                tr(
                    "There is no second passphrase that shows something harmless. If someone can force you, keep little in it."
                ),
                tr("The system can write memory to the disk: swap, or hibernation. This program cannot prevent that."),
                tr(
                    "Removing takes a case out of the book. Copies, backups and handed-over files stay, and parts on most disks."
                ),
            ),
        ),
        Section(
            tr("What leaving cannot undo"),
            (
                tr(
                    "Your shell may remember the command you typed. If you start with recourse alone, it shows only that."
                ),
                tr("Files you saved stay where they are. Programs that open them may list them as recent."),
                tr("A terminal can log or sync what it shows. A shared or recorded screen shows what was on it."),
                tr("Spying software on this computer sees what you see. We can do nothing against it."),
            ),
        ),
        Section(
            tr("What you can do"),
            (
                tr("If someone may watch this computer, use another one you trust."),
                tr("Give saved files a name that says nothing. Keep them on a drive that you take with you."),
                tr("To remove a file, delete it and empty the bin. On most disks, parts can stay for a time."),
                tr("A letter tells the other side your name and what you ask for. Read what the risks say first."),
            ),
        ),
    ]
