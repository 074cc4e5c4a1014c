"""The adviser: answers in; situations, routes, limits, letters and next steps out."""

from .advisor import Adviser, Fitting, Found
from .desk import Desk, Form
from .interview import UNKNOWN, Answers, fits, next_question, on_path, ordered
from .planning import Dated, Days, Events, Plan, PlannedRoute, count_route, plan, plan_route
from .saving import save
from .session import Session

__all__ = [
    "UNKNOWN",
    "Adviser",
    "Answers",
    "Dated",
    "Days",
    "Desk",
    "Events",
    "Fitting",
    "Form",
    "Found",
    "Plan",
    "PlannedRoute",
    "Session",
    "count_route",
    "fits",
    "next_question",
    "on_path",
    "ordered",
    "plan",
    "plan_route",
    "save",
]
