"""The made-up persons and cases of the tour."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.guide.shelf import Loose, Shelf
from assistant.model import Arrived, Attached, Ended, Noted, Replied, Sent, Written

from .tour import Guide
from .tour_letters import ANNA_MUSTER, EVENTS, LI_MING
from .tour_pages import LETTER, ROUTE, SITUATION, STORY

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile

NAMES = ("Wang Xiaoming", "Wang Xiao-ming", "Anna Muster", "Li Ming")
"""Two of them are nearly the same."""
LONG_LABEL = "Court list, the second one, after the move to Chongqing and the sale of the flat"
MONDAY = "The letter of Monday"
CALL = "Called the court. Ms Zhang says the file is with the judge; call again in two weeks."
REASONS, ABOUT = "Two lines, no reasons.", "What they wrote, and the receipt"
PASSPHRASE, OTHER = "marble kettle seven quiet rivers", "another long passphrase of hers"
_PDF = Loose("first.pdf", "application/pdf", b"%PDF" * 100)
_SCAN = Loose("scan of the receipt with a long name, page one of two.jpg", "image/jpeg", b"x" * 5000)
WORDS = (
    *NAMES,
    LONG_LABEL,
    MONDAY,
    CALL,
    REASONS,
    ABOUT,
    _SCAN.name,
    STORY,
    *(str(one) for one in (*LI_MING.values(), *ANNA_MUSTER.values())),
    *(part for event in EVENTS for part in event.values()),
)
"""What these persons typed, and how their files are called: no translator says it in another language."""


def begun(shelf: Shelf, label: str, person: str | None) -> CaseFile:
    """A case with its first letter written, sent and received."""
    case = shelf.open(situation=SITUATION, label=label, person=person)
    shelf.tell(
        case.name,
        Written,
        files=[_PDF],
        route=ROUTE,
        letter=LETTER,
        recipient="重庆市渝中区人民法院",
        locale="zh_Hans",
        answers=dict(LI_MING),
    )
    shelf.tell(case.name, Sent, step=1, day=date(2026, 11, 1))
    return shelf.tell(case.name, Arrived, step=1, day=date(2026, 11, 3))


def much(shelf: Shelf, case: CaseFile) -> CaseFile:
    """What happens in a long case."""
    name, reconsideration = case.name, "cn-spc-list-reconsideration"
    shelf.tell(name, Replied, step=1, reply="refused", day=date(2026, 11, 10), note=REASONS)
    shelf.tell(name, Attached, files=[_SCAN], about=ABOUT)
    shelf.tell(name, Noted, text=CALL)
    shelf.tell(name, Written, route=reconsideration, recipient="重庆市高级人民法院", follows=1)
    shelf.tell(name, Sent, step=2, day=date(2026, 11, 12))
    shelf.tell(name, Arrived, step=2, day=date(2026, 11, 14))
    shelf.tell(name, Replied, step=2, reply="received-only", day=date(2026, 11, 16))
    shelf.tell(name, Written, route="cn-execution-supervision", recipient="重庆市高级人民法院", follows=2)
    shelf.tell(name, Noted, text=f"{CALL}\n{CALL}")
    return shelf.tell(name, Attached, files=[_PDF], about="")


async def _open(guide: Guide, case: CaseFile) -> None:
    """Work on a case."""
    cases = guide.state.cases
    cases.persons = dict(cases.room.shelf.persons())
    guide.app.show_case(case)
    await guide.settle()


async def one_case(guide: Guide) -> None:
    """A case that waits for an answer is open; there are others, of people with nearly the same name."""
    shelf = guide.state.cases.room.shelf
    persons = [shelf.add_person(name, "") for name in NAMES]
    shelf.open(situation="cn-exit-ban", label="", person=persons[1])
    shelf.tell(begun(shelf, "", persons[2]).name, Ended, why="settled")
    shelf.open(label=LONG_LABEL)
    await _open(guide, begun(shelf, "", persons[0]))


async def long_case(guide: Guide) -> None:
    """A case with much history is open."""
    shelf = guide.state.cases.room.shelf
    person = shelf.add_person(NAMES[0], "A-17", CALL)
    await _open(guide, much(shelf, begun(shelf, LONG_LABEL, person)))


async def new_case(guide: Guide) -> None:
    """A case about which nothing is known is open."""
    await _open(guide, guide.state.cases.room.shelf.open(label=MONDAY))


async def danger_case(guide: Guide) -> None:
    """A case in which nothing was done yet, and much can go wrong."""
    await _open(guide, guide.state.cases.room.shelf.open(situation="de-debtors-register-entry"))


async def ended_case(guide: Guide) -> None:
    """A case that has ended is open."""
    shelf = guide.state.cases.room.shelf
    await _open(guide, shelf.tell(begun(shelf, "", None).name, Ended, why="settled"))


def parcel(guide: Guide) -> Path:
    """A file that somebody handed over."""
    from assistant.casebook import Memory, Secret
    from assistant.guide.casehanding import give

    path = guide.folder / "parcel"
    if not path.exists():
        shelf = Shelf(Memory(), guide.state.on)
        case = much(shelf, begun(shelf, "", shelf.add_person(NAMES[0], "")))
        give(shelf, [case.name], path, Secret(PASSPHRASE, None))
    return path


async def book(guide: Guide) -> None:
    """A case book is open, with a case in it."""
    from assistant.casebook import Secret

    guide.state.book_path.unlink(missing_ok=True)
    await one_case(guide)
    guide.state.cases.room.make(Secret(PASSPHRASE, None))
    guide.app.action_go_home()


async def locked_book(guide: Guide) -> None:
    """A case book is there, and locked."""
    await book(guide)
    guide.app.action_lock()
    await guide.settle()
    guide.app.action_go_home()
