"""Where the letter is put: format, name, and what else is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from assistant.guide import aid_language
from assistant.i18n import Translator
from assistant.model import N_, InputError, RecourseError, Window
from assistant.text import show
from assistant.tui.drafting import filing_of
from assistant.tui.making import Finished, Order, make_files
from assistant.tui.places import Done, Save
from assistant.tui.state import State
from assistant.tui.widgets import Act, Tell
from assistant.tui.widgets.field import Field

from .base import Page

FORMAT_WORDS = {
    "pdf": N_("PDF, to print and sign"),
    "docx": N_("Word document, to change it"),
    "text": N_("Plain text"),
    "markdown": N_("Markdown"),
    "html": N_("Web page, to read in a browser"),
    "eml": N_("E-mail draft"),
}
NEUTRAL_NAME = "letter"


class SavePage(Page):
    """Nothing is written before "Save" is chosen."""

    section = N_("Your letter")
    refills: ClassVar[bool] = False

    class Saved(Message):
        """The files lie on the disk, or the reason why not."""

        def __init__(self, made: Finished | None, error: RecourseError | None = None) -> None:
            self.made = made
            self.error = error
            super().__init__()

    def __init__(self, state: State, to: Save) -> None:
        super().__init__(state)
        self._to = to
        self._format, self._aid, self._calendar = "pdf", False, False
        self._fits = False
        """Whether a reading aid can be of use: it is then offered; what was chosen stays in every language."""
        self._window: Window = "a"
        self._replace = ""

    def content(self) -> Iterator[Widget]:
        """Format, name, extras, and the one line that writes."""
        from assistant.formats import FORMATS

        names = sorted(
            (one.name for one in FORMATS),
            key=lambda name: list(FORMAT_WORDS).index(name) if name in FORMAT_WORDS else 99,
        )
        yield self.say(lambda tr: tr("Save the letter"), classes="title")
        yield Vertical(id="problem")
        yield self.say(lambda tr: tr("As what?"), classes="heading")
        for number, name in enumerate(names, 1):
            yield Act(self._teller(name), self.tr, ("format", name), number=number, id=f"format-{name}")
        yield self.say(
            lambda tr: tr("Under which name? Others can see it: choose one that says nothing."), classes="heading"
        )
        yield Field(f"{NEUTRAL_NAME}.pdf", id="name")
        yield self.say(
            lambda tr: tr(
                "It is put into the folder {folder}, unless you write another.", folder=show(str(Path.cwd()))
            ),
            classes="muted",
        )
        if self.state.adviser.knowledge.letters[self._to.letter].layout == "din-5008":
            yield Act(self._window_words, self.tr, "window", id="window")
        yield Act(self._aid_words, self.tr, "aid", id="aid")
        yield Act(self._calendar_words, self.tr, "calendar", id="calendar")
        yield Act(lambda tr: tr("Save"), self.tr, "save", primary=True, id="save")

    def _teller(self, name: str) -> Tell:
        return lambda tr: ("● " if name == self._format else "○ ") + tr(FORMAT_WORDS.get(name, name))

    def _aid_words(self, tr: Translator) -> str:
        sign = "☑" if self._aid else "☐"
        return tr("{sign} Also save the reading aid, as a sheet of its own, not for sending", sign=sign)

    def _window_words(self, tr: Translator) -> str:
        sign = "☑" if self._window == "b" else "☐"
        return tr("{sign} Address 18 mm lower, for envelopes of DIN 5008 form B", sign=sign)

    def _calendar_words(self, tr: Translator) -> str:
        sign = "☑" if self._calendar else "☐"
        return tr("{sign} Also save the days of your plan, for a calendar, with neutral titles", sign=sign)

    def _aid_fits(self) -> None:
        """No reading aid is offered for a letter in the reader's own language; making one would only fail."""
        there = self.state.desk.languages(self._to.letter)
        self._fits = aid_language(filing_of(self.state, self._to.letter), self.tr.locale, there) is not None
        self.query_one("#aid").display = self._fits

    async def respeak(self) -> None:
        """The letter may be in the reader's language now, or no longer."""
        self._aid_fits()
        await super().respeak()

    def begin(self) -> None:
        """On "Save": the usual choices are made."""
        self._aid_fits()
        self.query_one("#save").focus()

    @on(Field.Submitted)
    def _entered(self) -> None:
        self._start()

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        match event.value:
            case ("format", str(name)):
                self._choose(name)
            case "window":
                self._window = "a" if self._window == "b" else "b"
                event.act.tell(self._window_words, self.tr)
            case "aid":
                self._aid = not self._aid
                event.act.tell(self._aid_words, self.tr)
            case "calendar":
                self._calendar = not self._calendar
                event.act.tell(self._calendar_words, self.tr)
            case "field":
                self.query_one(Field).focus()
            case _:
                self._start()

    def _choose(self, name: str) -> None:
        from assistant.formats import format_named

        field, old = self.query_one(Field), format_named(self._format).suffix
        self._format = name
        if field.text.endswith(old):
            field.text = field.text[: -len(old)] + format_named(name).suffix
        for act in self.query(Act):
            if isinstance(act.value, tuple):
                act.tell(self._teller(act.value[1]), self.tr)

    def _start(self) -> None:
        name = self.query_one(Field).text
        order = Order(
            self._to.letter,
            self._to.route,
            self._format,
            name,
            self._aid and self._fits,
            self._calendar,
            replace=self._replace == name,
            window=self._window,
        )
        self._replace = name
        state = self.state

        def work() -> None:
            try:
                made = make_files(state, order)
            except RecourseError as error:
                self.post_message(self.Saved(None, error))
            else:
                self.post_message(self.Saved(made))

        self.run_worker(work, thread=True, exclusive=True, exit_on_error=False, group="save")

    @on(Saved)
    async def _saved(self, event: Saved) -> None:
        box = self.query_one("#problem")
        await box.remove_children()
        if event.made is not None:
            self._done(event.made)
            return
        error = event.error or InputError("")
        act = Act(lambda tr: tr(error.message, **error.values), self.tr, "field", id="mend")
        await box.mount(self.say(lambda tr: tr("There is a problem"), classes="warn"), act)
        self.turn_to(act)

    def _done(self, made: Finished) -> None:
        self.state.saved += made.files
        cases = self.state.cases
        if made.case is not None and self.state.opened is not None and made.case.name == self.state.opened.name:
            cases.renew(made.case, written=True)
        cases.made = made.made
        self.go(Done(self._to.letter, self._to.route, made.files, made.remarks), instead=True)
