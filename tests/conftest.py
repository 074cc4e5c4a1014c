"""What holds for every test: no network, no home folder of the developer, no colour, no clock."""

from __future__ import annotations

import shutil
import socket
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest

from assistant.i18n import Translator, translator
from assistant.knowledge import Knowledge, open_knowledge

TOP = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)


FEW = ("en", "de", "zh_Hans", "es", "fr", "it", "nl")
"""Languages of a copy, those of filing: the checks read every catalogue, and one more costs a second or two each time."""


def copy_rooms(folder: Path) -> Path:
    """The three rooms as they ship, in a few languages."""
    for room in ("content", "templates", "locales"):
        shutil.copytree(TOP / room, folder / room, ignore=_of_other_languages)
    return folder


def _of_other_languages(folder: str, names: list[str]) -> set[str]:
    others = {one.parent.name for one in (TOP / "locales").glob("*/locale.yaml")} - {*FEW}
    if Path(folder) == TOP / "locales":
        return others & {*names}
    return {one for one in names if one.endswith(".md.j2") and one.split(".")[-3] in others}


def _refuse(*_: Any, **__: Any) -> NoReturn:
    pytest.fail("something tried to use the network")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket may be made (the event loop has one local pair) but never connected or bound."""
    for name in ("connect", "connect_ex", "bind"):
        monkeypatch.setattr(socket.socket, name, _refuse)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The developer's home and settings stay out."""
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """All records of this checkout."""
    return open_knowledge(TOP / "content", TOP / "templates")


@pytest.fixture(scope="session")
def english() -> Translator:
    """The source language."""
    return translator("en")


@pytest.fixture(scope="session", params=["en", "de", "zh_Hans"])
def tr(request: pytest.FixtureRequest) -> Translator:
    """Each complete language in turn."""
    return translator(request.param)
