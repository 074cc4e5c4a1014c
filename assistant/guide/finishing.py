"""The page after a letter is made: what it is, what to do with it, by when, what the others must do, what then."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.model import Letter

from .marks import degree
from .pages import Pages, Section
from .planning import PlannedRoute


def done(pages: Pages, letter: Letter, planned: PlannedRoute | None, files: Iterable[str]) -> list[Section]:
    """The last page, in the reader's language; ``letter`` and ``planned`` are in it already."""
    tr = pages.tr
    return [
        Section(tr("What was made"), tuple(tr("Saved: {path}", path=one) for one in files)),
        Section(tr("What to do with it"), tuple(degree(one, tr) for one in letter.send)),
        Section(
            tr("By when"), tuple(_limits(pages, planned, "you")) or (tr("We know of no time limit for you here."),)
        ),
        Section(
            tr("What the other side must do"),
            tuple(_limits(pages, planned, "body")) or (tr("We know of no time limit for them here."),),
        ),
        Section(
            tr("What comes next"), tuple(pages.next_steps(planned)) if planned else (tr("Keep every paper you get."),)
        ),
        Section(
            tr("How to keep or remove it"),
            (
                tr("Keep a copy of the letter, and the proof that you sent it."),
                tr("To remove a file, delete it and empty the bin. On most disks, parts can stay for a time."),
            ),
        ),
    ]


def _limits(pages: Pages, planned: PlannedRoute | None, who: str) -> Iterable[str]:
    """Each limit under its title; what belongs to it is indented."""
    for dated in planned.dates if planned else ():
        if dated.limit.who == who and dated.limit.kind == "act":
            title, *parts = pages.limit(dated)
            yield title
            yield from (f"  {part}" for part in parts)
