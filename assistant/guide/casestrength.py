"""How hard a passphrase is to guess, in words, and words offered for one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.i18n import Translator
from assistant.model import N_

if TYPE_CHECKING:
    from assistant.casebook.strength import Strength

WEAK = 3
"""Below this score, of 4, a passphrase is warned about."""
_SCORES = (
    N_("This passphrase is very weak."),
    N_("This passphrase is weak."),
    N_("This passphrase is fairly weak."),
    N_("This passphrase is strong."),
    N_("This passphrase is very strong."),
)
_MINUTE, _HOUR, _DAY, _YEAR = 60, 3_600, 86_400, 31_557_600
_CENTURY = 100 * _YEAR


def strength_words(found: Strength, tr: Translator) -> list[str]:
    """How strong it is, and how long guessing it takes."""
    time = span(found.offline_seconds, tr)
    return [
        tr(_SCORES[found.score]),
        tr("Somebody who has the file and one fast computer would guess it in: {time}.", time=time),
    ]


def strength_lines(passphrase: str, tr: Translator, words: Iterable[str] = ()) -> list[str]:
    """What is said about a passphrase that was typed. Nothing of it is repeated."""
    from assistant.casebook import judge

    if not passphrase:
        return []
    found = judge(passphrase, tuple(words))
    told = strength_words(found, tr)
    if found.score < WEAK:
        told.append(tr("Six words chosen by chance are stronger. You can still take yours."))
    return told


def suggestion_lines(tr: Translator) -> list[str]:
    """Six words, made now, and what to do with them."""
    from assistant.casebook import suggest

    return [
        tr("You can use these six words, in this order. They were chosen by chance just now:"),
        f"  {suggest().passphrase}",
        tr("Write them down on paper, or choose a passphrase of your own. There is no way back without it."),
    ]


def span(seconds: float, tr: Translator) -> str:
    """A length of time in one unit."""
    if seconds < _MINUTE:
        return tr("less than a minute")
    if seconds < _HOUR:
        return tr.plural("{n} minute", "{n} minutes", int(seconds / _MINUTE))
    if seconds < _DAY:
        return tr.plural("{n} hour", "{n} hours", int(seconds / _HOUR))
    if seconds < _YEAR:
        return tr.plural("{n} day", "{n} days", int(seconds / _DAY))
    if seconds < _CENTURY:
        return tr.plural("{n} year", "{n} years", int(seconds / _YEAR))
    return tr("more than a hundred years")
