"""Kill -9 at a random moment: what was acknowledged is there, and what was not is there wholly or not at all."""

# ruff: noqa: S311 - no secrets

from __future__ import annotations

import copy
import os
import random
import signal
import time
from pathlib import Path

from assistant.casebook import Secret, open_book
from tests.casebook.helpers import new_book
from tests.casebook.scenario import SECRETS, Model, aside_is_right, matches, step


def kill_once(folder: Path, seed: int, longest: float = 0.05) -> int:
    """One run: the number of changes that were acknowledged. Raises ``AssertionError`` with the seed."""
    path = folder / "a.book"
    new_book(path, SECRETS[0]).close()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _save_until_killed(path, seed, writer)
    os.close(writer)
    os.read(reader, 1)
    time.sleep(random.Random(seed).uniform(0, longest))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    acknowledged = 0
    while piece := os.read(reader, 65536):
        acknowledged += len(piece)
    os.close(reader)
    _compare(path, seed, acknowledged)
    return acknowledged


def _save_until_killed(path: Path, seed: int, writer: int) -> None:
    status = 1
    try:
        book = open_book(path, SECRETS[0])
        model = Model()
        os.write(writer, b"r")
        for number in range(100_000):
            step(model, seed, number, book)
            os.write(writer, b".")
    finally:
        os._exit(status)


def _compare(path: Path, seed: int, acknowledged: int) -> None:
    model = Model()
    for number in range(acknowledged):
        step(model, seed, number)
    after = copy.deepcopy(model)
    step(after, seed, acknowledged)
    place = f"seed {seed}, {acknowledged} acknowledged"
    assert matches(path, model) or matches(path, after), f"{place}: the book is neither before nor after"
    for name in model.aside:
        assert aside_is_right(path.parent, model, name), f"{place}: {name} is not what it was"
    for name in set(after.aside) - set(model.aside):
        there = (path.parent / name).exists()
        assert not there or aside_is_right(path.parent, after, name), f"{place}: {name} is half there"
    # and it goes on: a book that was hurt can be written
    opened = [secret for secret in SECRETS if _opens(path, secret)]
    assert len(opened) == 1, place
    book = open_book(path, opened[0])
    with book.changing() as change:
        kept = change.add("file", b"after the kill")
    assert book.read(kept) == b"after the kill", place
    book.verify()
    book.close()


def _opens(path: Path, secret: Secret) -> bool:
    from assistant.casebook import WrongSecret

    try:
        open_book(path, secret).close()
    except WrongSecret:
        return False
    return True
