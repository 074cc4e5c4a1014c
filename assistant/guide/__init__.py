"""The adviser: answers in; situations, routes, limits, letters and next steps out.

Each part is loaded when it is first used: counting a limit needs no templates and no search.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .advisor import Adviser, Fitting, Found
    from .authority import (
        HOLDERS,
        SUPERVISORY,
        Authority,
        Where,
        authorities,
        home_matters,
        known_where,
        reason,
        responsible,
        seats,
    )
    from .case import days_of, plan_of, route_of
    from .desk import Desk, Form
    from .filing import OTHER_SCRIPT, aid_language, filing_language, other_script, recipient_languages
    from .finishing import done
    from .holders import Holders, title_of
    from .interview import UNKNOWN, Answers, fits, next_question, on_path, ordered
    from .pages import Pages, Section, text
    from .planning import Dated, Days, Events, Plan, PlannedRoute, count_route, plan, plan_route
    from .regions import in_reach, place_matters, place_name, places
    from .reminding import reminders
    from .safety_page import notice, safety
    from .saving import beside, save
    from .session import Session
    from .starting import starting_events
    from .suggesting import chosen_holder, known_needs, suggestions

_PARTS = {
    "advisor": ("Adviser", "Fitting", "Found"),
    "authority": (
        "HOLDERS",
        "SUPERVISORY",
        "Authority",
        "Where",
        "authorities",
        "home_matters",
        "known_where",
        "reason",
        "responsible",
        "seats",
    ),
    "case": ("days_of", "plan_of", "route_of"),
    "desk": ("Desk", "Form"),
    "filing": ("OTHER_SCRIPT", "aid_language", "filing_language", "other_script", "recipient_languages"),
    "finishing": ("done",),
    "holders": ("Holders", "title_of"),
    "interview": ("UNKNOWN", "Answers", "fits", "next_question", "on_path", "ordered"),
    "pages": ("Pages", "Section", "text"),
    "planning": ("Dated", "Days", "Events", "Plan", "PlannedRoute", "count_route", "plan", "plan_route"),
    "regions": ("in_reach", "place_matters", "place_name", "places"),
    "reminding": ("reminders",),
    "safety_page": ("notice", "safety"),
    "saving": ("beside", "save"),
    "session": ("Session",),
    "suggesting": ("chosen_holder", "known_needs", "suggestions"),
    "starting": ("starting_events",),
}
_WHERE = {name: part for part, names in _PARTS.items() for name in names}


def __getattr__(name: str) -> object:
    """Load the part that holds ``name``, and keep what it holds."""
    if name not in _WHERE:
        raise AttributeError(name)
    part = import_module(f".{_WHERE[name]}", __name__)
    globals().update({one: getattr(part, one) for one in _PARTS[_WHERE[name]]})
    return getattr(part, name)


__all__ = [
    "HOLDERS",
    "OTHER_SCRIPT",
    "SUPERVISORY",
    "UNKNOWN",
    "Adviser",
    "Answers",
    "Authority",
    "Dated",
    "Days",
    "Desk",
    "Events",
    "Fitting",
    "Form",
    "Found",
    "Holders",
    "Pages",
    "Plan",
    "PlannedRoute",
    "Section",
    "Session",
    "Where",
    "aid_language",
    "authorities",
    "beside",
    "chosen_holder",
    "count_route",
    "days_of",
    "done",
    "filing_language",
    "fits",
    "home_matters",
    "in_reach",
    "known_needs",
    "known_where",
    "next_question",
    "notice",
    "on_path",
    "ordered",
    "other_script",
    "place_matters",
    "place_name",
    "places",
    "plan",
    "plan_of",
    "plan_route",
    "reason",
    "recipient_languages",
    "reminders",
    "responsible",
    "route_of",
    "safety",
    "save",
    "seats",
    "starting_events",
    "suggestions",
    "text",
    "title_of",
]
