"""Cases and persons over a store, in memory and in a book: nothing is lost, nothing is mixed, what is removed is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.casebook import Memory, Secret, Store
from assistant.casebook.kdf import Cost
from assistant.casebook.opening import create
from assistant.guide.caseroom import copy_all
from assistant.guide.shelf import LARGEST, Loose, Shelf, files_of
from assistant.model import (
    Arrived,
    Attached,
    CaseLog,
    InputError,
    Noted,
    NotFoundError,
    Opened,
    Sent,
    Undone,
    Written,
)

TODAY = date(2026, 11, 22)
CHEAP = Cost(8 * 4, 1, 1)


@pytest.fixture(params=["memory", "book"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = (
        Memory() if request.param == "memory" else create(tmp_path / "book", Secret("four words of mine"), _cost=CHEAP)
    )
    yield made
    made.close()


@pytest.fixture
def shelf(store: Store) -> Shelf:
    return Shelf(store, TODAY)


def letter(data: bytes = b"%PDF-letter") -> Loose:
    return Loose("letter.pdf", "application/pdf", data)


def test_a_case_is_told_step_by_step(shelf: Shelf) -> None:
    case = shelf.open(situation="de-credit-file-error", place="de", label="Car loan")
    shelf.tell(
        case.name, Written, [letter()], route="eu-gdpr-access", letter="eu-l-access", answers={"full_name": "Kim"}
    )
    shelf.tell(case.name, Sent, step=1, day=date(2026, 11, 20))
    found = shelf.tell(case.name, Arrived, step=1, day=date(2026, 11, 21))
    (step,) = found.steps
    assert (step.number, step.sent, step.arrived) == (1, date(2026, 11, 20), date(2026, 11, 21))
    assert shelf.read_file(step.files[0]) == b"%PDF-letter"
    assert [one.n for one in shelf.log(case.name).changes] == [1, 2, 3, 4]


def test_numbers_of_steps_are_never_used_again(shelf: Shelf) -> None:
    case = shelf.open()
    shelf.tell(case.name, Written, route="a")
    shelf.tell(case.name, Undone, of=2)
    found = shelf.tell(case.name, Written, route="b")
    assert [one.number for one in found.steps] == [2]


def test_two_windows_add_to_one_case_and_lose_nothing(store: Store) -> None:
    one, other = Shelf(store, TODAY), Shelf(store, TODAY)
    name = one.open(label="x").name
    assert other.case(name).label == "x"
    one.tell(name, Noted, text="from one")
    other.tell(name, Noted, text="from the other")
    assert [text for _, _, text in one.case(name).notes] == ["from one", "from the other"]
    assert [change.n for change in one.log(name).changes] == [1, 2, 3]


def test_a_paper_that_is_taken_out_is_gone_with_its_name(shelf: Shelf) -> None:
    case = shelf.open()
    found = shelf.tell(case.name, Attached, [Loose("diagnosis.txt", "text/plain", b"secret")], about="my illness")
    (paper,) = found.papers
    assert shelf.take_out(case.name, paper.n).papers == ()
    kept = shelf.store.read(case.name)
    assert b"diagnosis" not in kept
    assert b"illness" not in kept
    with pytest.raises(InputError):
        shelf.store.read(paper.file.at)
    with pytest.raises(NotFoundError):
        shelf.take_out(case.name, paper.n)


def test_removing_a_person_removes_every_case_and_file_of_theirs_and_nothing_else(shelf: Shelf) -> None:
    mine, other = shelf.add_person("Kim Beispiel", "K-1"), shelf.add_person("Ada Muster", "K-2")
    kept = shelf.open(person=other)
    shelf.tell(kept.name, Written, [letter(b"ada")], route="eu-gdpr-access")
    files = []
    for number in range(3):
        case = shelf.open(person=mine)
        found = shelf.tell(case.name, Written, [letter(b"kim%d" % number)], route="eu-gdpr-access")
        files += [file.at for file in found.files()]
    assert shelf.remove_person(mine) == 3
    assert [one.name for one in shelf.cases()] == [kept.name]
    assert list(shelf.persons()) == [other]
    for at in files:
        with pytest.raises(InputError):
            shelf.store.read(at)
    assert shelf.read_file(shelf.case(kept.name).steps[0].files[0]) == b"ada"
    with pytest.raises(NotFoundError):
        shelf.remove_person(mine)


def test_a_case_that_another_window_removed_is_said_to_be_gone(store: Store) -> None:
    one, other = Shelf(store, TODAY), Shelf(store, TODAY)
    name = one.open().name
    other.remove(name)
    with pytest.raises(NotFoundError):
        one.tell(name, Noted, text="too late")
    with pytest.raises(NotFoundError):
        one.case(name)


def test_a_paper_that_is_too_large_changes_nothing(shelf: Shelf) -> None:
    case = shelf.open()
    with pytest.raises(InputError, match="too large"):
        shelf.tell(case.name, Attached, [Loose("film.mp4", "video/mp4", b"x" * (LARGEST + 1))])
    assert shelf.case(case.name).last == 1


def test_what_was_told_for_nothing_is_refused_whole(shelf: Shelf) -> None:
    """A change that breaks the form leaves neither itself nor its files."""
    case = shelf.open()
    before = shelf.store.counter
    with pytest.raises(ValueError, match="route"):
        shelf.tell(case.name, Written, [letter()], route="No Such Id!")
    assert shelf.store.counter == before
    assert shelf.case(case.name).steps == ()


def test_copies_are_new_records_with_the_same_content(shelf: Shelf) -> None:
    person = shelf.add_person("Kim Beispiel")
    case = shelf.open(person=person, label="Car loan")
    shelf.tell(case.name, Written, [letter()], route="eu-gdpr-access")
    target = Shelf(Memory(), TODAY)
    there = target.open(label="was there before")
    names = copy_all(shelf.store, target)
    copied = target.case(names[case.name])
    assert copied.person == names[person]
    assert (copied.label, copied.uid) == ("Car loan", case.uid)
    assert target.read_file(copied.steps[0].files[0]) == b"%PDF-letter"
    assert {one.label for one in target.cases()} == {"was there before", "Car loan"}
    assert target.case(there.name) == there


def test_what_is_no_case_is_not_copied() -> None:
    source, target = Memory(), Shelf(Memory(), TODAY)
    with source.changing() as change:
        change.add("case", CaseLog(uid="ab", changes=(Opened(n=1, told=TODAY),)).model_dump_json().encode())
        change.add("case", b'{"form": 1, "uid": "../../etc", "changes": []}')
    with pytest.raises(InputError):
        copy_all(source, target)
    assert target.cases() == ()


def test_a_file_that_was_exchanged_is_not_handed_out(shelf: Shelf) -> None:
    case = shelf.open()
    found = shelf.tell(case.name, Attached, [Loose("a.txt", "text/plain", b"as it was")])
    with shelf.store.changing() as change:
        change.put(found.papers[0].file.at, b"something else")
    with pytest.raises(InputError, match="not as it was"):
        shelf.read_file(found.papers[0].file)


def test_files_of_undone_letters_are_still_owned(shelf: Shelf) -> None:
    """Else they would stay in the book for ever, with nobody to remove them."""
    case = shelf.open()
    shelf.tell(case.name, Written, [letter()], route="a")
    shelf.tell(case.name, Undone, of=2)
    assert len(files_of(shelf.store.read(case.name))) == 1
