"""Numbered changes, each made from a seed and its number alone: a child makes them, its parent knows them too."""

# ruff: noqa: S311, PLR0912 - no secrets; one branch for each kind of change

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant.casebook import Book, BookError, Secret, Store, backup, hand_over, open_book
from tests.casebook.helpers import CHEAP, KINDS

SECRETS = (Secret("even"), Secret("odd"))
GIVEN = Secret("for somebody else")


@dataclass
class Model:
    """What should be there: by label the kind, the text and the files of each root record."""

    roots: dict[int, tuple[str, bytes, list[bytes]]] = field(default_factory=dict)
    secret: int = 0
    aside: dict[str, list[tuple[str, bytes, list[bytes]]]] = field(default_factory=dict)
    """Backups and handed-over books by file name, and what they must hold."""

    def listed(self) -> list[tuple[str, bytes, list[bytes]]]:
        return sorted(
            (kind, str(label).encode() + b"|" + text, files) for label, (kind, text, files) in self.roots.items()
        )


def step(model: Model, seed: int, number: int, book: Book | None = None) -> None:
    """Do the change of that number to ``model``, and to ``book`` before, if there is one."""
    chance = random.Random(f"{seed}-{number}")
    labels = sorted(model.roots)
    what = chance.choice(["add", "add", "put", "append", "append", "file", "remove", "secret", "backup", "hand"])
    if what in {"put", "append", "file", "remove", "hand"} and not labels:
        what = "add"
    label = chance.choice(labels) if labels and what != "add" else number
    data = chance.randbytes(chance.choice([0, 10, 500, 3889, 3890, 3891, 9000, 30000]))
    old = SECRETS[model.secret]
    if what == "add":
        model.roots[label] = (chance.choice(KINDS), data, [])
    elif what == "put":
        model.roots[label] = (model.roots[label][0], data, model.roots[label][2])
    elif what == "append":
        model.roots[label] = (model.roots[label][0], model.roots[label][1] + data[:300], model.roots[label][2])
    elif what == "file":
        model.roots[label] = (*model.roots[label][:2], [*model.roots[label][2], data])
    elif what == "remove":
        del model.roots[label]
    elif what == "secret":
        model.secret = 1 - model.secret
    elif what == "backup":
        model.aside[f"backup-{number}"] = model.listed()
    else:
        kind, text, files = model.roots[label]
        model.aside[f"hand-{number}"] = [(kind, str(label).encode() + b"|" + text, files)]
    if book is None:
        return
    if what == "secret":
        book.change_secret(old, SECRETS[model.secret])
    elif what == "backup":
        backup(book.path, book.path.with_name(f"backup-{number}"))
    elif what == "hand":
        hand_over(
            book, [name_of(book, label)], book.path.with_name(f"hand-{number}"), GIVEN, files_of, renamed, _cost=CHEAP
        )
    else:
        with book.changing() as change:
            if what == "add":
                change.add(KINDS[model.roots[label][0] == "person"], packed(label, data, []))
            elif what == "remove":
                name = name_of(book, label)
                for file in files_of(change.read(name)):
                    change.remove(file)
                change.remove(name)
            else:
                name = name_of(book, label)
                names = list(files_of(change.read(name)))
                if what == "file":
                    names.append(change.add("file", data))
                change.put(name, packed(label, model.roots[label][1], names))


def packed(label: int, text: bytes, files: Iterable[str]) -> bytes:
    return " ".join([str(label), *files]).encode() + b"\n" + text


def files_of(data: bytes) -> Iterator[str]:
    return iter(data.partition(b"\n")[0].decode().split(" ")[1:])


def renamed(data: bytes, new: Mapping[str, str]) -> bytes:
    front, _, text = data.partition(b"\n")
    label, *names = front.decode().split(" ")
    return packed(int(label), text, [new[name] for name in names])


def name_of(book: Store, label: int) -> str:
    for kind in KINDS:
        for name in book.roots(kind):
            if book.read(name).partition(b"\n")[0].split(b" ")[0] == str(label).encode():
                return name
    raise AssertionError(label)


def listed(store: Store) -> list[tuple[str, bytes, list[bytes]]]:
    """The same as ``Model.listed``, read from a store."""
    found = []
    for kind in KINDS:
        for name in store.roots(kind):
            front, _, text = store.read(name).partition(b"\n")
            files = [store.read(file) for file in front.decode().split(" ")[1:]]
            found.append((str(kind), front.split(b" ")[0] + b"|" + text, files))
    return sorted(found)


def matches(path: Path, model: Model) -> bool:
    """Whether the book at ``path`` opens with the model's passphrase, is sound, and holds what the model holds."""
    try:
        book = open_book(path, SECRETS[model.secret])
    except BookError:
        return False
    try:
        book.verify()
        return listed(book) == model.listed()
    finally:
        book.close()


def aside_is_right(folder: Path, model: Model, name: str) -> bool:
    """Whether a backup or a handed-over book holds what it should."""
    secrets = (GIVEN,) if name.startswith("hand") else SECRETS
    for secret in secrets:
        try:
            book = open_book(folder / name, secret)
        except BookError:
            continue
        try:
            book.verify()
            return listed(book) == model.aside[name]
        finally:
            book.close()
    return False
