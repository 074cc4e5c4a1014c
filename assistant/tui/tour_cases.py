"""Stops in the case book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .case_places import (
    BookDo,
    BookOf,
    CaseName,
    Cases,
    ChooseSituation,
    Doing,
    DoneOnWay,
    EndCase,
    FileOf,
    HandOver,
    MakeBook,
    MakeSheet,
    NewCase,
    NoteIn,
    PaperIn,
    PersonOf,
    Persons,
    Remove,
    ReplyTo,
    StepDay,
    StepOf,
    TakeOver,
    Unlock,
)
from .places import To
from .tour import Guide, Stop
from .tour_made import (
    CALL,
    OTHER,
    PASSPHRASE,
    book,
    danger_case,
    ended_case,
    locked_book,
    long_case,
    new_case,
    one_case,
    parcel,
)
from .tour_pages import ROUTE, SITUATION, STORY, nobody

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile


def _case(guide: Guide) -> CaseFile:
    if guide.state.opened is None:
        raise RuntimeError
    return guide.state.opened


def _person(guide: Guide) -> str:
    return _case(guide).person or ""


def _letter(guide: Guide) -> To:
    """The file of the first letter."""
    return FileOf(_case(guide).steps[0].files[0].at)


def _paper(guide: Guide) -> To:
    """The first paper."""
    paper = _case(guide).papers[0]
    return FileOf(paper.file.at, paper.n)


def _names(guide: Guide) -> None:
    guide.state.cases.names = True


def _keeps(guide: Guide) -> None:
    guide.state.session = guide.state.session.choose(SITUATION)


async def _go(guide: Guide) -> None:
    """Go on without having filled anything."""
    await guide.choose("go")


async def _weak(guide: Guide) -> None:
    await guide.choose("on")
    await guide.put(first="abc", again="abc")
    await guide.choose("go")


async def _offered(guide: Guide) -> None:
    await guide.choose("on", "words")


async def _wrong(guide: Guide) -> None:
    await guide.put(passphrase=OTHER)
    await guide.choose("go")


async def _day(guide: Guide) -> None:
    await guide.choose("reply-refused")


async def _ambiguous(guide: Guide) -> None:
    await guide.choose("reply-refused")
    await guide.put(day="03/04/2026")
    await guide.choose("go")


async def _future(guide: Guide) -> None:
    await guide.put(day="3 April 2031")
    await guide.choose("go")


async def _searched(guide: Guide) -> None:
    await guide.put(story=STORY)
    await guide.pilot.pause(0.12)  # the search begins when the keys rest


async def _note(guide: Guide) -> None:
    await guide.put(note=CALL)


async def _missing(guide: Guide) -> None:
    await guide.put(path="missing.pdf")
    await guide.choose("go")


async def _sure(guide: Guide) -> None:
    await guide.choose("out")


async def _near(guide: Guide) -> None:
    await guide.put(name="Wang, Xiaoming")
    await guide.choose("go")


async def _inside(guide: Guide) -> None:
    await guide.put(path=str(parcel(guide)), passphrase=PASSPHRASE)
    await guide.choose("look")


async def _sheet_there(guide: Guide) -> None:
    (guide.folder / "list.pdf").write_bytes(b"")
    await guide.put(name=str(guide.folder / "list.pdf"))
    await guide.choose("names", "save")


def _do(what: Doing) -> Stop:
    return Stop(f"book-{what}", f"{what.title()}Page", book, BookDo(what))


CASES: tuple[Stop, ...] = (
    Stop("cases-none", "CasesPage", nobody, Cases()),
    Stop("make-book", "MakeBookPage", nobody, MakeBook()),
    Stop("make-book-weak", "MakeBookPage", nobody, MakeBook(), _weak),
    Stop("make-book-words", "MakeBookPage", nobody, MakeBook(), _offered),
    Stop("new-case", "NewCasePage", nobody, NewCase()),
    Stop("new-case-keep", "NewCasePage", nobody, NewCase(keep=True), before=_keeps),
    Stop("persons-none", "PersonsPage", nobody, Persons()),
    Stop("case", "CasePage", one_case),
    Stop("case-cases", "CasesPage", one_case, Cases()),
    Stop("case-cases-names", "CasesPage", one_case, Cases(), before=_names),
    Stop("case-step", "StepPage", one_case, StepOf(1)),
    Stop("case-step-day", "StepDayPage", one_case, StepDay(1, "arrived")),
    Stop("case-step-day-future", "StepDayPage", one_case, StepDay(1, "sent"), _future),
    Stop("case-reply", "ReplyPage", one_case, ReplyTo(1)),
    Stop("case-reply-day", "ReplyPage", one_case, ReplyTo(1), _day),
    Stop("case-reply-ambiguous", "ReplyPage", one_case, ReplyTo(1), _ambiguous),
    Stop("case-name", "CaseNamePage", one_case, CaseName()),
    Stop("case-situation", "ChooseSituationPage", one_case, ChooseSituation(), _searched),
    Stop("case-way", "DoneOnWayPage", one_case, DoneOnWay(ROUTE)),
    Stop("case-note", "NotePage", one_case, NoteIn(), _note),
    Stop("case-note-empty", "NotePage", one_case, NoteIn(), _go),
    Stop("case-paper", "PaperPage", one_case, PaperIn()),
    Stop("case-paper-missing", "PaperPage", one_case, PaperIn(), _missing),
    Stop("case-file", "FilePage", one_case, _letter),
    Stop("case-end", "EndCasePage", one_case, EndCase()),
    Stop("case-remove", "RemovePage", one_case, lambda guide: Remove("case", _case(guide).name), _go),
    Stop("case-hand-over", "HandOverPage", one_case, lambda guide: HandOver("case", _case(guide).name), _go),
    Stop("take-over", "TakeOverPage", one_case, TakeOver()),
    Stop("take-over-inside", "TakeOverPage", one_case, TakeOver(), _inside),
    Stop("sheet-week", "SheetPage", one_case, MakeSheet("week"), _sheet_there),
    Stop("sheet-plan", "SheetPage", one_case, lambda guide: MakeSheet("plan", _case(guide).name)),
    Stop("sheet-calendar", "SheetPage", one_case, MakeSheet("calendar")),
    Stop("persons", "PersonsPage", one_case, Persons()),
    Stop("persons-choose", "PersonsPage", one_case, Persons(choose=True), before=_names),
    Stop("person-new", "PersonPage", one_case, PersonOf()),
    Stop("person-near", "PersonPage", one_case, PersonOf(), _near),
    Stop("person", "PersonPage", one_case, lambda guide: PersonOf(_person(guide))),
    Stop("person-remove", "RemovePage", one_case, lambda guide: Remove("person", _person(guide))),
    Stop("person-hand-over", "HandOverPage", one_case, lambda guide: HandOver("person", _person(guide))),
    Stop("case-long", "CasePage", long_case),
    Stop("case-long-step", "StepPage", long_case, StepOf(2)),
    Stop("case-long-paper", "FilePage", long_case, _paper, _sure),
    Stop("case-new", "CasePage", new_case),
    Stop("case-danger", "CasePage", danger_case),
    Stop("case-ended", "CasePage", ended_case),
    Stop("book", "BookPage", book, BookOf()),
    Stop("book-cases", "CasesPage", book, Cases()),
    *(_do(what) for what in ("change", "add", "keep", "backup", "verify", "erase")),
    Stop("locked", "WelcomePage", locked_book),
    Stop("unlock", "UnlockPage", locked_book, Unlock()),
    Stop("unlock-wrong", "UnlockPage", locked_book, Unlock(locked=True), _wrong),
)
