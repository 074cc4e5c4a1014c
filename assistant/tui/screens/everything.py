"""All situations and letters, by country."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.widget import Widget

from assistant.i18n import Translator
from assistant.knowledge import localise
from assistant.model import N_
from assistant.tui.places import SituationOf, To, Write
from assistant.tui.widgets import Act, fixed

from .base import Page

COUNTRY_NAMES = {None: N_("Everywhere"), "cn": N_("China"), "de": N_("Germany"), "eu": N_("European Union")}


def country_name(country: str | None, tr: Translator) -> str:
    """A country as a heading: our own word, or the name that the language has for it."""
    if country in COUNTRY_NAMES:
        return tr(COUNTRY_NAMES[country])
    return tr.territory(country or "")


class EverythingPage(Page):
    """For people who know what they have in their hands."""

    section = N_("Situations and letters")

    def content(self) -> Iterator[Widget]:
        """Situations, then letters."""
        knowledge = self.state.adviser.knowledge
        yield self.say(lambda tr: tr("What is it about?"), classes="title")
        for country in self._countries():
            found = [localise(one, self.tr) for one in knowledge.situations if one.country == country]
            if found:
                yield self.say(fixed(country_name(country, self.tr)), classes="heading")
            for one in sorted(found, key=lambda one: one.title):
                yield Act(fixed(one.title), self.tr, SituationOf(one.id), id=f"s-{one.id}")
        yield self.say(lambda tr: tr("Letters"), classes="heading")
        for letter in knowledge.letters:
            if letter.span.covers(self.state.on):
                spoken = localise(letter, self.tr)
                yield Act(fixed(spoken.title), self.tr, Write(letter.id), id=f"l-{letter.id}")

    def _countries(self) -> list[str | None]:
        first: list[str | None] = ["cn", "de", "eu"]
        there = {one.country for one in self.state.adviser.knowledge.situations}
        order = [*first, *sorted(one for one in there if one and one not in first), None]
        return sorted(order, key=lambda one: one != self.state.country) if self.state.country else order

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        to: To = event.value  # type: ignore[assignment]
        self.go(to)
