"""A line that does something: an answer, a link, a button. Focus shows as a mark, not only as a colour."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.visual import Visual

from assistant.i18n import Translator

from .hanging import Hanging
from .say import Say, Tell, plain

MARK = "›"


class Act(Say, can_focus=True):
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
        self.value = value
        self.number = number
        self._about = about
        self._primary = primary
        super().__init__(tell, tr, classes="primary" if primary else None, id=id)

    def drawn(self, tr: Translator) -> Hanging:
        """Number, words, and what is said below them."""
        label, about = plain(self._tell(tr)), plain(self._about(tr)) if self._about else None
        self._focused = self._hanging(label.stylize("bold underline"), about, MARK)
        return self._hanging(label, about, " ")

    def _hanging(self, label: Content, about: Content | None, mark: str) -> Hanging:
        head = Content.assemble(
            (f"{mark} ", "bold $accent"), (f"{self.number}  " if self.number is not None else "", "$muted")
        )
        if self._primary:
            label = label.stylize_before("bold $accent")
        texts = (label, about.stylize_before("$muted")) if about else (label,)
        return Hanging(*texts, head=head, column=len(head.plain))

    def render(self) -> Visual:
        """With the mark while it has the focus."""
        return self._focused if self.has_focus else self._drawn

    def tell(self, tell: Tell, tr: Translator, about: Tell | None = None) -> None:
        """Show other words from now on."""
        self._about = about or self._about
        super().tell(tell, tr)

    def on_click(self) -> None:
        """A click chooses."""
        self.action_press()

    def action_press(self) -> None:
        """Tell that this line was chosen."""
        self.post_message(self.Pressed(self))
