"""What is printed of cases: the plan of one, and a week's list for the office. Documents, so that every format writes them.

Paper is seen by others. Without ``names`` nothing on it comes from the person but whom the letters went to, and in the
week's list not even that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from assistant.i18n import Translator
from assistant.knowledge import localise
from assistant.model import Block, Document, PersonKept, Role

from .advisor import Adviser
from .casefile import CaseFile
from .casepersons import initials
from .casework import Next, history, nexts, status_words, summary, tell
from .following import Item, items
from .limits import lines
from .planning import Dated

BOX = "☐"
"""To tick by hand."""
_SHORT = 6


def mark_of(case: CaseFile, person: PersonKept | None, *, names: bool) -> str:
    """What stands for a case in a list: a name where it may, else a reference, initials, or the start of its own mark."""
    if person is None:
        return (case.label if names else "") or case.uid[:_SHORT]
    shown = person.reference or initials(person.name) or case.uid[:_SHORT]
    return f"{person.name} ({person.reference})" if names and person.reference else person.name if names else shown


def case_document(
    adviser: Adviser, case: CaseFile, tr: Translator, *, names: bool, person: PersonKept | None = None
) -> Document:
    """The plan of one case, to be printed; with ``names`` it says whose it is and what it was called."""
    found = nexts(adviser, case, tr)
    about = _about(adviser, case, tr)
    title = (case.label if names else "") or about or tr("The plan of a case")
    head = [
        (tr("Whose case") if names else tr("Case"), "" if person is None else mark_of(case, person, names=names)),
        (tr("What it is about"), about if about != title else ""),
        (tr("Where it stands"), status_words(summary(adviser.knowledge, case, adviser.on), tr)),
    ]
    paper = _Paper()
    paper.add("title", title)
    paper.add("parties", *(f"{label}\t{text}" for label, text in head if text))
    for number, one in enumerate((one for one in found if one.item.mine), 1):
        _to_do(paper, one, number, adviser, tr)
    _waiting(paper, [one for one in found if one.item.kind == "wait"], adviser, tr)
    also = (_other_way(one, tr) for one in found if one.item.kind == "also")
    paper.section(tr("Also open to you"), "bullets", *also)
    for one in found:
        if one.item.kind == "end":
            paper.add("heading", one.heading)
    told = history(case, adviser.knowledge, tr)
    paper.section(tr("What happened"), "parties", *(f"{tr.date(day)}\t{words}" for day, words in told))
    papers = (f"{one.file.name} · {one.about}" if one.about else one.file.name for one in case.papers)
    paper.section(tr("Papers in the case"), "bullets", *(papers if names else ()))
    paper.add("paragraph", *_law(adviser, (one for one in found if one.planned is not None), tr))
    return paper.document("case-plan", title, adviser.on, tr)


def week_document(  # noqa: PLR0913 - each is told by name
    adviser: Adviser,
    entries: Iterable[CaseFile],
    tr: Translator,
    *,
    first: date,
    days: int = 7,
    names: bool,
    persons: Mapping[str, PersonKept] | None = None,
) -> Document:
    """What is to be done in ``days`` days from ``first`` on: a row for each task, what was due before it at the top.

    ``persons`` as the shelf gives them. What has no day stands at the end, of each case what comes first.
    """
    end = first + timedelta(days=days - 1)
    tasks = [
        (item, case) for case in entries for item in _of_week(items(adviser.knowledge, case, adviser.on), first, end)
    ]
    tasks.sort(key=lambda task: task[0].aim or date.max)
    title = tr("To do from {first} to {last}", first=tr.date(first), last=tr.date(end))
    paper = _Paper()
    paper.add("title", title)
    paper.add("paragraph", tr.plural("{n} thing to do.", "{n} things to do.", len(tasks)))
    rows = [_row(adviser, item, case, tr, names=names, persons=persons or {}) for item, case in tasks]
    if rows:
        paper.add("table", "\t".join((tr("Day"), tr("Case"), tr("What to do"), tr("Last day"))), *rows)
    paper.add("paragraph", tr("Law as of {day}.", day=tr.date(adviser.on)), _again(tr))
    return paper.document("week-list", title, adviser.on, tr)


class _Paper:
    """Blocks, one after the other; what is empty is left out."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def add(self, role: Role, *texts: str) -> None:
        kept = tuple(one for one in texts if one)
        if kept:
            self.blocks.append(Block(id=f"b{len(self.blocks) + 1}", role=role, lines=kept))

    def section(self, heading: str, role: Role, *texts: str) -> None:
        if any(texts):
            self.add("heading", heading)
            self.add(role, *texts)

    def document(self, name: str, title: str, on: date, tr: Translator) -> Document:
        return Document(
            letter=name,
            sheet="letter",
            locale=tr.locale,
            layout="plain",
            title=title,
            dated=on,
            blocks=tuple(self.blocks),
        )


def _to_do(paper: _Paper, one: Next, number: int, adviser: Adviser, tr: Translator) -> None:
    """One thing to do with why, by when, with what, and where that stands."""
    paper.add("heading", tr("{n}. {text}", n=number, text=one.heading))
    paper.add("paragraph", *one.because)
    for dated in one.dates:
        _limit(paper, dated, adviser, tr)
    if one.letters:
        paper.add("paragraph", tr("Letters for it: {list}", list=tr.list([each.title for each in one.letters])))
    if one.others:
        paper.add("paragraph", tr("Or: {list}", list=tr.list([title for _, title in one.others])))
    if one.bring:
        paper.add("paragraph", tr("Papers to bring:"))
        paper.add("bullets", *(f"{BOX} {text}" for text in one.bring))


def _limit(paper: _Paper, dated: Dated, adviser: Adviser, tr: Translator) -> None:
    title, *rest = lines(dated, adviser.knowledge, tr, adviser.on)
    paper.add("paragraph", tr("{text}:", text=title))
    paper.add("bullets", *rest)


def _waiting(paper: _Paper, found: list[Next], adviser: Adviser, tr: Translator) -> None:
    """What is waited for: only the limit with which their time ends."""
    if found:
        paper.add("heading", tr("What you wait for"))
    for one in found:
        paper.add("paragraph", one.heading, *one.because)
        count = one.item.count
        for dated in one.planned.dates if one.planned is not None and count is not None else ():
            if count is not None and dated.limit.id == count.limit.id:
                _limit(paper, dated, adviser, tr)


def _other_way(one: Next, tr: Translator) -> str:
    """Another way that is open, with the days of one's own where there are any."""
    title = one.planned.route.title if one.planned is not None else one.heading
    count = one.item.count
    if count is None:
        return title
    aim, last = tr.full_day(count.safe_day), tr.full_day(count.last_day)
    return tr("{title}. Aim for: {day}. Last day: {last}.", title=title, day=aim, last=last)


def _law(adviser: Adviser, found: Iterable[Next], tr: Translator) -> list[str]:
    """As of when the law is, the oldest look at it, and that days can change."""
    checked = [one.planned.route.checked for one in found if one.planned is not None]
    day = tr.date(adviser.on)
    if not checked:
        return [tr("Law as of {day}.", day=day), _again(tr)]
    return [tr("Law as of {day}; checked {checked}.", day=day, checked=tr.date(min(checked))), _again(tr)]


def _again(tr: Translator) -> str:
    return tr("A new answer can change every day on this sheet. Make it again then.")


def _of_week(found: Iterable[Item], first: date, end: date) -> Iterator[Item]:
    """The items of a case that belong in the list: due before, due in it, and the first of those without a day."""
    free = False
    for one in found:
        if one.aim is None:
            if one.mine and not free:
                free = True
                yield one
        elif one.aim <= end and (one.mine or one.aim >= first):
            yield one


def _row(
    adviser: Adviser,
    item: Item,
    case: CaseFile,
    tr: Translator,
    *,
    names: bool,
    persons: Mapping[str, PersonKept],
) -> str:
    seen = case if names else replace(case, steps=tuple(replace(one, recipient="") for one in case.steps))
    mark = mark_of(case, persons.get(case.person or ""), names=names)
    last = item.count.last_day if item.count is not None and item.count.limit.who == "you" else None
    day = tr("no day") if item.aim is None else tr.day(item.aim)
    if item.aim is not None and item.aim < adviser.on:
        day = tr("{day}: passed", day=day)
    shown = "" if last is None else tr("{day}: over", day=tr.day(last)) if last < adviser.on else tr.day(last)
    cells = (f"{BOX} {day}", mark, tell(adviser, seen, item, tr).heading, shown)
    return "\t".join(cell.replace("\t", " ") for cell in cells)


def _about(adviser: Adviser, case: CaseFile, tr: Translator) -> str:
    if case.situation is None or case.situation not in adviser.knowledge.situations:
        return ""
    return localise(adviser.knowledge.situations[case.situation], tr).title


__all__ = ["BOX", "case_document", "initials", "mark_of", "week_document"]
