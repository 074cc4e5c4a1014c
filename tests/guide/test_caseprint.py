"""The printable plan of a case and the week's list: what stands on them, for whom, and that every format can write them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from assistant.formats import FORMATS, format_named
from assistant.guide import Adviser
from assistant.guide.casefile import CaseFile
from assistant.guide.caseprint import BOX, case_document, initials, mark_of, week_document
from assistant.guide.following import items
from assistant.i18n import Translator, translator
from assistant.knowledge import open_knowledge
from assistant.model import Document, PersonKept

from .following_support import looks, stories

KNOWLEDGE = open_knowledge()
ANNA = PersonKept(uid="1", name="Anna-Maria Qanarius", reference="2026/17")
LONG = PersonKept(uid="2", name="Qanarius " + "Langenfeld-Hohenschwangau" * 8)
LI = PersonKept(uid="3", name="欧阳小明")


def adviser(on: date) -> Adviser:
    return Adviser(KNOWLEDGE, on, translator, ("en",))


def at(name: str, on: date, person: str | None = None) -> CaseFile:
    """A worked case as it stood when one looked on a day."""
    story = next(story for full, story in stories() if name in full)
    found = [one.case for one in looks(story) if one.look.look == on][-1]
    return replace(found, label="Qanarius and the car", person=person)


def lines(document: Document) -> list[str]:
    return [line for block in document.blocks for line in block.lines]


def rows(document: Document) -> list[tuple[str, ...]]:
    table = next((block for block in document.blocks if block.role == "table"), None)
    return [] if table is None else [tuple(line.split("\t")) for line in table.lines[1:]]


def every_case() -> list[CaseFile]:
    found = [one.case for _, story in stories() for one in looks(story)]
    return [replace(case, uid=f"{n:04x}", person="li" if n % 2 else "anna") for n, case in enumerate(found)]


REFUSED = at("refused, the higher court", date(2026, 9, 18))


def test_the_plan_tells_what_to_do_by_when_why_and_where_that_stands(english: Translator) -> None:
    document = case_document(adviser(date(2026, 9, 18)), REFUSED, english, names=True, person=ANNA)
    said = "\n".join(lines(document))
    for part in (
        "Qanarius and the car",
        "Whose case\tAnna-Maria Qanarius (2026/17)",
        "In progress · due 24 September 2026",
        "1. Next: ",
        "They refused.",
        "Aim for: Thursday 24 September 2026 (in 6 days)",
        "Last day: Monday 28 September 2026. After it you are late.",
        "Who: you",
        "Law: Provisions on publishing the List of Judgment Defaulters",
        "article 12",
        "Papers to bring:",
        "3 September 2026\tIt arrived: ",
        "Law as of 18 September 2026; checked ",
    ):
        assert part in said, part
    assert document.layout == "plain"
    assert document.dated == date(2026, 9, 18)
    assert any(line.startswith(BOX) for line in lines(document))


def test_without_names_nothing_tells_whose_case_it_is(english: Translator) -> None:
    document = case_document(adviser(date(2026, 9, 18)), REFUSED, english, names=False, person=ANNA)
    said = "\n".join([document.title, *lines(document)])
    assert "Qanarius" not in said
    assert "Case\t2026/17" in said


def test_waiting_shows_their_time_and_only_the_one_that_counts(english: Translator) -> None:
    on = date(2026, 9, 17)
    document = case_document(adviser(on), at("only marked the entry", on), english, names=False)
    said = lines(document)
    assert "What you wait for" in said
    assert len([line for line in said if line.startswith("They must answer or act by")]) == 1
    assert any("Tuesday 22 September 2026" in line for line in said)


def test_a_case_that_ended_has_a_plan_too(english: Translator) -> None:
    on = date(2027, 1, 10)
    document = case_document(adviser(on), at("given up", on), english, names=False)
    assert "Where it stands\tDone" in lines(document)


def test_the_week_has_what_is_overdue_first_and_what_has_no_day_last(english: Translator) -> None:
    on = date(2026, 10, 6)
    cases = every_case()
    persons = {"anna": ANNA, "li": LI}
    document = week_document(adviser(on), cases, english, first=on, names=False, persons=persons)
    found = rows(document)
    days = [row[0].removeprefix(f"{BOX} ") for row in found]
    assert all(row[0].startswith(f"{BOX} ") for row in found)
    known = [one.partition(":")[0] for one in days if one != "no day"]
    assert days[len(known) :] == ["no day"] * (len(days) - len(known))
    dated = [one.aim for case in cases for one in items(KNOWLEDGE, case, on) if one.aim is not None and one.mine]
    week = on + timedelta(days=6)
    waits = [
        one.aim
        for case in cases
        for one in items(KNOWLEDGE, case, on)
        if one.aim is not None and not one.mine and on <= one.aim
    ]
    assert known == [english.day(day) for day in sorted(day for day in (*dated, *waits) if day <= week)]
    assert {row[1] for row in found} == {"2026/17", "欧…"}
    assert "Qanarius" not in "\n".join(lines(document))


def test_a_passed_day_stands_there_in_words(english: Translator) -> None:
    on = date(2026, 9, 29)
    case = at("the ten days to the higher court are over", on)
    (first, *_) = rows(week_document(adviser(on), [case], english, first=on, names=False))
    assert first[0] == f"{BOX} Thu 24 Sep 2026: passed"
    assert first[3] == "Mon 28 Sep 2026: over"


def test_names_stand_on_the_list_only_where_that_was_asked_for(english: Translator) -> None:
    on = date(2026, 10, 6)
    case = at("access, silence, reminder", on, "anna")
    shown = week_document(adviser(on), [case], english, first=on, names=True, persons={"anna": ANNA})
    assert "Anna-Maria Qanarius (2026/17)" in "\n".join(lines(shown))
    assert "Datenhof" in "\n".join(lines(shown))
    hidden = week_document(adviser(on), [case], english, first=on, names=False, persons={"anna": ANNA})
    assert "Datenhof" not in "\n".join(lines(hidden))


def test_a_week_with_nothing_due_says_so(english: Translator) -> None:
    on = date(2026, 10, 6)
    document = week_document(adviser(on), [], english, first=on, names=False)
    assert "0 things to do." in lines(document)
    assert rows(document) == []


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Anna Berg", "A. B."),
        ("欧阳小明", "欧…"),
        ("王 小明", "王…"),
        ("  ", ""),
        ("a b c d", "A. B. C."),
        ("(x) Y", "Y."),
    ],
)
def test_initials(name: str, mark: str) -> None:
    assert initials(name) == mark


def test_a_case_of_nobody_has_the_start_of_its_own_mark(english: Translator) -> None:
    case = replace(REFUSED, uid="abcdef0123456789")
    assert mark_of(case, None, names=False) == "abcdef"
    assert mark_of(case, None, names=True) == "Qanarius and the car"


def documents(tr: Translator) -> Iterable[Document]:
    on = date(2026, 10, 6)
    yield case_document(adviser(date(2026, 9, 18)), REFUSED, tr, names=True, person=LONG)
    yield week_document(adviser(on), every_case(), tr, first=on, names=True, days=60, persons={"anna": LONG, "li": LI})


def test_every_format_writes_them(tr: Translator) -> None:
    for document in documents(tr):
        for one in FORMATS:
            if one.name != "eml":
                data = one.write(document)
                assert data
                assert data == one.write(document)


def test_a_list_over_many_pages_has_its_heading_on_each(english: Translator) -> None:
    on = date(2026, 10, 6)
    found = week_document(
        adviser(on), every_case(), english, first=on, names=True, days=60, persons={"anna": LONG, "li": LI}
    )
    assert len(rows(found)) >= 60
    pages = PdfReader(BytesIO(format_named("pdf").write(found))).pages
    assert len(pages) > 3
    assert all("What to do" in page.extract_text() for page in pages[:-1])


def test_a_tab_or_a_break_from_outside_makes_no_cell(english: Translator) -> None:
    on = date(2026, 10, 6)
    person = PersonKept(uid="4", name="A\tB\nC")
    case = at("access, silence, reminder", on, "p")
    found = rows(week_document(adviser(on), [case], english, first=on, names=True, persons={"p": person}))
    assert {len(row) for row in found} == {4}
