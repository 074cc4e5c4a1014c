"""Which characters may enter, and how the others are shown."""

from __future__ import annotations

import re
import unicodedata

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(p * 0x10000 + 0xFFFE)}{chr(p * 0x10000 + 0xFFFF)}" for p in range(17))
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_SURROGATES = "\ud800-\udfff"
# Marks, embeddings, overrides, isolates, and the retired format characters beside them.
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
# Byte order mark, interlinear marks, and tags that can hide a whole message.
_HIDDEN = "\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f"

_DROPPED = re.compile(f"[{_CONTROL}{_SURROGATES}{_PRIVATE}{_DIRECTION}{_HIDDEN}\u00ad{_NONCHARACTERS}]")
_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_WHITE = re.compile(r"[\t\n ]+")
_PRIVATE_USE = re.compile(f"[{_PRIVATE}]")
_UNSAFE = re.compile(
    f"[{_CONTROL}\x0b\x0c\r\x85\u2028\u2029{_SURROGATES}{_PRIVATE}{_DIRECTION}{_HIDDEN}{_NONCHARACTERS}]"
)
_UNSAFE_IN_LINE = re.compile(f"[\n\t]|{_UNSAFE.pattern}")


def clean(text: str) -> str:
    """Text in composed form without what nobody can see.

    Removed: control characters, direction controls, lone surrogates, private use, soft hyphens
    and noncharacters. Line ends of every kind become a line feed. Kept: tab, line feed, the joiners
    that Persian, Uyghur and Indic spelling needs, and code points not assigned yet, because rare
    Han letters in names are newer than any table of ours. Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _DROPPED.sub("", _ENDS.sub("\n", text)))


def clean_line(text: str) -> str:
    """The same on one line: line ends, tabs and runs of spaces become one space; ends trimmed.

    No-break and full-width spaces stay: in letters they carry meaning.
    """
    return _WHITE.sub(" ", clean(text)).strip(" ")


def private_use(text: str) -> tuple[str, ...]:
    """Private-use characters in ``text``, each once, in order.

    ``clean`` removes them because they look different on every computer. A front can say so: in a
    name they stand for a rare letter that the person then has to write by hand.
    """
    return tuple(dict.fromkeys(_PRIVATE_USE.findall(text)))


def show(text: str, *, lines: bool = False) -> str:
    """Anything, fit for a terminal: file names, quoted lines, exception texts, the environment.

    Each control or direction character becomes U+FFFD, so that it is seen and does nothing. With
    ``lines`` line feeds and tabs stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return (_UNSAFE if lines else _UNSAFE_IN_LINE).sub("\ufffd", text)
