"""The register of formats."""

from __future__ import annotations

import subprocess
import sys

import pytest

from assistant.formats import FORMATS, format_for, format_named
from assistant.model import InputError


def test_names_and_endings_are_unique() -> None:
    assert len({known.name for known in FORMATS}) == len(FORMATS) == len({known.suffix for known in FORMATS})
    assert all(known.suffix.startswith(".") and "/" in known.media_type for known in FORMATS)


@pytest.mark.parametrize("known", FORMATS)
def test_found_by_name_and_by_ending(known: object) -> None:
    assert known in FORMATS
    for form in FORMATS:
        assert format_named(form.name.upper()) is form
        assert format_for(f"Mein Brief{form.suffix.upper()}") is form


def test_an_unknown_name_is_told_the_known_ones() -> None:
    with pytest.raises(InputError, match="text, markdown, html, docx, pdf, eml"):
        format_named("odt")
    with pytest.raises(InputError, match=r"\.txt, \.md, \.html, \.docx, \.pdf, \.eml"):
        format_for("letter")


def test_heavy_libraries_are_imported_only_where_needed() -> None:
    code = (
        "import sys; import assistant.formats as f; "
        "print([m for m in ('typst', 'icalendar', 'docx', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": ":".join([".", *sys.path])},
    )
    loaded = done.stdout.strip()
    assert "typst" not in loaded
    assert "icalendar" not in loaded
    assert "docx" not in loaded
    assert "lxml" not in loaded
