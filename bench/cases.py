"""How long a book with 500 cases takes: ``python bench/cases.py``.

The cases are made up, of 2 to 12 changes each, spread over 60 persons and every situation that has a way with a letter.
Each measure runs in a process of its own, so that nothing is warm that would not be. "List" is what an overview needs: every case
folded, its status and next day, and the words it is searched by. A key is one more letter of a search, the rows
filtered and sorted again. The best of five, but for the first list of a process. Beside the time stands how long the
processor worked, which others at work on the machine do not change.
"""

from __future__ import annotations

import gc
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.guide import Adviser
    from assistant.guide.shelf import Shelf
    from assistant.knowledge import Knowledge
    from assistant.model import CaseLog, Situation

CASES, PERSONS = 500, 60
ON = date(2026, 11, 22)
PASSPHRASE = "to measure with"  # noqa: S105
SEARCHES = ("datenhof", "court", "r-17", "schulden", "信用", "zz")
_DAY = timedelta(days=1)


def fill(path: Path) -> None:
    """A book with made-up cases: the same each time but for its random keys."""
    from assistant.casebook import Secret, create
    from assistant.guide.shelf import Shelf, packed
    from assistant.knowledge import open_knowledge

    knowledge = open_knowledge()
    book = create(path, Secret(PASSPHRASE))
    shelf = Shelf(book, ON)
    chance = random.Random(5)  # noqa: S311 - the same cases each time
    persons = [shelf.add_person(f"{_name(chance)} {_name(chance)}", f"R-{n}" if n % 2 else "") for n in range(PERSONS)]
    with book.changing() as change:
        for number in range(CASES):
            change.add("case", packed(_case(knowledge, chance, number, chance.choice(persons))))
    book.close()


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(("ba", "ker", "li", "mo", "sen", "ta", "wu")) for _ in range(3)).capitalize()


def _case(knowledge: Knowledge, chance: random.Random, number: int, person: str) -> CaseLog:
    from assistant.model import CaseLog, Opened

    able = [one for one in knowledge.situations if any(knowledge.routes[use.route].letters for use in one.routes)]
    situation = chance.choice(able)
    told = ON - timedelta(days=chance.randint(20, 300))
    first = Opened(
        n=1, told=told, situation=situation.id, label=f"Case {number}", person=person, place=situation.country
    )
    changes: list[Any] = [first]
    wanted = chance.randint(2, 12)
    for change in _steps(knowledge, chance, situation, told):
        if len(changes) == wanted:
            break
        changes.append(change(len(changes) + 1))
    return CaseLog(uid=f"{chance.getrandbits(128):032x}", changes=tuple(changes))


def _steps(
    knowledge: Knowledge, chance: random.Random, situation: Situation, day: date
) -> Iterator[Callable[[int], Any]]:
    """Letters that are sent, arrive, and are answered or not; one follows the other."""
    from assistant.model import Arrived, Noted, Replied, Sent, Written

    ways = [use.route for use in situation.routes if knowledge.routes[use.route].letters]
    replies = [one.id for one in knowledge.replies]
    names = ("Datenhof GmbH", "Auskunftei Nord", "甲银行", "Court of first instance")
    step = 0
    while True:
        step += 1
        route = chance.choice(ways)
        answers = {f"field_{n}": "x" * 60 for n in range(15)}
        parts = {"route": route, "letter": knowledge.routes[route].letters[0], "answers": answers, "locale": "de"}
        follows = step - 1 or None
        recipient = chance.choice(names)
        for kind, more in (
            (Written, parts | {"recipient": recipient, "follows": follows}),
            (Sent, {"day": day}),
            (Arrived, {"day": day + 2 * _DAY}),
            (Replied, {"reply": chance.choice(replies), "day": day + 20 * _DAY}),
        ):
            own = more | {"step": step}
            yield partial(_told, kind, day, own)
        day += 21 * _DAY
        yield partial(_told, Noted, day, {"text": "A short note. " * 10})


def _told(kind: type[Any], day: date, parts: dict[str, Any], n: int) -> object:
    return kind(n=n, told=day, **parts)


def main() -> int:
    """Run each measure in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "book"
        subprocess.run([sys.executable, __file__, "fill", str(path)], check=True)
        print(f"{CASES} cases, {PERSONS} persons, {path.stat().st_size / 1e6:.1f} MB")
        for name in MEASURES:
            subprocess.run([sys.executable, __file__, name, str(path)], check=True)
    return 0


Taken = tuple[float, float]
"""Seconds that went by, and seconds of work."""


def now() -> Taken:
    return time.perf_counter(), time.process_time()


def since(begun: Taken) -> Taken:
    return time.perf_counter() - begun[0], time.process_time() - begun[1]


def opened(path: Path) -> tuple[Adviser, Shelf, Taken]:
    """The book, opened, and how long that took."""
    from assistant.casebook import Secret, open_book
    from assistant.guide import Adviser
    from assistant.guide.shelf import Shelf
    from assistant.i18n import translator
    from assistant.knowledge import open_knowledge

    adviser = Adviser(open_knowledge(), ON, translator, ("en",))
    begun = now()
    shelf = Shelf(open_book(path, Secret(PASSPHRASE)), ON)
    return adviser, shelf, since(begun)


def listed(path: Path) -> None:
    """The list and the search of line mode and the commands."""
    from assistant.guide.caserows import Wanted, arranged, rows
    from assistant.i18n import translator

    tr = translator("en")
    adviser, shelf, opening = opened(path)
    row("open the book", opening)
    begun = now()
    found = rows(adviser, shelf, tr)
    first = since(begun)
    row("first list, book open", first)
    row("first list with opening the book", (first[0] + opening[0], first[1] + opening[1]))
    row("the list again, nothing changed", best(lambda: rows(adviser, shelf, tr)))
    keys = [word[:n] for word in SEARCHES for n in range(1, len(word) + 1)]
    times = [best(partial(arranged, found, Wanted(words=key), ON)) for key in keys]
    row("a key in the search, the slowest", max(times))
    row(
        "a key in the search, the mean",
        (sum(one for one, _ in times) / len(times), sum(one for _, one in times) / len(times)),
    )
    memory("after that")


def screen(path: Path) -> None:
    """The list of the full screen, in German."""
    from assistant.i18n import translator
    from assistant.tui.listing import read_listing

    adviser, shelf, _ = opened(path)
    tr = translator("de")
    begun = now()
    listing = read_listing(shelf, adviser, tr)
    row("first list of the full screen, de", since(begun))
    row("a key there", max(best(partial(listing.found, one, "due", "all", None, ON)) for one in SEARCHES))
    memory("after that")


def core(path: Path) -> None:
    """Where the time of a list goes."""
    from assistant.guide.following import summary

    adviser, shelf, _ = opened(path)
    begun = now()
    cases = shelf.cases()
    row("core: unseal, read and fold", since(begun))
    begun = now()
    for one in cases:
        summary(adviser.knowledge, one, ON)
    row("core: status and next day", since(begun))
    memory("after that")


def paper(path: Path) -> None:
    """The week's list and the calendar of all cases."""
    from assistant.formats import format_named
    from assistant.guide.casecalendar import calendar
    from assistant.guide.caseprint import week_document
    from assistant.i18n import translator

    adviser, shelf, _ = opened(path)
    tr = translator("en")
    cases = shelf.cases()
    begun = now()
    document = week_document(adviser, cases, tr, first=ON, names=False, persons=shelf.persons())
    row("week's list", since(begun))
    begun = now()
    format_named("pdf").write(document)
    row("the same as PDF", since(begun))
    begun = now()
    data = calendar(adviser, cases, tr)
    row("calendar of all cases", since(begun))
    logs = [shelf.log(one.name) for one in cases]
    begun = now()
    calendar(adviser, cases, tr, logs=logs)
    row("the same with their logs", since(begun))
    print(f"{'its entries':40} {data.count(b'BEGIN:VEVENT'):8}")


MEASURES: dict[str, Callable[[Path], None]] = {"listed": listed, "screen": screen, "core": core, "paper": paper}


def best(work: Callable[[], object], rounds: int = 5) -> Taken:
    """The quickest round."""
    found = []
    for _ in range(rounds):
        begun = now()
        work()
        found.append(since(begun))
    return min(found)


def row(what: str, taken: Taken) -> None:
    print(f"{what:40} {taken[0] * 1000:8.1f} ms   {taken[1] * 1000:8.1f} ms of work")


def memory(what: str) -> None:
    gc.collect()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{f'most memory so far, {what}':40} {most:8.0f} MB")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        (fill if sys.argv[1] == "fill" else MEASURES[sys.argv[1]])(Path(sys.argv[2]))
    else:
        sys.exit(main())
