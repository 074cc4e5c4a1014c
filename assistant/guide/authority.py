"""Which body is in charge: from where the other side sits, what it is, and where the person lives or works.

The records say for which places and kinds of holders a body stands (``Body.competent``); nothing of it is here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.deadlines.calendars import EU, country_of
from assistant.i18n import Translator
from assistant.knowledge import Knowledge, localise
from assistant.model import N_, Body, HolderKind

SUPERVISORY = "eu-dpa"
"""The generic data protection authority."""

Link = Literal["seat", "home", "work"]

HOLDERS: tuple[tuple[HolderKind, str], ...] = (
    ("company", N_("A company, a landlord, a club or another private body")),
    ("telecom", N_("A telephone, internet or postal company")),
    ("land", N_("An office of a Land or a town, a state school or a state hospital")),
    ("federal", N_("An office of the federation or of the state as a whole")),
    ("catholic", N_("The Catholic church, or a hospital, school or home of it")),
    ("protestant", N_("A Protestant church, or a hospital, school or home of it")),
    ("broadcaster", N_("A public broadcaster")),
    ("press", N_("A newspaper or another part of the press")),
)
"""Kinds of record holders as a person chooses among them."""

_OWN_LINE = frozenset({"federal", "land", "catholic", "protestant", "broadcaster", "press"})
"""Holders that are supervised in their own line only: no authority of a home or a work place stands beside it."""


def home_matters(holder: HolderKind) -> bool:
    """Whether the authority where the person lives is one of the choices."""
    return holder not in _OWN_LINE


_PARTED = frozenset({"de"})
"""Countries in which the authority depends on the part of the country."""


@dataclass(frozen=True)
class Where:
    """What decides who is in charge."""

    seat: str | None
    """Country or part of a country where the record holder sits."""
    holder: HolderKind
    home: str | None = None
    work: str | None = None


Asked = Literal["seat", "holder", "home"]


def known_where(holder: Body | None) -> tuple[Where, tuple[Asked, ...]]:
    """What is known from a record holder chosen from the directory, and what is still to be asked, in order.

    A country with parts of its own is no seat yet: which part it is decides.
    """
    seat = holder.seat if holder is not None and holder.seat not in _PARTED else None
    kind = holder.holder if holder is not None else None
    asked: list[Asked] = []
    if seat is None:
        asked.append("seat")
    if kind is None:
        asked.append("holder")
    if kind is None or home_matters(kind):
        asked.append("home")
    return Where(seat, kind or "company"), tuple(asked)


def seats(knowledge: Knowledge, tr: Translator) -> tuple[tuple[str, str], ...]:
    """The places of the Union to choose from, with their names: parts of a country first."""
    found = [
        (one.id, localise(one, tr).name)
        for one in knowledge.calendars
        if country_of(one.id) in EU and one.id not in _PARTED
    ]
    return tuple(sorted(found, key=lambda one: (country_of(one[0]) not in _PARTED, one[1])))


@dataclass(frozen=True)
class Authority:
    """A body in charge, and what ties it to the case."""

    body: Body
    links: tuple[Link, ...]


def responsible(bodies: Iterable[Body], stands_for: str, place: str, holder: HolderKind | None = None) -> list[Body]:
    """The bodies that stand for a generic one in ``place``: those of the place itself before those of its country."""
    country = place.partition("-")[0]
    exact: list[Body] = []
    wide: list[Body] = []
    for body in bodies:
        for one in body.competent:
            if one.stands_for != stands_for or (one.holders and holder not in one.holders):
                continue
            if place in one.places:
                exact.append(body)
            elif country in one.places or (
                place == country and any(name.partition("-")[0] == country for name in one.places)
            ):
                wide.append(body)
    return (list(dict.fromkeys(body.id for body in exact)) and exact) or wide


def authorities(knowledge: Knowledge, where: Where, tr: Translator) -> tuple[Authority, ...]:
    """The supervisory authorities a person may choose from, the one to prefer first.

    Inside one country the authority at the seat does the work, so it stands first. For a seat in another country the
    one at home comes first: it speaks the person's language and passes the case on.
    """
    bodies = [localise(body, tr) for body in knowledge.bodies]
    found: dict[str, tuple[Body, list[Link]]] = {}
    for link, place in _order(where):
        kind = where.holder if link == "seat" else "company"
        for body in responsible(bodies, SUPERVISORY, place, kind):
            found.setdefault(body.id, (body, []))[1].append(link)
    return tuple(Authority(body, tuple(links)) for body, links in found.values())


def _order(where: Where) -> Iterator[tuple[Link, str]]:
    own: list[tuple[Link, str]] = [("seat", where.seat)] if where.seat else []
    near: list[tuple[Link, str]] = []
    if home_matters(where.holder):
        near = [(link, place) for link, place in _near(where) if place]
    abroad = where.seat is not None and any(place[:2] != where.seat[:2] for _, place in near)
    yield from (*near, *own) if abroad else (*own, *near)


def _near(where: Where) -> Iterator[tuple[Link, str]]:
    if where.home:
        yield "home", where.home
    if where.work:
        yield "work", where.work


def reason(links: tuple[Link, ...], tr: Translator) -> str:
    """Why an authority is offered."""
    words = {
        "seat": tr("it supervises the record holder"),
        "home": tr("you live in its area"),
        "work": tr("you work in its area"),
    }
    return tr.list([words[link] for link in links])
