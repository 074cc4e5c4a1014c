"""The steps of a count as one line of words, in the language of the translator that is passed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Protocol

from assistant.model import N_

from .steps import Step


class Speaker(Protocol):
    """What is needed of a translator."""

    def __call__(self, message: str, /, **values: str | int) -> str:
        """The message in the reader's language, values filled in."""
        ...

    def plural(self, singular: str, plural: str, n: int, /, **values: str | int) -> str:
        """The form for ``n``; fills ``{n}`` too."""
        ...

    def day(self, day: date, /) -> str:
        """A day with its weekday, short."""
        ...


def words(steps: Iterable[Step], tr: Speaker) -> str:
    """``received Fri 6 Nov 2026 → day 1 is Sat 7 Nov 2026 → …``: every step, in order."""
    told = tuple(steps)
    counted = any(step.kind == "first-counts" for step in told)
    return " → ".join(
        tr(_BEGINS_COUNTED, day=tr.day(step.day)) if counted and step.kind == "event" else PHRASES[step.kind](step, tr)
        for step in told
    )


EVENTS = MappingProxyType(
    {
        "request_received": N_("received {day}"),
        "complaint_received": N_("complaint received {day}"),
        "decision_served": N_("you got the decision {day}"),
        "decision_made": N_("decided {day}"),
        "ruling_effective": N_("ruling in effect {day}"),
        "listed": N_("listed {day}"),
        "harm_known": N_("known to you since {day}"),
        "settled": N_("settled {day}"),
        "reported": N_("reported {day}"),
        "application_corrected": N_("application completed {day}"),
    }
)
"""How a count begins, by event; any other event has words of its own in its record."""

SERVED = MappingProxyType(
    {
        "decision_posted": N_("posted {known}"),
        "decision_sent": N_("sent electronically {known}"),
        "decision_downloaded": N_("downloaded {known}"),
        "notice_published": N_("public notice of {known}"),
    }
)
"""The day that was known, by event."""

_BEGINS = N_("it begins with {day}, which is not counted")
_BEGINS_COUNTED = N_("it begins with {day}")
_KNOWN = N_("known day {known}")


def _event(step: Step, tr: Speaker) -> str:
    return tr(EVENTS.get(step.name, _BEGINS), day=tr.day(step.day))


def _served(step: Step, tr: Speaker) -> str:
    known = tr(SERVED.get(step.name, _KNOWN), known=tr.day(step.day))
    taken = tr.plural(
        "by law it counts as received {n} day later, {taken}",
        "by law it counts as received {n} days later, {taken}",
        step.number,
        taken=tr.day(step.until or step.day),
    )
    return f"{known} → {taken}"


def _after(step: Step, tr: Speaker) -> str:
    return tr("that period ends {day}, and the next one starts there", day=tr.day(step.day))


def _first(step: Step, tr: Speaker) -> str:
    return tr("day 1 is {day}", day=tr.day(step.day))


def _first_counts(_step: Step, tr: Speaker) -> str:
    return tr("that day itself is day 1")


def _until(step: Step, tr: Speaker) -> str:
    return tr("the time is over with the day before the same date: {day}", day=tr.day(step.day))


def _day(step: Step, tr: Speaker) -> str:
    return tr("day {number} is {day}", number=step.number, day=tr.day(step.day))


def _weeks(step: Step, tr: Speaker) -> str:
    return tr.plural(
        "{n} week later, on the same weekday, is {day}",
        "{n} weeks later, on the same weekday, is {day}",
        step.number,
        day=tr.day(step.day),
    )


def _months(step: Step, tr: Speaker) -> str:
    return tr.plural(
        "{n} month later, on the same date, is {day}",
        "{n} months later, on the same date, is {day}",
        step.number,
        day=tr.day(step.day),
    )


def _years(step: Step, tr: Speaker) -> str:
    return tr.plural(
        "{n} year later, on the same date, is {day}",
        "{n} years later, on the same date, is {day}",
        step.number,
        day=tr.day(step.day),
    )


def _month_end(step: Step, tr: Speaker) -> str:
    return tr.plural(
        "{n} month later there is no such date, so the last day of that month counts: {day}",
        "{n} months later there is no such date, so the last day of that month counts: {day}",
        step.number,
        day=tr.day(step.day),
    )


def _calendar_end(step: Step, tr: Speaker) -> str:
    if step.name == "years":
        return tr.plural(
            "the end of the calendar year {n} year on is {day}",
            "the end of the calendar year {n} years on is {day}",
            step.number,
            day=tr.day(step.day),
        )
    return tr.plural(
        "the end of the calendar month {n} month on is {day}",
        "the end of the calendar month {n} months on is {day}",
        step.number,
        day=tr.day(step.day),
    )


def _skipped(step: Step, tr: Speaker) -> str:
    first, last = tr.day(step.day), tr.day(step.until or step.day)
    if first == last:
        return tr("not counted, a rest day: {day}", day=first)
    if step.name == "weekend":
        return tr("not counted, a weekend: {first} to {last}", first=first, last=last)
    return tr("not counted, holidays or days off: {first} to {last}", first=first, last=last)


def _worked(step: Step, tr: Speaker) -> str:
    return tr("counted, a weekend day declared a working day: {day}", day=tr.day(step.day))


def _working_day(step: Step, tr: Speaker) -> str:
    return tr("working day {number} is {day}", number=step.number, day=tr.day(step.day))


def _rest(step: Step, tr: Speaker) -> str:
    first, last = tr.day(step.day), tr.day(step.until or step.day)
    if step.name == "regional-doubt":
        return tr("a holiday in this part of the country; it is not settled that it counts")
    if step.name == "regional":
        return tr("rest days until {last}, with a holiday in this part of the country", last=last)
    if first == last:
        return tr("that is a rest day")
    return tr("rest days until {last}", last=last)


def _next(step: Step, tr: Speaker) -> str:
    return tr("next working day {day}", day=tr.day(step.day))


def _kept(step: Step, tr: Speaker) -> str:
    return tr("the end stays on {day}, also if that is a rest day", day=tr.day(step.day))


def _two_working_days(step: Step, tr: Speaker) -> str:
    return tr("the period must hold at least two working days, so it ends {day}", day=tr.day(step.day))


def _base(step: Step, tr: Speaker) -> str:
    return tr("the first period ends {day}", day=tr.day(step.until or step.day))


def _from_receipt(step: Step, tr: Speaker) -> str:
    return tr("both periods counted in one end {day}", day=tr.day(step.until or step.day))


def _from_base(step: Step, tr: Speaker) -> str:
    return tr("the extension counted from the end of the first period ends {day}", day=tr.day(step.until or step.day))


def _later(step: Step, tr: Speaker) -> str:
    return tr("the law does not say which; the later day is taken: {day}", day=tr.day(step.day))


def _earlier(step: Step, tr: Speaker) -> str:
    return tr("the law does not say which; the earlier day is taken: {day}", day=tr.day(step.day))


def _opens(step: Step, tr: Speaker) -> str:
    return tr("the next step opens {day}", day=tr.day(step.day))


def _no_working_day(step: Step, tr: Speaker) -> str:
    return tr("no working day lies between; by the strict reading it ends {day}", day=tr.day(step.day))


def _provisional(step: Step, tr: Speaker) -> str:
    match step.name:
        case "provisional-year":
            return tr("provisional: the official calendar of {year} is not in this program", year=step.number)
        case "no-year":
            return tr(
                "provisional: there is no calendar of {year} here, only weekends were looked at", year=step.number
            )
        case "no-region":
            return tr(
                "provisional: only the nation-wide holidays were looked at, not those of this part of the country"
            )
        case _:
            return tr("provisional: there is no calendar of this place here, only weekends were looked at")


PHRASES: Mapping[str, Callable[[Step, Speaker], str]] = MappingProxyType(
    {
        "event": _event,
        "served": _served,
        "after": _after,
        "first": _first,
        "first-counts": _first_counts,
        "until": _until,
        "day": _day,
        "weeks": _weeks,
        "months": _months,
        "years": _years,
        "month-end": _month_end,
        "calendar-end": _calendar_end,
        "skipped": _skipped,
        "worked": _worked,
        "working-day": _working_day,
        "rest": _rest,
        "next": _next,
        "kept": _kept,
        "two-working-days": _two_working_days,
        "base": _base,
        "from-receipt": _from_receipt,
        "from-base": _from_base,
        "later": _later,
        "earlier": _earlier,
        "opens": _opens,
        "no-working-day": _no_working_day,
        "provisional": _provisional,
    }
)
"""One phrase for each kind of step."""
