"""Where one can go: each place is a screen with what it needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .case_places import CaseTo

if TYPE_CHECKING:  # the first screen must not wait for the records
    from assistant.model import Cite
    from assistant.translating.preview import Heard


@dataclass(frozen=True)
class Find:
    """Tell what happened in one's own words."""


@dataclass(frozen=True)
class Interview:
    """Answer questions."""


@dataclass(frozen=True)
class Result:
    """What the answers speak for."""


@dataclass(frozen=True)
class Everything:
    """All situations and letters, to choose from."""


@dataclass(frozen=True)
class SituationOf:
    """A situation explained."""

    id: str


@dataclass(frozen=True)
class PlanOf:
    """The plan for a situation."""

    situation: str


@dataclass(frozen=True)
class RouteOf:
    """One route in full, with why it fits here."""

    id: str
    situation: str | None = None


@dataclass(frozen=True)
class Days:
    """The days of a route, one row each."""

    route: str
    situation: str | None = None


@dataclass(frozen=True)
class DayOf:
    """One day asked for; it counts for one route."""

    event: str
    route: str


@dataclass(frozen=True)
class PlaceOf:
    """Where the other side sits, as far as it matters for a route."""

    route: str


@dataclass(frozen=True)
class Write:
    """A letter's questions; ``field`` where one answer is to be changed."""

    letter: str
    route: str | None = None
    field: str | None = None


@dataclass(frozen=True)
class AuthorityOf:
    """Finding the authority in charge, as the answer to one question of a letter."""

    letter: str
    field: str


@dataclass(frozen=True)
class Check:
    """All answers of a letter at a glance."""

    letter: str
    route: str | None = None


@dataclass(frozen=True)
class Preview:
    """The whole letter with its reading aid."""

    letter: str
    route: str | None = None


@dataclass(frozen=True)
class Save:
    """Where the letter is put."""

    letter: str
    route: str | None = None


@dataclass(frozen=True)
class Done:
    """What was made, and what now."""

    letter: str
    route: str | None
    files: tuple[str, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sources:
    """Where the statements of a page come from."""

    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class Safety:
    """What this program protects, and what it cannot."""


@dataclass(frozen=True)
class Help:
    """Keys and how things work."""


@dataclass(frozen=True)
class Language:
    """The language of the screen."""


@dataclass(frozen=True)
class Texts:
    """For translators: the texts that were on the page."""

    heard: tuple[Heard, ...]


To: TypeAlias = (
    Find
    | Interview
    | Result
    | Everything
    | SituationOf
    | PlanOf
    | RouteOf
    | Days
    | DayOf
    | PlaceOf
    | Write
    | AuthorityOf
    | Check
    | Preview
    | Save
    | Done
    | Sources
    | Safety
    | Help
    | Language
    | Texts
    | CaseTo
)
