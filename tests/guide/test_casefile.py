"""A case is its changes, folded; what was undone does not count, and the order is that of the counter."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guide.casefile import fold, standing
from assistant.model import (
    Arrived,
    Attached,
    CaseLog,
    Change,
    Changed,
    Detached,
    Ended,
    FileKept,
    Happened,
    Noted,
    Opened,
    Replied,
    Resumed,
    Sent,
    Sits,
    Undone,
    Written,
)

DAY = date(2026, 11, 2)


def log(*changes: tuple[type[Any], dict[str, Any]]) -> CaseLog:
    told: list[Change] = [kind(n=n, told=DAY, **parts) for n, (kind, parts) in enumerate(changes, 1)]
    return CaseLog(uid="ab12", changes=tuple(told))


def kept(name: str) -> FileKept:
    return FileKept(at="1", name=name, media="text/plain", size=0, sha256="0" * 64)


def test_a_step_goes_from_written_to_answered() -> None:
    case = fold(
        log(
            (Opened, {"situation": "cn-court-list", "label": "List", "place": "cn"}),
            (Written, {"step": 1, "route": "cn-spc-list-correction", "letter": "cn-ltr-spc-correction"}),
            (Sent, {"step": 1, "day": date(2026, 11, 3)}),
            (Arrived, {"step": 1, "day": date(2026, 11, 5)}),
            (Replied, {"step": 1, "reply": "refused", "day": date(2026, 11, 20)}),
        ),
        "name",
    )
    step = case.step(1)
    assert step is not None
    assert (step.sent, step.arrived) == (date(2026, 11, 3), date(2026, 11, 5))
    assert [(one.reply, one.day) for one in step.answered] == [("refused", date(2026, 11, 20))]
    assert (case.name, case.situation, case.label, case.place, case.last) == ("name", "cn-court-list", "List", "cn", 5)


def test_undone_is_as_if_it_had_not_been_told() -> None:
    changes = (
        (Opened, {"situation": "a"}),
        (Happened, {"event": "request_received", "day": date(2026, 1, 1)}),
        (Undone, {"of": 2}),
    )
    assert not fold(log(*changes)).days
    assert fold(log(*changes, (Undone, {"of": 3}))).days == {"request_received": date(2026, 1, 1)}


def test_an_undone_letter_takes_its_day_and_answer_along() -> None:
    case = fold(
        log(
            (Opened, {}),
            (Written, {"step": 1, "route": "a"}),
            (Sent, {"step": 1, "day": DAY}),
            (Written, {"step": 2, "route": "b", "follows": 1}),
            (Undone, {"of": 2}),
        )
    )
    assert [one.number for one in case.steps] == [2]


def test_days_of_all_of_a_route_and_of_a_step_are_kept_apart() -> None:
    case = fold(
        log(
            (Opened, {}),
            (Happened, {"event": "listed", "day": DAY}),
            (Happened, {"event": "listed", "day": date(2026, 5, 5), "route": "r"}),
            (Happened, {"event": "listed", "day": date(2026, 6, 6), "step": 2}),
            (Happened, {"event": "listed", "day": None, "route": "r"}),
        )
    )
    assert case.days == {"listed": DAY, "#2/listed": date(2026, 6, 6)}


def test_a_case_ends_and_goes_on() -> None:
    ended = [(Opened, {}), (Ended, {"why": "settled"})]
    assert fold(log(*ended)).ended == "settled"
    assert fold(log(*ended, (Resumed, {}))).ended is None


def test_papers_notes_and_places() -> None:
    case = fold(
        log(
            (Opened, {"place": "de"}),
            (Attached, {"file": kept("a.pdf"), "about": "the notice"}),
            (Attached, {"file": kept("b.pdf")}),
            (Detached, {"of": 2}),
            (Noted, {"text": "Called them."}),
            (Sits, {"place": "de-he"}),
            (Sits, {"place": "fr", "route": "eu-dpa-complaint"}),
            (Changed, {"label": "Car loan"}),
        )
    )
    assert [one.file.name for one in case.papers] == ["b.pdf"]
    assert case.notes == ((5, DAY, "Called them."),)
    assert (case.place, case.place_of("eu-dpa-complaint"), case.place_of("other")) == ("de-he", "fr", "de-he")
    assert case.label == "Car loan"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(min_value=1, max_value=12), max_size=12))
def test_undoing_twice_changes_nothing(targets: list[int]) -> None:
    """Whatever is undone, undoing the last undo gives the case back as it was."""
    base: list[tuple[type[Any], dict[str, Any]]] = [(Opened, {})]
    base += [(Noted, {"text": str(n)}) for n in range(5)]
    base += [(Undone, {"of": min(of, len(base) + i)}) for i, of in enumerate(targets) if of > 1]
    before = fold(log(*base)).notes
    again = fold(log(*base, (Noted, {"text": "slip"}), (Undone, {"of": len(base) + 1}))).notes
    assert again == before
    assert len(standing(log(*base).changes)) <= len(base)
