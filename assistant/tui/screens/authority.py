"""Which authority is in charge: three short questions, then the answer with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from textual import on
from textual.widget import Widget

from assistant.guide import HOLDERS, authorities, chosen_holder, home_matters, known_where, reason, seats
from assistant.model import N_, HolderKind
from assistant.tui.messages import Finished
from assistant.tui.places import AuthorityOf
from assistant.tui.state import State
from assistant.tui.widgets import Act, fixed

from .base import Body, Page

_ELSEWHERE = "elsewhere"


class AuthorityPage(Page):
    """Where the record holder sits, what it is, where the person lives; then who is in charge."""

    section = N_("The right authority")

    def __init__(self, state: State, to: AuthorityOf) -> None:
        super().__init__(state)
        self._to = to
        form = state.desk.form(to.letter, state.session.fields, state.tr)
        field = next((one for one in form.fields if one.id == to.field), None)
        known = chosen_holder(field, state.desk.bodies(), state.session.fields) if field else None
        self._where, asked = known_where(known)
        self._asked: list[str] = list(asked)

    def content(self) -> Iterator[Widget]:
        """The next question, or the answer."""
        match self._asked[0] if self._asked else "":
            case "seat":
                yield self.say(lambda tr: tr("Where does the record holder sit?"), classes="title")
                yield self.say(
                    lambda tr: tr("Its address stands in its privacy notice or on its letters."), classes="quiet"
                )
                yield from self._places()
            case "holder":
                yield self.say(lambda tr: tr("What is the record holder?"), classes="title")
                for number, (name, label) in enumerate(HOLDERS, 1):
                    yield Act(fixed(self.tr(label)), self.tr, name, number=number, id=f"k-{name}")
            case "home":
                yield self.say(lambda tr: tr("Where do you live?"), classes="title")
                yield self.say(
                    lambda tr: tr("You may also complain where you live. Your answer stays in this program."),
                    classes="quiet",
                )
                yield from self._places()
            case _:
                yield from self._answer()

    def _places(self) -> Iterator[Widget]:
        yield Act(lambda tr: tr("I don't know"), self.tr, "", number=0, id="unknown")
        for place, name in seats(self.state.adviser.knowledge, self.tr):
            yield Act(fixed(name), self.tr, place, id=f"p-{place}")
        yield Act(lambda tr: tr("Another country"), self.tr, _ELSEWHERE, id="elsewhere")

    def _answer(self) -> Iterator[Widget]:
        found = authorities(self.state.adviser.knowledge, self._where, self.tr)
        yield self.say(lambda tr: tr("You can choose among these. The first one is our suggestion."), classes="title")
        if not found:
            yield self.say(
                lambda tr: tr(
                    "We know no data protection authority for this. Look in the privacy notice of the record holder."
                )
            )
        for number, one in enumerate(found, 1):
            yield Act(
                fixed(one.body.name),
                self.tr,
                one.body.id,
                number=number if number <= 9 else None,  # noqa: PLR2004 - one key
                id=f"a-{one.body.id}",
                about=fixed(self._about(one.body.title, reason(one.links, self.tr), one.body.note)),
            )
        yield Act(lambda tr: tr("Go back without choosing"), self.tr, None, id="none")

    def _about(self, title: str, why: str, note: str | None) -> str:
        told = self.tr("{title}. Why: {why}.", title=title, why=why)
        return f"{told} {note}" if note else told

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        if not self._asked:
            if isinstance(event.value, str):
                self.state.session = self.state.session.fill(self._to.field, event.value)
            self.post_message(Finished())
            return
        value = event.value if isinstance(event.value, str) and event.value not in ("", _ELSEWHERE) else None
        match self._asked.pop(0):
            case "seat":
                self._where = replace(self._where, seat=value)
            case "holder":
                self._where = replace(self._where, holder=cast("HolderKind", value or "company"))
                self._asked = self._asked if home_matters(self._where.holder) else []
            case _:
                self._where = replace(self._where, home=value)
        await self._again()

    async def _again(self) -> None:
        self.set_focus(None)
        body = self.query_one(Body)
        await body.recompose()
        body.scroll_home(animate=False)
        self.begin()

    def back(self) -> bool:
        """Leaves the page."""
        return False
