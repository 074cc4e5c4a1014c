"""Where the answers lead: why it fits, what else it could be, what to do first."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.widget import Widget

from assistant.i18n import Translator
from assistant.model import N_
from assistant.tui.places import Everything, Find, PlanOf, SituationOf, To
from assistant.tui.widgets import Act, fixed

from .base import Page

GENERAL = "unknown-holder"
_OTHERS = 4


class ResultPage(Page):
    """The situation that fits best, and the others."""

    section = N_("What fits")

    def content(self) -> Iterator[Widget]:
        """Best first; never empty, never an error."""
        fits = self.state.adviser.result(self.state.session.answers, self.tr)
        general = [one for one in fits[1:] if one.situation.general]
        best, others = fits[0], [one for one in fits[1:] if one not in general]
        plan = self.state.adviser.plan(best.situation.id, {}, self.tr)
        yield self.say(lambda _: best.situation.title, classes="title")
        if best.because:
            yield self.say(lambda tr: because(tr, best.because), classes="para")
        yield self.say(lambda _: best.situation.summary, classes="para")
        first = plan.stages[0][0].route.title if plan.stages else None
        if first:
            yield self.say(lambda tr: tr("What to do first: {step}", step=first), classes="para")
        yield Act(
            lambda tr: tr("Read what this is and what you can do"),
            self.tr,
            SituationOf(best.situation.id),
            number=1,
            primary=True,
            id="open",
        )
        yield Act(lambda tr: tr("Go straight to the plan"), self.tr, PlanOf(best.situation.id), number=2, id="plan")
        if others:
            yield self.say(lambda tr: tr("What else it could be"), classes="heading")
        for number, other in enumerate(others[:_OTHERS], 3):
            yield Act(
                fixed(other.situation.title),
                self.tr,
                SituationOf(other.situation.id),
                number=number,
                about=fixed(because(self.tr, other.because) if other.because else ""),
                id=f"s-{other.situation.id}",
            )
        yield self.say(lambda tr: tr("None of these fits"), classes="heading")
        for one in general:
            if one.situation.id != GENERAL:
                yield Act(
                    fixed(one.situation.title), self.tr, SituationOf(one.situation.id), id=f"s-{one.situation.id}"
                )
        if best.situation.id != GENERAL:
            yield Act(lambda tr: tr("Find out who holds what about you"), self.tr, SituationOf(GENERAL), id="general")
        yield Act(lambda tr: tr("Tell what happened in your own words"), self.tr, Find(), id="find")
        yield Act(lambda tr: tr("Choose from a list of situations and letters"), self.tr, Everything(), id="everything")

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        to: To = event.value  # type: ignore[assignment]
        self.go(to)


def because(tr: Translator, reasons: tuple[str, ...]) -> str:
    """Why a situation fits, in the person's own answers."""
    return tr("This fits because {reasons}.", reasons=tr.list(list(reasons)))
