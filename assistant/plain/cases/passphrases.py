"""Passphrases in line mode: never shown, never a command; Enter alone goes back."""

from __future__ import annotations

from assistant.guide.casestrength import strength_lines, suggestion_lines
from assistant.plain.ask import trouble
from assistant.plain.front import Front


def hidden(front: Front, question: str) -> str:
    """A passphrase, exactly as it was typed; empty for Enter alone."""
    tr, talk = front.tr, front.talk
    talk.heading(question)
    hint = tr("What you type is not shown. Press Enter alone to go back.")
    talk.items([hint if talk.reads.isatty() else tr("Press Enter alone to go back.")])
    return talk.hear_hidden()


def new_passphrase(front: Front) -> str | None:
    """A new passphrase, typed twice; ``None`` when the person goes back. A weak one is warned about, not refused."""
    tr, talk = front.tr, front.talk
    talk.say("", *suggestion_lines(tr))
    while True:
        first = hidden(front, tr("New passphrase"))
        if not first:
            return None
        talk.items(strength_lines(first, tr))
        again = hidden(front, tr("Type it once more to take it"))
        if again == first:
            return first
        if again:
            trouble(front, [tr("The two passphrases are not the same. Type a new one twice.")])
