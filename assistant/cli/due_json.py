"""Counted limits as the JSON of the contract: fields are added, never renamed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assistant.deadlines import Count
from assistant.guide import Dated
from assistant.model import MARKS


def due_rows(dates: Iterable[Dated]) -> list[dict[str, object]]:
    """A row for each limit; one that could not be counted has null dates."""
    return [_row(one) for one in dates]


def _row(dated: Dated) -> dict[str, object]:
    found = dated.count
    return {
        "limit": dated.limit.id,
        "title": dated.limit.title,
        "applies": dated.limit.applies,
        "who": dated.limit.who,
        "kind": dated.limit.kind,
        "starts": dated.limit.starts,
        "event_date": _iso(found.event_day if found else None),
        "nominal": _iso(found.nominal if found else None),
        "last_day": _iso(found.last_day if found else None),
        "safe_day": _iso(found.safe_day if found else None),
        "why": dated.why,
        "says": dated.says,
        "place": found.place if found else None,
        "provisional": bool(found and found.provisional),
        "not_counted": None if isinstance(dated.result, Count) else dated.result.why,
        "mark": max((one.mark for one in dated.cites), key=MARKS.index, default=None),
        "sources": [{"id": one.source, "article": one.article, "mark": one.mark} for one in dated.cites],
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
