"""Putting a file on disk: whole or not at all, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from assistant.model import N_, InputError
from assistant.text import show


def save(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``; an older file of that name is replaced in one step.

    Raises ``InputError`` that names the cause; then nothing has changed.
    """
    if os.path.isdir(path) or not path.name:  # noqa: PTH112 - Path.is_dir raises for names that are too long
        raise InputError(N_("{path} is a folder. Give the name of a file in it."), path=show(str(path)))
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _write(part, data)
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise InputError(
            N_("{path} could not be saved: {cause}. Nothing was written. Choose another folder or name."),
            path=show(str(path)),
            cause=show(error.strerror or type(error).__name__),
        ) from error


def beside(path: Path, locale: str, suffix: str) -> Path:
    """Where the reading aid of a letter at ``path`` goes: ``letter.pdf`` and ``letter.aid-en.pdf``."""
    return path.with_name(f"{path.stem}.aid-{locale}{suffix}")


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.stat().st_size != len(data):
        raise OSError(0, "the file is shorter than what was written")


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no way to sync a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
