"""Two languages that nobody speaks, made from English while the program runs, to test every page with.

``en_XA`` is longer, accented and in brackets: what stays plain was never marked for translation, what lacks its last
bracket was cut. ``ar_XB`` is written from right to left with Arabic letters: it shows what a mirrored page does.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

_KEPT = re.compile(
    r"\{[a-z][a-z0-9_]*\}"  # a name that is filled
    r"|`[^`\n]*`"  # something to type
    r"|[a-z]+://\S+|www\.\S+|\S+@\S+|\b[\w/-]+(?:\.[\w-]+)+(?:/\S*)?"  # an address or a file
    r"|\b[a-z]{2,3}(?:-[a-z]{2,})+\b"  # the id of a record
    r"|--[a-z][a-z-]*"  # an option
    r"|\b(?=\w*[0-9_])\w+"  # an id, a number
    r"|\n"
)
_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀçđéƒĝħíĵķļɱñóƥɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĦÍĴĶĻṀÑÓƤɊŔŠŢÚṼŴẊÝŽ",
)
_ARABIC = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwxyz", "ابكديفغهيجقلمنوبقرستوفوكيز", strict=True))
    | dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ابكديفغهيجقلمنوبقرستوفوكيز", strict=True))
)
_FILLER = "·ẋ"
_MORE = 0.3
"""How much longer than English a text becomes: German, Finnish and Greek need as much."""
_SHORT = 20
_MUCH_MORE = 0.5
"""The same for a few words."""


def _outside(text: str, change: Callable[[str], str]) -> str:
    """``text`` with everything changed that a translator may change."""
    parts, at = [], 0
    for kept in _KEPT.finditer(text):
        parts += [change(text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*parts, change(text[at:])])


def accented(text: str) -> str:
    """``Last day`` as ``⟦Ļášţ đáý·ẋ·ẋ⟧``: names in braces, addresses, options and numbers stay."""
    more = round(len(text) * (_MUCH_MORE if len(text) <= _SHORT else _MORE))
    return f"⟦{_outside(text, lambda part: part.translate(_ACCENTED))}{(_FILLER * more)[:more]}⟧"


def mirrored(text: str) -> str:
    """The same letters as Arabic ones: ``ب`` for ``b``, in brackets that turn round."""
    return f"[{_outside(text, lambda part: part.translate(_ARABIC))}]"


PSEUDO: Mapping[str, Callable[[str], str]] = MappingProxyType({"en_XA": accented, "ar_XB": mirrored})
"""The names follow the custom of CLDR for languages to test with."""


class Pseudo(gettext.NullTranslations):
    """A catalogue that holds every message there is."""

    made_up = True

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change

    def gettext(self, message: str) -> str:
        """The message, changed."""
        return self._change(message)

    def pgettext(self, context: str, message: str) -> str:
        """The message, changed; a word to type or to search by stays as it is."""
        return message if context == "word to type" or context.endswith(":words") else self._change(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One of the two English forms, changed."""
        return self._change(msgid1 if n == 1 else msgid2)
