"""What a template gets to see: each value written out in the template's language and hidden behind a mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from gettext import NullTranslations
from types import SimpleNamespace

from assistant.i18n import Translator
from assistant.model import Counted, Letter

from .dates import Month
from .kinds import GAP, GAP_TEXT, Amount, Party, Value, Values
from .layout import Marks
from .shapes import TODAY, Shape, shapes

CountDay = Callable[[Counted, date], date | None]
"""Counts a limit from the day that starts it; ``None`` when the law gives nothing to count."""


def never(_counted: Counted, _day: date) -> None:
    """Counts nothing."""


class Addressee:
    """A body as a template sees it; one that was not given is false and empty."""

    def __init__(self, name: str | None, address: list[str]) -> None:
        self.name = name
        self.address = address

    def __bool__(self) -> bool:
        return self.name is not None


class Writer:
    """Writes values out in one locale."""

    def __init__(self, marks: Marks, locale: str) -> None:
        self.marks = marks
        self.tr = Translator(locale, NullTranslations())

    def context(self, letter: Letter, values: Values, dated: date, count: CountDay) -> Mapping[str, object]:
        """Everything the letter's templates may name; what was not given is ``None`` or empty."""
        found = {name: self.value(shape, values.get(name)) for name, shape in shapes(letter).items()}
        found[TODAY] = self.text(dated)
        for one in letter.counted:
            start = values.get(one.starts)
            found[one.id] = self.text(count(one, start)) if isinstance(start, date) else None
        return found

    def value(self, shape: Shape, value: Value) -> object:
        """One value in the shape that templates expect."""
        match shape.form:
            case "choice":
                return value if isinstance(value, str) and value in shape.options else None
            case "truth":
                return value if isinstance(value, bool) else None
            case "texts":
                return [mark for one in _items(value) if (mark := self.text(one)) is not None]
            case "rows":
                return [self.row(shape, one) for one in _items(value)]
            case "body":
                return self.body(value)
        return self.text(value)

    def row(self, shape: Shape, value: object) -> SimpleNamespace:
        """One entry, each part by its name."""
        cells = value if isinstance(value, Mapping) else dict.fromkeys(shape.parts, value)
        return SimpleNamespace(**{part: self.text(cells.get(part)) for part in shape.parts})

    def body(self, value: Value) -> Addressee:
        """A body with its address lines."""
        if value is GAP:
            return Addressee(self.text(GAP), [mark for mark in [self.text(GAP)] if mark])
        if not isinstance(value, Party):
            return Addressee(None, [])
        return Addressee(self.text(value.name), [mark for one in value.address if (mark := self.text(one))])

    def text(self, value: object) -> str | None:
        """A mark for the value as it is written in this locale."""
        match value:
            case str():
                return self.marks.put(value)
            case date():
                return self.marks.put(self.tr.date(value))
            case Month():
                return self.marks.put(self.tr.month(value.first()))
            case Amount():
                return self.marks.put(money(value, self.tr.locale))
        return self.marks.put(GAP_TEXT) if value is GAP else None


def _items(value: Value) -> tuple[object, ...]:
    if value is GAP:
        return (GAP,)
    return value if isinstance(value, tuple) else ()


def money(amount: Amount, locale: str) -> str:
    """A sum with its currency, as letters in ``locale`` write it."""
    from babel.numbers import format_currency, format_decimal

    if locale.startswith("zh") and amount.currency == "CNY":
        return f"人民币{format_decimal(amount.number, '#,##0.00', locale)}元"
    return format_currency(amount.number, amount.currency, locale=locale)
