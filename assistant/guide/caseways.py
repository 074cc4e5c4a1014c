"""The ways that the situation of a case names."""

from __future__ import annotations

from assistant.knowledge import Knowledge

from .casefile import CaseFile


def ways_of(knowledge: Knowledge, case: CaseFile) -> list[str]:
    """The routes of its situation, in order; none where it has no situation that is known."""
    if case.situation is None or case.situation not in knowledge.situations:
        return []
    return [one.route for one in knowledge.situations[case.situation].routes]
