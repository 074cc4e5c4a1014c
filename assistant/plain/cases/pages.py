"""Words that stand above every page while a case is open."""

from __future__ import annotations

from assistant.guide.casefile import CaseFile
from assistant.guide.casepersons import full_of
from assistant.guide.caserows import title_of
from assistant.plain.front import Front


def whose(front: Front, case: CaseFile) -> str:
    """Which case, and whose: so that nothing is told of the wrong person."""
    tr = front.tr
    title = title_of(front.adviser.knowledge, case, tr)
    person = full_of(front.cases.persons().get(case.person or ""))
    if person:
        return tr("Case: {title} · {person}", title=title, person=person)
    return tr("Case: {title}", title=title)
