"""The fixed words for how sure we are, and for places in sources: the same in every front."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from assistant.i18n import Translator
from assistant.knowledge import Knowledge, localise
from assistant.model import Cite, Mark, Statement

from .articles import article

_OLD = timedelta(days=365)


def old(checked: date, on: date, tr: Translator) -> list[str]:
    """A warning where nobody has looked at the law for over a year on the day ``on``; else nothing (T18)."""
    if on - checked <= _OLD:
        return []
    return [tr("Nobody has looked at this for over a year. Ask whether the law is still the same.")]


def degree(statement: Statement, tr: Translator) -> str:
    """The statement with its degree of certainty, in the three fixed forms; advice stands alone."""
    match statement.certainty:
        case "law":
            return tr("The law says: {text}", text=statement.text)
        case "reported":
            return tr("Reported, not confirmed by us: {text}", text=statement.text)
        case "unknown":
            return tr("{text} Who would know: {who}", text=statement.text, who=statement.ask or "")
        case _:
            return statement.text


def mark(one: Mark, tr: Translator) -> str:
    """How a place in a source was checked, in words."""
    match one:
        case "text":
            return tr("text read")
        case "secondary":
            return tr("from a second source")
        case _:
            return tr("not confirmed by us")


def cite(one: Cite, knowledge: Knowledge, tr: Translator) -> str:
    """A place in a source: name, article, mark and the day somebody looked."""
    source = localise(knowledge.sources[one.source], tr)
    values = {"name": source.name, "mark": mark(one.mark, tr), "day": tr.date(source.checked)}
    if one.article:
        return tr("{name}, {article} · {mark} · checked {day}", article=article(one.article, source, tr), **values)
    return tr("{name} · {mark} · checked {day}", **values)


def cites(many: Iterable[Cite], knowledge: Knowledge, tr: Translator) -> list[str]:
    """Places in sources, each once."""
    return list(dict.fromkeys(cite(one, knowledge, tr) for one in many))
