"""One editor for each kind of answer. Each gives a raw answer as ``assistant.letters`` reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from assistant.guide import SUPERVISORY
from assistant.i18n import Translator
from assistant.model import Body, LetterField

from .act import Act
from .field import Field
from .say import Say, Tell, fixed

if TYPE_CHECKING:
    from assistant.guide import Holders
    from assistant.letters import Raw

_MANY_LINES = ("long_text", "lines", "address")
_LOST = object()
_FEW = 5
_NINE = 9


class Editor(Vertical):
    """The base of all editors."""

    class Changed(Message):
        """The answer is another."""

    class Submitted(Message):
        """The person is done with this answer."""

    def __init__(self, field: LetterField, raw: Raw, tr: Translator) -> None:
        super().__init__(id="editor")
        self.field = field
        self.given = raw
        self.tr = tr

    @property
    def raw(self) -> Raw:
        """The answer as it stands: the one given before, until an editor knows better."""
        return self.given

    def begin(self) -> None:
        """Put the caret where one answers: on the first thing that takes an answer."""
        self.query("Field, Act").first().focus()

    def respeak(self, tr: Translator, field: LetterField) -> None:
        """Take the question in another language; the page then says every text again."""
        self.tr = tr
        self.field = field

    def _onward(self) -> Say:
        """How to leave a field of several lines: nothing on it shows that."""
        return Say(lambda tr: tr("Enter begins a new line. Tab goes on."), self.tr, classes="muted")

    @on(Field.Changed)
    def _changed(self, event: Field.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())

    @on(Field.Submitted)
    def _submitted(self, event: Field.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted())


class TextEditor(Editor):
    """One line or several."""

    def compose(self) -> ComposeResult:
        """The field."""
        given = self.given if isinstance(self.given, str) else "\n".join(str(one) for one in self.given)
        lines = self.field.kind in _MANY_LINES
        if lines:
            yield self._onward()
        yield Field(given, lines=lines)

    @property
    def raw(self) -> Raw:
        """The text."""
        return self.query_one(Field).text

    def begin(self) -> None:
        """Into the field."""
        self.query_one(Field).focus()


class ChoiceEditor(Editor):
    """One of some answers; choosing one goes on at once."""

    def compose(self) -> ComposeResult:
        """A line for each answer."""
        for number, name in enumerate([one.id for one in self.field.options] or ["yes", "no"], 1):
            yield Act(
                self._teller(name),
                self.tr,
                name,
                number=number if number <= _NINE else None,
                id=f"choice-{name}",
            )

    def _teller(self, name: str) -> Tell:
        return lambda tr: self._label(name, tr)

    def _label(self, name: str, tr: Translator) -> str:
        sign = "● " if name == self.given else "○ "
        labels = {one.id: one.label for one in self.field.options} or {"yes": tr("Yes"), "no": tr("No")}
        return sign + labels[name]

    @property
    def raw(self) -> Raw:
        """The option's id."""
        return self.given

    def begin(self) -> None:
        """On the answer given before, or the first."""
        found = self.query(f"#choice-{self.given}") if self.given else self.query(Act)
        (found.first() if found else self.query(Act).first()).focus()

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        event.stop()
        self.given = str(event.value)
        self.post_message(self.Changed())
        self.post_message(self.Submitted())


class BodyEditor(TextEditor):
    """An addressee: suggested, found in the directory by what is typed, or a name and address as on an envelope."""

    class Lost(Message):
        """The person wants help to find the right authority."""

    def __init__(self, field: LetterField, raw: Raw, tr: Translator, known: Sequence[Body], holders: Holders) -> None:
        super().__init__(field, raw, tr)
        self.holders = holders
        chosen = holders.bodies.get(raw) if isinstance(raw, str) else None
        self.known = list({one.id: one for one in (*known[:_NINE], *([chosen] if chosen else []))}.values())

    def compose(self) -> ComposeResult:
        """Suggestions, then lines to type, then what the directory has for them."""
        typed = self.given if isinstance(self.given, str) else ""
        for number, body in enumerate(self.known, 1):
            chosen = "● " if body.id == typed else "○ "
            yield Act(fixed(chosen + body.name), self.tr, body.id, number=number if number <= _NINE else None)
        if self.field.stands_for == SUPERVISORY:
            yield Act(lambda tr: tr("Help me find the right authority"), self.tr, _LOST, id="lost")
        for line in self.holders.about(typed, self.tr):
            yield Say(fixed(line), self.tr, classes="muted")
        known = bool(self.known)
        yield Say(
            lambda tr: (
                tr("Or type the name on the first line, then the address, as on an envelope.")
                if known
                else tr("Name on the first line, then the address, as on an envelope.")
            ),
            self.tr,
            classes="muted",
        )
        yield self._onward()
        yield Field("" if typed in self.holders.bodies else typed, lines=True)
        yield Vertical(id="found")

    def begin(self) -> None:
        """On the suggestions, so that their numbers choose; into the field where there are none or text stands."""
        if not self.known or self.query_one(Field).text:
            super().begin()
        else:
            chosen = [one for one in self.query(Act) if one.value == self.given]
            (chosen or list(self.query(Act)))[0].focus()

    @property
    def raw(self) -> Raw:
        """What was typed; else the entry that was chosen."""
        typed = self.query_one(Field).text
        return typed or (self.given if isinstance(self.given, str) and self.given in self.holders.bodies else "")

    @on(Field.Changed)
    async def _look_up(self) -> None:
        """Up to five entries of the directory that fit the first line, while it is the only one."""
        text = self.query_one(Field).text
        found = self.holders.find(text, limit=_FEW) if len(text.strip()) >= _FEW - 2 and "\n" not in text else ()
        place = self.query_one("#found", Vertical)
        await place.remove_children()
        real = [one for one in found if not one.generic]
        if real:
            await place.mount(
                Say(lambda tr: tr("From the directory:"), self.tr, classes="muted"),
                *(Act(fixed(f"○ {one.name}, {_town(one)}"), self.tr, one.id) for one in real),
            )

    @on(Act.Pressed)
    def _chosen(self, event: Act.Pressed) -> None:
        event.stop()
        if event.value is _LOST:
            self.post_message(self.Lost())
            return
        self.query_one(Field).text = ""
        self.given = str(event.value)
        self.post_message(self.Changed())
        self.post_message(self.Submitted())


def _town(body: Body) -> str:
    lines = body.contact.address if body.contact else ()
    return ", ".join(lines[-2:]) if lines else body.title


class EntriesEditor(Editor):
    """Several entries, each with some parts: a small form for one, and a line for each that is made."""

    def __init__(self, field: LetterField, raw: Raw, tr: Translator) -> None:
        super().__init__(field, raw, tr)
        rows = raw if isinstance(raw, (list, tuple)) else ()
        self._rows: list[dict[str, str]] = [dict(one) for one in rows if isinstance(one, Mapping)]

    def compose(self) -> ComposeResult:
        """Made entries, the parts of a new one, and a way to add it."""
        with Vertical(classes="made"):
            yield from self._made()
        for at, column in enumerate(self.field.columns):
            yield Say(self._column(at), self.tr)
            yield Field(id=f"part-{column.id.replace('_', '-')}")
        yield Act(lambda tr: tr("Add this entry, and write another"), self.tr, "add")

    def _column(self, at: int) -> Tell:
        def tell(tr: Translator) -> str:
            column = self.field.columns[at]
            return tr("{label}, for example: {example}", label=column.label, example=column.example)

        return tell

    def _made(self) -> list[Act]:
        return [
            Act(_removal(" · ".join(one for one in row.values() if one)), self.tr, at)
            for at, row in enumerate(self._rows)
        ]

    def _parts(self) -> dict[str, str]:
        return {one.id: self.query_one(f"#part-{one.id.replace('_', '-')}", Field).text for one in self.field.columns}

    @property
    def raw(self) -> Raw:
        """All entries, with the one that stands in the form."""
        parts = self._parts()
        return [*self._rows, *([parts] if any(parts.values()) else [])]

    def begin(self) -> None:
        """Into the first part."""
        self.query(Field).first().focus()

    @on(Field.Submitted)
    def _next_part(self, event: Field.Submitted) -> None:
        event.stop()
        event.prevent_default()
        fields = list(self.query(Field))
        at = fields.index(event.field)
        if at + 1 < len(fields):
            fields[at + 1].focus()
        else:
            self.post_message(self.Submitted())

    @on(Act.Pressed)
    async def _pressed(self, event: Act.Pressed) -> None:
        event.stop()
        if isinstance(event.value, int):
            del self._rows[event.value]
        elif any(self._parts().values()):
            self._rows.append(self._parts())
            for one in self.query(Field):
                one.text = ""
        made = self.query_one(".made")
        await made.remove_children()
        await made.mount(*self._made())
        self.begin()
        self.post_message(self.Changed())


def _removal(entry: str) -> Tell:
    return lambda tr: tr("Remove: {entry}", entry=entry)


def editor_for(field: LetterField, raw: Raw, tr: Translator, known: Sequence[Body], holders: Holders) -> Editor:
    """The editor of a field."""
    match field.kind:
        case "choice" | "yes_no":
            return ChoiceEditor(field, raw, tr)
        case "entries":
            return EntriesEditor(field, raw, tr)
        case "body":
            return BodyEditor(field, raw, tr, known, holders)
        case _:
            return TextEditor(field, raw, tr)
