"""Which days a plan or route can make use of."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.knowledge import Knowledge
from assistant.model import Limit


def starting_events(knowledge: Knowledge, limits: Iterable[Limit]) -> tuple[str, ...]:
    """Events that start one of ``limits``, and days from which such an event follows.

    Those are the day of an earlier limit that a limit comes after, and what a rule of service of the
    same country derives: a decision posted leads to a decision served.
    """
    found: dict[str, None] = {}
    for limit in limits:
        for one in _chain(knowledge, limit):
            found[one.starts] = None
            if one.once is not None:
                found[one.once] = None
            for rule in knowledge.services:
                if rule.gives == one.starts and rule.place[:2] == one.place[:2]:
                    found[rule.given] = None
    return tuple(found)


def _chain(knowledge: Knowledge, limit: Limit) -> list[Limit]:
    """The limit and those it comes after."""
    chain = [limit]
    while (before := chain[-1].after) is not None and before in knowledge.limits:
        earlier = knowledge.limits[before]
        if earlier in chain:
            break
        chain.append(earlier)
    return chain
