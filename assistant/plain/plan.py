"""The plan: routes in the order to try them, one route in full, and a calendar file of the days."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guide import Plan, PlannedRoute, Session, reminders
from assistant.guide.marks import cites

from .ask import Choice, Question, choose
from .front import Front, Move


@dataclass(frozen=True)
class PlanOf:
    """What a person in this situation can do."""

    situation: str

    def __call__(self, front: Front, session: Session) -> Move:
        """All routes in short; one to read in full, the days to tell, a calendar file to save."""
        from .days import Days, PlaceOf
        from .saving import Calendar

        tr = front.tr
        plan = front.adviser.plan(self.situation, session.events, tr, session.place)
        _tell(front, plan)
        choices = [
            Choice(f"route-{one.route.id}", tr("Read in full: {title}", title=one.route.title)) for one in plan.routes()
        ]
        if plan.asked:
            choices.append(Choice("days", tr("Tell the days you know, to count the time limits")))
        if PlaceOf(self.situation).choices(front, plan):
            choices.append(Choice("place", tr("Tell where the other side sits: it decides the holidays")))
        if reminders((one for planned in plan.routes() for one in planned.dates), tr, front.adviser.on):
            choices.append(Choice("calendar", tr("Save the days as a calendar file")))
        question = Question(
            tr("What do you want to do next?"),
            sources=tuple(cites((c for one in plan.routes() for c in one.route.sources), front.adviser.knowledge, tr)),
        )
        first = choices[0].id if choices else "start"
        if not choices:
            choices.append(Choice("start", tr("Go to the first question")))
        match choose(front, question, choices, unsure_as=first).partition("-"):
            case ("route", _, name):
                return Move(session, RouteOf(name, self.situation))
            case ("days", _, _):
                return Move(session, Days(self.situation))
            case ("place", _, _):
                return Move(session, PlaceOf(self.situation))
            case ("calendar", _, _):
                return Move(session, Calendar(self.situation))
            case _:
                from .opening import Start

                return Move(session, Start())


def _tell(front: Front, plan: Plan) -> None:
    tr, talk, pages = front.tr, front.talk, front.pages
    talk.heading(tr("What you can do: {title}", title=plan.situation.title))
    if not plan.stages:
        talk.items([tr("We know of no route here. These are places to turn to.")])
        talk.items(pages.said(plan.situation.help))
    for number, stage in enumerate(plan.stages, 1):
        titles = tr.list([one.route.title for one in stage])
        talk.heading(tr("Step {number}: {titles}", number=number, titles=titles))
        if len(stage) > 1:
            talk.items([tr("These run side by side.")])
        for one in stage:
            _short(front, one)


def _short(front: Front, planned: PlannedRoute) -> None:
    talk, pages = front.talk, front.pages
    talk.items([f"{planned.route.title}.", planned.use.why if planned.use else planned.route.summary])
    for dated in planned.dates:
        if dated.count is not None:
            talk.items(pages.limit(dated))


@dataclass(frozen=True)
class RouteOf:
    """One route with everything a person needs before choosing it."""

    route: str
    situation: str | None = None

    def __call__(self, front: Front, session: Session) -> Move:
        """Risks come before the choice of a letter."""
        from .letter import Begin

        tr, talk = front.tr, front.talk
        planned = self.planned(front, session)
        for section in front.pages.route(planned):
            talk.heading(section.heading)
            talk.items(section.lines)
        choices = [
            Choice(f"letter-{one.id}", tr("Write the letter: {title}", title=one.title)) for one in planned.letters
        ]
        if self.situation is not None:
            choices.append(Choice("plan", tr("Go to the plan")))
        choices.append(Choice("start", tr("Go to the first question")))
        question = Question(
            tr("What do you want to do next?"),
            sources=tuple(cites(planned.route.sources, front.adviser.knowledge, tr)),
        )
        match choose(front, question, choices, unsure_as=choices[-2].id if len(choices) > 1 else "start").partition(
            "-"
        ):
            case ("letter", _, name):
                return Move(session, Begin(name))
            case ("plan", _, _):
                return Move(session, PlanOf(self.situation or ""))
            case _:
                from .opening import Start

                return Move(session, Start())

    def planned(self, front: Front, session: Session) -> PlannedRoute:
        """The route with its limits counted, and with why it fits the situation."""
        if self.situation is not None:
            plan = front.adviser.plan(self.situation, session.events, front.tr, session.place)
            for one in plan.routes():
                if one.route.id == self.route:
                    return one
        return front.adviser.route(self.route, session.events, front.tr, session.place)


def route_of(front: Front, session: Session, letter: str) -> PlannedRoute | None:
    """The route that a letter belongs to: of the chosen situation first."""
    if session.situation is not None:
        plan = front.adviser.plan(session.situation, session.events, front.tr, session.place)
        for one in plan.routes():
            if any(letter == known.id for known in one.letters):
                return one
    for route in front.adviser.knowledge.routes:
        if letter in route.letters:
            return front.adviser.route(route.id, session.events, front.tr, session.place)
    return None
