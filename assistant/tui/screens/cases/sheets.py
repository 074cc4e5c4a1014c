"""A week's list, the plan of a case, or a calendar file: format, name, and what others may see in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from assistant.i18n import Translator
from assistant.model import N_
from assistant.text import show
from assistant.tui.case_places import MakeSheet
from assistant.tui.messages import Finished
from assistant.tui.screens.save import FORMAT_WORDS
from assistant.tui.sheeting import SheetOrder, make_sheet
from assistant.tui.widgets import Act, Tell
from assistant.tui.widgets.field import Field

from .work import WorkPage, typed_path

if TYPE_CHECKING:
    from assistant.tui.state import State

_TITLES = {
    "week": N_("List of the week, to print"),
    "plan": N_("The plan of this case, to print"),
    "calendar": N_("Days for a calendar"),
}
_ABOUT = {
    "week": N_("What falls due in the next seven days, a line a task. What has passed stands first."),
    "plan": N_("What to do with its dates, what happened, and which papers to bring."),
    "calendar": N_("One file for your calendar. Importing a newer one replaces the days; none comes twice."),
}
_NAME = N_("Enter a name for the file, for example: {example}")
_FIRST = ("pdf", "docx", "html", "text", "markdown")


class SheetPage(WorkPage):
    """Nothing is written before "Save" is chosen."""

    def __init__(self, state: State, to: MakeSheet) -> None:
        super().__init__(state)
        self._to = to
        self._format = "ics" if to.what == "calendar" else "pdf"
        self._names, self._telling, self._replace = False, False, ""

    def content(self) -> Iterator[Widget]:
        """Format, name, and what stands in it."""
        what = self._to.what
        yield from self.head(lambda tr: tr(_TITLES[what]), lambda tr: tr(_ABOUT[what]))
        if what == "calendar":
            yield Act(self._telling_words, self.tr, "telling", number=1, id="telling")
        else:
            for number, name in enumerate(_FIRST, 1):
                yield Act(self._teller(name), self.tr, ("format", name), number=number, id=f"format-{name}")
            yield Act(self._names_words, self.tr, "names", number=len(_FIRST) + 1, id="names")
        yield self.say(
            lambda tr: tr("Under which name? Others can see it: choose one that says nothing."), classes="heading"
        )
        yield Field(f"{'days' if what == 'calendar' else 'list'}.{self._suffix()}", id="name")
        yield self.say(
            lambda tr: tr("It is put into the folder {folder}. It is not encrypted.", folder=show(str(Path.cwd()))),
            classes="muted",
        )
        yield Act(lambda tr: tr("Save"), self.tr, "save", primary=True, id="save")

    def _suffix(self) -> str:
        if self._format == "ics":
            return "ics"
        from assistant.formats import format_named

        return format_named(self._format).suffix.removeprefix(".")

    def _teller(self, name: str) -> Tell:
        return lambda tr: ("● " if name == self._format else "○ ") + tr(FORMAT_WORDS.get(name, name))

    def _names_words(self, tr: Translator) -> str:
        return tr("{sign} Names instead of marks", sign="☑" if self._names else "☐")

    def _telling_words(self, tr: Translator) -> str:
        sign = "☑" if self._telling else "☐"
        return tr("{sign} Name the step in the titles; never a name, a number or what happened", sign=sign)

    @on(Field.Submitted)
    async def _entered(self) -> None:
        await self._save()

    @on(Act.Pressed)
    async def _chosen(self, event: Act.Pressed) -> None:
        match event.value:
            case ("format", str(name)):
                self._choose(name)
            case "names":
                self._names = not self._names
                event.act.speak(self.tr)
            case "telling":
                self._telling = not self._telling
                event.act.speak(self.tr)
            case _:
                await self._save()

    def _choose(self, name: str) -> None:
        field, old = self.query_one("#name", Field), f".{self._suffix()}"
        self._format = name
        if field.text.endswith(old):
            field.text = f"{field.text[: -len(old)]}.{self._suffix()}"
        for act in self.query(Act):
            if isinstance(act.value, tuple):
                act.speak(self.tr)

    async def _save(self) -> None:
        told, suffix = self.query_one("#name", Field).text, f".{self._suffix()}"
        if not told:
            await self.problem(lambda tr: tr(_NAME, example=f"list{suffix}"))
            return
        path = typed_path(told if told.lower().endswith(suffix) else told + suffix)
        order = SheetOrder(
            self._to.what, self._to.case, self._format, path, self._names, self._telling, self._replace == told
        )
        self._replace = told
        state = self.state
        self.work(lambda: make_sheet(state, order), self._saved)

    def _saved(self, path: str) -> None:
        self.state.saved.append(path)
        self.app.notify(self.tr("Saved: {path}", path=path), markup=False)
        self.post_message(Finished())
