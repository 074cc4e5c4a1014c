"""A field to type into, with a mark that shows where the focus is without colour."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from assistant.text import LINE_LIMIT, TEXT_LIMIT, clean, clean_line

from .act import MARK


class Lines(TextArea):
    """Several lines. Beyond the last line the arrow leads on, beyond the first it leads back."""

    def action_cursor_down(self, select: bool = False) -> None:
        """The line below, or what comes next on the page."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    def action_cursor_up(self, select: bool = False) -> None:
        """The line above, or what comes before on the page."""
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)


class Field(Horizontal):
    """One line, or several. What comes out is clean."""

    class Changed(Message):
        """The text is another."""

        def __init__(self, field: Field) -> None:
            self.field = field
            super().__init__()

    class Submitted(Message):
        """Enter was pressed in a field of one line."""

        def __init__(self, field: Field) -> None:
            self.field = field
            super().__init__()

    def __init__(self, text: str = "", *, lines: bool = False, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes="field lines" if lines else "field")
        self._editor: Input | TextArea = (
            Lines(clean(text), soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
            if lines
            else Input(clean_line(text), placeholder=placeholder, max_length=LINE_LIMIT * 4, select_on_focus=False)
        )

    def compose(self) -> ComposeResult:
        """Mark and editor."""
        yield Static(MARK, classes="pen", markup=False)
        yield self._editor

    @property
    def text(self) -> str:
        """What stands in the field, cleaned."""
        if isinstance(self._editor, TextArea):
            return clean(self._editor.text)[: TEXT_LIMIT * 2]
        return clean_line(self._editor.value)

    @text.setter
    def text(self, text: str) -> None:
        if isinstance(self._editor, TextArea):
            self._editor.text = clean(text)
        else:
            self._editor.value = clean_line(text)

    def hint(self, words: str) -> None:
        """Show other words while the field is empty."""
        if isinstance(self._editor, Input):
            self._editor.placeholder = words

    def focus(self, scroll_visible: bool = True) -> Field:
        """Put the caret into the editor."""
        self._editor.focus(scroll_visible)
        return self

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed(self))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted(self))
