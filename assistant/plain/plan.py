"""The plan: routes in the order to try them, one route in full, and a calendar file of the days."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guide import Plan, PlannedRoute, Session, days_of, plan_of, reminders
from assistant.guide import route_of as counted_route
from assistant.guide.marks import cites
from assistant.guide.pages import step

from .ask import Choice, Question, choose
from .front import Front, Move, Step


@dataclass(frozen=True)
class PlanOf:
    """What a person in this situation can do."""

    situation: str

    def __call__(self, front: Front, session: Session) -> Move:
        """All routes in short; one to read in full, the days to tell, a calendar file to save."""
        from .opening import Start
        from .saving import Calendar

        tr = front.tr
        plan = plan_of(front.adviser, session, self.situation, tr)
        _tell(front, plan)
        choices = [
            Choice(f"route-{one.name}", tr("Read in full: {title}", title=one.route.title)) for one in plan.routes()
        ]
        if _with_days(front, plan):
            choices.append(Choice("days", tr("Tell the days you know, to count the time limits")))
        if reminders((one for planned in plan.routes() for one in planned.dates), tr, front.adviser.on):
            choices.append(Choice("calendar", tr("Save the days as a calendar file")))
        choices.append(_case_choice(front))
        choices.append(Choice("start", tr("Go to the first question")))
        sources = (c for one in plan.routes() for c in one.route.sources)
        question = Question(
            tr("What do you want to do next?"), sources=tuple(cites(sources, front.adviser.knowledge, tr))
        )
        match choose(front, question, choices, unsure_as=choices[0].id).partition("-"):
            case ("route", _, name):
                return Move(session, RouteOf(name, self.situation))
            case ("days", _, _):
                return Move(session, WhichRoute(self.situation))
            case ("calendar", _, _):
                return Move(session, Calendar(self.situation))
            case ("case", _, _):
                return Move(session, _case_step(front))
            case _:
                return Move(session, Start())


def _case_choice(front: Front) -> Choice:
    """Back to the open case, or a case from what was told so far."""
    tr = front.tr
    return Choice("case", tr("Keep this as a case") if front.cases.name is None else tr("Go to the case"))


def _case_step(front: Front) -> Step:
    from .cases.case import CaseOf
    from .cases.new import KeepAs

    return KeepAs() if front.cases.name is None else CaseOf()


def _letter_step(front: Front, letter: str, route: str) -> Step:
    """In a case the letter is begun with what the case knows."""
    from .cases.writing import Follow
    from .letter import Begin

    return Begin(letter, route) if front.cases.name is None else Follow(None, letter, route)


def _with_days(front: Front, plan: Plan) -> list[PlannedRoute]:
    return [one for one in plan.routes() if days_of(front.adviser, one, front.tr)]


def _tell(front: Front, plan: Plan) -> None:
    tr, talk, pages = front.tr, front.talk, front.pages
    talk.heading(tr("What you can do: {title}", title=plan.situation.title))
    if not plan.stages:
        talk.items([tr("We know of no route here. These are places to turn to.")])
        talk.items(pages.said(plan.situation.help))
    for number, stage in enumerate(plan.stages, 1):
        talk.heading(step(number, tr))
        if len(stage) > 1:
            talk.items([tr("These run side by side.")])
        for one in stage:
            _short(front, one)


def _short(front: Front, planned: PlannedRoute) -> None:
    """The route, why it fits here, and its limits as far as they could be counted."""
    talk, pages = front.talk, front.pages
    talk.heading(planned.route.title)
    talk.items([planned.use.why if planned.use else planned.route.summary])
    for dated in planned.dates:
        if dated.count is not None:
            talk.say("")
            talk.items(pages.limit(dated))


@dataclass(frozen=True)
class WhichRoute:
    """For which route a day is told: each has days of its own."""

    situation: str

    def __call__(self, front: Front, session: Session) -> Move:
        """Choose the route."""
        from .days import Days

        tr = front.tr
        routes = _with_days(front, plan_of(front.adviser, session, self.situation, tr))
        question = Question(
            tr("Which way do you know a day of?"),
            tr("Each way has days of its own. One office can have received a letter on another day than the other."),
        )
        choices = [Choice(one.name, one.route.title) for one in routes]
        chosen = choose(front, question, choices, unsure_as=choices[0].id) if len(choices) > 1 else choices[0].id
        return Move(session, Days(chosen, self.situation))


@dataclass(frozen=True)
class RouteOf:
    """One route with everything a person needs before choosing it."""

    route: str
    situation: str | None = None

    def __call__(self, front: Front, session: Session) -> Move:
        """Risks come before the choice of a letter."""
        from .days import Days, PlaceOf
        from .opening import Start

        tr, talk = front.tr, front.talk
        planned = counted_route(front.adviser, session, self.route, self.situation, tr)
        for section in front.pages.route(planned, session.place_of(planned.name)):
            talk.heading(section.heading)
            talk.items(section.lines)
        question = Question(
            tr("What do you want to do next?"),
            sources=tuple(cites(planned.route.sources, front.adviser.knowledge, tr)),
        )
        choices = self._choices(front, planned)
        match choose(front, question, choices, unsure_as=choices[0].id).partition("-"):
            case ("letter", _, name):
                return Move(session, _letter_step(front, name, self.route))
            case ("days", _, _):
                return Move(session, Days(self.route, self.situation))
            case ("place", _, _):
                return Move(session, PlaceOf(self.route, self.situation, back="route"))
            case ("plan", _, _):
                return Move(session, PlanOf(self.situation or ""))
            case ("case", _, _):
                return Move(session, _case_step(front))
            case _:
                return Move(session, Start())

    def _choices(self, front: Front, planned: PlannedRoute) -> list[Choice]:
        tr = front.tr
        found = [
            Choice(f"letter-{one.id}", tr("Write the letter: {title}", title=one.title)) for one in planned.letters
        ]
        if days_of(front.adviser, planned, tr):
            found.append(Choice("days", tr("Tell the days you know, to count the time limits")))
        if planned.places:
            found.append(Choice("place", tr("Tell where the other side sits: rules or holidays can differ")))
        if self.situation is not None:
            found.append(Choice("plan", tr("Go to the plan")))
        if self.situation is not None or front.cases.name is not None:
            found.append(_case_choice(front))
        return [*found, Choice("start", tr("Go to the first question"))]


def planned_for(front: Front, session: Session, letter: str, route: str | None) -> PlannedRoute | None:
    """The route that a letter is written for; without one, the first that has the letter."""
    if route is None:
        every = front.adviser.knowledge.routes
        route = next((one.id for one in every if letter in one.letters), None)
    return None if route is None else counted_route(front.adviser, session, route, session.situation, front.tr)
