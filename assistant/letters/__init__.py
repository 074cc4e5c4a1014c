"""Writes letters: answers are read, checked and put into templates that can do nothing but that."""

from .answer import read_field
from .blank import blank
from .compose import Draft, aid, compose
from .context import CountDay, never
from .dates import Ambiguous, Month, Unread, read_day, read_month
from .fill import Fill, read_fill
from .kinds import GAP, GAP_TEXT, Amount, Answers, Open, Party, Raw, Value, Values
from .problems import Problem, example
from .templates import Templates
from .values import Filled, fields_on_path, read, render_context

__all__ = [
    "GAP",
    "GAP_TEXT",
    "Ambiguous",
    "Amount",
    "Answers",
    "CountDay",
    "Draft",
    "Fill",
    "Filled",
    "Month",
    "Open",
    "Party",
    "Problem",
    "Raw",
    "Templates",
    "Unread",
    "Value",
    "Values",
    "aid",
    "blank",
    "compose",
    "example",
    "fields_on_path",
    "never",
    "read",
    "read_day",
    "read_field",
    "read_fill",
    "read_month",
    "render_context",
]
