"""A case as lines and as JSON: the same facts, the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from assistant.cli.due_json import due_rows
from assistant.cli.setting import Setting

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile, Taken
    from assistant.guide.caserows import Row
    from assistant.guide.casework import Next
    from assistant.guide.shelf import Shelf
    from assistant.model import FileKept

Json = dict[str, object]


def row_of(setting: Setting, shelf: Shelf, case: CaseFile) -> Row:
    """The row of one case."""
    from assistant.guide.caserows import row

    return row(setting.adviser, case, shelf.persons(), setting.tr)


def headline(one: Row, tr_of: Setting) -> str:
    """What stands above everything that is told of a case: its handle, its name, and whose it is."""
    from assistant.guide.caserows import short

    tr = tr_of.tr
    if one.person is None:
        return tr("Case {case}: {title}", case=short(one.case), title=one.title)
    return tr("Case {case}: {title} · {person}", case=short(one.case), title=one.title, person=one.full)


def row_json(one: Row, *, names: bool) -> Json:
    """One row of ``list``."""
    from assistant.guide.caserows import short

    item = one.summary.next
    return {
        "case": short(one.case),
        "uid": one.case.uid,
        "title": one.title,
        "label": one.case.label,
        "situation": one.case.situation,
        "mark": one.mark,
        "person": one.person.name if names and one.person is not None else None,
        "reference": one.person.reference if one.person is not None else None,
        "status": one.summary.status,
        "words": one.words,
        "due": iso(one.summary.due),
        "passed": one.summary.passed,
        "next": None if item is None else {"kind": item.kind, "step": item.step, "route": item.route},
        "changed": iso(one.case.touched),
    }


def next_json(one: Next, case: CaseFile, on: date) -> Json:
    """One thing to do."""
    from assistant.guide.caserows import short

    item = one.item
    return {
        "case": short(case),
        "kind": item.kind,
        "step": item.step,
        "route": item.route,
        "outcome": item.outcome,
        "reply": item.reply,
        "heading": one.heading,
        "because": list(one.because),
        "aim": iso(item.aim),
        "last_day": iso(item.count.last_day if item.count else None),
        "passed": item.passed(on),
        "letters": [{"id": letter.id, "title": letter.title} for letter in one.letters],
        "limits": due_rows(one.dates),
        "others": [{"route": name, "title": title} for name, title in one.others],
        "bring": list(one.bring),
    }


def case_json(setting: Setting, shelf: Shelf, case: CaseFile) -> Json:
    """One case with everything that was told."""
    from assistant.guide.casework import history, nexts

    tr, known = setting.tr, setting.knowledge
    return {
        **row_json(row_of(setting, shelf, case), names=True),
        "place": case.place,
        "places": dict(case.own_places),
        "opened": iso(case.opened),
        "ended": case.ended,
        "days": {name: day.isoformat() for name, day in case.days.items()},
        "steps": [_step(one, setting) for one in case.steps],
        "notes": [{"change": n, "day": day.isoformat(), "text": text} for n, day, text in case.notes],
        "papers": [{"change": one.n, "about": one.about, "step": one.step, **_file(one.file)} for one in case.papers],
        "history": [{"day": day.isoformat(), "words": words} for day, words in history(case, known, tr)],
        "todo": [next_json(one, case, setting.on) for one in nexts(setting.adviser, case, tr)],
    }


def _step(one: Taken, setting: Setting) -> Json:
    from assistant.guide.casework import name_of

    return {
        "step": one.number,
        "route": one.route,
        "letter": one.letter,
        "title": name_of(one, setting.knowledge, setting.tr),
        "locale": one.locale or None,
        "recipient": one.recipient or None,
        "follows": one.follows,
        "written": one.made.isoformat(),
        "sent": iso(one.sent),
        "arrived": iso(one.arrived),
        "answers": [{"reply": a.reply, "day": a.day.isoformat(), "note": a.note or None} for a in one.answered],
        "files": [_file(file) for file in one.files],
    }


def _file(file: FileKept) -> Json:
    return {"name": file.name, "media": file.media, "size": file.size, "sha256": file.sha256}


def next_lines(setting: Setting, one: Next) -> list[str]:
    """One thing to do as indented lines."""
    from assistant.guide.casework import limit_lines

    tr = setting.tr
    lines = [*one.because]
    lines += limit_lines(one.dates, setting.knowledge, tr, setting.on)
    lines += [tr("Letter: {title} ({id})", title=letter.title, id=letter.id) for letter in one.letters]
    lines += [tr("Another way: {title} ({id})", title=title, id=name) for name, title in one.others]
    if one.bring:
        lines += [tr("Have ready:"), *(f"- {paper}" for paper in one.bring)]
    return [one.heading, *(f"  {line}".rstrip() for line in lines)]


def case_lines(setting: Setting, shelf: Shelf, case: CaseFile) -> Iterator[str]:
    """One case as a page."""
    from assistant.guide.casework import history, nexts

    tr = setting.tr
    one = row_of(setting, shelf, case)
    yield headline(one, setting)
    yield one.words
    todo = nexts(setting.adviser, case, tr)
    if todo:
        yield from ("", tr("What to do"))
    for thing in todo:
        yield from ("", *next_lines(setting, thing))
    yield from ("", tr("What happened"))
    yield from (f"  {tr.full_day(day)}: {words}" for day, words in history(case, setting.knowledge, tr))
    yield from _part(tr("Letters and other steps"), (_step_line(taken, setting) for taken in case.steps))
    yield from _part(tr("Notes"), (f"[{n}] {tr.date(day)}: {text}" for n, day, text in case.notes))
    yield from _part(tr("Papers"), (f"[{p.n}] {p.about or p.file.name} ({p.file.name})" for p in case.papers))


def _step_line(taken: Taken, setting: Setting) -> str:
    from assistant.guide.casework import name_of

    return f"[{taken.number}] {name_of(taken, setting.knowledge, setting.tr)}"


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = [f"  {line}" for text in lines for line in text.split("\n")]
    if found:
        yield from ("", heading, *found)


def iso(day: date | None) -> str | None:
    """A day as JSON has it."""
    return None if day is None else day.isoformat()
