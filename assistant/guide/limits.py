"""How a time limit is shown: the day to aim for, the last day, who, how it was counted, and the law."""

from __future__ import annotations

from datetime import date

from assistant.deadlines import Count, Open, Provisional
from assistant.i18n import Translator
from assistant.knowledge import Knowledge, localise

from .marks import cites, old
from .planning import Dated


def lines(dated: Dated, knowledge: Knowledge, tr: Translator, on: date) -> list[str]:
    """One limit as lines of label and text. Never only a date, never only a countdown."""
    found = dated.count
    rows = [dated.limit.title]
    if dated.limit.applies is not None:
        rows.append(tr("For the case that: {case}", case=dated.limit.applies))
    if found is None:
        rows += _open(dated, knowledge, tr)
    elif dated.limit.kind == "act":
        rows += _act(found, dated, tr, on)
    else:
        rows += _other(found, dated, tr, on)
    if found is not None:
        rows.append(tr("Counted: {why}", why=dated.why))
        if found.provisional is not None:
            rows.append(tr("Provisional: {reason}", reason=provisional(found.provisional, tr)))
    if dated.says and (found is not None or dated.result.version is None):
        rows.append(tr("Note: {text}", text=dated.says))
    rows += [tr("Law: {source}", source=one) for one in cites(dated.cites, knowledge, tr)]
    return rows + old(min(knowledge.sources[one.source].checked for one in dated.cites), on, tr)


def _open(dated: Dated, knowledge: Knowledge, tr: Translator) -> list[str]:
    rows = [_who(dated, tr)]
    if dated.says and dated.result.version is not None and dated.result.version.length is None:
        rows.append(tr("No number of days is counted here: {words}", words=dated.says))
        return rows
    version = dated.result.version
    if version is not None and version.length is not None:
        rows.append(tr("How long: {length}", length=length(version.length.number, version.length.unit, tr)))
    event = localise(knowledge.events[dated.limit.starts], tr)
    if isinstance(dated.result, Open) and dated.result.why == "not-in-force":
        rows.append(tr("Not counted: we know no such rule for that day."))
        return rows
    rows.append(tr("Not counted yet: tell us {event}.", event=event.label))
    return rows


def _act(found: Count, dated: Dated, tr: Translator, on: date) -> list[str]:
    if dated.limit.who == "body":
        return [
            tr(
                "They must answer or act by: {day} ({distance})",
                day=tr.full_day(found.last_day),
                distance=distance(found.last_day, on, tr),
            ),
            tr("Late from: {day}", day=tr.full_day(found.late_from)),
            _who(dated, tr),
        ]
    rows = [
        tr("Aim for: {day} ({distance})", day=tr.full_day(found.safe_day), distance=distance(found.safe_day, on, tr)),
        tr("Last day: {day}. After it you are late.", day=tr.full_day(found.last_day)),
        _who(dated, tr),
    ]
    if dated.limit.posting:
        rows.append(tr("Handing it to the post on the last day is in time. Keep the receipt."))
    if found.last_day < on:
        rows.append(tr("This day passed {distance}.", distance=distance(found.last_day, on, tr)))
        if dated.limit.missed is not None:
            rows.append(tr("Still open to you: {text}", text=dated.limit.missed.text))
    return rows


def _other(found: Count, dated: Dated, tr: Translator, on: date) -> list[str]:
    day, away = tr.full_day(found.last_day), distance(found.last_day, on, tr)
    match dated.limit.kind:
        case "retention":
            return [tr("May stay until: {day} ({distance})", day=day, distance=away)]
        case "wait":
            return [tr("The next step opens: {day} ({distance})", day=day, distance=away)]
        case _:
            return [
                tr("A day to ask again: {day} ({distance})", day=day, distance=away),
                tr("This is our suggestion. The law gives no number of days here."),
            ]


def _who(dated: Dated, tr: Translator) -> str:
    return tr("Who: you") if dated.limit.who == "you" else tr("Who: the other side")


def distance(day: date, on: date, tr: Translator) -> str:
    """``in 9 days``, ``today`` or ``3 days ago``: calendar days, only ever an addition to a date."""
    days = (day - on).days
    if days == 0:
        return tr("today")
    return tr.plural("in {n} day", "in {n} days", days) if days > 0 else tr.plural("{n} day ago", "{n} days ago", -days)


def length(number: int, unit: str, tr: Translator) -> str:
    """A length in the unit of the law."""
    match unit:
        case "days":
            return tr.plural("{n} day", "{n} days", number)
        case "working_days":
            return tr.plural("{n} working day", "{n} working days", number)
        case "weeks":
            return tr.plural("{n} week", "{n} weeks", number)
        case "months":
            return tr.plural("{n} month", "{n} months", number)
        case _:
            return tr.plural("{n} year", "{n} years", number)


def provisional(reason: Provisional, tr: Translator) -> str:
    """Why a date can still change."""
    if reason.reason:
        return reason.reason
    match reason.code:
        case "no-calendar":
            return tr(
                "We have no holidays for {place}. Only Saturdays and Sundays were taken as rest days.",
                place=reason.place,
            )
        case "no-region":
            return tr(
                "We have only the nation-wide holidays for {place}. A regional holiday can move the day.",
                place=reason.place,
            )
        case _:
            return tr("The holidays of {year} were not known when this was checked.", year=reason.year)
