"""A file on its way into a case, and a kept file on its way out."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from assistant.model import N_, InputError
from assistant.text import clean_line, show

from .shelf import LARGEST, Loose

_UNREAD = N_("{path} could not be read: {cause}. Look whether the path is right.")
_FOLDER = N_("{path} is not a file. Enter the path of one file.")
_LARGE = N_("{name} is too large. A paper can have {n} megabytes. Make a smaller copy, or keep it elsewhere.")


def loose(path: Path) -> Loose:
    """The file at ``path`` with its bytes. Raises ``InputError``."""
    try:
        if not path.is_file():
            path.stat()
            raise InputError(_FOLDER, path=show(str(path)))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or type(error).__name__
        raise InputError(_UNREAD, path=show(str(path)), cause=show(cause)) from error
    if len(data) > LARGEST:
        raise InputError(_LARGE, name=show(path.name), n=LARGEST // (1024 * 1024))
    media = mimetypes.guess_type(path.name, strict=True)[0] or "application/octet-stream"
    return Loose(clean_line(path.name)[:300], media, data)
