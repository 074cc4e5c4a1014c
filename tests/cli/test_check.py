"""``recourse check``: the table of coverage and the doubts, for maintainers."""

from __future__ import annotations

from tests.cli.conftest import Run


def test_the_table_of_coverage(recourse: Run) -> None:
    shown = recourse("check", "--coverage", "--json")
    assert shown.code == 0, shown.err
    assert all(row["covered"] for row in shown.json)
    assert {"cn-public", "cn-private", "cn-situations"} <= {row["sheet"] for row in shown.json}
    lines = recourse("check", "--coverage").out.splitlines()
    assert len(lines) == len(shown.json) + 1
    assert any("spc_list_correction" in line and "cn-spc-list-correction" in line for line in lines)


def test_the_open_doubts(recourse: Run) -> None:
    shown = recourse("check", "--doubts", "--json")
    assert shown.code == 0
    lines = recourse("check", "--doubts").out.splitlines()
    assert len(lines) >= len(shown.json) > 0
    assert {"kind", "room", "id", "text", "ask"} == set(shown.json[0])
