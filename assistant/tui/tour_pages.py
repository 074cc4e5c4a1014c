"""Stops outside letters and cases: the first pages, questions, situations, plans, ways, days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from assistant.guide import UNKNOWN

from .places import (
    DayOf,
    Days,
    Everything,
    Find,
    Help,
    Interview,
    Language,
    PlaceOf,
    PlanOf,
    Result,
    RouteOf,
    Safety,
    SituationOf,
    Sources,
    Texts,
    To,
)
from .tour import Guide, Stop

if TYPE_CHECKING:
    from assistant.model import Question, Route, Situation, Statement

SITUATION, ROUTE, LETTER = "cn-spc-list-despite-compliance", "cn-spc-list-correction", "cn-ltr-spc-correction"
"""What Li Ming's case is about: a court list that was kept too long."""
ANNA = "data-broker-profile"
"""What Anna Muster's case is about."""
STORY = "I paid but I am still on the court list"
FOREIGN = "eu-dpa-complaint"
"""A way whose rules differ from country to country."""
LOCAL = "cn-local-query"
"""A way whose rules differ from province to province."""


async def nobody(guide: Guide) -> None:
    """Nothing was told."""


async def li_ming(guide: Guide) -> None:
    """Somebody with days told, so that the plan has dates."""
    state = guide.state
    told = state.session.choose(SITUATION).happened("request_received", date(2026, 11, 6))
    state.session = told.happened("refusal_served", date(2026, 11, 18), "cn-spc-list-reconsideration")


def _length(parts: Iterable[Statement]) -> int:
    return sum(len(one.text) for one in parts)


def longest_situation(guide: Guide) -> str:
    """The situation with the most text."""

    def length(one: Situation) -> int:
        return _length((*one.about, *one.uncertain, *one.may, *one.may_not, *one.consequences, *one.help))

    return max(guide.state.adviser.knowledge.situations, key=length).id


def longest_title(guide: Guide) -> str:
    """The situation with the longest title."""
    return max(guide.state.adviser.knowledge.situations, key=lambda one: len(one.title)).id


def most_limits(guide: Guide) -> str:
    """The situation whose plan has the most time limits."""
    knowledge = guide.state.adviser.knowledge
    return max(
        knowledge.situations, key=lambda one: sum(len(knowledge.routes[use.route].limits) for use in one.routes)
    ).id


def longest_route(guide: Guide) -> str:
    """The way with the most text."""

    def length(one: Route) -> int:
        channels = [channel.statement for channel in one.channels]
        return _length((one.who, *one.grounds, *one.law, *one.practice, one.cost, *channels, one.pending))

    return max(guide.state.adviser.knowledge.routes, key=length).id


def _situation(tab: int, of: str = "") -> Stop:
    """A situation with one of its sections chosen."""

    async def then(guide: Guide) -> None:
        await guide.choose(f"tab-{tab}")

    def longest(guide: Guide) -> To:
        return SituationOf(longest_situation(guide))

    names = ("what", "may", "do", "sources")
    to = SituationOf(of) if of else longest
    return Stop(f"situation{'' if of else '-longest'}-{names[tab]}", "SituationPage", nobody, to, then if tab else None)


def _story(text: str) -> Stop:
    def before(guide: Guide) -> None:
        state = guide.state
        _ = state.adviser.find(text, state.tr, state.country)  # the page then has its answer at once
        state.session = state.session.tell(text)

    return Stop("find-nothing" if text == "xyzzy" else "find-told", "FindPage", nobody, Find(), before=before)


def _asked(guide: Guide) -> None:
    """The answers that lead to the question with the most answers to choose from."""
    state, adviser = guide.state, guide.state.adviser
    longest: Question = max(adviser.questions(state.tr), key=lambda one: len(one.options))
    answers = {one.of: one.answers[0] for one in longest.when}
    asked = adviser.question(answers, state.tr)
    while asked is not None and asked.id != longest.id:
        answers[asked.id] = UNKNOWN
        asked = adviser.question(answers, state.tr)
    for name, answer in answers.items():
        state.session = state.session.answer(name, answer)


def _answered(guide: Guide) -> None:
    """The first answer to every question."""
    state, adviser = guide.state, guide.state.adviser
    while (asked := adviser.question(state.session.answers, state.tr)) is not None:
        state.session = state.session.answer(asked.id, asked.options[0].id)


def _unanswered(guide: Guide) -> None:
    """Nothing was known."""
    state, adviser = guide.state, guide.state.adviser
    while (asked := adviser.question(state.session.answers, state.tr)) is not None:
        state.session = state.session.answer(asked.id, UNKNOWN)


def _in_germany(guide: Guide) -> None:
    guide.state.country = "de"


def _all_sources(guide: Guide) -> To:
    return Sources(guide.state.adviser.knowledge.routes[ROUTE].sources)


def _texts(guide: Guide) -> To:
    """What F7 shows in the preview of a language."""
    from assistant.translating.preview import Heard

    tr = guide.state.tr
    sources = ("Recourse", "How do you want to begin?", "Answer questions", "Tell what happened in your own words")
    return Texts(tuple(Heard("", one, tr(one)) for one in sources))


async def _ambiguous(guide: Guide) -> None:
    await guide.put(day="03/04/2026")
    await guide.choose("go")


async def _impossible(guide: Guide) -> None:
    await guide.put(day="31 February 2026")
    await guide.choose("go")


async def _cover(guide: Guide) -> None:
    guide.app.action_cover()


async def _palette(guide: Guide) -> None:
    guide.app.action_command_palette()
    await guide.settle()


async def _toast(guide: Guide) -> None:
    guide.app.action_help_quit()
    await guide.settle()


PAGES: tuple[Stop, ...] = (
    Stop("welcome", "WelcomePage", nobody),
    Stop("toast", "WelcomePage", nobody, then=_toast),
    Stop("palette", "CommandPalette", nobody, then=_palette),
    Stop("cover", "Cover", nobody, then=_cover),
    Stop("help", "HelpPage", nobody, Help()),
    Stop("language", "LanguagePage", nobody, Language()),
    Stop("safety", "SafetyPage", nobody, Safety()),
    Stop("texts", "TextsPage", nobody, _texts),
    Stop("find", "FindPage", nobody, Find()),
    _story(STORY),
    _story("xyzzy"),
    Stop("interview", "InterviewPage", nobody, Interview()),
    Stop("interview-longest", "InterviewPage", nobody, Interview(), before=_asked),
    Stop("result", "ResultPage", nobody, Result(), before=_answered),
    Stop("result-unknown", "ResultPage", nobody, Result(), before=_unanswered),
    Stop("everything", "EverythingPage", nobody, Everything(), before=_in_germany),
    *(_situation(tab, SITUATION) for tab in range(4)),
    *(_situation(tab) for tab in range(4)),
    Stop("situation-longest-title", "SituationPage", nobody, lambda guide: SituationOf(longest_title(guide))),
    Stop("sources", "SourcesPage", nobody, _all_sources),
    Stop("plan", "PlanPage", nobody, PlanOf(SITUATION)),
    Stop("plan-most-limits", "PlanPage", nobody, lambda guide: PlanOf(most_limits(guide))),
    Stop("plan-with-days", "PlanPage", li_ming, PlanOf(SITUATION)),
    Stop("route", "RoutePage", li_ming, RouteOf(ROUTE, SITUATION)),
    Stop("route-longest", "RoutePage", nobody, lambda guide: RouteOf(longest_route(guide))),
    Stop("route-asks-country", "RoutePage", nobody, RouteOf(FOREIGN)),
    Stop("days", "DaysPage", li_ming, Days(ROUTE, SITUATION)),
    Stop("days-of-places", "DaysPage", nobody, Days(FOREIGN)),
    Stop("day", "DayPage", nobody, DayOf("request_received", ROUTE)),
    Stop("day-ambiguous", "DayPage", nobody, DayOf("request_received", ROUTE), _ambiguous),
    Stop("day-impossible", "DayPage", nobody, DayOf("request_received", ROUTE), _impossible),
    Stop("place", "PlacePage", nobody, PlaceOf(LOCAL)),
    Stop("place-country", "PlacePage", nobody, PlaceOf(FOREIGN)),
)
"""Ground by ground they would be quicker; people read them in this order."""
