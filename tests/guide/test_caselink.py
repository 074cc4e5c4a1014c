"""A case and the pages know the same: days told on a page are kept, and a follow-up letter begins with what the earlier one says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.casebook import Memory
from assistant.guide import Adviser
from assistant.guide.casefile import CaseFile
from assistant.guide.caselink import prefilled, session_for, session_of, told_between
from assistant.guide.casework import answer_day, nexts, replies_for
from assistant.guide.following import items
from assistant.guide.shelf import Shelf
from assistant.i18n import Translator, translator
from assistant.knowledge import Knowledge
from assistant.model import Arrived, Happened, Replied, Sent, Sits, Written

TODAY = date(2026, 10, 6)
ANSWERS: dict[str, Any] = {
    "recipient": "de-schufa",
    "full_name": "Kim Beispiel",
    "birth_date": "1980-05-17",
    "postal_address": ("Musterweg 12", "60311 Frankfurt am Main"),
}


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(Memory(), TODAY)


@pytest.fixture
def adviser(knowledge: Knowledge) -> Adviser:
    return Adviser(knowledge, TODAY, translator, ("en",))


@pytest.fixture
def case(shelf: Shelf) -> CaseFile:
    """An access request that arrived on 3 September; the month ended on 5 October, because the third was a holiday."""
    name = shelf.open(situation="de-credit-file-error", place="de").name
    shelf.on = date(2026, 9, 1)
    shelf.tell(
        name, Written, route="eu-gdpr-access", letter="eu-l-access", locale="de", recipient="SCHUFA", answers=ANSWERS
    )
    shelf.on = TODAY
    shelf.tell(name, Sent, step=1, day=date(2026, 9, 1))
    return shelf.tell(name, Arrived, step=1, day=date(2026, 9, 3))


def test_the_reminder_knows_the_first_letter(knowledge: Knowledge, case: CaseFile) -> None:
    (item,) = (one for one in items(knowledge, case, TODAY) if one.kind == "follow")
    assert (item.route, item.outcome) == ("eu-gdpr-reminder", "silence")
    letter = knowledge.letters["eu-l-reminder"]
    begun = prefilled(knowledge, case, session_for(knowledge, case, item), letter, "eu-gdpr-reminder", TODAY)
    assert begun.follows == 1
    assert begun.filing == "de"
    assert dict(begun.fields) == {
        "request_kind": "access",
        "request_date": "2026-09-01",
        "date_received": "2026-09-03",
        "answer": "nothing",
        "recipient": "de-schufa",
        "full_name": "Kim Beispiel",
        "postal_address": ("Musterweg 12", "60311 Frankfurt am Main"),
    }


def test_the_complaint_names_the_company_and_never_writes_to_it(knowledge: Knowledge, case: CaseFile) -> None:
    (item,) = (one for one in items(knowledge, case, TODAY) if one.kind == "follow")
    letter = knowledge.letters["eu-l-dpa-complaint"]
    begun = prefilled(
        knowledge, case, session_for(knowledge, case, item, "eu-dpa-complaint"), letter, "eu-dpa-complaint"
    )
    to = next(one.id for one in letter.fields if one.kind == "body" and one.group == "recipient")
    holder = next(one.id for one in letter.fields if one.earlier == "recipient")
    assert to not in begun.fields
    assert begun.fields[holder] == "de-schufa"


def test_no_follow_up_letter_writes_to_an_authority_that_got_nothing(knowledge: Knowledge, case: CaseFile) -> None:
    """Whichever letter follows: its recipient is filled in only where the records say that it is the same."""
    for letter in knowledge.letters:
        session = session_for(knowledge, case, items(knowledge, case, TODAY)[0])
        begun = prefilled(knowledge, case, session, letter, None)
        for field in letter.fields:
            if field.kind == "body" and field.group == "recipient" and field.earlier is None:
                assert field.id not in begun.fields, letter.id


def test_an_answer_in_part_leads_to_the_missing_points(knowledge: Knowledge, shelf: Shelf, case: CaseFile) -> None:
    found = shelf.tell(case.name, Replied, step=1, reply="part", day=date(2026, 10, 2))
    (item,) = (one for one in items(knowledge, found, TODAY) if one.kind == "follow")
    letter = knowledge.letters["eu-l-reminder"]
    begun = prefilled(
        knowledge, found, session_for(knowledge, found, item, "eu-gdpr-reminder"), letter, "eu-gdpr-reminder"
    )
    assert begun.fields["answer"] == "incomplete"


def test_a_new_letter_of_the_case_knows_who_writes_and_nothing_else(knowledge: Knowledge, case: CaseFile) -> None:
    session = session_of(knowledge, case)
    begun = prefilled(knowledge, case, session, knowledge.letters["eu-l-erase"], "eu-gdpr-erasure")
    assert begun.fields["full_name"] == "Kim Beispiel"
    assert "recipient" not in begun.fields


def test_days_of_the_case_stand_on_its_pages(knowledge: Knowledge, case: CaseFile) -> None:
    assert session_of(knowledge, case).days("eu-gdpr-access") == {"request_received": date(2026, 9, 3)}


def test_what_is_told_on_a_page_is_told_to_the_case(knowledge: Knowledge, case: CaseFile) -> None:
    old = session_of(knowledge, case)
    moved = old.happened("request_received", date(2026, 9, 4), "eu-gdpr-access")
    assert list(told_between(knowledge, case, old, moved)) == [(Arrived, {"step": 1, "day": date(2026, 9, 4)})]
    other = old.happened("complaint_received", TODAY, "eu-dpa-complaint").sit("de-he").sit("fr", "eu-dpa-complaint")
    assert list(told_between(knowledge, case, old, other)) == [
        (Happened, {"event": "complaint_received", "day": TODAY, "route": "eu-dpa-complaint"}),
        (Sits, {"place": "de-he"}),
        (Sits, {"place": "fr", "route": "eu-dpa-complaint"}),
    ]
    assert list(told_between(knowledge, case, old, old)) == []


def test_the_day_of_an_answer_is_asked_in_the_words_of_the_time_it_starts(
    knowledge: Knowledge, shelf: Shelf, english: Translator
) -> None:
    name = shelf.open(place="cn").name
    found = shelf.tell(name, Written, route="cn-spc-list-correction", letter="cn-ltr-spc-correction")
    question, _ = answer_day(knowledge, found, found.steps[0], "refused", english)
    assert question == knowledge.events["decision_served"].question
    plain, _ = answer_day(knowledge, found, found.steps[0], "received-only", english)
    assert plain != question


def test_each_question_about_an_answer_has_at_most_nine_choices(
    knowledge: Knowledge, shelf: Shelf, english: Translator
) -> None:
    """A tenth would have no number key; and every route needs a yes, a no and a "not yet"."""
    for route in knowledge.routes:
        name = shelf.open(place=route.country).name
        case = shelf.tell(name, Written, route=route.id)
        offered = replies_for(knowledge, case, case.steps[0], english)
        assert {one.outcome for one in offered} >= {"yes", "no", "waiting"}, route.id
        countries = {route.country, "eu"} if route.country != "cn" else {"cn"}
        fitting = [
            one
            for one in knowledge.replies
            if (not one.kinds or route.kind in one.kinds)
            and (not one.places or countries & set(one.places))
            and (not one.routes or route.id in one.routes)
            and route.id not in one.without
        ]
        assert len(fitting) <= 9, (route.id, [one.id for one in fitting])


def test_every_route_can_be_followed_to_its_end(
    knowledge: Knowledge, shelf: Shelf, adviser: Adviser, english: Translator
) -> None:
    """Whatever is answered on whatever route: something is said, nothing breaks, and no day is counted from nowhere."""
    for route in knowledge.routes:
        for reply in knowledge.replies:
            name = shelf.open(place=route.country if route.country != "eu" else "de").name
            shelf.tell(name, Written, route=route.id)
            shelf.tell(name, Arrived, step=1, day=date(2026, 9, 1))
            case = shelf.tell(name, Replied, step=1, reply=reply.id, day=date(2026, 9, 20))
            found = nexts(adviser, case, english)
            assert found, (route.id, reply.id)
            for one in found:
                assert one.heading
                count = one.item.count
                assert count is None or count.event_day >= date(2026, 9, 1), (route.id, reply.id)


def test_while_their_time_runs_nobody_is_said_to_be_silent(knowledge: Knowledge, shelf: Shelf, case: CaseFile) -> None:
    found = shelf.tell(case.name, Replied, step=1, reply="more-time-eu", day=date(2026, 9, 20))
    item = items(knowledge, found, TODAY)[0]
    assert item.kind == "wait"
    letter = knowledge.letters["eu-l-reminder"]
    begun = prefilled(knowledge, found, session_for(knowledge, found, item, "eu-gdpr-reminder"), letter, None, TODAY)
    assert "answer" not in begun.fields


def test_what_they_ask_for_meanwhile_is_due_until_something_is_done(
    knowledge: Knowledge, shelf: Shelf, adviser: Adviser, english: Translator
) -> None:
    shelf.on = date(2026, 9, 1)
    name = shelf.open(place="cn").name
    shelf.tell(name, Written, route="cn-admin-reconsideration", letter="cn-ltr-reconsideration")
    shelf.tell(name, Arrived, step=1, day=date(2026, 9, 1))
    case = shelf.tell(name, Replied, step=1, reply="papers-reconsideration", day=date(2026, 9, 4))
    supply = next(one for one in nexts(adviser, case, english) if one.item.kind == "supply")
    assert supply.item.count is not None
    assert supply.item.count.limit.id == "cn-reconsideration-papers"
    assert supply.dates
    case = shelf.tell(name, Written, follows=1, route=None)
    assert "supply" not in {one.kind for one in items(knowledge, case, TODAY)}


def test_a_field_for_a_name_gets_the_name(knowledge: Knowledge, case: CaseFile) -> None:
    """Not the entry of the directory, and no address."""
    letter = knowledge.letters["eu-l-oversight-complaint"]
    (field,) = (one for one in letter.fields if one.earlier == "recipient" and one.kind != "body")
    item = next(one for one in items(knowledge, case, TODAY) if one.kind == "follow")
    begun = prefilled(knowledge, case, session_for(knowledge, case, item), letter, None, TODAY)
    assert begun.fields[field.id] == "SCHUFA"
