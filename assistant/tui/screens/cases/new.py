"""A new case, or what an open one is called and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.guide.casepersons import mark_of
from assistant.guide.caserows import situation_title
from assistant.i18n import Translator
from assistant.model import N_, Changed
from assistant.tui.case_places import NewCase, Persons
from assistant.tui.messages import Finished
from assistant.tui.places import Find, To
from assistant.tui.widgets import Act, Say
from assistant.tui.widgets.field import Field

from .keeping import new_case
from .work import MEMORY, WorkPage, looked_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.guide.casefile import CaseFile
    from assistant.model import PersonKept
    from assistant.tui.state import State

_LABEL = N_("What do you want to call it? (optional) It stands in lists: choose a name that says little.")


class LabelPage(WorkPage):
    """The base: a label and a person."""

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self.cases.chosen = state.opened.person if state.opened is not None else None

    def label_field(self, label: str = "") -> Iterator[Widget]:
        """Label, and whose case it is."""
        yield self.say(lambda tr: tr(_LABEL), classes="muted")
        yield Field(label, id="label")
        yield Act(self._whose, self.tr, Persons(choose=True), id="person")

    def _whose(self, tr: Translator) -> str:
        person = self.cases.persons.get(self.cases.chosen or "")
        if person is None:
            return tr("Whose case: nobody named (choose a person)")
        return tr("Whose case: {person} (choose another)", person=person.name if self.cases.names else mark_of(person))

    def begin(self) -> None:
        """Type at once."""
        self.query_one("#label", Field).focus()

    async def renew(self) -> None:
        """A person was chosen on another page; what is typed stays."""
        self.query_one("#person", Say).speak(self.tr)


class NewCasePage(LabelPage):
    """Opens a case; ``keep`` takes the situation, the days and the letter of what was told so far."""

    def __init__(self, state: State, to: NewCase) -> None:
        super().__init__(state)
        self._keep = to.keep
        self.cases.chosen = None

    def content(self) -> Iterator[Widget]:
        """What goes in, label and person, and the one line that makes it."""
        yield from self.head(lambda tr: tr("Keep this as a case") if self._keep else tr("New case"), self._about)
        if not self.cases.room.kept:
            yield self.say(lambda tr: tr(MEMORY), classes="warn")
        yield from self.label_field()
        yield Act(lambda tr: tr("Open the case"), self.tr, "go", primary=True, id="go")
        if not self._keep:
            yield Act(lambda tr: tr("First tell what happened, and keep it as a case from the plan"), self.tr, Find())

    def _about(self, tr: Translator) -> str:
        session = self.state.session
        if not self._keep:
            return tr("A case remembers what happened and says what is due next. You choose later what it is about.")
        title = tr("not chosen yet")
        if session.situation is not None:
            from assistant.knowledge import localise

            title = localise(self.state.adviser.knowledge.situations[session.situation], tr).title
        if self.cases.made is not None:
            return tr("It gets what you told: the situation ({title}), the days, and your letter.", title=title)
        return tr("It gets what you told: the situation ({title}) and the days.", title=title)

    @on(Field.Submitted)
    def _entered(self) -> None:
        self._make()

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        if event.value == "go":
            self._make()
        else:
            to: To = event.value  # type: ignore[assignment]
            self.go(to)

    def _make(self) -> None:
        label, person = self.query_one("#label", Field).text, self.cases.chosen
        shelf, knowledge = self.shelf, self.state.adviser.knowledge
        session, made = (self.state.session, self.cases.made) if self._keep else (None, None)
        self.work(
            lambda: looked_at(shelf, new_case(shelf, knowledge, session, made, label=label, person=person)), self._open
        )

    def _open(self, looked: tuple[CaseFile, Mapping[str, PersonKept]]) -> None:
        if self._keep:
            self.cases.forget_session()
        self.open_case(looked)


class CaseNamePage(LabelPage):
    """Changes both of the open case."""

    def content(self) -> Iterator[Widget]:
        """Label and person."""
        yield from self.head(lambda tr: tr("Name the case, or whose it is"), self._about)
        yield from self.label_field(self.state.opened.label if self.state.opened is not None else "")
        yield Act(lambda tr: tr("Keep this"), self.tr, "go", primary=True, id="go")

    def _about(self, tr: Translator) -> str:
        case = self.state.opened
        return "" if case is None else situation_title(self.state.adviser.knowledge, case, tr)

    @on(Field.Submitted)
    def _entered(self) -> None:
        self._change()

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        if event.value == "go":
            self._change()
        else:
            to: To = event.value  # type: ignore[assignment]
            self.go(to)

    def _change(self) -> None:
        label, person, name, shelf = (
            self.query_one("#label", Field).text,
            self.cases.chosen,
            self.case().name,
            self.shelf,
        )
        self.work(lambda: shelf.tell(name, Changed, label=label, person=person), self._kept)

    def _kept(self, case: CaseFile) -> None:
        self.cases.renew(case)
        self.show_whose()
        self.post_message(Finished())
