"""Which page of the case book shows which place. Pages are imported when they are first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import case_places as places

if TYPE_CHECKING:
    from .screens.base import Page
    from .state import State


def make_case(to: places.CaseTo, state: State) -> Page:  # noqa: C901, PLR0911, PLR0912 - a table: one line a page
    """The page of a place. Raises ``RecourseError`` when what it shows is not there."""
    match to:
        case places.Cases():
            from .screens.cases.overview import CasesPage

            return CasesPage(state, to)
        case places.MakeBook():
            from .screens.cases.making import MakeBookPage

            return MakeBookPage(state)
        case places.Unlock():
            from .screens.cases.unlock import UnlockPage

            return UnlockPage(state, to)
        case places.BookOf():
            from .screens.cases.book import BookPage

            return BookPage(state)
        case places.BookDo():
            from .screens.cases.doing import doing_page

            return doing_page(state, to)
        case places.CaseOf():
            from .screens.cases.case import CasePage

            return CasePage(state, to)
        case places.StepOf():
            from .screens.cases.step import StepPage

            return StepPage(state, to)
        case places.StepDay():
            from .screens.cases.stepday import StepDayPage

            return StepDayPage(state, to)
        case places.ReplyTo():
            from .screens.cases.reply import ReplyPage

            return ReplyPage(state, to)
        case places.NoteIn():
            from .screens.cases.note import NotePage

            return NotePage(state)
        case places.PaperIn():
            from .screens.cases.paper import PaperPage

            return PaperPage(state, to)
        case places.FileOf():
            from .screens.cases.file import FilePage

            return FilePage(state, to)
        case places.NewCase():
            from .screens.cases.new import NewCasePage

            return NewCasePage(state, to)
        case places.CaseName():
            from .screens.cases.new import CaseNamePage

            return CaseNamePage(state)
        case places.ChooseSituation():
            from .screens.cases.choose import ChooseSituationPage

            return ChooseSituationPage(state)
        case places.DoneOnWay():
            from .screens.cases.way import DoneOnWayPage

            return DoneOnWayPage(state, to)
        case places.EndCase():
            from .screens.cases.end import EndCasePage

            return EndCasePage(state)
        case places.Persons():
            from .screens.cases.persons import PersonsPage

            return PersonsPage(state, to)
        case places.PersonOf():
            from .screens.cases.person import PersonPage

            return PersonPage(state, to)
        case places.Remove():
            from .screens.cases.remove import RemovePage

            return RemovePage(state, to)
        case places.HandOver():
            from .screens.cases.handing import HandOverPage

            return HandOverPage(state, to)
        case places.TakeOver():
            from .screens.cases.taking import TakeOverPage

            return TakeOverPage(state)
        case places.MakeSheet():
            from .screens.cases.sheets import SheetPage

            return SheetPage(state, to)
