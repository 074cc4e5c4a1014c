"""Places that a person can name: because holidays, or the rules of a route, differ from place to place."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.deadlines.calendars import EU, country_of
from assistant.i18n import Translator
from assistant.knowledge import Knowledge, localise
from assistant.model import Body

from .planning import PlannedRoute

_UNION = "eu"


def places(knowledge: Knowledge, planned: PlannedRoute, tr: Translator) -> tuple[tuple[str, str], ...]:
    """Places that make a difference for a route, with their names; none where there is only one answer."""
    country = planned.route.country
    if planned.places:
        own = [(name, place_name(knowledge, name, tr)) for name in planned.places]
        elsewhere = tr("Elsewhere: {country}", country=place_name(knowledge, country, tr))
        if country != _UNION:
            return (*own, (country, elsewhere))
        others = [one for one in knowledge.calendars if one.id not in planned.places and country_of(one.id) in EU]
        return (*own, *((one.id, localise(one, tr).name) for one in others))
    calendars = knowledge.calendars
    if country in calendars and calendars[country].whole:
        return ()
    parts = [name for name in calendars.ids() if name == country or name.startswith(f"{country}-")]
    if len(parts) < 2:  # noqa: PLR2004 - one place is no choice
        parts = [one.id for one in calendars if not one.whole]
    return tuple((name, localise(calendars[name], tr).name) for name in parts)


def place_name(knowledge: Knowledge, place: str, tr: Translator) -> str:
    """The name of a place in the reader's language; its code where we have no name."""
    if place in knowledge.regions:
        return localise(knowledge.regions[place], tr).name
    return localise(knowledge.calendars[place], tr).name if place in knowledge.calendars else place


def in_reach(knowledge: Knowledge, bodies: Mapping[str, Body], place: str | None) -> Mapping[str, Body]:
    """The bodies to suggest: those of a region with rules of its own only to who named that region."""
    return {name: body for name, body in bodies.items() if body.seat == place or body.seat not in knowledge.regions}


def place_matters(planned: PlannedRoute, place: str | None, knowledge: Knowledge, tr: Translator) -> list[str]:
    """What to tell about the rules of a place; nothing for a route that is the same everywhere."""
    if not planned.places:
        return []
    named = tr.list([place_name(knowledge, one, tr) for one in planned.places])
    if place is None:
        return [
            tr(
                "Some places have rules of their own here: {places}. Tell us the place, and you see its rules.",
                places=named,
            )
        ]
    if place in planned.places:
        return [tr("These are the rules of this place: {place}.", place=place_name(knowledge, place, tr))]
    if planned.asks:
        return [tr("Some places have rules of their own here: {places}. Elsewhere this page holds.", places=named)]
    return [
        tr("We have the rules of these places: {places}. Those of your region are not in here yet.", places=named),
        tr("This page says what holds in the whole country."),
    ]
