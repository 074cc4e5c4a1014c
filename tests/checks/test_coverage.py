"""The table of coverage: every row of the researched law has its record, or the reason why not."""

from __future__ import annotations

import pytest

from assistant.checks.coverage import Row, covers, table
from assistant.checks.doubts import doubts
from assistant.knowledge import Knowledge
from assistant.model import Coverage, Covered
from tests.conftest import TOP


def test_every_row_is_covered(knowledge: Knowledge) -> None:
    rows = list(table(knowledge))
    assert len(rows) >= 217
    assert [row.name for row in rows if not covers(row, knowledge)] == []


def test_every_chinese_record_stands_in_the_table_once_or_more(knowledge: Knowledge) -> None:
    shown = {(row.kind, name) for row in table(knowledge) for name in row.records}
    for kind, room in (("situation", knowledge.situations), ("route", knowledge.routes), ("letter", knowledge.letters)):
        assert {(kind, one.id) for one in room if one.country == "cn"} <= shown


def test_a_row_without_its_record_is_seen(knowledge: Knowledge) -> None:
    sheet = Coverage(id="x", title="x", country="cn", rows=(Covered(kind="route", name="a", by=("cn-no-such-route",)),))
    assert not covers(Row(sheet.id, "route", "a", sheet.rows[0].by, ""), knowledge)
    assert covers(Row(sheet.id, "route", "a", (), "no such paper is handed in"), knowledge)


def test_a_row_needs_a_record_or_a_reason() -> None:
    with pytest.raises(ValueError, match="say under 'why'"):
        Covered(kind="letter", name="a")


def test_doubts_come_from_the_records(knowledge: Knowledge) -> None:
    found = list(doubts(knowledge))
    assert {one.kind for one in found} >= {"doubt", "unread", "unknown", "reported", "uncounted", "provisional"}
    files = [*(TOP / "content").rglob("*.yaml"), *(TOP / "templates").rglob("letter.yaml")]
    written = sum(path.read_text(encoding="utf-8").count("certainty: unknown") for path in files)
    assert sum(one.kind == "unknown" for one in found) == written
    assert all(one.ask for one in found if one.kind in ("unknown", "reported"))
