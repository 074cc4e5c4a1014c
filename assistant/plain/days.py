"""The days that start time limits, and the place whose holidays count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.deadlines import check_event_day
from assistant.guide import PlannedRoute, Session, days_of, places, route_of
from assistant.knowledge import localise
from assistant.letters import Ambiguous, Unread, read_day
from assistant.model import InputError

from .ask import DONT_KNOW, Choice, Question, choose, either, text, told, trouble
from .front import Front, Move
from .words import unsure


@dataclass(frozen=True)
class Days:
    """All days that a route asks for, and the place where holidays differ."""

    route: str
    situation: str | None = None

    def __call__(self, front: Front, session: Session) -> Move:
        """Choose which day to tell."""
        from .plan import PlanOf, RouteOf

        tr = front.tr
        planned = route_of(front.adviser, session, self.route, self.situation, tr)
        choices = [Choice("route", tr("Read the time limits: {title}", title=planned.route.title))]
        if self.situation is not None:
            choices.append(Choice("plan", tr("Go to the plan")))
        for one in days_of(front.adviser, planned, tr):
            known = session.days(self.route).get(one.id)
            said = tr.full_day(known) if known else tr("not told yet")
            choices.append(Choice(one.id, tr("{event}: {day}", event=one.label, day=said)))
        place = PlaceOf(self.route, self.situation)
        if place.choices(front, planned):
            choices.append(Choice("place", tr("Tell where the other side sits: rules or holidays can differ")))
        question = Question(
            tr("Which day do you want to tell?"),
            tr("Each day starts a time limit. One day is enough. You can leave out those you do not know."),
        )
        match choose(front, question, choices, unsure_as="route"):
            case "route":
                return Move(session, RouteOf(self.route, self.situation))
            case "plan":
                return Move(session, PlanOf(self.situation or ""))
            case "place":
                return Move(session, place)
            case event:
                return Move(session, DayOf(self.route, event, self.situation))


@dataclass(frozen=True)
class DayOf:
    """One day."""

    route: str
    event: str
    situation: str | None = None

    def __call__(self, front: Front, session: Session) -> Move:
        """Read it as people write it; what can mean two days is asked back."""
        tr = front.tr
        event = localise(front.adviser.knowledge.events[self.event], tr)
        known = session.days(self.route).get(self.event)
        back = Days(self.route, self.situation)
        hints = [tr("For example: 6 Nov 2026, or 2026-11-06. If you do not know it, type: I don't know")]
        if known is not None:
            hints.append(tr("So far: {text}", text=tr.full_day(known)))
        again = True
        while True:
            said = text(front, Question(event.question, event.hint, hints=tuple(hints)), again=again)
            if not said and known is not None:
                return Move(session, back)
            if not said or unsure(said, tr):
                return Move(session.happened(self.event, None, self.route), back)
            day = read(front, self.event, said)
            if day is not None:
                front.talk.say(tr.full_day(day))
                return Move(session.happened(self.event, day, self.route), back)
            again = False


def read(front: Front, event: str, said: str) -> date | None:
    """The day meant, or ``None`` when it is no day; then the trouble has been told."""
    day = spoken_day(front, said)
    if day is None:
        return None
    try:
        check_event_day(event, day)
    except InputError as error:
        trouble(front, [told(front, error)])
        return None
    return day


def spoken_day(front: Front, said: str) -> date | None:
    """The day meant, or ``None`` when it is no day; then the trouble has been told. Two meanings are asked back."""
    tr = front.tr
    found = read_day(said)
    if isinstance(found, Unread):
        reasons = {
            "impossible": tr("There is no such day in the calendar. Look it up again."),
            "no_year": tr("The year is missing. Write it too, for example: 6 Nov 2026"),
            "no_day": tr("The day of the month is missing. Write it too, for example: 6 Nov 2026"),
            "no_month": tr("The month is missing. Write it too, for example: 6 Nov 2026"),
            "weekday": tr("The day of the week and the date do not fit together. Look it up again."),
        }
        trouble(front, [reasons.get(found.fault, tr("That is no day. Write it with the month in words: 6 Nov 2026"))])
        return None
    return date.fromisoformat(either(front, found)) if isinstance(found, Ambiguous) else found


@dataclass(frozen=True)
class PlaceOf:
    """Where the other side sits."""

    route: str
    situation: str | None = None
    back: Literal["days", "route"] = "days"
    """Where it was asked for: there it leads back."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Choose a place; without one, the nation-wide holidays count."""
        tr = front.tr
        planned = route_of(front.adviser, session, self.route, self.situation, tr)
        question = Question(
            planned.asks or tr("Where does the other side sit?"),
            tr("Rules can differ from place to place. Public holidays there move the end of a time limit."),
        )
        choices = [*self.choices(front, planned), Choice(DONT_KNOW, tr("I don't know"))]
        chosen = choose(front, question, choices, unsure_as=DONT_KNOW)
        told = session.sit(None if chosen == DONT_KNOW else chosen, planned.name if planned.asks else None)
        if self.back == "route":
            from .plan import RouteOf

            return Move(told, RouteOf(self.route, self.situation))
        return Move(told, Days(self.route, self.situation))

    def choices(self, front: Front, planned: PlannedRoute) -> list[Choice]:
        """The places that make a difference; none where the whole country has the same rules and holidays."""
        return [Choice(place, name) for place, name in places(front.adviser.knowledge, planned, front.tr)]
