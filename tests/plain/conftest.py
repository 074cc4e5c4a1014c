"""Talks to line mode: lines in, transcript out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
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
            book=tmp_path / "home" / "book",
        )
        return out.getvalue()

    return told


@pytest.fixture
def cheap_books(monkeypatch: pytest.MonkeyPatch) -> None:
    """Books whose passphrase takes no time to try: what is tested here is not how hard it is to guess."""
    from assistant.casebook import handing, opening
    from assistant.casebook.kdf import Cost

    cheap = {"_cost": Cost(memory=64, passes=1, lanes=1)}
    monkeypatch.setattr(opening.create, "__kwdefaults__", cheap)
    monkeypatch.setattr(handing.hand_over, "__kwdefaults__", cheap)


Sit = Callable[..., str]


@cache
def setting_of(day: str, locale: str) -> Setting:
    """Records are read once for all tests."""
    known = Setting(locale=locale, as_of=day)
    if day != TODAY.isoformat() or locale != "en":
        known.__dict__["knowledge"] = setting_of(TODAY.isoformat(), "en").knowledge
    return known


@pytest.fixture
def sit(cheap_books: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sit:
    """A session on a day: the transcript. The book, once it is made, is there in the next session."""
    monkeypatch.chdir(tmp_path)

    def told(day: str, *lines: str, locale: str = "en", book: str = "home/book") -> str:
        setting = setting_of(day, locale)
        out = io.StringIO()
        run(setting.adviser, lambda: setting.desk, setting.tr, Talk(Lines(lines), out), book=tmp_path / book)
        return out.getvalue()

    return told


class Person(io.StringIO):
    """Reads each question and answers it.

    ``known`` maps words of a question, or, after ``~``, words anywhere below it, to what is typed: one or more lines.
    """

    def __init__(self, first: Iterable[str], known: dict[str, str | list[str]], out: io.StringIO) -> None:
        super().__init__()
        self.first = list(first)
        self.known = known
        self.out = out
        self.at = 0
        self.left: list[str] = []

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]
        told = self.out.getvalue()
        asked, self.at = told[self.at :], len(told)
        if self.first:
            return f"{self.first.pop(0)}\n"
        if self.left:
            return f"{self.left.pop(0)}\n"
        if "There is a problem" in asked:
            return ""
        block = asked.rsplit("\n\n", 1)[-1]
        heading = block.strip("\n").split("\n", 1)[0]
        for words, answer in self.known.items():
            if words in heading or (words.startswith("~") and words[1:] in block):
                lines = [answer] if isinstance(answer, str) else answer
                self.left = lines[1:]
                return f"{lines[0]}\n"
        return "\n" if "(optional)" in asked else ""


@pytest.fixture
def visit(cheap_books: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sit:
    """As ``sit``, but after the first lines each question is answered by what it asks."""
    monkeypatch.chdir(tmp_path)

    def told(day: str, *lines: str, known: dict[str, str | list[str]]) -> str:
        setting = setting_of(day, "en")
        out = io.StringIO()
        person = Person(lines, known, out)
        run(setting.adviser, lambda: setting.desk, setting.tr, Talk(person, out), book=tmp_path / "home" / "book")
        return out.getvalue()

    return told
