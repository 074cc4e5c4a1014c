"""A list that leaves for a spreadsheet program holds no formula, whatever people are called (T8)."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.formats.table import cell, write_table
from assistant.text import clean_line

PAYLOADS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    '=HYPERLINK("http://example.invalid";"x")',
    "=cmd|' /C calc'!A0",
    '=DDE("soffice";"a";"b")',
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u3000=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '"=1+1"',
    '";=1+1',
    ",=1+1",
    "a\n=1+1",
    "=1+1\x00",
    "\u202e=1+1",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_begins_a_formula(payload: str) -> None:
    assert not cell(payload).lstrip().startswith(tuple("=+-@＝＋－＠"))


@given(st.lists(st.lists(st.text(max_size=40), min_size=2, max_size=2), max_size=5))
def test_what_goes_out_comes_back(rows: list[list[str]]) -> None:
    text = write_table(rows).decode("utf-8-sig")
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert [[one.removeprefix("'") for one in row] for row in back] == [
        [clean_line(one).removeprefix("'") for one in row] for row in rows
    ]


@pytest.mark.skipif(shutil.which("localc") is None, reason="needs the spreadsheet of LibreOffice")
def test_a_spreadsheet_program_finds_no_formula(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(write_table([[one, "x"] for one in PAYLOADS]))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fods", "--outdir", str(tmp_path), str(tmp_path / "list.csv")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    made = (tmp_path / "list.fods").read_text(encoding="utf-8")
    assert "table:formula" not in made
    assert made.count('office:value-type="string"') >= len(PAYLOADS)
