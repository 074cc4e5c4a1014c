"""What a person knows and has: a passphrase, and a key file if they use one."""

from __future__ import annotations

import os
import stat
import unicodedata
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from assistant.model import N_
from assistant.text import show

from .errors import EmptySecret, KeyFileUnread

_EMPTY = N_("The passphrase is empty. Type one, or choose a key file. Nothing was changed.")
_UNREAD = N_("The key file {path} could not be read: {cause}. Nothing was changed. Look whether it is there.")
_NO_FILE = N_("The key file {path} is not a plain file. Nothing was changed. Choose another file.")
_LARGE = N_("The key file {path} is larger than {limit} MB. Nothing was changed. Choose a smaller file.")
_MAX_KEY_FILE = 100 * 2**20
_PIECE = 2**20


@dataclass(frozen=True)
class Secret:
    """A passphrase and the path of a key file, or None. Showing it shows neither."""

    passphrase: str = field(repr=False)
    key_file: Path | None = field(default=None, repr=False)

    def refuse_empty(self) -> None:
        """Raises ``EmptySecret`` when there is neither a passphrase nor a key file."""
        if not self._typed() and self.key_file is None:
            raise EmptySecret(_EMPTY)

    def material(self) -> bytes:
        """The bytes the key is derived from. Lengths stand in front, so that no two pairs give the same bytes.

        The passphrase is taken as NFKC, without the line end that a terminal or a pipe left. The key file is read
        each time. Raises ``KeyFileUnread``.
        """
        # "surrogatepass": what a terminal in another encoding hands over must give a key too, not a trace.
        typed = self._typed().encode("utf-8", "surrogatepass")
        file = b"" if self.key_file is None else _digest(self.key_file)
        return b"".join(len(part).to_bytes(8, "big") + part for part in (typed, file))

    def _typed(self) -> str:
        return unicodedata.normalize("NFKC", self.passphrase.rstrip("\r\n"))


def _digest(path: Path) -> bytes:
    digest, read = blake2b(), 0
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - a pipe would wait, a device would never end
            raise KeyFileUnread(_NO_FILE, path=show(str(path)))
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                read += len(piece)
                if read > _MAX_KEY_FILE:
                    raise KeyFileUnread(_LARGE, path=show(str(path)), limit=_MAX_KEY_FILE // 2**20)
                digest.update(piece)
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or type(error).__name__
        raise KeyFileUnread(_UNREAD, path=show(str(path)), cause=show(cause)) from error
    return digest.digest()
