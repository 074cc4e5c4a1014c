"""Record holders and authorities that a person imported from a public directory, and finding one of many."""

from .entry import Entry, Wanted
from .reading import Report, Skipped, read_folder
from .searching import Catalogue, Listed
from .store import FILE, Store, load, pack

__all__ = [
    "FILE",
    "Catalogue",
    "Entry",
    "Listed",
    "Report",
    "Skipped",
    "Store",
    "Wanted",
    "load",
    "pack",
    "read_folder",
]
