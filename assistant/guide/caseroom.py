"""Where cases are: in memory until the person asks for a book. One for each run of the program."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.casebook import Memory

from .shelf import Shelf, files_of, renamed

if TYPE_CHECKING:
    from assistant.casebook import Book, Secret, Store

NAME = "book"
"""The name of the file in the home folder: it says nothing."""


class CaseRoom:
    """The cases at hand, and the way to a book."""

    def __init__(self, path: Path, on: date) -> None:
        self.path = path
        """Where the book is, or would be."""
        self.on = on
        self.book: Book | None = None
        self.shelf = Shelf(Memory(), on)

    @property
    def kept(self) -> bool:
        """Whether what is told now is kept on the disk."""
        return self.book is not None

    def there(self) -> str:
        """What lies at ``path``: ``book``, ``missing``, ``newer``, ``older``, ``damaged`` or ``other``."""
        from assistant.casebook import peek

        return peek(self.path)

    def make(self, secret: Secret) -> None:
        """Make a book, and take the cases of this session into it. Raises ``InputError``."""
        from assistant.casebook import create

        self._enter(create(self.path, secret))

    def open(self, secret: Secret) -> None:
        """Open the book, and take the cases of this session into it. Raises ``InputError``."""
        from assistant.casebook import open_book

        self._enter(open_book(self.path, secret))

    def lock(self) -> None:
        """Forget the book's key and everything read from it; what was told is in the book already."""
        self.shelf.store.close()
        self.book = None
        self.shelf = Shelf(Memory(), self.on)

    def _enter(self, book: Book) -> None:
        before, self.book = self.shelf.store, book
        self.shelf = Shelf(book, self.on)
        copy_all(before, self.shelf)
        before.close()


def copy_all(source: Store, target: Shelf) -> dict[str, str]:
    """Copy all cases and persons with their files into another store, under new names: the new name of each old one.

    Nothing that is there is changed or merged with. Raises ``InputError`` where something is of no form that we know;
    then nothing was copied.
    """
    from assistant.casebook import Root, copy_roots

    roots = [Root(kind, name) for kind in ("case", "person") for name in source.roots(kind)]
    if not roots:
        return {}
    with target.store.changing() as change:
        return copy_roots(source, roots, change, files_of, renamed)
