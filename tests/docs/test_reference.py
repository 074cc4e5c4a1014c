"""What the program has, the reference names; what is generated is fresh."""

from __future__ import annotations

import ast
import re
import runpy
from pathlib import Path

import pytest

from assistant.checks import CHECKS
from assistant.cli.group import COMMANDS
from assistant.formats import FORMATS, Format
from assistant.knowledge import ROOMS
from tests.conftest import TOP

REFERENCE = TOP / "docs" / "reference"
FRESH = ".venv-dev/bin/python tools/reference.py"


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["checks.md", "content.md", "coverage.md", "doubts.md"])
def test_what_is_made_is_fresh(name: str) -> None:
    made: dict[Path, str] = runpy.run_path(str(TOP / "tools" / "reference.py"))["pages"]()
    assert page(name) == made[REFERENCE / name], f"make it again with: {FRESH}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_reference(command: str) -> None:
    assert f"recourse {command}" in page("commands.md")


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_every_format_is_in_the_reference(known: Format) -> None:
    assert re.search(rf"(?:`|\*\*){re.escape(known.name)}(?:`|\*\*)", page("formats.md"))
    assert f"`{known.suffix}`" in page("formats.md")


@pytest.mark.parametrize("check", [one.id for one in CHECKS])
def test_every_check_is_in_the_reference(check: str) -> None:
    assert f"## `{check}`" in page("checks.md")


def test_every_rule_a_check_can_name_is_in_the_reference() -> None:
    """Found in the sources by themselves, so that none hides from the tool."""
    text = page("checks.md")
    rules = {
        node.args[0].value
        for path in sorted((TOP / "assistant" / "checks").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("found", "from_error")
        if node.args and isinstance(node.args[0], ast.Constant)
    }
    assert [rule for rule in sorted(map(str, rules)) if f"`{rule}`" not in text] == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_and_field_is_in_the_reference(room: str) -> None:
    text = page("content.md")
    assert f"| `{room}` |" in text
    section = text.partition(f"\n## {ROOMS[room].__name__}\n")[2].partition("\n## ")[0]
    assert [name for name in ROOMS[room].model_fields if f"| `{name}` |" not in section] == []


@pytest.mark.parametrize("folder", ["content", "templates/letters", "locales", "tests/cases", "changelog.d"])
def test_every_room_explains_itself(folder: str) -> None:
    assert (TOP / folder / "README.md").is_file()
