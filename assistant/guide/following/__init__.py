"""What follows in a case: where each step stands, what is due, and the ways on. Language-free and quick.

``items`` gives everything there is to do or to wait for; ``assistant.guide.casework`` puts it into words.
"""

from assistant.model import Outcome

from .days import came_by, days_of_step, days_towards, handed, route_in
from .items import Item, Kind, items
from .overview import Status, Summary, summary
from .standing import Standing, stand

__all__ = [
    "Item",
    "Kind",
    "Outcome",
    "Standing",
    "Status",
    "Summary",
    "came_by",
    "days_of_step",
    "days_towards",
    "handed",
    "items",
    "route_in",
    "stand",
    "summary",
]
