"""Talks to line mode: lines in, transcript out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from assistant.cli import Setting
from assistant.plain import run
from assistant.plain.talk import Talk

TOP = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)

Tell = Callable[..., str]


class Lines(io.StringIO):
    """A pipe that ends where the lines end."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))


@pytest.fixture(scope="session")
def settings() -> dict[str, Setting]:
    return {locale: Setting(locale=locale, as_of=TODAY.isoformat()) for locale in ("en", "de", "zh_Hans")}


@pytest.fixture
def tell(settings: dict[str, Setting], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tell:
    """The transcript of a dialogue, held in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def told(*lines: str, locale: str = "en", locale_chosen: bool = True) -> str:
        out = io.StringIO()
        setting = settings[locale]
        run(
            setting.adviser,
            lambda: setting.desk,
            setting.tr,
            Talk(Lines(lines), out),
            locale_chosen=locale_chosen,
        )
        return out.getvalue()

    return told
