"""How a case is named where others may look over a shoulder: a mark, and a name only when it is asked for (T2)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.i18n import Translator
    from assistant.knowledge import Knowledge
    from assistant.model import PersonKept

NEARLY = 90
"""From which likeness on, of 100, two names are pointed out."""


@dataclass(frozen=True)
class Marked:
    """What stands for a case."""

    mark: str
    """The person's reference or initials; empty where the case belongs to nobody named."""
    name: str
    """The person's name; empty as above."""
    title: str
    """What the case is called: its label, or its situation."""

    def line(self, *, names: bool = False) -> str:
        """Mark and title in one line."""
        return " · ".join(one for one in (self.name if names else self.mark, self.title) if one)


def mark_of(case: CaseFile, persons: Mapping[str, PersonKept], situation: str, tr: Translator) -> Marked:
    """The mark, name and title of a case; ``situation`` is the title of what it is about."""
    person = persons.get(case.person or "")
    title = case.label or situation or tr("Case without a name")
    return Marked("", "", title) if person is None else Marked(person_mark(person), person.name, title)


def situation_title(case: CaseFile, knowledge: Knowledge, tr: Translator) -> str:
    """What the case is about; empty where that is not chosen yet."""
    from assistant.knowledge import title_in

    if case.situation is None or case.situation not in knowledge.situations:
        return ""
    return title_in(knowledge.situations[case.situation], tr)


def person_mark(person: PersonKept) -> str:
    """The reference, or the initials."""
    from assistant.guide.caseprint import initials

    return person.reference or initials(person.name) or "–"


def plain_name(name: str) -> str:
    """A name as it is compared."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def near_names(names: list[str]) -> list[tuple[str, str]]:
    """Pairs of names that are the same or nearly the same."""
    from rapidfuzz import fuzz, process

    plain = [plain_name(one) for one in names]
    found: list[tuple[str, str]] = []
    for at, one in enumerate(plain):
        hits = process.extract(one, plain[at + 1 :], scorer=fuzz.ratio, score_cutoff=NEARLY, limit=None)
        found += [(names[at], names[at + 1 + place]) for _, _, place in hits]
    return found
