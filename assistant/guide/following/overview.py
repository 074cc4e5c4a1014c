"""One case at a glance, for lists: its status and the day that matters next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.guide.casefile import CaseFile
from assistant.knowledge import Knowledge

from .items import Item, items

Status = Literal["not_started", "in_progress", "waiting", "done"]


@dataclass(frozen=True)
class Summary:
    """Status, and what comes next."""

    status: Status
    next: Item | None
    """What is due first; ``None`` where nothing is open."""
    due: date | None
    """Its day: one's own to aim for, or the end of their time."""
    passed: bool = False
    """Whether that day is one's own last day and is over."""


def summary(knowledge: Knowledge, case: CaseFile, on: date) -> Summary:
    """The case at a glance on the day ``on``."""
    if case.ended is not None:
        return Summary("done", None, None)
    found = [one for one in items(knowledge, case, on) if one.kind != "also" or one.count is not None]
    if not case.steps:
        first = found[0] if found else None
        return Summary("not_started", first, first.aim if first else None, bool(first and first.passed(on)))
    mine = [one for one in found if one.mine and one.kind != "tell"]
    if mine:
        return Summary("in_progress", mine[0], mine[0].aim, mine[0].passed(on))
    waiting = next((one for one in found if one.kind in ("wait", "tell")), None)
    if waiting is not None:
        return Summary("waiting", waiting, waiting.aim)
    return Summary("in_progress" if found and found[0].kind != "end" else "waiting", None, None)
