"""What is to be done in a case, in the reader's language: the same words in every front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.i18n import Translator
from assistant.knowledge import Knowledge, localise, title_in
from assistant.model import N_, Letter, Outcome, Reply

from .advisor import Adviser
from .casefile import CaseFile, Taken
from .following import Item, Kind, Status, Summary, items, route_in, summary
from .following.days import REMINDER, final, ways_on
from .limits import lines
from .planning import Dated, Days, PlannedRoute, dated, plan_route

STATUSES: dict[Status, str] = {
    "not_started": N_("Not started"),
    "in_progress": N_("In progress"),
    "waiting": N_("Waiting for answer"),
    "done": N_("Done"),
}
"""In sentence case; "Done" is the quietest."""

_LED = {
    "yes": N_("They agreed."),
    "partly": N_("They agreed in part, or asked for something."),
    "no": N_("They refused."),
    "silence": N_("They did not answer in time."),
    "late": N_("Your own time for this is over."),
}
_TO_COURT = ("litigation", "complaint", "reconsideration", "compensation")
_UNTIL = {
    "act": N_("{status} · answer by {day}"),
    "reminder": N_("{status} · ask again from {day}"),
    "wait": N_("{status} · next step opens {day}"),
}
FOLLOWING: tuple[Kind, ...] = ("follow", "perhaps", "also")
"""Kinds of things to do that follow a step."""
WAYS: tuple[Kind, ...] = ("begin", *FOLLOWING)
"""Kinds of things to do that are a way to go."""
_MOST = 9


@dataclass(frozen=True)
class Next:
    """One thing to do or to wait for, in words."""

    item: Item
    heading: str
    """A verb first."""
    because: tuple[str, ...]
    """Why, and what to do first."""
    planned: PlannedRoute | None
    """The way in full, counted with the days of the case."""
    letters: tuple[Letter, ...]
    dates: tuple[Dated, ...]
    """The limits that matter here."""
    others: tuple[tuple[str, str], ...]
    """Other ways that are open as well: their ids and titles."""
    bring: tuple[str, ...]
    """Papers to have ready, those of the case among them."""


def nexts(adviser: Adviser, case: CaseFile, tr: Translator) -> tuple[Next, ...]:
    """Everything open in a case, what is due first at the front."""
    return tuple(tell(adviser, case, one, tr) for one in items(adviser.knowledge, case, adviser.on))


def tell(adviser: Adviser, case: CaseFile, item: Item, tr: Translator) -> Next:
    """One thing in words."""
    knowledge = adviser.knowledge
    planned = None
    taken = case.step(item.step)
    name = item.route or (taken.route if taken is not None else None)
    if name is not None:
        planned = plan_route(knowledge, name, Days(item.days, case.place_of(name)), tr, adviser.on)
    return Next(
        item,
        _heading(item, planned, taken, knowledge, tr),
        tuple(_because(adviser, case, item, taken, tr)),
        planned,
        planned.letters if planned is not None and item.route is not None and item.kind in WAYS else (),
        tuple(dated(knowledge, one, tr) for one in item.dates),
        tuple((one, title_in(route_in(knowledge, case, one), tr)) for one in item.others),
        tuple(_bring(case, planned, knowledge, tr)) if item.kind in WAYS and item.route else (),
    )


HEADINGS: dict[Kind, str] = {
    "send": N_("Send it: {title}"),
    "tell": N_("Find out the day it arrived: {title}"),
    "wait": N_("Wait for the answer: {title}"),
    "perhaps": N_("If a shorter time holds here: {title}"),
    "supply": N_("Send what they ask for: {title}"),
    "begin": N_("Begin: {title}"),
    "also": N_("Also open to you: {title}"),
    "follow": N_("Next: {title}"),
}


def _heading(
    item: Item, planned: PlannedRoute | None, taken: Taken | None, knowledge: Knowledge, tr: Translator
) -> str:
    if item.kind == "end":
        return tr("Nothing is open here. You can end the case.")
    of_step = item.kind in ("send", "tell", "wait", "supply") or (item.kind == "perhaps" and item.route is None)
    title = name_of(taken, knowledge, tr) if of_step else planned.route.title if planned and item.route else ""
    return tr(HEADINGS[item.kind], title=title) if title else tr("Read what comes next")


def name_of(taken: Taken | None, knowledge: Knowledge, tr: Translator) -> str:
    """What a step is called: its letter, or its way, and whom it goes to."""
    if taken is None:
        return ""
    title = ""
    if taken.letter is not None and taken.letter in knowledge.letters:
        title = title_in(knowledge.letters[taken.letter], tr)
    elif taken.route is not None and taken.route in knowledge.routes:
        title = title_in(knowledge.routes[taken.route], tr)
    title = title or tr("Something done without a letter")
    return tr("{title} ({recipient})", title=title, recipient=taken.recipient) if taken.recipient else title


def _because(adviser: Adviser, case: CaseFile, item: Item, taken: Taken | None, tr: Translator) -> Iterator[str]:
    knowledge = adviser.knowledge
    match item.kind:
        case "wait" | "supply" | "tell":
            yield from _meanwhile(knowledge, case, item, taken, tr)
        case "perhaps":
            yield from _perhaps(item, tr)
        case "also" if item.count is not None and item.outcome is not None:
            yield tr(_LED[item.outcome])
        case "follow":
            yield from _led_here(knowledge, case, item, taken, tr)
        case "begin" if item.route is not None and case.situation is not None:
            uses = localise(knowledge.situations[case.situation], tr).routes
            yield from (one.why for one in uses if one.route == item.route)
    if item.passed(adviser.on):
        yield tr("This day is over. Read what is still open to you.")


def _meanwhile(knowledge: Knowledge, case: CaseFile, item: Item, taken: Taken | None, tr: Translator) -> Iterator[str]:
    """What holds while their answer is waited for."""
    if item.kind == "wait" and item.count is None:
        yield tr("We know of no day by which they must answer.")
    if taken is not None and taken.answered:
        last = item.reply or taken.answered[-1].reply
        step = localise(knowledge.replies[last], tr).step if last in knowledge.replies else None
        if step is not None:
            yield step.text
    open_end = item.kind == "wait" and (item.count is None or item.count.limit.kind == "wait")
    if open_end and taken is not None and taken.route is not None:
        text = localise(route_in(knowledge, case, taken.route), tr).next.silence.text
        yield tr("If they do not answer: {text}", text=text)
    if item.kind == "tell" and item.count is not None:
        yield tr(
            "It must have arrived by {day}. Posting it by then is not enough.", day=tr.full_day(item.count.last_day)
        )
    if item.kind == "tell":
        yield tr("Their time starts on the day it reached them. Without that day it cannot be counted.")


def _perhaps(item: Item, tr: Translator) -> Iterator[str]:
    """In which case a shorter time of theirs is over."""
    if item.case is not None:
        case = localise(item.case.limit, tr).applies or ""
        day = tr.date(item.case.last_day)
        yield tr("Their time was over on {day}, but only for this case: {case}.", day=day, case=case)
        yield tr("If you do not know, act as if it were so.")


def _led_here(knowledge: Knowledge, case: CaseFile, item: Item, taken: Taken | None, tr: Translator) -> Iterator[str]:
    """What led to a next step, and what the records say of it."""
    if item.outcome is None:
        return
    if item.outcome == "silence" and item.count is not None and item.count.is_reminder:
        yield tr("They have not answered. The law gives them no number of days.")
    else:
        yield tr(_LED[item.outcome])
    if taken is None or taken.route is None:
        return
    special = (
        localise(knowledge.replies[item.reply], tr).step if item.reply and item.reply in knowledge.replies else None
    )
    if special is not None:
        yield special.text
    yield from _reminded(knowledge, case, taken, item.outcome, tr)
    yield str(getattr(localise(route_in(knowledge, case, taken.route), tr).next, item.outcome).text)


def _reminded(knowledge: Knowledge, case: CaseFile, taken: Taken, outcome: Outcome, tr: Translator) -> list[str]:
    """What comes next for the letter that a reminder reminded of."""
    before = case.step(taken.follows)
    if taken.route is None or knowledge.routes[taken.route].kind != REMINDER or before is None or before.route is None:
        return []
    if before.route not in knowledge.routes:
        return []
    return [getattr(localise(route_in(knowledge, case, before.route), tr).next, outcome).text]


def _bring(case: CaseFile, planned: PlannedRoute | None, knowledge: Knowledge, tr: Translator) -> Iterator[str]:
    """Papers for the way: what the records name, and what the case already holds."""
    if planned is None:
        return
    for paper in planned.route.evidence:
        words = N_("{text} (needed)") if paper.need == "required" else N_("{text} (helps)")
        yield tr(words, text=paper.text)
    if planned.route.kind not in _TO_COURT:
        return
    for taken in case.steps:
        if taken.sent is not None or taken.arrived is not None:
            values = {"title": name_of(taken, knowledge, tr), "day": tr.date(taken.sent or taken.arrived or taken.made)}
            yield tr("From this case: your paper of {day}: {title}", **values)
        if taken.arrived is not None:
            yield tr("From this case: proof that it arrived on {day}", day=tr.date(taken.arrived))
        for one in taken.answered:
            yield tr("From this case: their answer of {day}", day=tr.date(one.day))


def limit_lines(dates: tuple[Dated, ...], knowledge: Knowledge, tr: Translator, on: date) -> list[str]:
    """Limits as lines, with an empty line between them."""
    found: list[str] = []
    for one in dates:
        found += [*lines(one, knowledge, tr, on), ""]
    return found[:-1]


def replies_for(knowledge: Knowledge, case: CaseFile, taken: Taken, tr: Translator) -> tuple[Reply, ...]:
    """The kinds of answers to choose from, in order."""
    if taken.route is None or taken.route not in knowledge.routes:
        return ()
    route = route_in(knowledge, case, taken.route)
    countries = {route.country, "eu"} if route.country != "cn" else {"cn"}
    fitting = [
        one
        for one in knowledge.replies
        if (not one.kinds or route.kind in one.kinds)
        and (not one.places or countries & set(one.places))
        and (not one.routes or taken.route in one.routes)
        and taken.route not in one.without
    ]
    return tuple(localise(one, tr) for one in sorted(fitting, key=lambda one: (one.order, one.id)))[:_MOST]


def answer_day(knowledge: Knowledge, case: CaseFile, taken: Taken, reply: str, tr: Translator) -> tuple[str, str]:
    """How the day of an answer is asked for, and a hint: where it starts a time limit, in the words of that day."""
    one = knowledge.replies[reply]
    names: list[str] = [one.event] if one.event is not None else []
    if taken.route is not None and one.outcome != "waiting":
        outcome: Outcome = one.outcome
        names += [name for way in ways_on(knowledge, case, taken, outcome, reply) for name in way.step.answer]
    if not names:
        return tr("On which day did their answer reach you?"), tr("Take the day the letter or the e-mail arrived.")
    event = localise(knowledge.events[names[0]], tr)
    return event.question, event.hint


def status_words(found: Summary, tr: Translator) -> str:
    """The status of a case, with the day that matters next, in words that stand alone."""
    words = tr(STATUSES[found.status])
    if found.due is None:
        return words
    if found.passed:
        return tr("{status} · day passed: {day}", status=words, day=tr.date(found.due))
    count = found.next.count if found.next is not None else None
    kind = count.limit.kind if count is not None and found.status == "waiting" else ""
    return tr(_UNTIL.get(kind, N_("{status} · due {day}")), status=words, day=tr.date(found.due))


def history(case: CaseFile, knowledge: Knowledge, tr: Translator) -> list[tuple[date, str]]:
    """What happened, day by day: letters, arrivals, answers, in the order of days."""
    found: list[tuple[date, str]] = []
    if case.opened is not None:
        found.append((case.opened, tr("The case was opened.")))
    for taken in case.steps:
        name = name_of(taken, knowledge, tr)
        found.append((taken.made, tr("Written: {title}", title=name)))
        if taken.sent is not None:
            found.append((taken.sent, tr("Sent: {title}", title=name)))
        if taken.arrived is not None:
            found.append((taken.arrived, tr("It arrived: {title}", title=name)))
        for one in taken.answered:
            known = one.reply in knowledge.replies
            label = localise(knowledge.replies[one.reply], tr).label if known else one.reply
            found.append((one.day, tr("Their answer: {answer}", answer=label)))
    return sorted(found, key=lambda one: one[0])  # on one day in the order in which it was told


__all__ = [
    "FOLLOWING",
    "HEADINGS",
    "STATUSES",
    "WAYS",
    "Next",
    "answer_day",
    "final",
    "history",
    "limit_lines",
    "name_of",
    "nexts",
    "replies_for",
    "status_words",
    "summary",
    "tell",
]
