"""The lower parts of a case's page: what happened, papers, notes, and what else can be done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.widget import Widget

from assistant.guide.casework import history, name_of
from assistant.model import N_
from assistant.tui.case_places import (
    CaseName,
    ChooseSituation,
    EndCase,
    FileOf,
    HandOver,
    MakeBook,
    MakeSheet,
    NoteIn,
    PaperIn,
    Remove,
    StepOf,
)
from assistant.tui.places import PlanOf
from assistant.tui.widgets import Row, Tell, fixed

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.i18n import Translator

    from .case import CasePage


def happened(page: CasePage, case: CaseFile) -> Iterator[Widget]:
    """Day by day, then each step, then the notes."""
    knowledge = page.state.adviser.knowledge
    yield page.say(lambda tr: tr("What happened"), classes="heading")
    for day, words in history(case, knowledge, page.tr):
        yield Row("•", fixed(f"{page.tr.date(day)}  {words}"), page.tr)
    for step in case.steps:
        name = name_of(step, knowledge, page.tr)
        words = page.tr("Open: {step}", step=name) if name else page.tr("Open this step")
        yield page.act(fixed(words), StepOf(step.number), id=f"step-{step.number}")
    if case.notes:
        yield page.say(lambda tr: tr("Notes"), classes="heading")
    for _, day, text in case.notes:
        yield Row("•", fixed(f"{page.tr.date(day)}  {text}"), page.tr)


def papers(page: CasePage, case: CaseFile) -> Iterator[Widget]:
    """What was put in."""
    if case.papers:
        yield page.say(lambda tr: tr("Papers in this case"), classes="heading")
    for paper in case.papers:
        about = " · ".join(one for one in (paper.about, size_words(paper.file.size, page.tr)) if one)
        yield page.act(fixed(paper.file.name), FileOf(paper.file.at, paper.n), about=about, id=f"paper-{paper.n}")


def actions(page: CasePage, case: CaseFile) -> Iterator[Widget]:
    """A line for each thing one can do with a case."""
    acts: list[tuple[str, object, str]] = [
        (N_("Write a note"), NoteIn(), "note"),
        (N_("Put a paper in"), PaperIn(), "paper"),
        (N_("Name the case, or whose it is"), CaseName(), "name"),
    ]
    if case.situation is not None:
        acts.insert(0, (N_("Show everything you can do"), PlanOf(case.situation), "plan"))
        acts.append((N_("Choose another situation"), ChooseSituation(), "situation"))
    acts += [
        (N_("Save a plan to print"), MakeSheet("plan", case.name), "sheet"),
        (N_("Save the days for a calendar"), MakeSheet("calendar", case.name), "calendar"),
        (N_("Hand the case over"), HandOver("case", case.name), "hand"),
        (N_("Take the case up again"), "resume", "resume") if case.ended else (N_("End the case"), EndCase(), "end"),
    ]
    if case.last > 1:
        acts.append((N_("Undo the last change"), "undo", "undo"))
    if not page.cases.room.kept:
        acts.append((N_("Keep the cases in a book on this computer"), MakeBook(), "book"))
    acts.append((N_("Remove the case"), Remove("case", case.name), "remove"))
    yield page.say(lambda tr: tr("What else you can do"), classes="heading")
    for words, value, name in acts:
        yield page.act(_said(words), value, id=name)


def _said(words: str) -> Tell:
    return lambda tr: tr(words)


def size_words(size: int, tr: Translator) -> str:
    """A size in words."""
    return tr("{n} kB", n=max(1, round(size / 1000)))
