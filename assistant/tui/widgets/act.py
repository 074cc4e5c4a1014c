"""A line that does something: an answer, a link, a button. Focus shows as a mark, not only as a colour."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from assistant.i18n import Translator

from .say import Say, Tell

MARK = "›"


class Act(Horizontal, can_focus=True):
    """A choice. ``value`` says what was meant, in the terms of the page that made it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "press", show=False)]

    class Pressed(Message):
        """The person chose this line."""

        def __init__(self, act: Act) -> None:
            self.act = act
            self.value = act.value
            super().__init__()

    def __init__(  # noqa: PLR0913 - one word for each thing that can differ
        self,
        tell: Tell,
        tr: Translator,
        value: object = None,
        *,
        number: int | None = None,
        about: Tell | None = None,
        primary: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id, classes="primary" if primary else None)
        self.value = value
        self.number = number
        self._label = Say(tell, tr, classes="label")
        self._about = Say(about, tr, classes="about") if about else None

    def compose(self) -> ComposeResult:
        """Mark, number, words."""
        yield Static(MARK, classes="mark", markup=False)
        if self.number is not None:
            yield Static(str(self.number), classes="number", markup=False)
        with Vertical(classes="words"):
            yield self._label
            if self._about is not None:
                yield self._about

    def tell(self, tell: Tell, tr: Translator, about: Tell | None = None) -> None:
        """Show other words from now on."""
        self._label.tell(tell, tr)
        if self._about is not None and about is not None:
            self._about.tell(about, tr)

    def on_click(self) -> None:
        """A click chooses."""
        self.action_press()

    def action_press(self) -> None:
        """Tell that this line was chosen."""
        self.post_message(self.Pressed(self))
