"""What ships has no error, and the checks have something to look at."""

from __future__ import annotations

from pathlib import Path

from assistant.checks import CHECKS, run
from assistant.i18n import fill
from tests.conftest import TODAY, copy_rooms


def test_no_error_in_any_room(tmp_path: Path) -> None:
    """In a few languages; `make check` looks at all of them before the tests."""
    copy = copy_rooms(tmp_path)
    findings = [
        one for one in run(TODAY, copy / "content", copy / "templates", copy / "locales") if one.severity == "error"
    ]
    assert [fill(one.message, one.values) for one in findings] == []


def test_every_check_says_why() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)
    assert all(check.why.endswith(".") for check in CHECKS)
