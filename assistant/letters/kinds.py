"""The values that answers are read into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias

from .dates import Month


class Open(Enum):
    """A place that the person fills in by hand."""

    GAP = "gap"


GAP: Final = Open.GAP
GAP_TEXT = "________"


@dataclass(frozen=True)
class Amount:
    """A sum of money."""

    number: Decimal
    currency: str
    """Three letters, as ``CNY``."""


@dataclass(frozen=True)
class Party:
    """Someone a letter is written to."""

    name: str
    address: tuple[str, ...] = ()
    email: str | None = None
    body: str | None = None
    """The record in the directory, when it came from there."""


Entry: TypeAlias = Mapping[str, str | Open | None]
Value: TypeAlias = str | bool | date | Month | Amount | Party | tuple[str | Open, ...] | tuple[Entry, ...] | Open | None
Values: TypeAlias = Mapping[str, Value]
Raw: TypeAlias = str | Sequence[str] | Sequence[Mapping[str, str]] | Mapping[str, str | Sequence[str]]
Answers: TypeAlias = Mapping[str, Raw]
