"""Making lists, plans and calendar files of cases. Called in a worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.model import N_, InputError
from assistant.text import show

if TYPE_CHECKING:
    from .case_places import Sheets
    from .state import State

_THERE = N_("There is a file of the name {path} already. Choose another name, or choose Save again to replace it.")


@dataclass(frozen=True)
class SheetOrder:
    """What is to be written."""

    what: Sheets
    case: str | None
    """One case; ``None`` for all."""
    format: str
    path: Path
    names: bool
    telling: bool
    replace: bool


def make_sheet(state: State, order: SheetOrder) -> str:
    """Write the file; its path. Raises ``RecourseError``."""
    from assistant.guide import save

    data = _calendar(state, order) if order.what == "calendar" else _document(state, order)
    if order.path.exists() and not order.path.is_dir() and not order.replace:
        raise InputError(_THERE, path=show(order.path.name))
    save(order.path, data)
    return show(str(order.path))


def _calendar(state: State, order: SheetOrder) -> bytes:
    from assistant.guide.casesheets import days_of

    shelf = state.cases.room.shelf
    cases = shelf.cases() if order.case is None else (shelf.case(order.case),)
    return days_of(state.adviser, shelf, cases, state.tr, telling=order.telling)


def _document(state: State, order: SheetOrder) -> bytes:
    from assistant.formats import format_named
    from assistant.guide.casesheets import plan_sheet, week_sheet

    shelf, adviser, tr = state.cases.room.shelf, state.adviser, state.tr
    if order.what == "plan" and order.case is not None:
        document = plan_sheet(adviser, shelf, shelf.case(order.case), tr, names=order.names)
    else:
        document = week_sheet(adviser, shelf, tr, first=state.on, days=7, names=order.names)
    return format_named(order.format).write(document)
