"""Which page shows which place. Pages are imported when they are first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import places

if TYPE_CHECKING:
    from .screens.base import Page
    from .state import State


def make(to: places.To, state: State) -> Page:  # noqa: C901, PLR0911, PLR0912 - a table: one line a page
    """The page of a place. Raises ``RecourseError`` when the records do not hold what it shows."""
    match to:
        case places.Find():
            from .screens.find import FindPage

            return FindPage(state)
        case places.Interview():
            from .screens.interview import InterviewPage

            return InterviewPage(state)
        case places.Result():
            from .screens.result import ResultPage

            return ResultPage(state)
        case places.Everything():
            from .screens.everything import EverythingPage

            return EverythingPage(state)
        case places.SituationOf():
            from .screens.situation import SituationPage

            return SituationPage(state, to.id)
        case places.PlanOf():
            from .screens.plan import PlanPage

            return PlanPage(state, to.situation)
        case places.RouteOf():
            from .screens.route import RoutePage

            return RoutePage(state, to.id, to.situation)
        case places.Days():
            from .screens.days import DaysPage

            return DaysPage(state, to)
        case places.DayOf():
            from .screens.day import DayPage

            return DayPage(state, to)
        case places.PlaceOf():
            from .screens.place import PlacePage

            return PlacePage(state, to.route)
        case places.Write():
            from .screens.letter import LetterPage

            return LetterPage(state, to)
        case places.AuthorityOf():
            from .screens.authority import AuthorityPage

            return AuthorityPage(state, to)
        case places.Check():
            from .screens.check import CheckPage

            return CheckPage(state, to)
        case places.Preview():
            from .screens.preview import PreviewPage

            return PreviewPage(state, to)
        case places.Save():
            from .screens.save import SavePage

            return SavePage(state, to)
        case places.Done():
            from .screens.done import DonePage

            return DonePage(state, to)
        case places.Sources():
            from .screens.sources import SourcesPage

            return SourcesPage(state, to.cites)
        case places.Safety():
            from .screens.safety import SafetyPage

            return SafetyPage(state)
        case places.Help():
            from .screens.help import HelpPage

            return HelpPage(state)
        case places.Language():
            from .screens.language import LanguagePage

            return LanguagePage(state)
        case places.Texts():
            from .screens.texts import TextsPage

            return TextsPage(state, to.heard)
        case _:
            from .case_pages import make_case

            return make_case(to, state)
